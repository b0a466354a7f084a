// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/model/intake_values.h"
#include "shared/model/kinds.h"
#include "shared/model/plan_values.h"
#include "shared/model/values.h"
#include "shared/model/work_values.h"
#include "shared/op/run.h"

namespace baraza::model {

// The only writers of op bodies. Each gives a draft with stream, kind, class and subject filled
// in (the subject is what the op is about; subjects.h says what that is for each); numbers, clock
// and signature come with sign_run(). `replaces` are the writes that a register
// write names: those that stand where it is written.
using Replaces = std::vector<OpRef>;

OpDraft make_programme_founded(const Founding& value);
OpDraft make_server_writer_introduced(const ServerWriter& value);
OpDraft make_administrator_added(const Account& value);
OpDraft make_site_added(const Site& value);
OpDraft make_programme_writer_enrolled(const EnrolledWriter& value);
OpDraft make_programme_writer_frozen(const FrozenWriter& value);
OpDraft make_pack_in_force(const PackRef& value, const AccountId& by);

OpDraft make_staff_added(const Account& value);
OpDraft make_grant_given(const Grant& value);
OpDraft make_grant_ended(const GrantEnd& value);
OpDraft make_group_opened(const Group& value);
OpDraft make_site_writer_enrolled(const EnrolledWriter& value);
OpDraft make_site_writer_frozen(const FrozenWriter& value);
OpDraft make_hold_settled(const HoldSettlement& value);
OpDraft make_hold_read(const HoldKey& value, const AccountId& by);
OpDraft make_group_course_moved(const CourseMove& value, Replaces replaces);

OpDraft make_person_registered(const Person& value, Replaces replaces);
OpDraft make_membership_linked(const MembershipLink& value);
OpDraft make_screening_recorded(const Screening& value);
OpDraft make_suitability_decided(const SuitabilityDecision& value, Replaces replaces);
OpDraft make_persons_joined(const PersonJoin& value, Replaces replaces);
OpDraft make_group_formed(const FormedGroup& value);
OpDraft make_member_named(const MemberName& value, Replaces replaces);
OpDraft make_consent_given(const Consent& value, Replaces replaces);

OpDraft make_member_admitted(const Admission& value, Replaces replaces);
OpDraft make_member_left(const Leaving& value);
OpDraft make_session_opened(const SessionOpening& value);
OpDraft make_session_closed(const SessionKey& value, Replaces replaces);
OpDraft make_attendance_marked(const Attendance& value, Replaces replaces);
OpDraft make_session_amended(const Amendment& value);
OpDraft make_session_planned(const SessionPlan& value, Replaces replaces);
OpDraft make_sessions_merged(const SessionMerge& value, Replaces replaces);
OpDraft make_agenda_placed(const AgendaPlace& value, Replaces replaces);
OpDraft make_agenda_marked(const AgendaMark& value, Replaces replaces);
OpDraft make_check_in_recorded(const CheckIn& value);
OpDraft make_check_in_withdrawn(const CheckInWithdrawal& value);
OpDraft make_technique_marked(const TechniqueUse& value, Replaces replaces);
OpDraft make_focal_area_chosen(const FocalChoice& value, Replaces replaces);
OpDraft make_step_agreed(const AgreedStep& value, Replaces replaces);
OpDraft make_step_reviewed(const StepReview& value, Replaces replaces);
OpDraft make_whisper_known(const KnownWhisper& value);

OpDraft make_alarm_raised(const Alarm& value);
OpDraft make_alarm_acknowledged(const EvidenceSet& value);
OpDraft make_risk_resolved(const EvidenceSet& value);

OpDraft make_note_written(const Note& value);
// `value.session` and `value.member` stay those of the first writing.
OpDraft make_note_amended(const Note& value, Replaces replaces);
OpDraft make_sheet_written(const Sheet& value, Replaces replaces);
OpDraft make_inventory_person_written(const InventoryPerson& value, Replaces replaces);

}  // namespace baraza::model
