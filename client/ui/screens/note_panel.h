// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/note_model.h"
#include "client/ui/kernel/ui.h"
#include "client/ui/screens/requests.h"
#include "client/ui/widgets/text_field.h"

// ids: note.about.group note.about.SEAT note.text note.back note.action
namespace baraza::ui {

// What is typed. Belongs to the screen, whose owner sets `draft` from what was kept of it when the
// screen opens.
struct NotePanelState {
  bool open = false;
  client::NoteDraft draft;
  TextFieldState field;
  float height = 0;  // of what is in it, at its highest since it was opened
};

// Draws nothing while it isn't open. Every change asks for its draft to be kept; saving writes the
// note and drops it. Going back keeps it.
void draw_note_panel(Ui& ui, const client::NoteModel& model, NotePanelState& state,
                     Requests& requests);

}  // namespace baraza::ui
