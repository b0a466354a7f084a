// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/attendance_model.h"
#include "client/ui/screens/shell.h"
#include "client/ui/widgets/stepper.h"
#include "client/ui/widgets/text_field.h"

// Who came: rows of members, and the marks for the one that is chosen. The owner sets
// `state.draft` from the draft of `model.draft_key` when the screen opens.
//
// Keys: P here, L late, G gone early, T told us, E excused, U not known why, for the row with the
// focus; A everybody who isn't marked yet is here.
//
// ids: attendance.row.SEAT attendance.mark.KEY attendance.minutes attendance.reason
//      attendance.save attendance.all attendance.settle
namespace baraza::ui {

struct AttendanceState {
  MemberId chosen;  // zero: the first row
  client::MarkDraft draft;
  StepperState minutes_field;
  TextFieldState reason_field;
};

TopBarModel attendance_top_bar(const client::AttendanceModel& model, Layout layout);
void draw_attendance(Ui& ui, const ShellFrame& frame, const client::AttendanceModel& model,
                     AttendanceState& state, Requests& requests);

}  // namespace baraza::ui
