// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/kernel/ui.h"
#include "client/ui/widgets/tone.h"

namespace baraza::ui {

struct CardSpec {
  std::string_view id = {};
  Rect rect = {};
  std::string_view title = {};  // top left; empty: none
  std::string_view note = {};   // top right, beside the title
  float padding = space::card_padding;
  Tone tone = Tone::plain;
  Role title_role = Role::head;
  Token title_colour = Token::ink;
};

// Draws it and returns the room inside: within the padding, below the title. Not pressable itself.
Rect card(Ui& ui, const CardSpec& spec);
// What the card takes of its height around that room; add the height of what is in it. Only the
// rectangle's width is read.
float card_around(const Ui& ui, const CardSpec& spec);

}  // namespace baraza::ui
