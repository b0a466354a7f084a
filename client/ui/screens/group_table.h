// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/group_model.h"
#include "client/ui/kernel/ui.h"
#include "client/ui/screens/requests.h"

namespace baraza::ui {

// The members of a group in a table: who came when, how the mood goes. Where room is short the mood
// line goes first, then the oldest sessions. Returns how high it is.
float draw_group_table(Ui& ui, const Rect& room, const client::GroupModel& model,
                       Requests& requests);

}  // namespace baraza::ui
