// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "client/ui/theme/colours.h"

struct ImDrawData;

namespace baraza::platform {

// The same for what looks the same; for what looks different, another one (by 64 bits of chance).
std::uint64_t hash_of(const ImDrawData& drawn, ui::Rgb background);

// At a scale such as 1.25, moves letters that fell between the monitor's pixels onto them, by less
// than one: they were drawn for whole pixels, and would be blurred.
void snap_letters(ImDrawData& drawn);

}  // namespace baraza::platform
