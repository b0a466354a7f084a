// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "client/ui/kernel/ui.h"

namespace baraza::ui {

// Somebody on the map.
struct MapPerson {
  std::string_view id = {};  // leaf below the map's
  std::string_view name = {};
  std::string_view letters = {};
  std::string_view text = {};  // all of it in words, for the registry
  int closeness = 1;           // 0 close, 1 some, 2 far
  enum class Support : std::uint8_t { unknown, none, little, some, strong };
  Support support = Support::unknown;
  bool strain = false;
  bool lost = false;
  bool changed = false;            // since last time
  std::optional<float> angle_deg;  // clockwise from the top; empty: in the order of telling
};

// Where things of a map are.
struct MapSeat {
  Point centre;
  Rect name;                // of its label
  bool name_shown = false;  // false: there is no place where it overlaps nothing
};
struct MapLayout {
  Point centre;
  float scale = 1;  // of the lengths that look.md gives
  float disc = 22;  // radius
  std::vector<MapSeat> seats;
};

// Seats and labels in the rectangle, by pure geometry: discs never overlap, labels neither each
// other nor a disc, and all stay inside. `widths` are those of the names, `line` is how high one
// is.
MapLayout lay_out_map(const Rect& rect, std::span<const MapPerson> people,
                      std::span<const float> widths, float line);

// The people in somebody's life as look.md draws them: closeness is the distance from the middle,
// the line says support and strain.
struct MapSpec {
  std::string_view id = {};
  Rect rect = {};
  std::string_view letters = {};  // in the middle
  std::string_view name = {};
  std::string_view close_word = {};  // at the bottom of each ellipse
  std::string_view some_word = {};
  std::string_view far_word = {};
  std::span<const MapPerson> people = {};
};
// What somebody asked for in this pass.
struct MapAnswer {
  std::optional<std::size_t> opened;
  std::optional<std::size_t> closer;   // plus
  std::optional<std::size_t> farther;  // minus
  std::optional<std::size_t> removed;  // Del
};
// Tab enters, arrows walk clockwise; people are drawn as "<id>.<their id>".
MapAnswer relationship_map(Ui& ui, const MapSpec& spec);

}  // namespace baraza::ui
