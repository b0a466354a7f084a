// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/kernel/ui.h"

namespace baraza::ui {

// The sign: eight discs in a ring, the first an empty place.
enum class SignKind : std::uint8_t {
  filled,   // in one colour, the empty place an outline
  outline,  // all of them outlines: where there is nothing yet
  people,   // in the tints of persons, the empty place dashed: before anybody is in
};
struct SignSpec {
  Point centre = {};
  float size = 44;  // across, logical pixels
  SignKind kind = SignKind::filled;
  Token colour = Token::rail_ink;  // of discs and outlines; of the dashes
};
void sign(Ui& ui, std::string_view leaf, const SignSpec& spec);

// Where there is nothing yet: the sign, one sentence, one note, at most one button.
struct EmptySpec {
  std::string_view id = {};
  Rect rect = {};  // what is drawn stands in the middle of its width, from its upper edge
  std::string_view text = {};
  std::string_view note = {};
  std::string_view action = {};  // its words; empty: no button
  const char* action_icon = nullptr;
  Shortcut shortcut = {};
};
float empty_height(const Ui& ui, const EmptySpec& spec);
// True when the button was pressed; it is drawn as "<id>.action".
bool empty_state(Ui& ui, const EmptySpec& spec);

}  // namespace baraza::ui
