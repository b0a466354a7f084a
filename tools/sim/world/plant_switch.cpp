// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/plant_switch.h"

#include <atomic>

namespace baraza {
namespace {

// The one piece of global state in the simulator: the code that ships asks planted() without being
// handed anything, so that a plant is one changed line of it and nothing more.
std::atomic<Plant> chosen = Plant::none;

}  // namespace

bool planted(Plant plant) {
  return chosen.load(std::memory_order_relaxed) == plant;
}

namespace sim {

void set_plant(Plant plant) {
  chosen.store(plant, std::memory_order_relaxed);
}

}  // namespace sim
}  // namespace baraza
