// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/base/plant.h"

namespace baraza::sim {

// Which bug is planted in the simulator's objects, for the whole process; Plant::none at start.
void set_plant(Plant plant);

}  // namespace baraza::sim
