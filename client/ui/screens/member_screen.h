// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/member_model.h"
#include "client/ui/screens/note_panel.h"
#include "client/ui/screens/shell.h"
#include "client/ui/screens/worry_panel.h"
#include "client/ui/widgets/trend_line.h"

// The page of a member: mood, sessions, notes.
//
// Its actions have fewer words where the layout has less room, so that the name stays readable.
//
// ids: member.area member.work member.risk.open member.mood member.event.N member.check.N
// member.mark.N member.seat; note.* worry.*; top.worried
//      top.note
namespace baraza::ui {

struct MemberState {
  TrendState trend;
  NotePanelState note;
  WorryPanelState worry;
  bool why = false;  // the reason of the quiet word is open
};

TopBarModel member_top_bar(const client::MemberModel& model, Layout layout);
void draw_member(Ui& ui, const ShellFrame& frame, const client::MemberModel& model,
                 MemberState& state, Requests& requests);

}  // namespace baraza::ui
