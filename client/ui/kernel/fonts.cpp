// SPDX-License-Identifier: Apache-2.0
#include "client/ui/kernel/fonts.h"

#include <cmath>

namespace baraza::ui {

float icon_pixels(IconSize size, TextSize text_size) {
  static constexpr std::array<float, all_icon_sizes.size()> at_normal = {18, 20, 22, 24, 28};
  return std::round(at_normal.at(static_cast<std::size_t>(size)) * text_factor(text_size));
}

}  // namespace baraza::ui
