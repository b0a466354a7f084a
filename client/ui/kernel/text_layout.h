// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/ui/kernel/canvas.h"

// How a text fits into its room.
namespace baraza::ui {

// The text in lines no wider than `width`, broken between words; a word that is wider by itself is
// broken where it must. Line feeds break too. At least one line.
std::vector<std::string> wrap(const Canvas& canvas, std::string_view text, Role role, Weight weight,
                              float width);

// As much of the text as fits, ending in "..." if that isn't all.
std::string shorten(const Canvas& canvas, std::string_view text, Role role, Weight weight,
                    float width);

}  // namespace baraza::ui
