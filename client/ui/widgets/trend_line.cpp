// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/trend_line.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr float room_left = 34;
constexpr float room_below = 34;
constexpr float room_right = 16;
constexpr float point_radius = 5.5F;
constexpr float point_ring = 2;
constexpr float event_radius = 11;
constexpr float event_above_base = 20;
constexpr float between_events = 2;
constexpr std::uint32_t least_top = 20;

struct Plot {
  Rect rect;  // of the line itself
  std::vector<float> xs;
  float top = least_top;

  float y_of(float score) const { return std::round(rect.bottom() - rect.height * score / top); }
  Point at(std::size_t i, std::uint32_t score) const {
    return {xs[i], y_of(static_cast<float>(score))};
  }
};

float line_of(const Ui& ui) {
  return ui.canvas().line_height(Role::note);
}

// For the number above the highest point.
float number_room(const Ui& ui) {
  return line_of(ui) + point_radius + 2;
}

// Names of versions stand in a line of their own, above all numbers.
bool has_versions(const TrendSpec& spec) {
  return std::any_of(spec.points.begin(), spec.points.end(),
                     [](const TrendPoint& point) { return !point.version.empty(); });
}

bool can_be_read(const TrendPoint& point) {
  return point.score.has_value() || !point.events.empty();
}

Plot plot_of(const Ui& ui, const TrendSpec& spec) {
  Plot plot;
  const float sentence = ui.canvas().line_height(Role::note) + space::xs;
  const float left = std::max(room_left, ui.width_of("00", Role::note) + space::m);
  const float below = std::max(room_below, ui.canvas().line_height(Role::note) + space::m);
  const float above = number_room(ui) + (has_versions(spec) ? line_of(ui) : 0);
  plot.rect = {spec.rect.x + left, spec.rect.y + above,
               std::max(0.0F, spec.rect.width - left - room_right),
               std::max(0.0F, spec.rect.height - above - below - sentence)};
  std::uint32_t most = 0;
  for (const TrendPoint& point : spec.points) most = std::max(most, point.score.value_or(0));
  plot.top = static_cast<float>(std::max(least_top, (most / 5 + 1) * 5));
  const auto count = static_cast<float>(spec.points.size());
  for (std::size_t i = 0; i < spec.points.size(); ++i) {
    const float part = count <= 1 ? 0.5F : static_cast<float>(i) / (count - 1);
    plot.xs.push_back(std::round(plot.rect.x + space::l + (plot.rect.width - space::xxl) * part));
  }
  return plot;
}

void draw_scale(Ui& ui, const TrendSpec& spec, const Plot& plot) {
  Canvas& canvas = ui.canvas();
  const float line = canvas.line_height(Role::note);
  float free_above = plot.rect.bottom() + line;  // the words of the rule below end here
  const auto rule = [&](std::uint32_t value, Token colour) {
    const float y = plot.y_of(static_cast<float>(value));
    canvas.rule({plot.rect.x, y}, plot.rect.width, colour);
    if (y + line / 2 > free_above) return;
    free_above = y - line / 2;
    ui.text("limit." + std::to_string(value),
            {spec.rect.x, y - line / 2, plot.rect.x - spec.rect.x - space::s, line},
            std::to_string(value), {Role::note, Weight::regular, Token::ink2}, Align::right);
  };
  rule(0, Token::edge);
  for (const std::uint32_t limit : spec.limits) {
    if (limit > 0 && static_cast<float>(limit) <= plot.top) rule(limit, Token::line);
  }
  float free_from = spec.rect.x;  // the label before ends here
  for (std::size_t i = 0; i < spec.points.size(); ++i) {
    const float width = std::ceil(ui.width_of(spec.points[i].label, Role::note)) + 2;
    const float from = std::clamp(std::floor(plot.xs[i] - width / 2), spec.rect.x,
                                  std::max(spec.rect.x, spec.rect.right() - width));
    if (from < free_from) continue;
    free_from = from + width;
    ui.text("label." + std::to_string(i), {from, plot.rect.bottom() + space::s, width, line},
            spec.points[i].label, {Role::note, Weight::regular, Token::ink2}, Align::centre);
  }
}

// From score to score; over a gap in dashes; not across a change of the instrument.
void draw_line(Ui& ui, const TrendSpec& spec, const Plot& plot) {
  const TrendPoint* before = nullptr;
  Point from;
  for (std::size_t i = 0; i < spec.points.size(); ++i) {
    const TrendPoint& point = spec.points[i];
    if (!point.version.empty()) {
      before = nullptr;
      const float width = std::ceil(ui.width_of(point.version, Role::note));
      const Rect name{std::min(plot.xs[i], plot.rect.right() - width), spec.rect.y, width,
                      line_of(ui)};
      ui.text("version." + std::to_string(i), name, point.version,
              {Role::note, Weight::regular, Token::ink2});
    }
    if (!point.score) continue;
    const Point to = plot.at(i, *point.score);
    if (before != nullptr) {
      if (before + 1 == &point) {
        ui.canvas().line(from, to, Token::accent, 3);
      } else {
        ui.canvas().dashed_line(from, to, Token::accent, 2);
      }
    }
    before = &point;
    from = to;
  }
}

void draw_events(Ui& ui, const TrendSpec& spec, const Plot& plot) {
  for (std::size_t i = 0; i < spec.points.size(); ++i) {
    const TrendPoint& point = spec.points[i];
    if (point.events.empty()) continue;
    const float y = plot.rect.bottom() - event_above_base;
    const float to =
        point.score ? plot.at(i, *point.score).y + point_radius + point_ring : plot.rect.y;
    ui.canvas().dashed_line({plot.xs[i], y}, {plot.xs[i], to}, Token::warn_mark, 1);
    const auto count = static_cast<float>(point.events.size());
    const float apart = event_mark_size(ui) + between_events;
    float x = plot.xs[i] - apart * (count - 1) / 2;
    for (std::size_t letter = 0; letter < point.events.size(); ++letter) {
      event_mark(ui, {x, y}, point.events.substr(letter, 1));
      x += apart;
    }
  }
}

void draw_points(Ui& ui, const TrendSpec& spec, const Plot& plot, const TrendState& state) {
  Canvas& canvas = ui.canvas();
  const float line = canvas.line_height(Role::note);
  for (std::size_t i = 0; i < spec.points.size(); ++i) {
    if (!spec.points[i].score) continue;
    const Point at = plot.at(i, *spec.points[i].score);
    const bool read = state.at == i;
    const std::string number = std::to_string(*spec.points[i].score);
    const float width = std::ceil(ui.width_of(number, Role::note, Weight::bold)) + space::xs;
    const Rect above{std::floor(at.x - width / 2), at.y - point_radius - line - 2, width, line};
    canvas.fill(above, Token::surface);
    ui.text("score." + std::to_string(i), above, number, {Role::note, Weight::bold, Token::ink},
            Align::centre);
    // Over the ground of its number.
    canvas.disc(at, point_radius + point_ring + (read ? 2 : 0),
                read ? Token::accent : Token::surface);
    canvas.disc(at, point_radius, read ? Token::surface : Token::accent);
  }
}

// The next point that can be read, in the direction; the same if there is none.
std::optional<std::size_t> next_point(const TrendSpec& spec, std::optional<std::size_t> from,
                                      bool forward) {
  const std::size_t count = spec.points.size();
  if (count == 0) return from;
  std::size_t at = from ? *from : forward ? count - 1 : 0;
  if (!from) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t place = forward ? i : count - 1 - i;
      if (can_be_read(spec.points[place])) return place;
    }
    return from;
  }
  while (forward ? at + 1 < count : at > 0) {
    at = forward ? at + 1 : at - 1;
    if (can_be_read(spec.points[at])) return at;
  }
  return from;
}

}  // namespace

void trend_line(Ui& ui, const TrendSpec& spec, TrendState& state) {
  ControlSpec control_spec;
  control_spec.id = spec.id;
  control_spec.rect = spec.rect;
  control_spec.text = spec.label;
  control_spec.keeps_arrows = true;
  control_spec.radius = space::cell_radius;
  const Control control = ui.control(control_spec);
  const auto scope = ui.scope(spec.id);
  if (state.at && *state.at >= spec.points.size()) state.at.reset();

  const Plot plot = plot_of(ui, spec);
  if (control.focused) {
    if (const InputEvent* event = ui.event()) {
      const auto* press = std::get_if<KeyPress>(event);
      if (press != nullptr && (press->key == Key::left || press->key == Key::right)) {
        state.at = next_point(spec, state.at, press->key == Key::right);
        ui.use_event();
      }
    }
  }
  if (control.grabbed && spec.rect.contains(ui.pointer())) {
    std::optional<std::size_t> nearest;
    for (std::size_t i = 0; i < spec.points.size(); ++i) {
      if (!can_be_read(spec.points[i])) continue;
      const float away = std::abs(plot.xs[i] - ui.pointer().x);
      if (!nearest || away < std::abs(plot.xs[*nearest] - ui.pointer().x)) nearest = i;
    }
    state.at = nearest;
  }

  draw_scale(ui, spec, plot);
  draw_events(ui, spec, plot);
  draw_line(ui, spec, plot);
  draw_points(ui, spec, plot, state);
  if (!state.at) return;
  const float line = ui.canvas().line_height(Role::note);
  ui.text("read", {spec.rect.x, spec.rect.bottom() - line, spec.rect.width, line},
          spec.points[*state.at].words, {Role::note, Weight::regular, Token::ink});
}

float event_mark_size(const Ui& ui) {
  return 2 * std::max(event_radius, ui.canvas().line_height(Role::note) / 2 + 1);
}

void event_mark(Ui& ui, Point centre, std::string_view letter) {
  const float radius = event_mark_size(ui) / 2;
  ui.canvas().disc(centre, radius, Token::warn);
  ui.canvas().ring(centre, radius - 0.5F, Token::warn_mark, 1);
  ui.canvas().text_at(centre, letter, {Role::note, Weight::bold, Token::warn_ink});
}

void sparkline(Ui& ui, const SparklineSpec& spec) {
  Canvas& canvas = ui.canvas();
  ui.note_picture(spec.id, spec.rect, spec.text);
  const Rect room = spec.rect.inset(space::xs, space::xs);
  canvas.rule({room.x, room.bottom()}, room.width, Token::line);
  std::uint32_t most = spec.top;
  for (const auto& score : spec.scores) most = std::max(most, score.value_or(0));
  const float steps = static_cast<float>(std::max<std::size_t>(2, spec.sessions) - 1);
  std::optional<Point> before;
  bool gap = false;
  for (std::size_t i = 0; i < spec.scores.size(); ++i) {
    if (!spec.scores[i]) {
      gap = true;
      continue;
    }
    const Point at{std::round(room.x + room.width * static_cast<float>(i) / steps),
                   std::round(room.bottom() - room.height * static_cast<float>(*spec.scores[i]) /
                                                  static_cast<float>(most))};
    if (before && gap) canvas.dashed_line(*before, at, Token::accent, 1.5F);
    if (before && !gap) canvas.line(*before, at, Token::accent, 2);
    before = at;
    gap = false;
  }
  if (before) canvas.disc(*before, 4, Token::accent);
}

}  // namespace baraza::ui
