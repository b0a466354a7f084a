// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "client/ui/theme/type.h"

struct ImFont;

namespace baraza::ui {

// Icons come in the sizes that stand beside each kind of text.
enum class IconSize : std::uint8_t {
  small,  // 18 beside notes
  plain,  // 20 beside body
  badge,  // 22 in the sync badge
  large,  // 24 in the rail, lists and banners
  huge,   // 28 and more: the big sentence of a side
};
inline constexpr std::array all_icon_sizes = {IconSize::small, IconSize::plain, IconSize::badge,
                                              IconSize::large, IconSize::huge};

// Logical pixels.
float icon_pixels(IconSize size, TextSize text_size);

// The fonts of one text size, one a role and weight, made by whoever owns the atlas and valid as
// long as it. Their metrics are in logical pixels at any scale of the monitor.
struct FontSet {
  TextSize text_size = TextSize::normal;
  std::array<std::array<ImFont*, 2>, all_roles.size()> text{};
  std::array<ImFont*, all_icon_sizes.size()> icons{};

  ImFont* of(Role role, Weight weight) const {
    return text[static_cast<std::size_t>(role)][static_cast<std::size_t>(weight)];
  }
  ImFont* of(IconSize size) const { return icons[static_cast<std::size_t>(size)]; }
};

}  // namespace baraza::ui
