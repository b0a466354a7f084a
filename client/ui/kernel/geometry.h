// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

// Places on the screen, in logical pixels: those of a monitor at scale 1.
namespace baraza::ui {

struct Point {
  float x = 0;
  float y = 0;
  bool operator==(const Point&) const = default;
};

struct Size {
  float width = 0;
  float height = 0;
  bool operator==(const Size&) const = default;
};

// A value; the take_ functions cut a piece off one side and leave the rest, so that a screen is
// laid out by cutting its room up. `gap` is left empty between the piece and the rest.
struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  Point centre() const { return {x + width / 2, y + height / 2}; }
  bool empty() const { return width <= 0 || height <= 0; }
  bool contains(Point p) const { return p.x >= x && p.y >= y && p.x < right() && p.y < bottom(); }
  bool contains(const Rect& other) const {
    return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
  }
  bool overlaps(const Rect& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
  Rect inset(float all) const { return inset(all, all); }
  Rect inset(float sides, float ends) const {
    return {x + sides, y + ends, std::max(0.0F, width - 2 * sides),
            std::max(0.0F, height - 2 * ends)};
  }
  Rect grown(float all) const { return {x - all, y - all, width + 2 * all, height + 2 * all}; }
  Rect moved(float dx, float dy) const { return {x + dx, y + dy, width, height}; }
  Rect intersection(const Rect& other) const {
    const float left = std::max(x, other.x);
    const float top = std::max(y, other.y);
    return {left, top, std::max(0.0F, std::min(right(), other.right()) - left),
            std::max(0.0F, std::min(bottom(), other.bottom()) - top)};
  }
  // A rectangle of this size in the middle of this one.
  Rect centred(Size size) const {
    return {x + (width - size.width) / 2, y + (height - size.height) / 2, size.width, size.height};
  }

  Rect take_top(float size, float gap = 0) {
    const Rect piece{x, y, width, size};
    y += size + gap;
    height = std::max(0.0F, height - size - gap);
    return piece;
  }
  Rect take_bottom(float size, float gap = 0) {
    const Rect piece{x, bottom() - size, width, size};
    height = std::max(0.0F, height - size - gap);
    return piece;
  }
  Rect take_left(float size, float gap = 0) {
    const Rect piece{x, y, size, height};
    x += size + gap;
    width = std::max(0.0F, width - size - gap);
    return piece;
  }
  Rect take_right(float size, float gap = 0) {
    const Rect piece{right() - size, y, size, height};
    width = std::max(0.0F, width - size - gap);
    return piece;
  }

  bool operator==(const Rect&) const = default;
};

}  // namespace baraza::ui
