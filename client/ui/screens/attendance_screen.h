// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "client/core/screens/attendance_model.h"
#include "client/ui/screens/shell.h"
#include "client/ui/widgets/stepper.h"
#include "client/ui/widgets/text_field.h"

// Who came: rows of members, and the marks for the one that is chosen. The owner calls
// take_mark_drafts when the screen opens.
//
// Keys: P here, L late, G gone early, T told us, E excused, U not known why, for the row with the
// focus; A everybody who isn't marked yet is here.
//
// ids: attendance.row.SEAT attendance.mark.KEY attendance.minutes attendance.reason
//      attendance.save attendance.all attendance.settle
namespace baraza::ui {

// What was typed about one member, kept while others are looked at.
struct MarkEdit {
  client::MarkDraft draft;
  StepperState minutes_field;
  TextFieldState reason_field;
};

struct AttendanceState {
  MemberId chosen;  // zero: the first row
  std::map<MemberId, MarkEdit> edits;
};

// Takes up what was typed and not written when the screen was left. `drafts` is Client::drafts();
// the first row with a draft is chosen.
void take_mark_drafts(const client::AttendanceModel& model,
                      const std::map<std::string, Bytes>& drafts, AttendanceState& state);

TopBarModel attendance_top_bar(const client::AttendanceModel& model, Layout layout);
void draw_attendance(Ui& ui, const ShellFrame& frame, const client::AttendanceModel& model,
                     AttendanceState& state, Requests& requests);

}  // namespace baraza::ui
