// SPDX-License-Identifier: Apache-2.0
#include "client/core/intent_parts.h"
#include "client/core/planned_session.h"
#include "shared/base/limits.h"
#include "shared/model/make.h"
#include "shared/op/derive.h"

namespace baraza::client {
namespace {

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
  const auto planned = planned_session(context.replica, context.packs, intent.group, intent.date);
  if (planned.opened_on_day) return fail(Code::already_exists, "the session of this day is open");
  const std::uint32_t number = planned.number;
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

Result<Plan> handle(const IntentContext& context, const ReopenAttendance& intent, Random&) {
  if (auto known = need_seat(context, intent.group, intent.key); !known) {
    return fail(known.error());
  }
  const model::MainState& main = context.replica.main(intent.group);
  const auto at = main.attendance.find(intent.key);
  const auto standing = at == main.attendance.end()
                            ? std::vector<const model::Write<model::Attendance>*>()
                            : at->second.standing(main.basics.replaced);
  if (standing.empty()) return fail(Code::not_found, "nothing was settled here");
  if (at->second.disputed(main.basics.replaced)) {
    return fail(Code::already_exists, "different marks stand here as it is");
  }
  if (intent.answers.size() < 2) {
    return fail(Code::invalid_argument, "say which answers are to stand again");
  }
  // Each replaces the settlement and none the others, so that they stand side by side.
  const model::Replaces settled = at->second.refs(main.basics.replaced);
  PlanWriter plan(context, intent.group);
  for (const model::Attendance& answer : intent.answers) {
    if (answer.key != intent.key) {
      return fail(Code::invalid_argument, "the answers are of one session and member");
    }
    plan.add(model::make_attendance_marked(answer, settled));
  }
  return plan.finish();
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
