// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/ui/kernel/registry.h"
#include "client/ui/theme/space.h"

// What is wrong with how a screen is laid out, by what it drew.
namespace baraza::ui {

struct LayoutRules {
  // Beginnings of ids whose texts may end in dots: the whole of them is on the next screen.
  std::vector<std::string> may_shorten;
  // Beginnings of ids that aren't looked at.
  std::vector<std::string> leave_out;
};

namespace layout_check {

inline bool begins_with_any(const std::string& id, const std::vector<std::string>& beginnings) {
  for (const std::string& each : beginnings) {
    if (id.compare(0, each.size(), each) == 0) return true;
  }
  return false;
}

// By more than rounding.
inline bool meet(const Rect& a, const Rect& b) {
  const Rect both = a.intersection(b);
  return both.width > 1 && both.height > 1;
}

inline bool within(const Rect& outer, const Rect& inner) {
  return inner.x >= outer.x - 1 && inner.right() <= outer.right() + 1 && inner.y >= outer.y - 1 &&
         inner.bottom() <= outer.bottom() + 1;
}

inline std::string where(const Rect& rect) {
  const auto number = [](float value) { return std::to_string(static_cast<int>(value)); };
  return " at " + number(rect.x) + "," + number(rect.y) + " " + number(rect.width) + "x" +
         number(rect.height);
}

}  // namespace layout_check

// One line a fault; empty if there is none. Only the uppermost layer is looked at: what lies below
// is covered.
inline std::vector<std::string> layout_faults(const Registry& registry, const Rect& window,
                                              const LayoutRules& rules = {}) {
  using namespace layout_check;
  std::vector<std::string> faults;
  int top = 0;
  for (const Drawn& drawn : registry.all()) top = std::max(top, drawn.layer);
  std::vector<const Drawn*> texts;
  std::vector<const Drawn*> controls;
  std::vector<const Drawn*> areas;
  for (const Drawn& drawn : registry.all()) {
    if (drawn.layer != top || begins_with_any(drawn.id, rules.leave_out)) continue;
    if (drawn.kind == Drawn::Kind::area) areas.push_back(&drawn);
    if (drawn.visible().empty()) continue;  // scrolled away
    if (drawn.kind == Drawn::Kind::text) texts.push_back(&drawn);
    if (drawn.kind == Drawn::Kind::control) controls.push_back(&drawn);
  }
  const auto say = [&](const Drawn& drawn, const std::string& what) {
    faults.push_back(drawn.id + " \"" + drawn.text + "\"" + where(drawn.rect) + ": " + what);
  };
  // A script, and a test, must know which is meant: a text never bears a control's id.
  for (const Drawn* control : controls) {
    for (const Drawn* text : texts) {
      if (text->id == control->id) say(*text, "has the id of a control");
    }
  }
  for (const Drawn* control : controls) {
    if (control->rect.width < space::target || control->rect.height < space::target) {
      say(*control, "smaller than a target");
    }
    if (!within(window, control->visible())) say(*control, "outside the window");
    if (control->rect.x < control->clip.x - 1 ||
        control->rect.right() > control->clip.right() + 1) {
      say(*control, "cut off at the side");
    }
  }
  for (const Drawn* text : texts) {
    if (text->shortened && !begins_with_any(text->id, rules.may_shorten)) say(*text, "shortened");
    if (!within(window, text->visible())) say(*text, "outside the window");
    if (text->rect.x < text->clip.x - 1 || text->rect.right() > text->clip.right() + 1) {
      say(*text, "cut off at the side");
    }
    // Of the areas that the text begins in, the smallest holds it.
    const Drawn* holder = nullptr;
    for (const Drawn* area : areas) {
      const Rect seen = text->visible();
      if (!area->visible().contains(Point{seen.x + 1, seen.y + 1})) continue;
      const bool smaller = holder == nullptr || area->rect.width * area->rect.height <
                                                    holder->rect.width * holder->rect.height;
      if (smaller) holder = area;
    }
    if (holder != nullptr && !within(holder->rect, text->visible())) {
      say(*text, "runs out of " + holder->id);
    }
    for (const Drawn* control : controls) {
      const bool its_own = control->rect.contains(text->rect.centre());
      if (!its_own && meet(control->visible(), text->visible())) {
        say(*text, "lies over " + control->id);
      }
    }
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      if (meet(texts[i]->visible(), texts[j]->visible()))
        say(*texts[i], "lies over " + texts[j]->id);
    }
  }
  for (std::size_t i = 0; i < controls.size(); ++i) {
    for (std::size_t j = i + 1; j < controls.size(); ++j) {
      const Rect& a = controls[i]->rect;
      const Rect& b = controls[j]->rect;
      const bool one_in_the_other = within(a, b) || within(b, a);
      if (controls[i]->id == controls[j]->id) say(*controls[i], "is there twice");
      if (!one_in_the_other && meet(controls[i]->visible(), controls[j]->visible())) {
        say(*controls[i], "lies over " + controls[j]->id);
      }
    }
  }
  return faults;
}

}  // namespace baraza::ui
