// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/next_session.h"

#include <tuple>

#include "client/core/screens/person_words.h"
#include "client/core/views/group_view.h"

namespace baraza::client {

std::optional<NextSession> next_session(const ScreenContext& context) {
  std::optional<NextSession> best;
  std::tuple<int, int> best_rank;
  for (const GroupId& group : groups(context.replica)) {
    if (!runs_group(context.replica, context.self, group)) continue;
    NextSession each{group, course_progress(context, group), today_at(context, group)};
    const CourseProgress& progress = each.progress;
    if (progress.number == 0 && !progress.open) continue;
    const int ahead = progress.day - each.today;
    const std::tuple<int, int> rank = progress.open ? std::tuple(0, 0)
                                      : ahead >= 0  ? std::tuple(1, ahead)
                                                    : std::tuple(2, -ahead);
    if (best && best_rank <= rank) continue;
    best_rank = rank;
    best = std::move(each);
  }
  return best;
}

}  // namespace baraza::client
