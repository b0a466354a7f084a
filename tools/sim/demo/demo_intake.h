// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "client/core/intents.h"
#include "tools/sim/world/sim_random.h"

namespace baraza::sim {

// The people of the first site who have no group yet: to be asked, asked, waiting, sent to other
// help, written down twice. As intents in the order in which they happen, on one day. All invented.
std::vector<client::Intent> list_of_people(const SiteId& site, CivilDate date, SimRandom& random);

}  // namespace baraza::sim
