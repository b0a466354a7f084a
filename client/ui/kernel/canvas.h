// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include "client/ui/kernel/fonts.h"
#include "client/ui/kernel/geometry.h"
#include "client/ui/theme/colours.h"

struct ImDrawList;

namespace baraza::ui {

enum class Align : std::uint8_t { left, centre, right };

// Which corners of a rectangle are round.
enum class Corners : std::uint8_t { all, left, right };

struct TextStyle {
  Role role = Role::body;
  Weight weight = Weight::regular;
  Token colour = Token::ink;
};

struct IconStyle {
  IconSize size = IconSize::plain;
  Token colour = Token::ink;
};

// Draws and measures with the tokens of one theme and the fonts of one text size. Without a draw
// list it only measures. Everything is snapped to whole logical pixels, so that lines are sharp.
class Canvas {
 public:
  // What is given by reference outlives the canvas's use of it. `list` may be null.
  void begin(ImDrawList* list, const FontSet& fonts, Theme theme, const Rect& window);

  Theme theme() const { return theme_; }
  TextSize text_size() const { return fonts_->text_size; }
  // Of card edges, rules and control borders: 1, in high contrast 2.
  float line_width() const { return ui::line_width(theme_); }
  float line_height(Role role) const { return type_size(role, text_size()).line; }

  // --- text -----------------------------------------------------------------------------------
  float text_width(std::string_view text, Role role, Weight weight) const;
  // One line; `box` gives where it starts, ends or has its middle, and the line is centred in its
  // height. Draws past the box if the text is wider. Returns where the letters are.
  Rect text(const Rect& box, std::string_view text, const TextStyle& style,
            Align align = Align::left);
  // Centred on the point.
  Rect text_at(Point centre, std::string_view text, const TextStyle& style);
  float icon_width(IconSize size) const { return icon_pixels(size, text_size()); }
  void icon(Point centre, std::string_view icon, const IconStyle& style);

  // --- shapes ---------------------------------------------------------------------------------
  void fill(const Rect& rect, Token colour, float radius = 0, Corners round = Corners::all);
  // The line runs inside the rectangle. A thickness of 0 is line_width().
  void border(const Rect& rect, Token colour, float radius = 0, float thickness = 0);
  // Fill and border of one control or card.
  void box(const Rect& rect, Token fill_colour, Token border_colour, float radius);
  void dashed_border(const Rect& rect, Token colour, float radius, float thickness = 0);
  void rule(Point from, float width, Token colour = Token::line);
  void line(Point from, Point to, Token colour, float thickness);
  void dashed_line(Point from, Point to, Token colour, float thickness);
  void polyline(std::span<const Point> points, Token colour, float thickness, bool closed = false);
  void dashed_polyline(std::span<const Point> points, Token colour, float thickness,
                       bool closed = false);
  void disc(Point centre, float radius, Token colour);
  void ring(Point centre, float radius, Token colour, float thickness);
  void dashed_ring(Point centre, float radius, Token colour, float thickness);
  // Clockwise from the top, in turns.
  void arc(Point centre, float radius, float from_turn, float to_turn, Token colour,
           float thickness);
  void triangle(Point a, Point b, Point c, Token colour);
  // The whole window, behind a dialog.
  void veil();

  // --- clipping -------------------------------------------------------------------------------
  void push_clip(const Rect& rect);
  void pop_clip();

 private:
  std::uint32_t packed(Token colour) const;

  ImDrawList* list_ = nullptr;
  const FontSet* fonts_ = nullptr;
  Theme theme_ = Theme::light;
  Rect window_;
};

}  // namespace baraza::ui
