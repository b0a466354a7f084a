// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/model/make.h"
#include "shared/op/derive.h"

// One fixed value for each kind of op, with every field filled in. Golden bytes rest on them.
namespace baraza::model {

template <class Id>
Id sample_id(std::uint8_t n) {
  Id out;
  out.bytes.fill(n);
  return out;
}

PackRef sample_pack();
Founding sample_founding();
ServerWriter sample_server_writer();
Account sample_administrator();
Site sample_site();
EnrolledWriter sample_enrolled();
FrozenWriter sample_frozen();
Account sample_staff();
Grant sample_grant();
GrantEnd sample_grant_end();
Group sample_group();
HoldSettlement sample_settlement();
CourseMove sample_course_move();
Person sample_person();
MembershipLink sample_link();
MemberName sample_member_name();
Admission sample_admission();
Leaving sample_leaving();
SessionKey sample_session();
SessionOpening sample_opening();
Attendance sample_attendance();
Amendment sample_amendment();
CheckIn sample_check_in();
CheckInWithdrawal sample_withdrawal();
FocalChoice sample_focal_choice();
Alarm sample_alarm();
EvidenceSet sample_evidence();
Note sample_note();
Screening sample_screening();
SuitabilityDecision sample_suitability();
PersonJoin sample_person_join();
FormedGroup sample_formed_group();
Consent sample_consent();
SessionPlan sample_session_plan();
SessionMerge sample_session_merge();
AgendaPlace sample_agenda_place();
AgendaMark sample_agenda_mark();
TechniqueUse sample_technique();
AgreedStep sample_step();
StepReview sample_step_review();
KnownWhisper sample_known_whisper();
Sheet sample_sheet();
InventoryPerson sample_inventory_person();

// The sample of a kind as a draft. A kind without a sample doesn't compile.
OpDraft sample_draft(Kind kind);

}  // namespace baraza::model
