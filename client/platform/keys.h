// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "client/ui/kernel/input.h"

// From GLFW's keys to ours. Numbers are GLFW's.
namespace baraza::platform {

// A key that makes no character, such as Enter, F9, or the keypad's 4 while Num Lock is off.
ui::Key named_key(int glfw_key, int glfw_modifiers);

// Ctrl with a key that makes a character: the letter as the keyboard's layout prints it, or, where
// the layout isn't Latin, as it stands at that place on an English keyboard; a digit for the keys
// of the row of digits and of the keypad, whatever the layout prints there. `printed` is GLFW's
// name of the key, null if it has none.
std::optional<char32_t> chord_character(int glfw_key, const char* printed);

}  // namespace baraza::platform
