// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "client/ui/theme/colours.h"
#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace baraza::platform {

// What a window showed, in the monitor's pixels, row by row from the top.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<ui::Rgb> pixels;

  const ui::Rgb& at(int x, int y) const {
    return pixels.at(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                     static_cast<std::size_t>(x));
  }
  bool operator==(const Picture&) const = default;
};

// As a PNG file.
Result<Bytes> to_png(const Picture& picture);

}  // namespace baraza::platform
