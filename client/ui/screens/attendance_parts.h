// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/screens/attendance_screen.h"

// The parts of the attendance screen; for its own sources. All are drawn inside the scope
// "attendance".
namespace baraza::ui::attendance_parts {

// "4"; of two in one seat the later ones have more behind it.
std::string seat_id(const client::AttendanceModel& model, std::size_t place);

// What was typed about the chosen member, without blanks around it.
std::string typed_reason(const AttendanceState& state);

// Whoever isn't marked yet is here.
void mark_all(const client::AttendanceModel& model, AttendanceState& state, Requests& requests);

// The chosen member: the ways to mark, minutes, reason.
void draw_marks(Ui& ui, const client::AttendanceModel& model, const Rect& rect,
                AttendanceState& state, Requests& requests);

}  // namespace baraza::ui::attendance_parts
