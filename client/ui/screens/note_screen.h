// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "client/core/screens/note_page_model.h"
#include "client/ui/screens/requests.h"
#include "client/ui/screens/shell.h"
#include "client/ui/widgets/text_field.h"

// One note: a field in which it is corrected, and every text that it ever had.
//
// ids: note_page.text note_page.save note_page.strike note_page.before.N
namespace baraza::ui {

struct NotePageState {
  std::string text;  // as it would be
  std::string base;  // what the note said when that was begun
  bool typed = false;
  TextFieldState field;
};

// What the screen opens with: the correction that was being typed, if one was kept.
NotePageState begin_note(const client::NotePageModel& model, const Bytes& kept);

TopBarModel note_top_bar(const client::NotePageModel& model);

// What is typed is asked to be kept with every change. Until somebody types, the field follows what
// others write.
void draw_note(Ui& ui, const ShellFrame& frame, const client::NotePageModel& model,
               NotePageState& state, Requests& requests);

}  // namespace baraza::ui
