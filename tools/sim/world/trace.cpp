// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/trace.h"

#include <cinttypes>
#include <cstdio>

namespace baraza::sim {

void Trace::event(Tick at, std::string_view what, std::uint64_t first, std::uint64_t second) {
  hasher_.add(static_cast<std::uint64_t>(at.ms)).add(what).add(first).add(second);
  if (!verbose_) return;
  std::fprintf(stderr, "%9.3f s  %-28.*s %" PRIu64 " %" PRIu64 "\n",
               static_cast<double>(at.ms) / 1000.0, static_cast<int>(what.size()), what.data(),
               first, second);
}

}  // namespace baraza::sim
