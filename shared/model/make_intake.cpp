// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/intake.pb.h"
#include "shared/model/answers_in.h"
#include "shared/model/body_writer.h"
#include "shared/model/subjects.h"

namespace baraza::model {
namespace {

void write_pack(const PackRef& pack, v1::PackReference& out) {
  out.set_id(pack.id);
  out.set_version(pack.version);
  out.set_hash(field_of(pack.hash));
}

}  // namespace

OpDraft make_screening_recorded(const Screening& value) {
  v1::ScreeningRecorded out;
  out.set_screening_id(field_of(value.screening));
  out.set_person_id(field_of(value.person));
  out.set_date_days(value.date.days);
  write_pack(value.instrument, *out.mutable_instrument());
  write_answers(value.answers, *out.mutable_answers());
  out.set_language(value.language);
  out.set_mode(static_cast<v1::AnswerMode>(value.mode));
  if (value.typed_total) out.set_typed_total(*value.typed_total);
  for (const ScreeningId& id : value.supersedes) out.add_supersedes(field_of(id));
  return draft_of(Kind::screening_recorded, subject_of(value), out.SerializeAsString());
}

OpDraft make_suitability_decided(const SuitabilityDecision& value, Replaces replaces) {
  v1::SuitabilityDecided out;
  out.set_person_id(field_of(value.person));
  out.set_suitability(static_cast<v1::Suitability>(value.suitability));
  for (const ReferReason reason : value.refer) {
    out.add_refer(static_cast<v1::ReferReason>(reason));
  }
  out.set_overrides(value.overrides);
  out.set_reason(value.reason);
  return draft_of(Kind::suitability_decided, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

OpDraft make_persons_joined(const PersonJoin& value, Replaces replaces) {
  v1::PersonsJoined out;
  out.set_person_id(field_of(value.person));
  out.set_same_as(field_of(value.same_as));
  out.set_reason(value.reason);
  return draft_of(Kind::persons_joined, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

OpDraft make_group_formed(const FormedGroup& value) {
  v1::GroupFormed out;
  out.set_group_id(field_of(value.group));
  out.set_name(value.name);
  write_pack(value.course, *out.mutable_course());
  out.set_first_session_days(value.first_session.days);
  out.set_interval_days(value.interval_days);
  return draft_of(Kind::group_formed, subject_of(value), out.SerializeAsString());
}

}  // namespace baraza::model
