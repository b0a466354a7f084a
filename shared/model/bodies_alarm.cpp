// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/alarm.pb.h"
#include "shared/model/bodies.h"
#include "shared/model/body_reader.h"

namespace baraza::model {
namespace {

constexpr int kMaxEvidence = 512;

template <class Message>
Result<EvidenceSet> read_evidence(ByteView body) {
  Message in;
  BodyReader read(body, in);
  EvidenceSet out;
  out.member = read.id<MemberId>(in.member_id(), "member_id");
  read.count(in.evidence_ids_size(), 1, kMaxEvidence, "evidence_ids");
  for (const auto& id : in.evidence_ids()) {
    out.evidence.push_back(read.id<EvidenceId>(id, "evidence_ids"));
  }
  return read.finish(std::move(out));
}

}  // namespace

Result<Alarm> read_alarm_raised(ByteView body) {
  v1::AlarmRaised in;
  BodyReader read(body, in);
  Alarm out;
  out.evidence = read.id<EvidenceId>(in.evidence_id(), "evidence_id");
  out.member = read.id<MemberId>(in.member_id(), "member_id");
  out.source = read.known<AlarmSource>(in.source() != 0 && v1::AlarmSource_IsValid(in.source()),
                                       in.source(), "source");
  out.urgency = read.known<AlarmUrgency>(
      in.urgency() != 0 && v1::AlarmUrgency_IsValid(in.urgency()), in.urgency(), "urgency");
  out.check_in = read.optional_id<CheckInId>(in.check_in_id(), "check_in_id");
  out.session = read.optional_id<SessionId>(in.session_id(), "session_id");
  read.require(out.source != AlarmSource::item || !out.check_in.is_zero(), "check_in_id",
               "is missing");
  return read.finish(std::move(out));
}

Result<EvidenceSet> read_alarm_acknowledged(ByteView body) {
  return read_evidence<v1::AlarmAcknowledged>(body);
}

Result<EvidenceSet> read_risk_resolved(ByteView body) {
  return read_evidence<v1::RiskResolved>(body);
}

}  // namespace baraza::model
