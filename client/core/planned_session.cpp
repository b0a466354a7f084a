// SPDX-License-Identifier: Apache-2.0
#include "client/core/planned_session.h"

#include <cstdlib>
#include <set>

namespace baraza::client {

PlannedSession planned_session(const Replica& replica, const content::PackLibrary& packs,
                               const GroupId& group, CivilDate date) {
  PlannedSession out;
  std::set<std::uint32_t> held;
  for (const auto& [key, facts] : replica.main(group).sessions) {
    for (const auto& [ref, opening] : facts.openings) {
      if (opening.value.plan_number == 0) continue;
      held.insert(opening.value.plan_number);
      if (key.date == date) out.opened_on_day = true;
    }
  }
  const model::Group& plan = replica.directory().group(group)->group;
  const auto* course = packs.find_course(plan.course.id, plan.course.version);
  if (course != nullptr) {
    out.count = static_cast<std::uint32_t>(course->session_count());
  } else {
    out.count = held.empty() ? 1 : *held.rbegin() + 1;
  }
  std::int64_t best_distance = 0;
  for (std::uint32_t number = 1; number <= out.count; ++number) {
    if (held.contains(number)) continue;
    const std::int64_t day =
        plan.first_session.days + std::int64_t{plan.interval_days} * (number - 1);
    const std::int64_t distance = std::abs(day - date.days);
    // The lower of two that are as near.
    if (out.number != 0 && distance >= best_distance) continue;
    out.number = number;
    out.planned = CivilDate{static_cast<std::int32_t>(day)};
    best_distance = distance;
  }
  return out;
}

}  // namespace baraza::client
