// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "client/ui/kernel/ui.h"

namespace baraza::ui {

// A small number: less, value, more. With the focus on the value, up and down change it by one,
// page keys by five, and digits are typed.
struct StepperSpec {
  std::string_view id = {};
  Rect rect = {};               // stepper_size() tells what it needs
  std::string_view label = {};  // what the number is, for the registry
  int value = 0;
  int least = 0;
  int most = 99;
  std::string_view text = {};       // the value in words, "12 min"; empty: the number
  std::string_view less_word = {};  // of the two buttons, for the registry: "less"
  std::string_view more_word = {};
  bool enabled = true;
  std::string_view why_not = {};
};

// What was typed and isn't a value yet. Belongs to the screen.
struct StepperState {
  std::optional<int> typed = {};
};

Size stepper_size(const Ui& ui, const StepperSpec& spec);
// The new value, if it changed in this pass. It lies within the bounds: digits count from the first
// moment that what was typed does, and are forgotten if the focus leaves before.
std::optional<int> stepper(Ui& ui, const StepperSpec& spec, StepperState& state);

}  // namespace baraza::ui
