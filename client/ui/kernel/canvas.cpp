// SPDX-License-Identifier: Apache-2.0
#include "client/ui/kernel/canvas.h"

#include <imgui.h>

#include <cmath>
#include <numbers>
#include <vector>

namespace baraza::ui {
namespace {

constexpr float turn = 2 * std::numbers::pi_v<float>;
constexpr float dash_on = 4;
constexpr float dash_off = 5;

ImVec2 vec(Point p) {
  return {p.x, p.y};
}
ImVec2 top_left(const Rect& rect) {
  return {rect.x, rect.y};
}
ImVec2 bottom_right(const Rect& rect) {
  return {rect.right(), rect.bottom()};
}
float font_height(const ImFont& font) {
  return font.FontSize * font.Scale;
}
const char* end_of(std::string_view text) {
  return text.data() + text.size();
}

// As many corners as make a circle of this size look round.
std::vector<Point> circle_points(Point centre, float radius, float from_turn, float to_turn) {
  const float part = to_turn - from_turn;
  const int steps = std::max(6, static_cast<int>(std::ceil(std::abs(part) * (24 + radius))));
  std::vector<Point> points;
  points.reserve(static_cast<std::size_t>(steps) + 1);
  for (int i = 0; i <= steps; ++i) {
    const float at = (from_turn + part * static_cast<float>(i) / static_cast<float>(steps)) * turn;
    points.push_back({centre.x + radius * std::sin(at), centre.y - radius * std::cos(at)});
  }
  return points;
}

std::vector<Point> rounded_outline(const Rect& rect, float radius) {
  const float r = std::min({radius, rect.width / 2, rect.height / 2});
  std::vector<Point> outline;
  const auto corner = [&](Point centre, float from) {
    const auto points = circle_points(centre, r, from, from + 0.25F);
    outline.insert(outline.end(), points.begin(), points.end());
  };
  corner({rect.right() - r, rect.y + r}, 0);
  corner({rect.right() - r, rect.bottom() - r}, 0.25F);
  corner({rect.x + r, rect.bottom() - r}, 0.5F);
  corner({rect.x + r, rect.y + r}, 0.75F);
  return outline;
}

}  // namespace

void Canvas::begin(ImDrawList* list, const FontSet& fonts, Theme theme, const Rect& window) {
  list_ = list;
  fonts_ = &fonts;
  theme_ = theme;
  window_ = window;
}

std::uint32_t Canvas::packed(Token colour) const {
  const Rgb rgb = ui::colour(theme_, colour);
  return IM_COL32(rgb.red, rgb.green, rgb.blue, 255);
}

float Canvas::text_width(std::string_view text, Role role, Weight weight) const {
  if (text.empty()) return 0;  // a view of nothing has no beginning
  ImFont& font = *fonts_->of(role, weight);
  return font.CalcTextSizeA(font_height(font), FLT_MAX, 0, text.data(), end_of(text)).x;
}

Rect Canvas::text(const Rect& box, std::string_view text, const TextStyle& style, Align align) {
  ImFont& font = *fonts_->of(style.role, style.weight);
  const float height = font_height(font);
  const float width = text_width(text, style.role, style.weight);
  float x = box.x;
  if (align == Align::centre) x += (box.width - width) / 2;
  if (align == Align::right) x += box.width - width;
  const Rect where{std::floor(x), std::floor(box.y + (box.height - height) / 2), width, height};
  if (list_ != nullptr && !text.empty()) {
    list_->AddText(&font, height, top_left(where), packed(style.colour), text.data(), end_of(text));
  }
  // The letters without the room that the font leaves above and below them.
  return {where.x, std::floor(box.y + (box.height - line_height(style.role)) / 2), width,
          line_height(style.role)};
}

Rect Canvas::text_at(Point centre, std::string_view text, const TextStyle& style) {
  const float line = line_height(style.role);
  return this->text({centre.x, centre.y - line / 2, 0, line}, text, style, Align::centre);
}

void Canvas::icon(Point centre, std::string_view icon, const IconStyle& style) {
  if (list_ == nullptr) return;
  ImFont& font = *fonts_->of(style.size);
  const float height = font_height(font);
  const float width = font.CalcTextSizeA(height, FLT_MAX, 0, icon.data(), end_of(icon)).x;
  list_->AddText(
      &font, height,
      {std::floor(centre.x - width / 2 + 0.5F), std::floor(centre.y - height / 2 + 0.5F)},
      packed(style.colour), icon.data(), end_of(icon));
}

void Canvas::fill(const Rect& rect, Token colour, float radius, Corners round) {
  if (list_ == nullptr) return;
  const ImDrawFlags flags = round == Corners::left    ? ImDrawFlags_RoundCornersLeft
                            : round == Corners::right ? ImDrawFlags_RoundCornersRight
                                                      : ImDrawFlags_RoundCornersAll;
  list_->AddRectFilled(top_left(rect), bottom_right(rect), packed(colour), radius, flags);
}

void Canvas::border(const Rect& rect, Token colour, float radius, float thickness) {
  if (list_ == nullptr) return;
  const float width = thickness > 0 ? thickness : line_width();
  const Rect middle = rect.inset(width / 2);
  list_->AddRect(top_left(middle), bottom_right(middle), packed(colour),
                 std::max(0.0F, radius - width / 2), 0, width);
}

void Canvas::box(const Rect& rect, Token fill_colour, Token border_colour, float radius) {
  fill(rect, fill_colour, radius);
  border(rect, border_colour, radius);
}

void Canvas::dashed_border(const Rect& rect, Token colour, float radius, float thickness) {
  const float width = thickness > 0 ? thickness : line_width();
  dashed_polyline(rounded_outline(rect.inset(width / 2), radius), colour, width, true);
}

void Canvas::rule(Point from, float width, Token colour) {
  fill({from.x, from.y, width, line_width()}, colour);
}

void Canvas::line(Point from, Point to, Token colour, float thickness) {
  if (list_ != nullptr) list_->AddLine(vec(from), vec(to), packed(colour), thickness);
}

void Canvas::dashed_line(Point from, Point to, Token colour, float thickness) {
  const std::array ends = {from, to};
  dashed_polyline(ends, colour, thickness);
}

void Canvas::polyline(std::span<const Point> points, Token colour, float thickness, bool closed) {
  if (list_ == nullptr || points.size() < 2) return;
  for (const Point& point : points) list_->PathLineTo(vec(point));
  list_->PathStroke(packed(colour), closed ? ImDrawFlags_Closed : 0, thickness);
}

void Canvas::dashed_polyline(std::span<const Point> points, Token colour, float thickness,
                             bool closed) {
  if (list_ == nullptr || points.size() < 2) return;
  // Walks the line once; dashes go on around corners.
  float phase = 0;  // into the current on and off
  std::vector<Point> dash;
  const auto finish = [&] {
    polyline(dash, colour, thickness);
    dash.clear();
  };
  const std::size_t pieces = closed ? points.size() : points.size() - 1;
  for (std::size_t i = 0; i < pieces; ++i) {
    const Point from = points[i];
    const Point to = points[(i + 1) % points.size()];
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    if (length <= 0) continue;
    const auto at = [&](float along) {
      return Point{from.x + (to.x - from.x) * along / length,
                   from.y + (to.y - from.y) * along / length};
    };
    float done = 0;
    while (done < length) {
      const bool on = phase < dash_on;
      const float left = on ? dash_on - phase : dash_on + dash_off - phase;
      const float step = std::min(left, length - done);
      if (on) {
        if (dash.empty()) dash.push_back(at(done));
        dash.push_back(at(done + step));
      }
      done += step;
      phase += step;
      if (on && phase >= dash_on) finish();
      if (phase >= dash_on + dash_off) phase = 0;
    }
  }
  finish();
}

void Canvas::disc(Point centre, float radius, Token colour) {
  if (list_ != nullptr) list_->AddCircleFilled(vec(centre), radius, packed(colour));
}

void Canvas::ring(Point centre, float radius, Token colour, float thickness) {
  if (list_ != nullptr) list_->AddCircle(vec(centre), radius, packed(colour), 0, thickness);
}

void Canvas::dashed_ring(Point centre, float radius, Token colour, float thickness) {
  dashed_polyline(circle_points(centre, radius, 0, 1), colour, thickness);
}

void Canvas::arc(Point centre, float radius, float from_turn, float to_turn, Token colour,
                 float thickness) {
  polyline(circle_points(centre, radius, from_turn, to_turn), colour, thickness);
}

void Canvas::triangle(Point a, Point b, Point c, Token colour) {
  if (list_ != nullptr) list_->AddTriangleFilled(vec(a), vec(b), vec(c), packed(colour));
}

void Canvas::veil() {
  if (list_ == nullptr) return;
  const Rgb rgb = ui::colour(theme_, Token::veil);
  list_->AddRectFilled(top_left(window_), bottom_right(window_),
                       IM_COL32(rgb.red, rgb.green, rgb.blue, veil_alpha));
}

void Canvas::push_clip(const Rect& rect) {
  if (list_ != nullptr) list_->PushClipRect(top_left(rect), bottom_right(rect), true);
}

void Canvas::pop_clip() {
  if (list_ != nullptr) list_->PopClipRect();
}

}  // namespace baraza::ui
