// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/kernel/ui.h"

namespace baraza::ui {

// A key as it stands printed on a button or in a legend: a small frame with its name. Read, not
// pressed.
Size key_cap_size(const Ui& ui, std::string_view key);
// In the middle of the height of `box`, at its left. Frame and letters have the colour.
void key_cap(Ui& ui, const Rect& box, std::string_view key, Token colour = Token::ink);

}  // namespace baraza::ui
