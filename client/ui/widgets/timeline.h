// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "client/ui/kernel/ui.h"

namespace baraza::ui {

// Where a session stands in the course.
enum class SessionDot : std::uint8_t { held, now, to_come };

struct TimelinePhase {
  std::string_view words = {};  // "Middle: sessions 2 to 7"
  std::size_t nodes = 1;        // how many nodes it spans, the first talks counted as one
  bool current = false;
};
struct TimelineNode {
  std::string_view words = {};  // "5"; for the first talks "9 of 9"
  std::string_view date = {};   // below; "today"
  SessionDot state = SessionDot::to_come;
  bool pill = false;           // the first talks
  std::string_view text = {};  // for the registry: "Session 5, today"
};

// The course of a group: phases over the sessions they span. Left and right walk the sessions,
// Enter opens one. Of many sessions only the first, today's and the last have their date.
struct TimelineSpec {
  std::string_view id = {};
  Rect rect = {};
  std::span<const TimelinePhase> phases = {};
  std::span<const TimelineNode> nodes = {};
  // Right of a rule: "4", "sessions left, with today". Empty, or no room beside so many sessions:
  // neither.
  std::string_view countdown = {};
  std::string_view countdown_words = {};
  bool pressable = true;
};
float timeline_height(const Ui& ui);
// The session that was opened in this pass, as a place among the nodes; they are drawn as
// "<id>.<place>".
std::optional<std::size_t> timeline(Ui& ui, const TimelineSpec& spec);

// The same in small: one dot a session.
struct CourseDotsSpec {
  std::string_view id = {};
  Rect rect = {};  // the dots stand at its left, in the middle of it
  std::span<const SessionDot> dots = {};
  std::string_view text = {};  // for the registry: "5 of 8"
  bool large = false;          // 16 across in place of 14
};
Size course_dots_size(const Ui& ui, const CourseDotsSpec& spec);
void course_dots(Ui& ui, const CourseDotsSpec& spec);

}  // namespace baraza::ui
