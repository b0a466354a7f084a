// SPDX-License-Identifier: Apache-2.0
#include "shared/system/clock.h"

#include <chrono>

namespace baraza {

Now SystemClock::now() const {
  const auto milliseconds_of = [](auto since) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
  };
  return {.wall = {milliseconds_of(std::chrono::system_clock::now().time_since_epoch())},
          .tick = {milliseconds_of(std::chrono::steady_clock::now().time_since_epoch())}};
}

}  // namespace baraza
