// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/note_rows.h"

#include <algorithm>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"

namespace baraza::ui {
namespace {

using client::NoteRow;

ButtonSpec open_button(const NoteRow& note) {
  return {.id = "open",
          .text = note.open_word,
          .kind = ButtonKind::quiet,
          .icon = icon::edit,
          .tight = true};
}

// Who wrote it and what was done to it since, beside the button that opens it.
float by_width(const Ui& ui, const NoteRowsSpec& spec, const NoteRow& note) {
  return spec.width - std::min(button_size(ui, open_button(note)).width, spec.width / 2) - space::s;
}

float by_height(const Ui& ui, const NoteRowsSpec& spec, const NoteRow& note) {
  const float width = by_width(ui, spec, note);
  float height = ui.paragraph_height(note.by, Role::note, Weight::regular, width);
  if (!note.changed.empty()) {
    height += ui.paragraph_height(note.changed, Role::note, Weight::regular, width);
  }
  return height;
}

float row_height(const Ui& ui, const NoteRowsSpec& spec, const NoteRow& note) {
  float height = std::max(ui.target(), by_height(ui, spec, note));
  if (spec.with_about) {
    height += ui.paragraph_height(note.about, Role::note, Weight::bold, spec.width);
  }
  if (!note.text.empty()) {
    height += ui.paragraph_height(note.text, Role::body, Weight::regular, spec.width);
  }
  return height;
}

void draw_by(Ui& ui, const NoteRowsSpec& spec, const NoteRow& note, Rect room) {
  constexpr TextStyle style{Role::note, Weight::regular, Token::ink2};
  room.take_top((room.height - by_height(ui, spec, note)) / 2);
  room.width = by_width(ui, spec, note);
  room.take_top(ui.paragraph("by", room, note.by, style));
  if (!note.changed.empty()) ui.paragraph("changed", room, note.changed, style);
}

}  // namespace

float note_rows_height(const Ui& ui, const NoteRowsSpec& spec) {
  float height = 0;
  for (const NoteRow& note : spec.notes) height += row_height(ui, spec, note) + space::m;
  return height;
}

std::optional<NoteId> note_rows(Ui& ui, const NoteRowsSpec& spec, Point from) {
  std::optional<NoteId> opened;
  Rect room{from.x, from.y, spec.width, note_rows_height(ui, spec)};
  for (const NoteRow& note : spec.notes) {
    const auto scope = ui.scope(to_hex(note.note));
    if (spec.with_about) {
      room.take_top(
          ui.paragraph("about", room, note.about, {Role::note, Weight::bold, Token::ink}));
    }
    if (!note.text.empty()) room.take_top(ui.paragraph("text", room, note.text, {}));
    const Rect below = room.take_top(std::max(ui.target(), by_height(ui, spec, note)));
    draw_by(ui, spec, note, below);
    ButtonSpec open = open_button(note);
    open.rect = {below.x + by_width(ui, spec, note) + space::s, below.centre().y - ui.target() / 2,
                 spec.width - by_width(ui, spec, note) - space::s, ui.target()};
    if (button(ui, open)) opened = note.note;
    room.take_top(space::m);
  }
  return opened;
}

}  // namespace baraza::ui
