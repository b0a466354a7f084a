// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "client/core/screens/sheet_model.h"
#include "client/ui/screens/requests.h"
#include "client/ui/screens/shell.h"
#include "client/ui/widgets/text_field.h"

// A sheet of written work with a member: what it is for, its fields, its rows, and every version
// there was.
//
// ids: sheet.outcome.N sheet.F sheet.F.N (a choice of field F) sheet.row.R.F sheet.row.R.F.N
//      sheet.row.R.up sheet.row.R.down sheet.row.R.remove sheet.add sheet.save sheet.strike; F is
//      the number of the field, R the place of the row from 1
namespace baraza::ui {

struct SheetState {
  client::SheetDraft draft;  // as it would be
  client::SheetDraft base;   // what stood when that was begun
  bool typed = false;
  std::string wanted_focus;  // a field that the next pass draws first
  std::map<std::pair<std::uint16_t, std::uint16_t>, TextFieldState> texts;  // by row and field
  std::map<std::pair<std::uint16_t, std::uint16_t>, NumberFieldState> numbers;
};

// What the screen opens with: what was being written, if it was kept. A new sheet gets an id here.
SheetState begin_sheet(const client::SheetModel& model, const Bytes& kept, Random& random);

TopBarModel sheet_top_bar(const client::SheetModel& model);
// What is typed is asked to be kept with every change. Until somebody types, the fields follow what
// others write.
void draw_sheet(Ui& ui, const ShellFrame& frame, const client::SheetModel& model, SheetState& state,
                Requests& requests);

}  // namespace baraza::ui
