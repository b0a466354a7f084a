// SPDX-License-Identifier: Apache-2.0
#include "tests/shared/model/samples.h"

namespace baraza::model {
namespace {

constexpr CivilDate kDay{20'780};
AccountId asker() {
  return sample_id<AccountId>(0x0a);
}
OpRef sample_ref() {
  return {{sample_id<WriterId>(0x0b), 7}, sample_id<Hash>(0x0c)};
}

}  // namespace

PackRef sample_pack() {
  return {"phq9", 3, sample_id<Hash>(0x10)};
}
Founding sample_founding() {
  return {sample_id<ProgrammeId>(0x11), "Amani programme", sample_id<PublicKey>(0x12)};
}
ServerWriter sample_server_writer() {
  return {sample_id<PublicKey>(0x13),
          sample_id<Epoch>(0x14),
          sample_id<Epoch>(0x15),
          {{sample_id<StreamId>(0x16), 41, sample_id<Hash>(0x17)},
           {sample_id<StreamId>(0x18), 1, sample_id<Hash>(0x19)}},
          sample_id<Signature>(0x1a)};
}
Account sample_administrator() {
  return {sample_id<AccountId>(0x1b),           "zawadi", "Zawadi N.", "",
          {Role::manager, Role::administrator}, asker()};
}
Site sample_site() {
  return {sample_id<SiteId>(0x1c), "Kibuye", "Africa/Kigali", asker()};
}
EnrolledWriter sample_enrolled() {
  return {sample_id<AccountId>(0x1d), sample_id<PublicKey>(0x1e), "blue laptop"};
}
FrozenWriter sample_frozen() {
  return {sample_id<WriterId>(0x1f), sample_id<StreamId>(0x20), 12};
}
Account sample_staff() {
  return {sample_id<AccountId>(0x21),
          "asha",
          "Asha \xc3\x89.",
          "+250 700 000 001",
          {Role::facilitator, Role::supervisor},
          asker()};
}
Grant sample_grant() {
  return {sample_id<GrantId>(0x22),
          sample_id<AccountId>(0x21),
          Role::supervisor,
          sample_id<GroupId>(0x23),
          true,
          true,
          asker()};
}
GrantEnd sample_grant_end() {
  return {sample_id<GrantId>(0x22), "moved to another district", asker()};
}
Group sample_group() {
  return {sample_id<GroupId>(0x23), "Tuesday women", sample_pack(), kDay, 14, asker()};
}
HoldSettlement sample_settlement() {
  return {
      {sample_id<StreamId>(0x24), sample_id<WriterId>(0x25), 99}, true, "was on leave", asker()};
}
CourseMove sample_course_move() {
  return {
      sample_id<GroupId>(0x23), {"group12", 1, sample_id<Hash>(0x2e)}, "two more weeks", asker()};
}
Person sample_person() {
  return {sample_id<PersonId>(0x26), "Mukamana J.", 1988, Sex::female, "Rubengera", "+250 7"};
}
MembershipLink sample_link() {
  return {sample_id<PersonId>(0x26), sample_id<GroupId>(0x23), sample_id<MemberId>(0x27)};
}
MemberName sample_member_name() {
  return {sample_id<MemberId>(0x27), "Mukamana", "+250 7"};
}
Admission sample_admission() {
  return {sample_id<MemberId>(0x27), kDay, 4};
}
Leaving sample_leaving() {
  return {sample_id<MemberId>(0x27), kDay + 21, "moved"};
}
SessionKey sample_session() {
  return {sample_id<SessionId>(0x28), kDay};
}
SessionOpening sample_opening() {
  return {sample_session(), 3, 1};
}
Attendance sample_attendance() {
  return {{sample_session(), sample_id<MemberId>(0x27)}, Mark::late, 15, "market"};
}
Amendment sample_amendment() {
  return {sample_session(), "came from paper"};
}
CheckIn sample_check_in() {
  CheckIn out{sample_id<CheckInId>(0x29),
              sample_session(),
              sample_id<MemberId>(0x27),
              sample_pack(),
              {},
              "sw",
              AnswerMode::self,
              {sample_id<CheckInId>(0x2a)}};
  for (std::uint32_t i = 0; i < 5; ++i) out.answers.push_back({AnswerState::answered, i % 4});
  out.answers.push_back({AnswerState::refused, 0});
  out.answers.push_back({AnswerState::not_asked, 0});
  out.answers.push_back({AnswerState::not_applicable, 0});
  out.answers.push_back({AnswerState::skipped, 0});
  return out;
}
CheckInWithdrawal sample_withdrawal() {
  return {sample_id<CheckInId>(0x2a), "wrong member"};
}
FocalChoice sample_focal_choice() {
  return {sample_id<MemberId>(0x27), FocalArea::life_changes, FocalArea::grief,
          FocalReason::something_happened};
}
Alarm sample_alarm() {
  return {evidence_of(sample_id<CheckInId>(0x29)),
          sample_id<MemberId>(0x27),
          AlarmSource::item,
          AlarmUrgency::now,
          sample_id<CheckInId>(0x29),
          sample_id<SessionId>(0x28)};
}
EvidenceSet sample_evidence() {
  return {sample_id<MemberId>(0x27), {sample_id<EvidenceId>(0x2b), sample_id<EvidenceId>(0x2c)}};
}
Note sample_note() {
  return {sample_id<NoteId>(0x2d), sample_id<SessionId>(0x28), sample_id<MemberId>(0x27),
          "Spoke for the first time.\nListen again next week."};
}
Screening sample_screening() {
  Screening out;
  out.screening = sample_id<ScreeningId>(0x30);
  out.person = sample_id<PersonId>(0x26);
  out.date = {20'001};
  out.instrument = {"phq2", 1, sample_id<Hash>(0x22)};
  out.answers = {{AnswerState::answered, 2}, {AnswerState::refused, 0}};
  out.language = "sw";
  out.mode = AnswerMode::paper;
  out.typed_total = 2;
  out.supersedes = {sample_id<ScreeningId>(0x31)};
  return out;
}
SuitabilityDecision sample_suitability() {
  return {sample_id<PersonId>(0x26),
          Suitability::refer_first,
          {ReferReason::psychosis, ReferReason::other},
          true,
          "asked for help at once"};
}
PersonJoin sample_person_join() {
  return {sample_id<PersonId>(0x26), sample_id<PersonId>(0x32), "same phone"};
}
FormedGroup sample_formed_group() {
  return {sample_id<GroupId>(0x23), "Mwembe", {"group8", 1, sample_id<Hash>(0x2e)}, {20'100}, 7};
}
Consent sample_consent() {
  return {
      {sample_id<MemberId>(0x27), ConsentPurpose::phone}, true, ConsentHow::thumbprint, {20'002}};
}
SessionPlan sample_session_plan() {
  return {sample_id<SessionId>(0x28), 3, 1, {20'107}, 14 * 60 + 30, true, "market day"};
}
SessionMerge sample_session_merge() {
  return {sample_session(), {sample_id<SessionId>(0x33), {20'108}}, true, "were two evenings"};
}
AgendaPlace sample_agenda_place() {
  return {{sample_session(), sample_id<AgendaItemId>(0x34)},
          "work",
          sample_id<MemberId>(0x27),
          "a5m",
          20,
          true};
}
AgendaMark sample_agenda_mark() {
  return {{sample_session(), sample_id<AgendaItemId>(0x34)},
          AgendaState::skipped,
          SkipReason::member_away,
          12};
}
TechniqueUse sample_technique() {
  return {{sample_session(), Technique::role_play, sample_id<MemberId>(0x27)}, true};
}
AgreedStep sample_step() {
  return {sample_id<StepId>(0x35), sample_id<MemberId>(0x27), sample_session(), true};
}
StepReview sample_step_review() {
  return {sample_id<StepId>(0x35), sample_session(), StepOutcome::tried};
}
KnownWhisper sample_known_whisper() {
  return {"inventory_missing", sample_id<MemberId>(0x27), sample_id<AnyId>(0x36)};
}
Sheet sample_sheet() {
  return {sample_id<SheetId>(0x37),
          sample_id<MemberId>(0x27),
          sample_session(),
          SheetKind::event,
          sample_id<AnyId>(0x38),
          {{0, 1, "He came home late again.", {}, std::nullopt},
           {0, 2, "", {1, 3}, std::nullopt},
           {1, 1, "\"Where were you?\"", {}, -4}},
          true};
}
InventoryPerson sample_inventory_person() {
  return {sample_id<InventoryPersonId>(0x39),
          sample_id<MemberId>(0x27),
          "Mama Asha",
          Relationship::in_law,
          2,
          SupportLevel::little,
          true,
          true,
          ContactLevel::monthly,
          "moved in with us",
          270,
          true};
}

OpDraft sample_draft(Kind kind) {
  const Replaces replaces{sample_ref()};
  switch (kind) {
    case Kind::programme_founded: return make_programme_founded(sample_founding());
    case Kind::server_writer_introduced:
      return make_server_writer_introduced(sample_server_writer());
    case Kind::administrator_added: return make_administrator_added(sample_administrator());
    case Kind::site_added: return make_site_added(sample_site());
    case Kind::programme_writer_enrolled: return make_programme_writer_enrolled(sample_enrolled());
    case Kind::programme_writer_frozen: return make_programme_writer_frozen(sample_frozen());
    case Kind::pack_in_force: return make_pack_in_force(sample_pack(), asker());
    case Kind::staff_added: return make_staff_added(sample_staff());
    case Kind::grant_given: return make_grant_given(sample_grant());
    case Kind::grant_ended: return make_grant_ended(sample_grant_end());
    case Kind::group_opened: return make_group_opened(sample_group());
    case Kind::site_writer_enrolled: return make_site_writer_enrolled(sample_enrolled());
    case Kind::site_writer_frozen: return make_site_writer_frozen(sample_frozen());
    case Kind::hold_settled: return make_hold_settled(sample_settlement());
    case Kind::hold_read: return make_hold_read(sample_settlement().hold, asker());
    case Kind::group_course_moved: return make_group_course_moved(sample_course_move(), replaces);
    case Kind::person_registered: return make_person_registered(sample_person(), replaces);
    case Kind::membership_linked: return make_membership_linked(sample_link());
    case Kind::member_named: return make_member_named(sample_member_name(), replaces);
    case Kind::member_admitted: return make_member_admitted(sample_admission(), replaces);
    case Kind::member_left: return make_member_left(sample_leaving());
    case Kind::session_opened: return make_session_opened(sample_opening());
    case Kind::session_closed: return make_session_closed(sample_session(), replaces);
    case Kind::attendance_marked: return make_attendance_marked(sample_attendance(), replaces);
    case Kind::session_amended: return make_session_amended(sample_amendment());
    case Kind::check_in_recorded: return make_check_in_recorded(sample_check_in());
    case Kind::check_in_withdrawn: return make_check_in_withdrawn(sample_withdrawal());
    case Kind::focal_area_chosen: return make_focal_area_chosen(sample_focal_choice(), replaces);
    case Kind::alarm_raised: return make_alarm_raised(sample_alarm());
    case Kind::alarm_acknowledged: return make_alarm_acknowledged(sample_evidence());
    case Kind::risk_resolved: return make_risk_resolved(sample_evidence());
    case Kind::note_written: return make_note_written(sample_note());
    case Kind::note_amended: return make_note_amended(sample_note(), replaces);
    case Kind::screening_recorded: return make_screening_recorded(sample_screening());
    case Kind::suitability_decided: return make_suitability_decided(sample_suitability(), replaces);
    case Kind::persons_joined: return make_persons_joined(sample_person_join(), replaces);
    case Kind::group_formed: return make_group_formed(sample_formed_group());
    case Kind::consent_given: return make_consent_given(sample_consent(), replaces);
    case Kind::session_planned: return make_session_planned(sample_session_plan(), replaces);
    case Kind::sessions_merged: return make_sessions_merged(sample_session_merge(), replaces);
    case Kind::agenda_placed: return make_agenda_placed(sample_agenda_place(), replaces);
    case Kind::agenda_marked: return make_agenda_marked(sample_agenda_mark(), replaces);
    case Kind::technique_marked: return make_technique_marked(sample_technique(), replaces);
    case Kind::step_agreed: return make_step_agreed(sample_step(), replaces);
    case Kind::step_reviewed: return make_step_reviewed(sample_step_review(), replaces);
    case Kind::whisper_known: return make_whisper_known(sample_known_whisper());
    case Kind::sheet_written: return make_sheet_written(sample_sheet(), replaces);
    case Kind::inventory_person_written:
      return make_inventory_person_written(sample_inventory_person(), replaces);
  }
  return {};
}

}  // namespace baraza::model
