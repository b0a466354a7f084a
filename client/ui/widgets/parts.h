// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "client/ui/kernel/ui.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/person_disc.h"

// What widgets share among themselves; screens have no use for it.
namespace baraza::ui::parts {

struct Paint {
  Token fill = Token::surface;
  Token border = Token::edge;
  Token ink = Token::ink;
  bool filled = true;
  bool bordered = true;
};

// How a control is painted at rest, under the pointer and held; a disabled one looks the same
// everywhere.
struct Paints {
  Paint rest;
  Paint hover;
  Paint held;
};

// Under the pointer: sunk, and soft where sunk is as white as everything.
inline Token hover_fill(Theme theme) {
  return theme == Theme::high_contrast ? Token::soft : Token::sunk;
}
// Of a control that looks like a plain button.
Paints plain_paints(Theme theme);
Paint paint_of(const Paints& paints, const Control& control, bool enabled);
void paint(Ui& ui, const Rect& rect, const Paint& paint, float radius);

// A button in these colours.
bool painted_button(Ui& ui, const ButtonSpec& spec, const Paints& paints);

// A leaf below another: "save.text".
inline std::string below(std::string_view leaf, std::string_view part) {
  return std::string(leaf) + "." + std::string(part);
}

// A disc with letters. `ring_gap` is what has_word leaves between the disc and its ring.
void draw_disc(Ui& ui, Point centre, float radius, const DiscSpec& spec, float ring_gap);
// A check in a disc of accent, as big as an icon of 22 at radius 11.
void draw_check(Canvas& canvas, Point centre, float radius, Token fill, Token ink);

// Two lines in the middle of the box's height, the first in bold; either may be empty.
struct TwoLines {
  std::string_view first = {};
  std::string_view second = {};
  Token first_colour = Token::ink;
  Token second_colour = Token::ink2;
  bool strong = true;
  int most_first_lines = 1;
  int most_second_lines = 1;
};
float two_lines_height(const Ui& ui, const TwoLines& lines, float width);
void two_lines(Ui& ui, std::string_view leaf, const Rect& box, const TwoLines& lines);

}  // namespace baraza::ui::parts
