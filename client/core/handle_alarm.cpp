// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "client/core/intent_parts.h"
#include "shared/model/make.h"
#include "shared/op/derive.h"
#include "shared/rules/risk.h"

namespace baraza::client {
namespace {

// Every piece has to be open and this member's: a resolution written for what isn't there would
// close it unseen when it comes. Returns the pieces that are named.
Result<std::vector<rules::RiskEvidence>> open_evidence(const IntentContext& context,
                                                       const GroupId& group, const MemberId& member,
                                                       const std::vector<EvidenceId>& evidence) {
  if (auto known = need_alarm_place(context, group); !known) return fail(known.error());
  if (evidence.empty()) return fail(Code::invalid_argument, "say which evidence was seen");
  const auto* list = context.replica.list(group);
  const model::AlarmState& alarm = context.replica.alarm(group);
  const auto risks = list != nullptr
                         ? rules::open_risks(alarm, *list, context.packs)
                         : rules::open_risks(alarm, context.replica.main(group), context.packs);
  const auto risk = std::find_if(risks.begin(), risks.end(),
                                 [&](const auto& each) { return each.member == member; });
  std::vector<rules::RiskEvidence> here;
  if (risk != risks.end()) here = risk->evidence;
  std::vector<rules::RiskEvidence> out;
  for (const EvidenceId& id : evidence) {
    const auto at = std::find_if(here.begin(), here.end(),
                                 [&](const auto& each) { return each.evidence == id; });
    if (at == here.end()) {
      return fail(Code::not_found, "this evidence isn't open for this member");
    }
    out.push_back(*at);
  }
  return out;
}

// Also on another of the author's laptops, and where others raised it too.
bool raised_by_author(const IntentContext& context, const rules::RiskEvidence& evidence) {
  return std::any_of(evidence.raised_by.begin(), evidence.raised_by.end(),
                     [&](const WriterId& writer) {
                       const auto* entry = context.replica.directory().writer(writer);
                       return entry != nullptr && entry->account == context.author;
                     });
}

}  // namespace

bool is_flagged(const model::AlarmState& alarm, const EvidenceId& evidence) {
  return std::any_of(alarm.raised.begin(), alarm.raised.end(),
                     [&](const auto& each) { return each.second.value.evidence == evidence; });
}

// A worry about somebody whose admission hasn't arrived yet is a worry all the same: only the group
// has to be known.
Result<Plan> handle(const IntentContext& context, const RaiseWorry& intent, Random& random) {
  if (auto known = need_alarm_place(context, intent.group); !known) return fail(known.error());
  PlanWriter plan(context, intent.group);
  plan.add(
      model::make_alarm_raised({random.id<EvidenceId>(), intent.member, model::AlarmSource::worry,
                                intent.urgency, CheckInId{}, intent.session}));
  return plan.finish();
}

Result<Plan> handle(const IntentContext& context, const RaiseItemRisk& intent, Random&) {
  if (auto known = need_alarm_place(context, intent.group); !known) return fail(known.error());
  if (intent.check_in.is_zero()) {
    return fail(Code::invalid_argument, "say of which check-in the answer is");
  }
  const EvidenceId evidence = evidence_of(intent.check_in);
  if (is_flagged(context.replica.alarm(intent.group), evidence)) {
    return fail(Code::already_exists, "this answer has raised its flag");
  }
  PlanWriter plan(context, intent.group);
  plan.add(model::make_alarm_raised({evidence, intent.member, model::AlarmSource::item,
                                     model::AlarmUrgency::today, intent.check_in, intent.session}));
  return plan.finish();
}

Result<Plan> handle(const IntentContext& context, const AcknowledgeAlarm& intent, Random&) {
  const auto open = open_evidence(context, intent.group, intent.member, intent.evidence);
  if (!open) return fail(open.error());
  PlanWriter plan(context, intent.group);
  plan.add(model::make_alarm_acknowledged({intent.member, intent.evidence}));
  auto out = plan.finish();
  if (!out) return out;
  for (const rules::RiskEvidence& each : *open) {
    if (raised_by_author(context, each)) {
      return fail(Code::not_allowed, "you raised this yourself: somebody else has to see it");
    }
  }
  return out;
}

Result<Plan> handle(const IntentContext& context, const ResolveRisk& intent, Random&) {
  if (auto open = open_evidence(context, intent.group, intent.member, intent.evidence); !open) {
    return fail(open.error());
  }
  PlanWriter plan(context, intent.group);
  plan.add(model::make_risk_resolved({intent.member, intent.evidence}));
  return plan.finish();
}

}  // namespace baraza::client
