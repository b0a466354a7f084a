// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "client/ui/kernel/ui.h"
#include "client/ui/widgets/tone.h"

namespace baraza::ui {

enum class ButtonKind : std::uint8_t {
  primary,  // one a screen
  plain,
  quiet,    // words in accent, no frame
  worried,  // the way to raise a worry
  risk,     // filled; only "I have seen this"
  framed,   // on a tone: frame and words in its ink
  bare,     // on a tone: words in its ink
};

// Text and key are translated; they are read while button() runs.
struct ButtonSpec {
  std::string_view id = {};  // leaf
  Rect rect = {};            // all of it is the target; button_size() tells what it needs
  std::string_view text = {};
  ButtonKind kind = ButtonKind::plain;
  bool big = false;            // a screen's primary: higher, larger words
  const char* icon = nullptr;  // of theme/icons.h
  Shortcut shortcut = {};
  // Printed in the key cap in place of the shortcut: "Enter" or "Space" on what has first focus.
  std::string_view key = {};
  bool show_key = true;
  bool enabled = true;
  std::string_view why_not = {};  // said when a disabled one is tried
  std::string_view group = {};    // full name; empty: Tab stops here
  bool keeps_enter = true;
  bool strong = true;     // words in bold
  bool tight = false;     // less room at the sides, in rows and cards
  Tone on = Tone::plain;  // framed and bare: what it stands on
};

// Width and height with all its words; the rectangle of the spec isn't read.
Size button_size(const Ui& ui, const ButtonSpec& spec);

// True when it was pressed in this pass, by pointer, Enter, Space or shortcut. In a rectangle that
// is too narrow it drops the key cap first, then shortens its words.
bool button(Ui& ui, const ButtonSpec& spec);

// Where buttons go that stand in a row: as wide as they need, from the left or from the right, and
// in a second row where the first is full. None is made wider than the room.
std::vector<Rect> flow_buttons(const Ui& ui, std::span<const ButtonSpec> buttons, const Rect& room,
                               Align align = Align::left, float gap = space::between_targets);
// How high such a row, or its rows, are.
float row_of_buttons_height(const Ui& ui, std::span<const ButtonSpec> buttons, float width,
                            float gap = space::between_targets);
// Lays them out so and draws them. Which one was pressed, as a place in the span.
std::optional<std::size_t> row_of_buttons(Ui& ui, std::span<const ButtonSpec> buttons,
                                          const Rect& room, Align align = Align::left,
                                          float gap = space::between_targets);

}  // namespace baraza::ui
