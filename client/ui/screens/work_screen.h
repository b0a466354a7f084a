// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/work_model.h"
#include "client/ui/screens/requests.h"
#include "client/ui/screens/shell.h"

// The work with one member: cards of rows, each of which opens its sheet; what is to be done next
// stands on top.
//
// ids: work.next work.ID, where ID is that of the row: consent explained timeline.N add.timeline
// inventory
//      formulation goal.N add.goal expectations area grief_work ... review.N add.event
//      add.conversation add.decision add.step event.N conversation.N decision.N step.N
namespace baraza::ui {

TopBarModel work_top_bar(const client::WorkModel& model);
void draw_work(Ui& ui, const ShellFrame& frame, const client::WorkModel& model, Requests& requests);

}  // namespace baraza::ui
