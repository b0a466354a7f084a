// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/base/result.h"
#include "shared/model/intake_values.h"
#include "shared/model/plan_values.h"
#include "shared/model/values.h"
#include "shared/model/work_values.h"

// Op bodies to values, for apply and check_body alone. Each fails with malformed_body or too_large
// and names the field: a rule that a body keeps here is one that nobody further in has to check.
namespace baraza::model {

Result<Founding> read_programme_founded(ByteView body);
Result<ServerWriter> read_server_writer_introduced(ByteView body);
Result<Account> read_administrator_added(ByteView body);
Result<Site> read_site_added(ByteView body);
Result<EnrolledWriter> read_programme_writer_enrolled(ByteView body);
Result<FrozenWriter> read_programme_writer_frozen(ByteView body);
Result<PackRef> read_pack_in_force(ByteView body);

Result<Account> read_staff_added(ByteView body);
Result<Grant> read_grant_given(ByteView body);
Result<GrantEnd> read_grant_ended(ByteView body);
Result<Group> read_group_opened(ByteView body);
Result<EnrolledWriter> read_site_writer_enrolled(ByteView body);
Result<FrozenWriter> read_site_writer_frozen(ByteView body);
Result<HoldSettlement> read_hold_settled(ByteView body);
Result<HoldSettlement> read_hold_read(ByteView body);
Result<CourseMove> read_group_course_moved(ByteView body);

Result<Person> read_person_registered(ByteView body);
Result<MembershipLink> read_membership_linked(ByteView body);
Result<Screening> read_screening_recorded(ByteView body);
Result<SuitabilityDecision> read_suitability_decided(ByteView body);
Result<PersonJoin> read_persons_joined(ByteView body);
Result<FormedGroup> read_group_formed(ByteView body);
Result<MemberName> read_member_named(ByteView body);
Result<Consent> read_consent_given(ByteView body);

Result<Admission> read_member_admitted(ByteView body);
Result<Leaving> read_member_left(ByteView body);
Result<SessionOpening> read_session_opened(ByteView body);
Result<SessionKey> read_session_closed(ByteView body);
Result<Attendance> read_attendance_marked(ByteView body);
Result<Amendment> read_session_amended(ByteView body);
Result<SessionPlan> read_session_planned(ByteView body);
Result<SessionMerge> read_sessions_merged(ByteView body);
Result<AgendaPlace> read_agenda_placed(ByteView body);
Result<AgendaMark> read_agenda_marked(ByteView body);
Result<CheckIn> read_check_in_recorded(ByteView body);
Result<CheckInWithdrawal> read_check_in_withdrawn(ByteView body);
Result<TechniqueUse> read_technique_marked(ByteView body);
Result<FocalChoice> read_focal_area_chosen(ByteView body);
Result<AgreedStep> read_step_agreed(ByteView body);
Result<StepReview> read_step_reviewed(ByteView body);
Result<KnownWhisper> read_whisper_known(ByteView body);

Result<Alarm> read_alarm_raised(ByteView body);
Result<EvidenceSet> read_alarm_acknowledged(ByteView body);
Result<EvidenceSet> read_risk_resolved(ByteView body);

Result<Note> read_note_written(ByteView body);
Result<Note> read_note_amended(ByteView body);
Result<Sheet> read_sheet_written(ByteView body);
Result<InventoryPerson> read_inventory_person_written(ByteView body);

}  // namespace baraza::model
