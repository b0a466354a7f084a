// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "client/ui/kernel/input.h"

namespace baraza::app {

// An event as input.log tells of it: "key Enter", "character 2", "press 120,44". Characters of
// text fields are among them: logs are written for scripts alone, never in a person's own use.
std::string words_of(const ui::InputEvent& event);

}  // namespace baraza::app
