// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/client.h"
#include "tools/sim/world/sim_random.h"

namespace baraza::sim {

// Something of the course that somebody at this laptop does for a member in a session: a sheet,
// somebody in a member's life, consent, a plan, the agenda, a technique, a step, a quiet word; or
// at the site, a screening or a decision. Few things of each, so that people meet. Empty if what it
// would be about isn't there yet.
std::optional<client::Intent> draw_course(const client::Client& client, SimRandom& random,
                                          const SiteId& site, const GroupId& group,
                                          const MemberId& member, const model::SessionKey& session);

}  // namespace baraza::sim
