// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/circle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr std::size_t steps = 360;
constexpr float many_seats = 11;
constexpr float disc_of_many = 48;
constexpr float name_gap = 7;
constexpr float ring_gap = 4;
constexpr float break_of_line = 3;
constexpr float legend_disc = 16;

Point on_ellipse(Point centre, float half_width, float half_height, float turn) {
  const float angle = (turn - 0.25F) * 2 * std::numbers::pi_v<float>;
  return {centre.x + half_width * std::cos(angle), centre.y + half_height * std::sin(angle)};
}

float distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

void draw_seat(Ui& ui, const CircleSpec& spec, const CircleSeat& seat, Point at, float radius,
               const std::string& group, std::optional<std::size_t>& pressed, std::size_t place) {
  Canvas& canvas = ui.canvas();
  canvas.disc(at, radius + break_of_line, Token::surface);
  const DiscSpec disc{
      .letters = seat.letters, .seat = seat.seat, .state = seat.state, .name = seat.name};
  const float half = std::max(radius + break_of_line, ui.target() / 2);
  if (spec.pressable) {
    ControlSpec control_spec;
    control_spec.id = seat.id;
    control_spec.rect = {at.x - half, at.y - half, 2 * half, 2 * half};
    control_spec.text = seat.name;
    control_spec.group = group;
    control_spec.shortcut = seat.shortcut;
    control_spec.enabled = seat.enabled;
    control_spec.why_not = seat.why_not;
    control_spec.radius = half;
    control_spec.group_entry = seat.state == DiscState::has_word;
    const Control control = ui.control(control_spec);
    if (control.activated) pressed = place;
    if (seat.enabled && (control.hovered || control.held)) {
      canvas.disc(at, half, control.held ? Token::soft : parts::hover_fill(canvas.theme()));
    }
  } else {
    ui.note_picture(seat.id, {at.x - half, at.y - half, 2 * half, 2 * half}, seat.name);
  }
  parts::draw_disc(ui, at, radius, disc, ring_gap);
  if (!spec.names) return;
  const bool speaks = seat.state == DiscState::has_word;
  const bool gone = seat.state == DiscState::not_here;
  const float line = canvas.line_height(Role::note);
  const float width =
      std::ceil(ui.width_of(seat.name, Role::note, speaks ? Weight::bold : Weight::regular)) + 4;
  const Rect name{std::floor(at.x - width / 2), std::floor(at.y + radius + name_gap), width, line};
  canvas.fill(name, Token::surface);
  ui.text(parts::below(seat.id, "name"), name, seat.name,
          {Role::note, speaks ? Weight::bold : Weight::regular, gone ? Token::ink2 : Token::ink},
          Align::centre);
}

void draw_middle(Ui& ui, const CircleSpec& spec, Point centre, float half_width, float half_height,
                 float disc_radius) {
  Canvas& canvas = ui.canvas();
  const float width = 2 * (half_width - disc_radius - space::m);
  const float note = canvas.line_height(Role::note);
  float figure = spec.figure.empty() ? 0 : canvas.line_height(Role::figure);
  // Where the ellipse is low, what stands above the figure goes: the disc says who has the word.
  const float room = 2 * (half_height - disc_radius) - space::s;
  const bool above = !spec.above.empty() && figure + 2 * note <= std::max(room, figure + note);
  // Two lines where one is too narrow for them and the ellipse has the room.
  const float words = ui.paragraph_height(spec.below, Role::note, Weight::regular, width, 2);
  const float below =
      spec.below.empty() ? 0 : (figure + (above ? note : 0) + words <= room ? words : note);
  const float height = figure + (above ? note : 0) + below;
  Rect place{centre.x - width / 2, std::floor(centre.y - height / 2), width, height};
  if (above) {
    ui.text("above", place.take_top(note), spec.above, {Role::note, Weight::regular, Token::ink2},
            Align::centre);
  }
  if (figure > 0) {
    ui.text("figure", place.take_top(figure), spec.figure, {Role::figure, Weight::bold, Token::ink},
            Align::centre);
  }
  ui.paragraph("below", place, spec.below, {Role::note, Weight::regular, Token::ink2},
               Align::centre, below > note ? 2 : 1);
}

}  // namespace

std::vector<Point> seats_on_ellipse(Point centre, float half_width, float half_height,
                                    std::size_t count) {
  std::array<float, steps + 1> lengths{};
  Point before = on_ellipse(centre, half_width, half_height, 0);
  for (std::size_t i = 1; i <= steps; ++i) {
    const Point at = on_ellipse(centre, half_width, half_height,
                                static_cast<float>(i) / static_cast<float>(steps));
    lengths.at(i) = lengths.at(i - 1) + distance(before, at);
    before = at;
  }
  // Of no size: everybody stands in the middle.
  if (lengths.back() <= 0) return std::vector<Point>(count, centre);
  std::vector<Point> out;
  for (std::size_t i = 0; i < count; ++i) {
    const float wanted = lengths.back() * static_cast<float>(i) / static_cast<float>(count);
    const auto above = std::upper_bound(lengths.begin(), lengths.end(), wanted);
    const auto step = static_cast<std::size_t>(above - lengths.begin()) - 1;
    const float part = (wanted - lengths.at(step)) / (lengths.at(step + 1) - lengths.at(step));
    out.push_back(on_ellipse(centre, half_width, half_height,
                             (static_cast<float>(step) + part) / static_cast<float>(steps)));
  }
  return out;
}

std::optional<std::size_t> circle(Ui& ui, const CircleSpec& spec) {
  Canvas& canvas = ui.canvas();
  ui.note_picture(spec.id, spec.rect, spec.above);
  const auto scope = ui.scope(spec.id);
  const float size = ui.scaled(static_cast<float>(spec.seats.size()) >= many_seats
                                   ? std::min(spec.disc, disc_of_many)
                                   : spec.disc);
  const float radius = size / 2;
  const float name = spec.names ? name_gap + canvas.line_height(Role::note) : 0;
  const float around = radius + ring_gap + 4;
  float widest = 0;
  for (const CircleSeat& seat : spec.seats) {
    widest = std::max(widest, ui.width_of(seat.name, Role::note, Weight::bold));
  }
  const float beside = std::max(around, spec.names ? widest / 2 : 0);
  const float half_width =
      std::min(ui.scaled(spec.most_half_width), std::max(0.0F, spec.rect.width / 2 - beside));
  const float half_height = std::min(ui.scaled(spec.most_half_height),
                                     std::max(0.0F, (spec.rect.height - 2 * around - name) / 2));
  const Point centre{std::round(spec.rect.centre().x), std::round(spec.rect.centre().y - name / 2)};

  std::array<Point, steps> line{};
  for (std::size_t i = 0; i < steps; ++i) {
    line.at(i) = on_ellipse(centre, half_width, half_height,
                            static_cast<float>(i) / static_cast<float>(steps));
  }
  canvas.polyline(line, Token::line, canvas.line_width(), true);

  draw_middle(ui, spec, centre, half_width, half_height, radius);
  std::optional<std::size_t> pressed;
  const std::string group = ui.id("seats");
  const auto places = seats_on_ellipse(centre, half_width, half_height, spec.seats.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Point at{std::round(places[i].x), std::round(places[i].y)};
    draw_seat(ui, spec, spec.seats[i], at, radius, group, pressed, i);
  }
  return pressed;
}

void circle_legend(Ui& ui, std::string_view leaf, const Rect& rect,
                   std::span<const CircleLegendEntry> entries) {
  Canvas& canvas = ui.canvas();
  const float disc = ui.scaled(legend_disc);
  const float gap = space::l;
  float width = -gap;
  for (const CircleLegendEntry& entry : entries) {
    width += disc + space::s + std::ceil(ui.width_of(entry.text, Role::note)) + gap;
  }
  float x = std::floor(rect.centre().x - std::min(width, rect.width) / 2);
  const auto scope = ui.scope(leaf);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const CircleLegendEntry& entry = entries[i];
    const Point at{x + disc / 2, std::round(rect.centre().y)};
    const float radius = disc / 2;
    switch (entry.state) {
      case DiscState::has_word:
        canvas.ring(at, radius - 1, Token::accent, 2);
        canvas.disc(at, radius - 4, Token::accent);
        break;
      case DiscState::heard:
        parts::draw_check(canvas, at, radius, Token::accent, Token::accent_ink);
        break;
      case DiscState::not_yet: canvas.ring(at, radius - 1, Token::edge, 2); break;
      case DiscState::not_here: canvas.dashed_ring(at, radius - 1, Token::edge, 1.5F); break;
      case DiscState::here: canvas.disc(at, radius, Token::p0); break;
    }
    x += disc + space::s;
    const float words = std::ceil(ui.width_of(entry.text, Role::note));
    ui.text(std::to_string(i), {x, rect.y, std::min(words, rect.right() - x), rect.height},
            entry.text, {Role::note, Weight::regular, Token::ink2});
    x += words + gap;
  }
}

}  // namespace baraza::ui
