// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/kernel/canvas.h"

namespace baraza::platform {

// Every role, weight and icon, lines and tokens of a theme, for the eye and for tests.
void draw_test_card(ui::Canvas& canvas);

}  // namespace baraza::platform
