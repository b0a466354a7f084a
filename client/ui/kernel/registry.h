// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/ui/kernel/geometry.h"

namespace baraza::ui {

// What one pass drew, in drawing order: tests, scripts and the reports beside screenshots ask it
// what stood where. Ids are stable: they name the thing, not its place ("session.ask.3").
struct Drawn {
  enum class Kind : std::uint8_t {
    text,     // words
    control,  // something to press or type into; `rect` is its target
    picture,  // a chart, disc, ring or icon that stands for something
    area,     // a card, bar or scrolling region
  };

  std::string id;
  Kind kind = Kind::text;
  Rect rect;          // as drawn
  Rect clip;          // what of the window it could be drawn in
  std::string text;   // words shown, or a control's label
  std::string group;  // controls that the arrow keys walk together; empty: alone
  int layer = 0;      // 0 the screen, 1 and up what lies over it
  bool enabled = true;
  bool focused = false;
  bool group_entry = false;  // where Tab enters the group: its chosen part
  bool focusable = true;
  bool keeps_arrows = false;     // a text field, a stepper: arrows are its own
  bool keeps_text = false;       // a text field: characters are its own
  std::string keeps_characters;  // these as well
  bool keeps_enter = true;       // Enter presses it while it has the focus
  float radius = 0;              // of the focus ring, without the gap
  bool shortened = false;        // ends in dots for want of room

  Rect visible() const { return rect.intersection(clip); }
};

class Registry {
 public:
  void clear() { drawn_.clear(); }
  Drawn& add(Drawn drawn) { return drawn_.emplace_back(std::move(drawn)); }
  // The one that was added last; there is one.
  Drawn& last() { return drawn_.back(); }
  const std::vector<Drawn>& all() const { return drawn_; }

  // The last drawn with this id, null if there is none. Valid until the next pass.
  const Drawn* find(std::string_view id) const;
  // The uppermost control whose visible part holds the point, on `layer` or above.
  const Drawn* control_at(Point point, int layer) const;

 private:
  std::vector<Drawn> drawn_;
};

}  // namespace baraza::ui
