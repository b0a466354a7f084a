// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "client/ui/kernel/ui.h"
#include "client/ui/widgets/person_disc.h"

namespace baraza::ui {

struct CircleSeat {
  std::string_view id = {};  // leaf below the circle's
  std::string_view letters = {};
  std::string_view name = {};
  std::uint32_t seat = 0;
  DiscState state = DiscState::here;
  Shortcut shortcut = {};
  bool enabled = true;
  std::string_view why_not = {};
};

// The group: its people on an ellipse, the first seat on top, clockwise, at equal distances along
// the line.
struct CircleSpec {
  std::string_view id = {};
  Rect rect = {};  // the ellipse takes what discs and names leave of it, at most 190x124 half-axes
  std::span<const CircleSeat> seats = {};
  std::string_view above = {};   // in the middle: "Esther has the word"
  std::string_view figure = {};  // "3:10"
  std::string_view below = {};   // "5 of 8 heard"
  bool names = true;             // below the discs
  bool pressable = true;         // arrows walk the seats; Enter gives the word
  float most_half_width = 190;
  float most_half_height = 124;
  float disc = 56;  // across, at normal text; 48 from eleven seats on
};
// The seat that was pressed, as a place in the span; seats are drawn as "<id>.<seat's id>".
std::optional<std::size_t> circle(Ui& ui, const CircleSpec& spec);

// Where seats are on an ellipse around `centre`: equal steps along the line, not equal angles.
std::vector<Point> seats_on_ellipse(Point centre, float half_width, float half_height,
                                    std::size_t count);

// What the discs of a circle mean, in one line.
struct CircleLegendEntry {
  DiscState state = DiscState::here;
  std::string_view text = {};
};
void circle_legend(Ui& ui, std::string_view leaf, const Rect& rect,
                   std::span<const CircleLegendEntry> entries);

}  // namespace baraza::ui
