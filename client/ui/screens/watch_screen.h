// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/watch_model.h"
#include "client/ui/screens/shell.h"

// What a supervisor looks at first. That something was seen is said on the page of the worry, never
// from here in passing.
//
// ids: watch.item.N watch.live.N
namespace baraza::ui {

TopBarModel watch_top_bar(const client::WatchModel& model);
void draw_watch(Ui& ui, const ShellFrame& frame, const client::WatchModel& model,
                Requests& requests);

}  // namespace baraza::ui
