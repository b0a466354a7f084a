// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "client/ui/kernel/ui.h"

namespace baraza::ui {

// A session on a trend line.
struct TrendPoint {
  std::string_view label = {};  // below: "first", "1"
  std::optional<std::uint32_t> score =
      {};                         // a missing one is a gap bridged by dashes, never a zero
  std::string_view events = {};   // letters of what happened then: "A", or "AB" side by side
  std::string_view version = {};  // another version of the instrument begins here: its name
  std::string_view words = {};    // said below when this point is read
};

struct TrendSpec {
  std::string_view id = {};
  Rect rect = {};
  std::string_view label = {};                 // what the line shows, for the registry
  std::span<const TrendPoint> points = {};     // all sessions of the course
  std::span<const std::uint32_t> limits = {};  // where bands begin
};

// Which point is read. Belongs to the screen.
struct TrendState {
  std::optional<std::size_t> at = {};
};

// Left and right walk the points that have a score or an event; the pointer, held down, reads the
// nearest one. The sentence of the point that is read stands in the last line of the rectangle.
void trend_line(Ui& ui, const TrendSpec& spec, TrendState& state);

// The letter of an event, as on the line: for the legend beside it.
void event_mark(Ui& ui, Point centre, std::string_view letter);
float event_mark_size(const Ui& ui);

// Scores in small, without words. Room for all sessions is kept: the empty part is the time left.
struct SparklineSpec {
  std::string_view id = {};
  Rect rect = {};              // 136x40 where there is room
  std::string_view text = {};  // what it shows, for the registry
  std::span<const std::optional<std::uint32_t>> scores = {};
  std::size_t sessions = 9;  // with the first talk
  std::uint32_t top = 20;    // the score at the upper edge, at least
};
void sparkline(Ui& ui, const SparklineSpec& spec);

}  // namespace baraza::ui
