// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <set>

#include "client/core/intent_parts.h"
#include "shared/base/limits.h"
#include "shared/model/make.h"
#include "shared/op/derive.h"

namespace baraza::client {
namespace {

// Plan numbers of which a session was opened, and whether one of them was opened on `date`.
struct Held {
  std::set<std::uint32_t> numbers;
  bool on_date = false;
};

Held held_sessions(const model::MainState& main, CivilDate date) {
  Held out;
  for (const auto& [key, facts] : main.sessions) {
    for (const auto& [ref, opening] : facts.openings) {
      if (opening.value.plan_number == 0) continue;
      out.numbers.insert(opening.value.plan_number);
      if (key.date == date) out.on_date = true;
    }
  }
  return out;
}

// The number whose planned day is nearest to `date`, of those not held; the lower of two. 0 if all
// were held.
std::uint32_t nearest_number(const model::Group& group, const Held& held, CivilDate date,
                             std::uint32_t count) {
  std::uint32_t best = 0;
  std::int64_t best_distance = 0;
  for (std::uint32_t number = 1; number <= count; ++number) {
    if (held.numbers.contains(number)) continue;
    const std::int64_t planned =
        group.first_session.days + std::int64_t{group.interval_days} * (number - 1);
    const std::int64_t distance = std::abs(planned - date.days);
    if (best != 0 && distance >= best_distance) continue;
    best = number;
    best_distance = distance;
  }
  return best;
}

// How many sessions the group's course has. A course that isn't on this laptop must not keep a
// group from meeting: it goes on counting.
std::uint32_t planned_count(const IntentContext& context, const model::Group& group,
                            const Held& held) {
  const auto* course = context.packs.find_course(group.course.id, group.course.version);
  if (course != nullptr) return static_cast<std::uint32_t>(course->session_count());
  return held.numbers.empty() ? 1 : *held.numbers.rbegin() + 1;
}

Result<Plan> write_mark(const IntentContext& context, const GroupId& group,
                        const model::Attendance& mark) {
  if (mark.minutes > limits::mark_minutes_highest) {
    return fail(Code::invalid_argument, "late by, or gone early by, 0 to " +
                                            std::to_string(limits::mark_minutes_highest) +
                                            " minutes");
  }
  const model::MainState& main = context.replica.main(group);
  if (mark.reason.empty() && is_closed(main, mark.key.session)) {
    return fail(Code::invalid_argument, "the session is closed: say why the mark is added");
  }
  model::Replaces replaces;
  const auto at = main.attendance.find(mark.key);
  if (at != main.attendance.end()) replaces = at->second.refs(main.basics.replaced);
  PlanWriter plan(context, group);
  plan.add(model::make_attendance_marked(mark, std::move(replaces)));
  return plan.finish();
}

Result<void> need_seat(const IntentContext& context, const GroupId& group,
                       const model::AttendanceKey& key) {
  if (auto known = need_session(context, group, key.session); !known) return known;
  return need_member(context, group, key.member);
}

bool is_disputed(const model::MainState& main, const model::AttendanceKey& key) {
  const auto at = main.attendance.find(key);
  return at != main.attendance.end() && at->second.disputed(main.basics.replaced);
}

}  // namespace

Result<Plan> handle(const IntentContext& context, const OpenTodaySession& intent, Random&) {
  if (auto known = need_group(context, intent.group); !known) return fail(known.error());
  const model::Group& group = context.replica.directory().group(intent.group)->group;
  const Held held = held_sessions(context.replica.main(intent.group), intent.date);
  if (held.on_date) return fail(Code::already_exists, "the session of this day is open");
  const std::uint32_t number =
      nearest_number(group, held, intent.date, planned_count(context, group, held));
  if (number == 0) {
    return fail(Code::not_found, "every planned session was held; open an extra session");
  }
  const SessionId session = planned_session_id(intent.group, number, 0);
  PlanWriter plan(context, intent.group);
  plan.add(model::make_session_opened({{session, intent.date}, number, 0}));
  return plan.finish();
}

Result<Plan> handle(const IntentContext& context, const OpenExtraSession& intent, Random& random) {
  if (auto known = need_group(context, intent.group); !known) return fail(known.error());
  PlanWriter plan(context, intent.group);
  plan.add(model::make_session_opened({{random.id<SessionId>(), intent.date}, 0, 0}));
  return plan.finish();
}

Result<Plan> handle(const IntentContext& context, const MarkAttendance& intent, Random&) {
  if (auto known = need_seat(context, intent.group, intent.key); !known) {
    return fail(known.error());
  }
  if (is_disputed(context.replica.main(intent.group), intent.key)) {
    return fail(Code::invalid_argument, "different marks stand here: settle which one holds");
  }
  return write_mark(context, intent.group,
                    {intent.key, intent.mark, intent.minutes, intent.reason});
}

Result<Plan> handle(const IntentContext& context, const SettleAttendance& intent, Random&) {
  if (auto known = need_seat(context, intent.group, intent.key); !known) {
    return fail(known.error());
  }
  if (!is_disputed(context.replica.main(intent.group), intent.key)) {
    return fail(Code::not_found, "no different marks stand here: there is nothing to settle");
  }
  return write_mark(context, intent.group,
                    {intent.key, intent.mark, intent.minutes, intent.reason});
}

Result<Plan> handle(const IntentContext& context, const CloseSession& intent, Random&) {
  if (auto known = need_session(context, intent.group, intent.session); !known) {
    return fail(known.error());
  }
  const model::MainState& main = context.replica.main(intent.group);
  if (is_closed(main, intent.session)) {
    return fail(Code::already_exists, "the session is closed");
  }
  PlanWriter plan(context, intent.group);
  plan.add(model::make_session_closed(intent.session, {}));
  return plan.finish();
}

Result<Plan> handle(const IntentContext& context, const AmendSession& intent, Random&) {
  if (auto known = need_session(context, intent.group, intent.session); !known) {
    return fail(known.error());
  }
  if (!is_closed(context.replica.main(intent.group), intent.session)) {
    return fail(Code::invalid_argument, "the session is still open: nothing needs amending");
  }
  PlanWriter plan(context, intent.group);
  plan.add(model::make_session_amended({intent.session, intent.reason}));
  return plan.finish();
}

}  // namespace baraza::client
