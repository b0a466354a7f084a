// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "client/core/intent_parts.h"
#include "shared/model/make.h"
#include "shared/rules/score.h"

namespace baraza::client {
namespace {

// The check-in, and in the same plan the flag that its answers raise: they are one commit, so
// neither can be saved without the other. A flag that its draft raised before is that flag.
Result<Plan> write_check_in(const IntentContext& context, const GroupId& group,
                            const content::InstrumentPack& pack, model::CheckIn check_in) {
  if (auto checked = rules::check_answers(pack, check_in.answers); !checked) {
    return fail(checked.error());
  }
  check_in.instrument = {pack.id, pack.version, pack.version_hash};
  PlanWriter plan(context, group);
  const EvidenceId evidence = model::evidence_of(check_in);
  if (rules::needs_risk_flag(pack, check_in.answers) &&
      !is_flagged(context.replica.alarm(group), evidence)) {
    plan.add(model::make_alarm_raised({evidence, check_in.member, model::AlarmSource::item,
                                       model::AlarmUrgency::today, check_in.check_in,
                                       check_in.session.session}));
  }
  plan.add(model::make_check_in_recorded(check_in));
  return plan.finish();
}

Result<const content::InstrumentPack*> need_instrument(const IntentContext& context,
                                                       const std::string& id,
                                                       std::uint32_t version) {
  const auto* pack = context.packs.find_instrument(id, version);
  if (pack == nullptr) return fail(Code::not_found, "this questionnaire isn't on this laptop");
  if (pack->structure_only) {
    return fail(Code::invalid_argument,
                "this questionnaire came without its text, so nobody can be asked with it");
  }
  return pack;
}

const model::CheckIn* find_check_in(const model::MainState& main, const CheckInId& id) {
  const auto at = std::find_if(main.check_ins.begin(), main.check_ins.end(),
                               [&](const auto& each) { return each.second.value.check_in == id; });
  return at == main.check_ins.end() ? nullptr : &at->second.value;
}

bool is_current(const model::MainState& main, const CheckInId& id) {
  const auto current = model::current_check_ins(main);
  return std::any_of(current.begin(), current.end(),
                     [&](const auto* write) { return write->value.check_in == id; });
}

// What every check-in that is to be superseded has to be: here, still counting, and of the same
// member, session and instrument as the others.
Result<const model::CheckIn*> need_one_subject(const model::MainState& main,
                                               const std::vector<CheckInId>& ids) {
  const model::CheckIn* first = nullptr;
  for (const CheckInId& id : ids) {
    const model::CheckIn* each = find_check_in(main, id);
    if (each == nullptr) return fail(Code::not_found, "this check-in isn't on this laptop");
    if (!is_current(main, id)) {
      return fail(Code::already_exists, "this check-in was corrected or withdrawn before");
    }
    if (first == nullptr) first = each;
    if (each->member != first->member || each->session != first->session ||
        each->instrument.id != first->instrument.id) {
      return fail(Code::invalid_argument,
                  "one correction is of one member, session and questionnaire");
    }
  }
  if (first == nullptr) return fail(Code::invalid_argument, "say which check-in is corrected");
  return first;
}

// The id of a new check-in: that of its draft, which must not be recorded twice, or a fresh one.
Result<CheckInId> new_id(const model::MainState& main, const CheckInId& of_draft, Random& random) {
  if (of_draft.is_zero()) return random.id<CheckInId>();
  if (find_check_in(main, of_draft) == nullptr) return of_draft;
  return fail(Code::already_exists, "this check-in was recorded before");
}

}  // namespace

Result<Plan> handle(const IntentContext& context, const RecordCheckIn& intent, Random& random) {
  if (auto known = need_session(context, intent.group, intent.session); !known) {
    return fail(known.error());
  }
  if (auto known = need_member(context, intent.group, intent.member); !known) {
    return fail(known.error());
  }
  const auto pack = need_instrument(context, intent.instrument, intent.instrument_version);
  if (!pack) return fail(pack.error());
  const auto id = new_id(context.replica.main(intent.group), intent.check_in, random);
  if (!id) return fail(id.error());
  model::CheckIn check_in;
  check_in.check_in = *id;
  check_in.session = intent.session;
  check_in.member = intent.member;
  check_in.answers = intent.answers;
  check_in.language = intent.language;
  check_in.mode = intent.mode;
  return write_check_in(context, intent.group, **pack, std::move(check_in));
}

Result<Plan> handle(const IntentContext& context, const CorrectCheckIn& intent, Random& random) {
  if (auto known = need_group(context, intent.group); !known) return fail(known.error());
  const auto wrong = need_one_subject(context.replica.main(intent.group), intent.supersedes);
  if (!wrong) return fail(wrong.error());
  const auto pack = need_instrument(context, (*wrong)->instrument.id, (*wrong)->instrument.version);
  if (!pack) return fail(pack.error());
  const auto id = new_id(context.replica.main(intent.group), intent.check_in, random);
  if (!id) return fail(id.error());
  model::CheckIn check_in;
  check_in.check_in = *id;
  check_in.session = (*wrong)->session;
  check_in.member = (*wrong)->member;
  check_in.answers = intent.answers;
  check_in.language = intent.language;
  check_in.mode = intent.mode;
  check_in.supersedes = intent.supersedes;
  return write_check_in(context, intent.group, **pack, std::move(check_in));
}

Result<Plan> handle(const IntentContext& context, const WithdrawCheckIn& intent, Random&) {
  if (auto known = need_group(context, intent.group); !known) return fail(known.error());
  const auto found =
      need_one_subject(context.replica.main(intent.group), std::vector{intent.check_in});
  if (!found) return fail(found.error());
  PlanWriter plan(context, intent.group);
  plan.add(model::make_check_in_withdrawn({intent.check_in, intent.reason}));
  return plan.finish();
}

}  // namespace baraza::client
