// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "client/core/screens/worry_model.h"
#include "client/ui/kernel/ui.h"
#include "client/ui/screens/requests.h"

// ids: worry.whom.SEAT worry.urgency.0 worry.urgency.1 worry.back worry.action
namespace baraza::ui {

struct WorryPanelState {
  bool open = false;
  MemberId member;  // zero: nobody is chosen
  model::AlarmUrgency urgency = model::AlarmUrgency::today;
  float height = 0;  // of what is in it, at its highest since it was opened
};

// Draws nothing while it isn't open. First focus is on no answer.
void draw_worry_panel(Ui& ui, const client::WorryModel& model, WorryPanelState& state,
                      Requests& requests);

}  // namespace baraza::ui
