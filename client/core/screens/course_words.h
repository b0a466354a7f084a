// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/screens/context.h"

namespace baraza::client {

// One dot a session of the course.
enum class CourseDot : std::uint8_t { held, now, to_come };

// How far a group is in its course, as its sessions say.
struct CourseProgress {
  std::vector<CourseDot> dots;  // `now` is the session that runs, or the next one
  std::uint32_t held = 0;       // of the planned ones
  std::uint32_t count = 0;

  // The session that is open today, or the one that would be opened next; 0: all were held.
  std::uint32_t number = 0;
  model::SessionKey session;  // of that number; its date is today if it isn't open yet
  bool open = false;          // opened today, not closed
  CivilDate day;              // of that session: as it was opened, else by the plan
  bool held_today = false;    // a session of today was closed

  std::optional<model::SessionKey> last;  // the last that was held before `session`
  std::uint32_t last_number = 0;          // 0: an extra session

  // Sessions after today's or the next one, which counts too: what is left with it.
  std::uint32_t left_with_it() const { return count - held; }
};

// The group is known here.
CourseProgress course_progress(const ScreenContext& context, const GroupId& group);

// What day it is where the group meets.
CivilDate today_at(const ScreenContext& context, const GroupId& group);
// The zone of the group's site; empty if not known.
std::string zone_of(const Replica& replica, const GroupId& group);
// The zone in which whoever is at this laptop lives: that of the sites where they work, so that
// the hour on the badge and the hour of a mark are told by one clock. Empty, which is the laptop's
// own zone, where the sites are of several zones or none is known.
std::string own_zone(const ScreenContext& context);

// "First talks", "Middle of the course": the phase of a session; empty if the course isn't here.
std::string phase_words(const ScreenContext& context, const GroupId& group, std::uint32_t number);

}  // namespace baraza::client
