// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "client/ui/theme/type.h"

struct ImFont;

namespace baraza::ui {

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
