// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/card.h"

#include <algorithm>

#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

// The title may take two lines where it is long; the note stands on the first.
float note_width(const Ui& ui, const CardSpec& spec, float width) {
  if (spec.note.empty()) return 0;
  return std::min(ui.width_of(spec.note, Role::note) + 1, width / 2) + space::m;
}

float title_height(const Ui& ui, const CardSpec& spec) {
  if (spec.title.empty() && spec.note.empty()) return 0;
  const float width = spec.rect.width - 2 * spec.padding;
  const float title = ui.paragraph_height(spec.title, spec.title_role, Weight::bold,
                                          width - note_width(ui, spec, width), 2);
  return std::max(title, spec.note.empty() ? 0 : ui.canvas().line_height(Role::note)) + space::s;
}

}  // namespace

float card_around(const Ui& ui, const CardSpec& spec) {
  return 2 * spec.padding + title_height(ui, spec);
}

Rect card(Ui& ui, const CardSpec& spec) {
  const ToneColours tone = colours_of(spec.tone);
  const bool plain = spec.tone == Tone::plain;
  Canvas& canvas = ui.canvas();
  const bool framed = plain || canvas.theme() == Theme::high_contrast;
  canvas.fill(spec.rect, tone.fill, space::card_radius);
  if (framed) {
    canvas.border(spec.rect, plain ? Token::line : Token::edge, space::card_radius);
  }
  ui.note_area(spec.id, spec.rect, spec.title);
  Rect room = spec.rect.inset(spec.padding);
  const float height = title_height(ui, spec);
  if (height <= 0) return room;
  Rect head = room.take_top(height - space::s, space::s);
  const float note = note_width(ui, spec, head.width);
  if (!spec.note.empty()) {
    const float line = canvas.line_height(spec.title_role);
    Rect place = head.take_right(note - space::m, space::m);
    place.height = std::min(head.height, line);
    ui.text(parts::below(spec.id, "note"), place, spec.note,
            {Role::note, Weight::regular, plain ? Token::ink2 : tone.ink}, Align::right);
  }
  ui.paragraph(parts::below(spec.id, "title"), head, spec.title,
               {spec.title_role, Weight::bold, plain ? spec.title_colour : tone.ink}, Align::left,
               2);
  return room;
}

}  // namespace baraza::ui
