// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "client/core/screens/note_model.h"
#include "client/ui/kernel/ui.h"

namespace baraza::ui {

// Notes below each other: whom each is about, what it says, who wrote it, the button that opens it.
// Draws in the scope it is called in.
//
// ids: NOTE.open NOTE.about NOTE.by NOTE.text NOTE.changed
struct NoteRowsSpec {
  std::span<const client::NoteRow> notes;
  float width = 0;
  bool with_about = false;  // false where all are about the same
};

float note_rows_height(const Ui& ui, const NoteRowsSpec& spec);
// From the point on downwards. The note that was opened.
std::optional<NoteId> note_rows(Ui& ui, const NoteRowsSpec& spec, Point from);

}  // namespace baraza::ui
