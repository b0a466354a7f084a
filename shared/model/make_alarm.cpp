// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/alarm.pb.h"
#include "shared/model/body_writer.h"
#include "shared/model/subjects.h"

namespace baraza::model {
namespace {

template <class Message>
OpDraft make_evidence(Kind kind, const EvidenceSet& value) {
  Message out;
  out.set_member_id(field_of(value.member));
  for (const EvidenceId& id : value.evidence) out.add_evidence_ids(field_of(id));
  return draft_of(kind, subject_of(value), out.SerializeAsString());
}

}  // namespace

OpDraft make_alarm_raised(const Alarm& value) {
  v1::AlarmRaised out;
  out.set_evidence_id(field_of(value.evidence));
  out.set_member_id(field_of(value.member));
  out.set_source(static_cast<v1::AlarmSource>(value.source));
  out.set_urgency(static_cast<v1::AlarmUrgency>(value.urgency));
  out.set_check_in_id(field_of(value.check_in));
  out.set_session_id(field_of(value.session));
  return draft_of(Kind::alarm_raised, subject_of(value), out.SerializeAsString());
}

OpDraft make_alarm_acknowledged(const EvidenceSet& value) {
  return make_evidence<v1::AlarmAcknowledged>(Kind::alarm_acknowledged, value);
}

OpDraft make_risk_resolved(const EvidenceSet& value) {
  return make_evidence<v1::RiskResolved>(Kind::risk_resolved, value);
}

}  // namespace baraza::model
