// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/alarm_model.h"
#include "client/ui/screens/shell.h"
#include "client/ui/screens/worry_panel.h"

// A worry about a member: where it has got to, what was written, whom to call, and for a supervisor
// to say that it was seen. That has no key and never the first focus: Back does.
//
// ids: alarm.see alarm.resolve alarm.member alarm.resolve.back alarm.resolve.verb worry.*
// top.worried
namespace baraza::ui {

struct AlarmState {
  bool resolving = false;
  WorryPanelState worry;
};

TopBarModel alarm_top_bar(const client::AlarmModel& model);
void draw_alarm(Ui& ui, const ShellFrame& frame, const client::AlarmModel& model, AlarmState& state,
                Requests& requests);

}  // namespace baraza::ui
