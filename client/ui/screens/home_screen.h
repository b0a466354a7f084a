// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/home_model.h"
#include "client/ui/screens/shell.h"

// What comes next, what to know before, the groups, what needs the person, where the work is.
//
// ids: home.open home.plan home.group.N home.need.N home.needs_all
namespace baraza::ui {

TopBarModel home_top_bar(const client::HomeModel& model);
void draw_home(Ui& ui, const ShellFrame& frame, const client::HomeModel& model, Requests& requests);

// Where the button of an item leads: to a screen of its own, or to Needs you with it open.
Place place_of(const client::NeedItem& item);

}  // namespace baraza::ui
