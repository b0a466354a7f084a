// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/scenarios/stories.h"

namespace baraza::sim {

const std::vector<Scenario>& all_scenarios() {
  static const std::vector<Scenario> scenarios = [] {
    std::vector<Scenario> out;
    for (const auto& stories :
         {stories_of_one_laptop(), stories_of_copies(), stories_of_the_line(), stories_of_rights(),
          stories_of_intake(), stories_of_other_versions()}) {
      out.insert(out.end(), stories.begin(), stories.end());
    }
    return out;
  }();
  return scenarios;
}

const Scenario* find_scenario(std::string_view name) {
  for (const Scenario& scenario : all_scenarios()) {
    if (scenario.name == name) return &scenario;
  }
  return nullptr;
}

RunResult run_scenario(const Scenario& scenario, bool verbose) {
  Swarm swarm = Swarm::calm(static_cast<int>(scenario.roles.size()), 1);
  swarm.shared_laptop = scenario.shared_laptop;
  World world(1, swarm, verbose, true);
  world.set_up(scenario.roles);
  if (!world.run_until([&] { return world.converged(); }, minutes(2))) {
    world.findings().broken("scenario", "the laptops didn't enrol");
  }
  if (!world.findings().first()) scenario.tell(world);
  come_to_rest(world, scenario.expected);
  return {world.findings().first(), world.counts(), world.trace().finish()};
}

}  // namespace baraza::sim
