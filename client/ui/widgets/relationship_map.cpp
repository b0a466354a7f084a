// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/relationship_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr std::array<float, 3> half_heights = {80, 146, 214};
constexpr float wider = 1.16F;
constexpr float middle_radius = 35;
constexpr float from_middle = 40;
constexpr float before_person = 26;
constexpr float tick = 8;
constexpr float two_lines_apart = 6;
constexpr float changed_radius = 11;

Point along(Point from, Point to, float length) {
  const float whole = std::max(1.0F, std::hypot(to.x - from.x, to.y - from.y));
  return {from.x + (to.x - from.x) * length / whole, from.y + (to.y - from.y) * length / whole};
}

void draw_ellipses(Ui& ui, const MapSpec& spec, const MapLayout& map) {
  Canvas& canvas = ui.canvas();
  const std::array words = {spec.close_word, spec.some_word, spec.far_word};
  const float line = canvas.line_height(Role::note);
  for (std::size_t i = 0; i < half_heights.size(); ++i) {
    const float half = half_heights[i] * map.scale;
    std::vector<Point> points;
    for (int step = 0; step < 120; ++step) {
      const float angle = static_cast<float>(step) * std::numbers::pi_v<float> / 60;
      points.push_back(
          {map.centre.x + half * wider * std::cos(angle), map.centre.y + half * std::sin(angle)});
    }
    canvas.polyline(points, Token::line, 1, true);
    const float width = std::ceil(ui.width_of(words[i], Role::note)) + 4;
    const Rect label{std::floor(map.centre.x - width / 2),
                     std::floor(map.centre.y + half - line / 2), width, line};
    const bool taken = std::any_of(map.seats.begin(), map.seats.end(), [&](const MapSeat& seat) {
      const Rect disc{seat.centre.x - map.disc, seat.centre.y - map.disc, 2 * map.disc,
                      2 * map.disc};
      return disc.overlaps(label) || (seat.name_shown && seat.name.overlaps(label));
    });
    if (taken) continue;
    canvas.fill(label, Token::surface);
    ui.text("ring." + std::to_string(i), label, words[i],
            {Role::note, Weight::regular, Token::ink2}, Align::centre);
  }
}

void draw_strain(Canvas& canvas, Point from, Point to, float scale) {
  canvas.line(from, to, Token::risk, 2.5F);
  const float length = std::max(1.0F, std::hypot(to.x - from.x, to.y - from.y));
  const Point normal{-(to.y - from.y) / length, (to.x - from.x) / length};
  for (const float part : {0.38F, 0.5F, 0.62F}) {
    // A short line has room for one tick.
    if (length < 4 * tick && part != 0.5F) continue;
    const Point at = along(from, to, length * part);
    canvas.line({at.x - normal.x * tick * scale, at.y - normal.y * tick * scale},
                {at.x + normal.x * tick * scale, at.y + normal.y * tick * scale}, Token::risk,
                2.5F);
  }
}

void draw_support(Canvas& canvas, const MapPerson& person, Point from, Point to) {
  switch (person.support) {
    case MapPerson::Support::strong: return canvas.line(from, to, Token::accent, 6);
    case MapPerson::Support::some: return canvas.line(from, to, Token::accent, 2.5F);
    case MapPerson::Support::little: return canvas.line(from, to, Token::edge, 1.5F);
    case MapPerson::Support::none:
    case MapPerson::Support::unknown: return;
  }
}

// Kinds of line are told apart by thickness, ticks and dashes, never by colour alone.
void draw_line(Ui& ui, const MapLayout& map, const MapPerson& person, Point at) {
  Canvas& canvas = ui.canvas();
  const float whole = std::hypot(at.x - map.centre.x, at.y - map.centre.y);
  const Point from = along(map.centre, at, std::min(from_middle * map.scale, whole));
  const Point to = along(map.centre, at, std::max(0.0F, whole - before_person * map.scale));
  if (person.lost) return canvas.dashed_line(from, to, Token::edge, 1.5F);
  const bool supports = person.support == MapPerson::Support::strong ||
                        person.support == MapPerson::Support::some ||
                        person.support == MapPerson::Support::little;
  if (!person.strain) return draw_support(canvas, person, from, to);
  if (!supports) return draw_strain(canvas, from, to, map.scale);
  const Point normal{-(to.y - from.y) / std::max(1.0F, whole),
                     (to.x - from.x) / std::max(1.0F, whole)};
  const float half = two_lines_apart / 2 + 1;
  draw_support(canvas, person, {from.x + normal.x * half, from.y + normal.y * half},
               {to.x + normal.x * half, to.y + normal.y * half});
  draw_strain(canvas, {from.x - normal.x * half, from.y - normal.y * half},
              {to.x - normal.x * half, to.y - normal.y * half}, map.scale);
}

// People clockwise from the top: the order in which arrows walk.
std::vector<std::size_t> clockwise(const MapLayout& map) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < map.seats.size(); ++i) out.push_back(i);
  const auto turn = [&](std::size_t i) {
    const Point at = map.seats[i].centre;
    const float angle = std::atan2(at.x - map.centre.x, map.centre.y - at.y);
    return angle < 0 ? angle + 2 * std::numbers::pi_v<float> : angle;
  };
  std::sort(out.begin(), out.end(),
            [&](std::size_t a, std::size_t b) { return turn(a) < turn(b); });
  return out;
}

void draw_person(Ui& ui, const MapSpec& spec, const MapLayout& map, std::size_t place,
                 MapAnswer& answer) {
  Canvas& canvas = ui.canvas();
  const MapPerson& person = spec.people[place];
  const MapSeat& seat = map.seats[place];
  const float half = std::max(map.disc, space::target / 2);
  ControlSpec control_spec;
  control_spec.id = person.id;
  control_spec.rect = {seat.centre.x - half, seat.centre.y - half, 2 * half, 2 * half};
  control_spec.text = person.text;
  control_spec.group = ui.id("people");
  control_spec.radius = half;
  const Control control = ui.control(control_spec);
  if (control.activated) answer.opened = place;
  if (control.focused) {
    if (ui.pressed(Shortcut::of(U'+'))) answer.closer = place;
    if (ui.pressed(Shortcut::of(U'-'))) answer.farther = place;
    if (ui.pressed(Shortcut::of(Key::del))) answer.removed = place;
  }
  canvas.disc(seat.centre, map.disc + 2, Token::surface);
  const DiscSpec disc{.letters = person.letters,
                      .seat = static_cast<std::uint32_t>(place),
                      .state = person.lost ? DiscState::not_here : DiscState::here,
                      .name = person.name};
  parts::draw_disc(ui, seat.centre, map.disc, disc, 0);
  if (person.changed) {
    const Point at{seat.centre.x + map.disc * 0.75F, seat.centre.y - map.disc * 0.75F};
    canvas.disc(at, changed_radius, Token::warn);
    canvas.icon(at, icon::schedule, {IconSize::small, Token::warn_mark});
  }
  if (!seat.name_shown) return;
  canvas.fill(seat.name, Token::surface);
  ui.text(parts::below(person.id, "name"), seat.name, person.name,
          {Role::note, Weight::regular, Token::ink}, Align::centre);
}

}  // namespace

MapAnswer relationship_map(Ui& ui, const MapSpec& spec) {
  Canvas& canvas = ui.canvas();
  std::vector<float> widths;
  for (const MapPerson& person : spec.people) {
    widths.push_back(std::ceil(ui.width_of(person.name, Role::note)) + 4);
  }
  const MapLayout map = lay_out_map(spec.rect, spec.people, widths, canvas.line_height(Role::note));
  const auto scope = ui.scope(spec.id);
  draw_ellipses(ui, spec, map);
  for (std::size_t i = 0; i < spec.people.size(); ++i) {
    draw_line(ui, map, spec.people[i], map.seats[i].centre);
  }
  const float middle = middle_radius * std::min(map.scale, 1.0F);
  canvas.disc(map.centre, middle + 3, Token::surface);
  parts::draw_disc(ui, map.centre, middle,
                   {.letters = spec.letters, .state = DiscState::has_word, .name = spec.name}, 0);
  ui.note_picture("middle", {map.centre.x - middle, map.centre.y - middle, 2 * middle, 2 * middle},
                  spec.name);
  MapAnswer answer;
  for (const std::size_t place : clockwise(map)) draw_person(ui, spec, map, place, answer);
  return answer;
}

}  // namespace baraza::ui
