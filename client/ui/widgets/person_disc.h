// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/kernel/ui.h"

namespace baraza::ui {

enum class DiscState : std::uint8_t {
  here,      // tint of the seat
  has_word,  // accent, with a ring around it
  not_yet,   // here, hasn't spoken: an edge
  not_here,  // dashed
  heard,     // tint and a check
};

// A person: a disc with the first letters of the name, or with the seat's number while names are
// hidden.
struct DiscSpec {
  std::string_view letters = {};  // one to three
  std::uint32_t seat = 0;         // chooses the tint; means nothing
  DiscState state = DiscState::here;
  std::string_view name = {};  // for the registry
  float size = 36;             // across at normal text: 34, 36, 40, 44, 56; grows with the text
};

// How wide and high the disc is at this text size, without the ring of has_word.
float disc_size(const Ui& ui, const DiscSpec& spec);
// What stands around the disc in this state: the ring of has_word, else 0.
float disc_ring(const Ui& ui, const DiscSpec& spec);
void person_disc(Ui& ui, std::string_view leaf, Point centre, const DiscSpec& spec);

// A disc that can be pressed. Its target is at least 44 across.
struct DiscButtonSpec {
  std::string_view id = {};
  Point centre = {};
  DiscSpec disc = {};
  Shortcut shortcut = {};
  std::string_view group = {};
  bool enabled = true;
  std::string_view why_not = {};
};
bool disc_button(Ui& ui, const DiscButtonSpec& spec);

// A person in a row of persons: disc and name in a pill.
struct ChipSpec {
  std::string_view id = {};
  Rect rect = {};  // chip_size() tells what it needs
  DiscSpec disc = {};
  std::string_view name = {};
  bool chosen = false;
  bool pressable = true;
  Shortcut shortcut = {};
  std::string_view group = {};
  bool enabled = true;
  std::string_view why_not = {};
};
Size chip_size(const Ui& ui, const ChipSpec& spec);
bool chip(Ui& ui, const ChipSpec& spec);

}  // namespace baraza::ui
