// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/techniques_model.h"
#include "client/ui/screens/requests.h"
#include "client/ui/screens/shell.h"

// What was used in a session: a list to tick, saved as it is pressed.
//
// ids: techniques.N, the number of the technique
namespace baraza::ui {

TopBarModel techniques_top_bar(const client::TechniquesModel& model);
void draw_techniques(Ui& ui, const ShellFrame& frame, const client::TechniquesModel& model,
                     Requests& requests);

}  // namespace baraza::ui
