// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "tools/sim/world/invariants.h"
#include "tools/sim/world/run_seed.h"

namespace baraza::sim {

// A story that must end well, told step by step in a calm world; afterwards the world comes to rest
// and all invariants are asked.
struct Scenario {
  std::string_view name;
  std::string_view sentence;
  void (*tell)(World& world);
  // The people of the story, one laptop each.
  std::vector<model::Role> roles;
  bool shared_laptop = false;  // the last two laptops are one person's
  FinalChecks expected;
};

const std::vector<Scenario>& all_scenarios();
const Scenario* find_scenario(std::string_view name);
RunResult run_scenario(const Scenario& scenario, bool verbose);

}  // namespace baraza::sim
