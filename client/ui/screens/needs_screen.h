// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/needs_model.h"
#include "client/ui/screens/shell.h"

// What needs the person: a list, and the thing that is open. The owner sets `state.open` to the
// item of place::Needs when the screen opens, and makes the model from `state.open`.
//
// ids: needs.item.N needs.kept.N needs.answer.N needs.leave needs.again needs.keep needs.go
//      needs.before.N needs.reopen (settled before)
//      needs.undo (right after settling)
namespace baraza::ui {

struct NeedsState {
  std::string open;  // id of the open item; empty: the first
  // What was settled last on this screen, and what takes it back.
  std::string settled;
  std::vector<client::Intent> undo;
};

TopBarModel needs_top_bar(const client::NeedsModel& model);
void draw_needs(Ui& ui, const ShellFrame& frame, const client::NeedsModel& model, NeedsState& state,
                Requests& requests);

}  // namespace baraza::ui
