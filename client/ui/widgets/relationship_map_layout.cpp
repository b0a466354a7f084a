// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "client/ui/widgets/relationship_map.h"

// Places on the map. Pure.
namespace baraza::ui {
namespace {

// look.md, section 7.
constexpr std::array<float, 3> half_heights = {80, 146, 214};
constexpr float wider = 1.16F;
constexpr float middle_radius = 35;
constexpr float disc_radius = 22;
constexpr float apart = 60;
constexpr float label_gap = 3;

Point on_ellipse(Point centre, float half_height, float degrees) {
  const float angle = (degrees - 90) * std::numbers::pi_v<float> / 180;
  return {centre.x + half_height * wider * std::cos(angle),
          centre.y + half_height * std::sin(angle)};
}

float distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

bool is_free(Point at, const std::vector<MapSeat>& seats, float least) {
  return std::all_of(seats.begin(), seats.end(),
                     [&](const MapSeat& seat) { return distance(at, seat.centre) >= least; });
}

// Where somebody sits: at their angle, or the nearest one along the ellipse that is free.
Point seat_of(const MapLayout& map, int closeness, float degrees) {
  const float half =
      half_heights[static_cast<std::size_t>(std::clamp(closeness, 0, 2))] * map.scale;
  for (float least = apart * map.scale; least > 2 * map.disc; least -= 2) {
    for (float turn = 0; turn <= 180; turn += 3) {
      for (const float way : {turn, -turn}) {
        const Point at = on_ellipse(map.centre, half, degrees + way);
        if (is_free(at, map.seats, least)) return at;
      }
    }
  }
  // The ellipse is full: as near to it as there is room outside of it.
  for (float more = 4; more < 400; more += 4) {
    for (float turn = 0; turn <= 180; turn += 3) {
      const Point at = on_ellipse(map.centre, half + more, degrees + turn);
      if (is_free(at, map.seats, 2 * map.disc + 1)) return at;
    }
  }
  return on_ellipse(map.centre, half, degrees);
}

bool near_disc(const Rect& label, Point centre, float radius) {
  const float x = std::clamp(centre.x, label.x, label.right());
  const float y = std::clamp(centre.y, label.y, label.bottom());
  return distance({x, y}, centre) < radius + 1;
}

void place_labels(const Rect& rect, std::span<const float> widths, float line, MapLayout& map) {
  const auto collides = [&](const Rect& label) {
    if (!rect.contains(label)) return true;
    if (near_disc(label, map.centre, middle_radius * map.scale)) return true;
    for (const MapSeat& seat : map.seats) {
      if (near_disc(label, seat.centre, map.disc)) return true;
      if (seat.name_shown && seat.name.overlaps(label)) return true;
    }
    return false;
  };
  for (std::size_t i = 0; i < map.seats.size(); ++i) {
    MapSeat& seat = map.seats[i];
    const float width = widths[i];
    const float away = map.disc + label_gap;
    const Point at = seat.centre;
    const Rect below{at.x - width / 2, at.y + away, width, line};
    const Rect above{at.x - width / 2, at.y - away - line, width, line};
    const Rect right{at.x + away, at.y - line / 2, width, line};
    const Rect left{at.x - away - width, at.y - line / 2, width, line};
    const bool on_the_left = at.x < map.centre.x;
    for (const Rect& label : {below, on_the_left ? left : right, on_the_left ? right : left, above,
                              right.moved(0, line / 2), left.moved(0, line / 2),
                              right.moved(0, -line / 2), left.moved(0, -line / 2)}) {
      const Rect whole{std::floor(label.x), std::floor(label.y), label.width, label.height};
      if (collides(whole)) continue;
      seat.name = whole;
      seat.name_shown = true;
      break;
    }
  }
}

}  // namespace

MapLayout lay_out_map(const Rect& rect, std::span<const MapPerson> people,
                      std::span<const float> widths, float line) {
  MapLayout map;
  map.centre = rect.centre();
  // A label has room below the lowest disc and above the highest.
  const float high = rect.height / 2 - disc_radius - line - 2 * label_gap;
  const float wide = rect.width / 2 - disc_radius - label_gap;
  map.scale =
      std::clamp(std::min(high / half_heights[2], wide / (half_heights[2] * wider)), 0.4F, 1.6F);
  map.disc = std::max(14.0F, disc_radius * std::min(map.scale, 1.0F));
  const auto count = static_cast<float>(people.size());
  for (std::size_t i = 0; i < people.size(); ++i) {
    // Nobody straight below the middle, where the words of the ellipses stand.
    const float start = people.size() % 2 == 0 ? 180 / std::max(count, 1.0F) : 0;
    const float told = start + 360 * static_cast<float>(i) / std::max(count, 1.0F);
    MapSeat seat;
    seat.centre = seat_of(map, people[i].closeness, people[i].angle_deg.value_or(told));
    map.seats.push_back(seat);
  }
  place_labels(rect, widths, line, map);
  return map;
}

}  // namespace baraza::ui
