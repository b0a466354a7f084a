// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/group_model.h"
#include "client/ui/screens/note_panel.h"
#include "client/ui/screens/shell.h"
#include "client/ui/screens/worry_panel.h"
#include "client/ui/widgets/text_field.h"

// A group: its course, who came when, how the mood goes.
//
// ids: group.course.N group.member.SEAT group.cells.SEAT.N top.session group.add group.note
//      add.name add.phone add.back add.action; note.* worry.*; top.worried top.note
namespace baraza::ui {

struct GroupState {
  bool adding = false;
  std::string name;
  TextFieldState name_field;
  std::string phone;
  TextFieldState phone_field;
  NotePanelState note;
  WorryPanelState worry;
  bool why = false;  // the reason of the quiet word is open
};

// With little room the way to a note stands below, beside the way to a new member.
TopBarModel group_top_bar(const client::GroupModel& model, Layout layout);
void draw_group(Ui& ui, const ShellFrame& frame, const client::GroupModel& model, GroupState& state,
                Requests& requests);

}  // namespace baraza::ui
