// SPDX-License-Identifier: Apache-2.0
#include "shared/model/subjects.h"

#include "shared/op/hash.h"
#include "shared/op/signer.h"

namespace baraza::model {

AnyId subject_of(const Founding& value) {
  return id_cast<AnyId>(value.programme);
}
AnyId subject_of(const ServerWriter& value) {
  return id_cast<AnyId>(writer_id(value.key));
}
AnyId subject_of(const Account& value) {
  return id_cast<AnyId>(value.account);
}
AnyId subject_of(const Site& value) {
  return id_cast<AnyId>(value.site);
}
AnyId subject_of(const EnrolledWriter& value) {
  return id_cast<AnyId>(writer_id(value.key));
}
AnyId subject_of(const FrozenWriter& value) {
  return id_cast<AnyId>(value.writer);
}
AnyId subject_of(const PackRef& value) {
  return id_from<AnyId>(value.hash);
}
AnyId subject_of(const Grant& value) {
  return id_cast<AnyId>(value.grant);
}
AnyId subject_of(const GrantEnd& value) {
  return id_cast<AnyId>(value.grant);
}
AnyId subject_of(const Group& value) {
  return id_cast<AnyId>(value.group);
}
AnyId subject_of(const HoldSettlement& value) {
  return id_cast<AnyId>(value.hold.writer);
}
AnyId subject_of(const CourseMove& value) {
  return id_cast<AnyId>(value.group);
}
AnyId subject_of(const Person& value) {
  return id_cast<AnyId>(value.person);
}
AnyId subject_of(const MembershipLink& value) {
  return id_cast<AnyId>(value.member);
}
AnyId subject_of(const MemberName& value) {
  return id_cast<AnyId>(value.member);
}
AnyId subject_of(const Admission& value) {
  return id_cast<AnyId>(value.member);
}
AnyId subject_of(const Leaving& value) {
  return id_cast<AnyId>(value.member);
}
AnyId subject_of(const SessionOpening& value) {
  return id_cast<AnyId>(value.key.session);
}
AnyId subject_of(const SessionKey& value) {
  return id_cast<AnyId>(value.session);
}
AnyId subject_of(const Attendance& value) {
  return id_cast<AnyId>(value.key.member);
}
AnyId subject_of(const Amendment& value) {
  return id_cast<AnyId>(value.key.session);
}
AnyId subject_of(const CheckIn& value) {
  return id_cast<AnyId>(value.member);
}
AnyId subject_of(const CheckInWithdrawal& value) {
  return id_cast<AnyId>(value.check_in);
}
AnyId subject_of(const FocalChoice& value) {
  return id_cast<AnyId>(value.member);
}
AnyId subject_of(const Alarm& value) {
  return id_cast<AnyId>(value.member);
}
AnyId subject_of(const EvidenceSet& value) {
  return id_cast<AnyId>(value.member);
}
AnyId subject_of(const Note& value) {
  return id_cast<AnyId>(value.note);
}
AnyId subject_of(const Screening& value) {
  return id_cast<AnyId>(value.person);
}
AnyId subject_of(const SuitabilityDecision& value) {
  return id_cast<AnyId>(value.person);
}
AnyId subject_of(const PersonJoin& value) {
  return id_cast<AnyId>(value.person);
}
AnyId subject_of(const FormedGroup& value) {
  return id_cast<AnyId>(value.group);
}
AnyId subject_of(const Consent& value) {
  return id_cast<AnyId>(value.key.member);
}
AnyId subject_of(const SessionPlan& value) {
  return id_cast<AnyId>(value.session);
}
AnyId subject_of(const SessionMerge& value) {
  return id_cast<AnyId>(value.from.session);
}
AnyId subject_of(const AgendaPlace& value) {
  return id_cast<AnyId>(value.key.session.session);
}
AnyId subject_of(const AgendaMark& value) {
  return id_cast<AnyId>(value.key.session.session);
}
AnyId subject_of(const TechniqueUse& value) {
  return id_cast<AnyId>(value.key.session.session);
}
AnyId subject_of(const AgreedStep& value) {
  return id_cast<AnyId>(value.member);
}
AnyId subject_of(const StepReview& value) {
  return id_cast<AnyId>(value.step);
}
AnyId subject_of(const KnownWhisper& value) {
  return id_cast<AnyId>(value.basis);
}
AnyId subject_of(const Sheet& value) {
  return id_cast<AnyId>(value.member);
}
AnyId subject_of(const InventoryPerson& value) {
  return id_cast<AnyId>(value.member);
}

}  // namespace baraza::model
