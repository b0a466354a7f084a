// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "client/core/screens/course_words.h"

namespace baraza::client {

struct NextSession {
  GroupId group;
  CourseProgress progress;
  CivilDate today;  // where the group meets
};

// Of all groups that the person runs, the session that is open now; else the one whose day is next,
// today's first; else the one that was missed last. Empty if none is left.
std::optional<NextSession> next_session(const ScreenContext& context);

}  // namespace baraza::client
