// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/kernel/canvas.h"
#include "client/ui/kernel/clipboard.h"
#include "client/ui/kernel/navigation.h"
#include "client/ui/kernel/pass.h"
#include "client/ui/kernel/registry.h"
#include "client/ui/theme/space.h"

namespace baraza::ui {

// By logical width divided by the text's factor.
enum class Layout : std::uint8_t { wide, compact, narrow };

// One thing to press or to type into.
struct ControlSpec {
  std::string_view id = {};     // leaf; the scopes around it are put before it
  Rect rect = {};               // its target: at least 44 by 44
  std::string_view text = {};   // its label, for the registry
  std::string_view group = {};  // full name; arrow keys walk inside it, Tab past it; empty: alone
  Shortcut shortcut = {};
  bool enabled = true;
  std::string_view why_not = {};  // said when somebody tries a disabled one
  bool focusable = true;          // false: by pointer and shortcut only
  bool keeps_enter = true;        // Enter presses it; false where Enter belongs to another control
  bool keeps_arrows = false;
  bool keeps_text = false;
  // Characters that are its own while it has the focus, before any shortcut: capital letters,
  // digits.
  std::string_view keeps_characters = {};
  bool group_entry = false;  // where Tab enters the group
  float radius = space::button_radius;
};

struct Control {
  std::string id = {};
  bool hovered = false;
  bool focused = false;
  bool held = false;       // the pointer went down in it and is still in it
  bool grabbed = false;    // the pointer went down in it and wasn't let go, wherever it is
  bool walked_to = false;  // an arrow key, Home or End brought the focus here in this pass
  bool activated = false;  // pressed in this pass, and enabled
};

// How a control can look besides how it is.
enum class Looks : std::uint8_t { hovered, held, focused };

// Everything that lives from pass to pass (focus, pointer, scroll positions), and the tools of the
// pass itself. A pass shows the screens one event at most. Used by the window's thread.
class Ui {
 public:
  explicit Ui(Clipboard& clipboard) : clipboard_(clipboard) {}
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  // --- the pass, for its owner ----------------------------------------------------------------
  // `list` is null where nothing is to be drawn.
  void begin(const PassInput& input, const FontSet& fonts, Theme theme, ImDrawList* list);
  void end();
  // After end(): the focus moved to where the next pass has to scroll.
  bool settling() const { return focus_settled_; }
  // What this pass drew so far; after end(), all of it.
  const Registry& registry() const { return registry_; }
  const std::string& focused() const { return focused_; }
  bool typing() const;     // a text field has the focus
  bool over_text() const;  // the pointer is over a text field
  // Said by the disabled control that was last tried; empty once another has the focus.
  const std::string& explanation() const { return explanation_; }
  // The event of the pass was taken by a control, by focus or by scrolling.
  bool event_used() const { return event_used_; }

  // --- what screens ask -----------------------------------------------------------------------
  Canvas& canvas() { return canvas_; }
  const Canvas& canvas() const { return canvas_; }
  const Rect& window() const { return window_; }
  Layout layout() const;
  TextSize text_size() const { return canvas_.text_size(); }
  Clipboard& clipboard() { return clipboard_; }
  // The height of an ordinary control, a field, a screen's primary button, at this text size.
  float target() const { return grown(space::target, Role::body); }
  float field() const { return grown(space::field, Role::body); }
  float primary() const { return grown(space::primary, Role::lead); }
  // A length that grows with the text, for rows and columns that hold it.
  float scaled(float length) const;

  // --- ids ------------------------------------------------------------------------------------
  // Puts `name` and a dot before the ids of what is drawn while it lives.
  class Scope {
   public:
    Scope(Ui& ui, std::string_view name);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    Ui& ui_;
    std::size_t length_;
  };
  [[nodiscard]] Scope scope(std::string_view name) { return {*this, name}; }
  std::string id(std::string_view leaf) const { return prefix_ + std::string(leaf); }

  // --- controls -------------------------------------------------------------------------------
  Control control(const ControlSpec& spec);
  // The event if nobody took it and it is for what is being drawn now; else null.
  const InputEvent* event() const;
  // Takes the event, so that nothing drawn later sees it.
  void use_event() { event_used_ = true; }
  // True once for the key, wherever the focus is; characters only while nobody types.
  bool pressed(const Shortcut& shortcut);
  Point pointer() const { return pointer_; }
  // Moves the focus, at the end of this pass. A full id.
  void focus(std::string id) { wanted_focus_ = std::move(id); }
  // Where the focus is when what had it isn't there any more, such as on a new screen. A full id.
  void first_focus(std::string id);

  // For pictures of all states: in this pass the control of this id, drawn later, looks so besides
  // how it is. Nothing else changes.
  void pretend(std::string id, Looks looks) { pretended_.emplace_back(std::move(id), looks); }

  // --- what is shown --------------------------------------------------------------------------
  // One line in the box, shortened if it is too long for it; the registry hears of both.
  void text(std::string_view leaf, const Rect& box, std::string_view text, const TextStyle& style,
            Align align = Align::left);
  // Lines as the width needs them, at most `most_lines` of them. Returns the height.
  float paragraph(std::string_view leaf, const Rect& box, std::string_view text,
                  const TextStyle& style, Align align = Align::left, int most_lines = 100);
  float paragraph_height(std::string_view text, Role role, Weight weight, float width,
                         int most_lines = 100) const;
  float width_of(std::string_view text, Role role = Role::body,
                 Weight weight = Weight::regular) const {
    return canvas_.text_width(text, role, weight);
  }
  void note_area(std::string_view leaf, const Rect& rect, std::string_view text = {});
  void note_picture(std::string_view leaf, const Rect& rect, std::string_view text);

  // --- scrolling ------------------------------------------------------------------------------
  // A region of which only a part may be visible. Draw into `room` (as wide as the region less the
  // bar, as high as was last needed, already moved) while it lives, then say how high it was.
  class Scroll {
   public:
    Scroll(Ui& ui, std::string_view leaf, const Rect& rect);
    ~Scroll();
    Scroll(const Scroll&) = delete;
    Scroll& operator=(const Scroll&) = delete;

    const Rect& room() const { return room_; }
    void used(float height) { used_ = height; }
    // Scrolls as far as is needed to show this part of the room. Asked for once, when it becomes
    // what matters: it would hold the region there against whoever scrolls.
    void bring(const Rect& rect) { ui_.reveal(rect); }

   private:
    Ui& ui_;
    std::string id_;
    Rect rect_;
    Rect room_;
    Rect outer_clip_;
    std::string outer_scroll_;
    float used_ = 0;
  };
  // Scrolls the region that is being drawn so that the rectangle is in sight from the next pass on.
  void reveal(const Rect& rect);
  [[nodiscard]] std::unique_ptr<Scroll> scroll(std::string_view leaf, const Rect& rect) {
    return std::make_unique<Scroll>(*this, leaf, rect);
  }

  // --- what lies over the screen --------------------------------------------------------------
  // While it lives, what is drawn lies over everything before, and nothing below gets any input.
  class Over {
   public:
    explicit Over(Ui& ui) : ui_(ui) { ++ui_.layer_; }
    ~Over() { --ui_.layer_; }
    Over(const Over&) = delete;
    Over& operator=(const Over&) = delete;

   private:
    Ui& ui_;
  };
  [[nodiscard]] std::unique_ptr<Over> over() { return std::make_unique<Over>(*this); }

 private:
  struct ScrollState {
    float offset = 0;
    float content = 0;  // as last said by used()
    Rect rect;
    int layer = 0;
    std::uint64_t pass = 0;  // in which it was last drawn
  };

  float grown(float at_normal, Role role) const;
  void take_pointer(const InputEvent& event);
  void take_navigation(const InputEvent& event);
  void take_scroll(const Scrolled& event);
  bool in_reach() const { return layer_ >= active_layer_; }
  const Drawn* focus_in_reach() const;
  void show_pretended(Control& control) const;
  bool pressed_by(const ControlSpec& spec, const std::string& full_id) const;
  void settle_focus();
  void draw_focus_ring(const Drawn* drawn);

  Clipboard& clipboard_;
  Canvas canvas_;
  Registry registry_;  // of the pass
  Registry shown_;     // of the pass before
  Rect window_;
  Rect clip_;
  std::string prefix_;
  std::string scroll_id_;  // the scrolling region that is being drawn

  std::uint64_t pass_ = 0;
  const InputEvent* event_ = nullptr;
  bool event_used_ = false;
  int layer_ = 0;
  int active_layer_ = 0;
  std::map<int, std::string> first_focus_;  // a layer
  std::map<int, std::string> left_focus_;   // where it was when a layer above came
  std::string focused_;
  std::string wanted_focus_;
  bool focus_moved_ = false;
  bool focus_settled_ = false;  // it moved after all was drawn: the next pass shows it
  bool walked_ = false;
  GroupMemory group_memory_;
  std::string explanation_;
  std::string explained_id_;
  std::vector<std::pair<std::string, Looks>> pretended_;

  Point pointer_{-1, -1};
  std::string hot_;      // under the pointer
  std::string held_;     // where it went down
  std::string clicked_;  // where it went down and up, in this pass
  std::map<std::string, ScrollState, std::less<>> scrolls_;
};

}  // namespace baraza::ui
