// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/supervisor_model.h"
#include "client/ui/screens/shell.h"

// Nothing here is pressed but what leads to the worries: supervisor.unseen.worries
namespace baraza::ui {

TopBarModel supervisor_top_bar(const client::SupervisorModel& model);
void draw_supervisor(Ui& ui, const ShellFrame& frame, const client::SupervisorModel& model,
                     Requests& requests);

}  // namespace baraza::ui
