// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/inventory_model.h"
#include "client/ui/screens/requests.h"
#include "client/ui/screens/shell.h"
#include "client/ui/widgets/text_field.h"

// The people in a member's life, as a map and as a list; and one of them, written or changed.
//
// ids: inventory.map.N inventory.list.N inventory.add, N their place in the order of telling;
//      somebody.called somebody.relationship.N somebody.closeness.N somebody.support.N
//      somebody.contact.N somebody.so.1 (strain) somebody.so.2 (lost) somebody.change
//      somebody.save somebody.remove
namespace baraza::ui {

TopBarModel inventory_top_bar(const client::InventoryModel& model);
void draw_inventory(Ui& ui, const ShellFrame& frame, const client::InventoryModel& model,
                    Requests& requests);

struct InventoryPersonState {
  model::InventoryPerson value;  // as it would be
  bool typed = false;
  bool chosen = false;  // of somebody new: who it is was pressed
  TextFieldState called;
  TextFieldState change;
};
// Somebody new gets an id here.
InventoryPersonState begin_inventory_person(const client::InventoryPersonModel& model,
                                            const Bytes& kept, Random& random);
TopBarModel inventory_person_top_bar(const client::InventoryPersonModel& model);
void draw_inventory_person(Ui& ui, const ShellFrame& frame,
                           const client::InventoryPersonModel& model, InventoryPersonState& state,
                           Requests& requests);

}  // namespace baraza::ui
