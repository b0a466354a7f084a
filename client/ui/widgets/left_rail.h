// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "client/ui/kernel/ui.h"

namespace baraza::ui {

struct RailEntry {
  std::string_view id = {};  // leaf below the rail's
  const char* icon = nullptr;
  std::string_view word = {};
  std::size_t badge = 0;  // how many things wait there; 0: none is shown
  bool chosen = false;
  Shortcut shortcut = {};  // the first five have Ctrl+1 to Ctrl+5 by themselves
  bool enabled = true;
  std::string_view why_not = {};
};

// The left edge of the window: the sign, at most five places, and below them what works everywhere.
struct LeftRailSpec {
  std::string_view id = {};
  Rect rect = {};  // rail_width() wide, as high as the window
  std::span<const RailEntry> places = {};
  std::span<const RailEntry> tools = {};  // Privacy, Settings, Lock
};
struct RailPressed {
  bool tool = false;
  std::size_t place = 0;  // in the span
};
float rail_width(const Ui& ui);
// Entries are drawn as "<id>.<entry's id>".
std::optional<RailPressed> left_rail(Ui& ui, const LeftRailSpec& spec);

}  // namespace baraza::ui
