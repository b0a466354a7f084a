// SPDX-License-Identifier: Apache-2.0
#include "client/core/reconnect_delay.h"

#include <algorithm>
#include <cstdint>

#include "shared/base/limits.h"

namespace baraza::client {

Duration ReconnectDelay::next(Random& random, Duration at_least) {
  std::int64_t bound_ms = limits::reconnect_first.ms;
  for (int i = 0; i < failures_ && bound_ms < limits::reconnect_max.ms; ++i) bound_ms *= 2;
  bound_ms = std::min(bound_ms, limits::reconnect_max.ms);
  // Doubling ends at the bound; so does counting.
  failures_ = std::min(failures_ + 1, 62);
  std::uint32_t drawn = 0;
  for (const char c : random.bytes(4)) drawn = (drawn << 8) | static_cast<unsigned char>(c);
  return {at_least.ms +
          static_cast<std::int64_t>(drawn % static_cast<std::uint64_t>(bound_ms + 1))};
}

}  // namespace baraza::client
