// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/groups_model.h"
#include "client/ui/screens/shell.h"

// ids: groups.list.N; groups.group.N
namespace baraza::ui {

TopBarModel groups_top_bar(const client::GroupsModel& model);
void draw_groups(Ui& ui, const ShellFrame& frame, const client::GroupsModel& model,
                 Requests& requests);

// Groups as cards in columns, from the upper edge of the room; home shows them too. Drawn as
// "group.N" below the scope. Returns the height.
float draw_group_cards(Ui& ui, const Rect& room, const std::vector<client::GroupCard>& cards,
                       Requests& requests);
float group_cards_height(Ui& ui, float width, const std::vector<client::GroupCard>& cards);

}  // namespace baraza::ui
