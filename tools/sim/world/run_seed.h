// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tools/sim/world/world.h"

namespace baraza::sim {

struct RunResult {
  std::optional<Finding> finding;
  Counts counts;
  Hash trace;
};

// Two phases: people act while everything may fail; then the world is healed and has to come to
// rest, with all that was saved in the server's log and on every laptop that is entitled to it.
RunResult run_seed(std::uint64_t seed, bool verbose);

// The second phase: heals, waits for rest, asks the final invariants, and has everybody log in once
// more to see that nothing moves.
struct FinalChecks;
void come_to_rest(World& world, const FinalChecks& expected);

}  // namespace baraza::sim
