// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/close_model.h"
#include "client/ui/kernel/ui.h"
#include "client/ui/screens/requests.h"

// ids: close.back close.verb
namespace baraza::ui {

// Draws nothing while `open` is false, and sets it so once it is answered.
void draw_close_dialog(Ui& ui, const client::CloseModel& model, bool& open, Requests& requests);

}  // namespace baraza::ui
