// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tools/sim/world/world.h"

namespace baraza::sim {

// What the people of a world do: random intents, by the real client core, drawn from what each
// laptop shows at that moment.
class Workload {
 public:
  explicit Workload(World& world) : world_(world), random_(world.random().fork()) {}

  // One person does one thing, if there is somebody whose laptop runs and is enrolled.
  void act_once();

 private:
  std::optional<client::Intent> draw(const client::Client& client, const GroupId& group);
  std::vector<model::Answer> answers();
  std::string text();

  World& world_;
  SimRandom random_;
};

}  // namespace baraza::sim
