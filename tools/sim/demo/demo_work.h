// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "client/core/intents.h"
#include "client/core/replica.h"
#include "tools/sim/demo/demo_story.h"

namespace baraza::sim {

// What is written with an invented member, as intents in the order in which they happen. The same
// for the same member, number and week; nothing in it is a real person's.

// In the first talk: consent, what was explained, the timeline, the people in their life, the
// story in a sentence, a goal, hopes.
std::vector<client::Intent> first_talk_work(const GroupId& group, const MemberId& member,
                                            const DemoMember& who, std::size_t number,
                                            CivilDate date);

// In a session: what came of the last step, a new one, and for some what happened that week.
std::vector<client::Intent> weekly_work(const client::Replica& replica, const GroupId& group,
                                        const MemberId& member, std::size_t number,
                                        const model::SessionKey& session, std::uint32_t week);

// What the session used.
std::vector<client::Intent> used_in(const GroupId& group, const model::SessionKey& session,
                                    std::uint32_t week);

}  // namespace baraza::sim
