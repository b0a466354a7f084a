// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/kernel/input.h"

namespace baraza::ui {

// One pass over everything on the screen.
struct PassInput {
  Size window;                        // logical pixels
  const InputEvent* event = nullptr;  // what the person did; null: only to draw or to settle
  bool render = false;  // true for the pass that is shown; others only react and lay out
};

}  // namespace baraza::ui
