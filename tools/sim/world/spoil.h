// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/sync/messages.h"
#include "tools/sim/world/sim_random.h"

namespace baraza::sim {

// What a broken or dishonest carrier makes of a push: another byte in a signature, a head or a
// body, a run left out, ops of a run out of order.
sync::Push spoil(sync::Push push, SimRandom& random);

}  // namespace baraza::sim
