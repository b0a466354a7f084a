// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/replica.h"
#include "shared/content/library.h"

namespace baraza::client {

// Which session of a group's course a day is for.
struct PlannedSession {
  std::uint32_t number = 0;    // nearest to its planned day, of those not held; 0: all were held
  CivilDate planned;           // its day by the plan
  std::uint32_t count = 0;     // how many sessions the course has, as far as is known here
  bool opened_on_day = false;  // a planned session was opened on that day
};

// What OpenTodaySession opens on `date`. The group is known here. A course that isn't on this
// laptop must not keep a group from meeting: it goes on counting.
PlannedSession planned_session(const Replica& replica, const content::PackLibrary& packs,
                               const GroupId& group, CivilDate date);

}  // namespace baraza::client
