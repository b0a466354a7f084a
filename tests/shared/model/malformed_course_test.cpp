// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/course.pb.h"
#include "baraza/v1/intake.pb.h"
#include "baraza/v1/plan.pb.h"
#include "baraza/v1/work.pb.h"
#include "tests/shared/model/malformed.h"

namespace baraza::model {
namespace {

const std::string kLong(8193, 'x');

// Numbers that name nothing in an enumeration of `last` values.
template <class Message, class Set>
void bad_choices(std::vector<Case>& out, Kind kind, const std::string& field, int last, Set set,
                 bool zero_too = true) {
  for (const int number : {0, -1, last + 1}) {
    if (number == 0 && !zero_too) continue;
    out.push_back(bad<Message>(kind, field, [&](Message& m) { set(m, number); }));
  }
}

template <class Message>
void bad_sessions(std::vector<Case>& out, Kind kind) {
  for (const std::string& id : {std::string(), kZero, kShort, kId + "x"}) {
    out.push_back(bad<Message>(kind, "session_id", [&](Message& m) { m.set_session_id(id); }));
  }
  for (const std::int32_t days : {-25'568, 84'371}) {
    out.push_back(bad<Message>(kind, "date_days", [&](Message& m) { m.set_date_days(days); }));
  }
}

TEST(Malformed, Screenings) {
  std::vector<Case> cases;
  using Message = v1::ScreeningRecorded;
  const Kind kind = Kind::screening_recorded;
  bad_ids<Message>(cases, kind, "screening_id", SETS(ScreeningRecorded, screening_id));
  bad_ids<Message>(cases, kind, "person_id", SETS(ScreeningRecorded, person_id));
  bad_names<Message>(cases, kind, "language", false, SETS(ScreeningRecorded, language));
  cases.push_back(bad<Message>(kind, "answers", [](auto& m) { m.clear_answers(); }));
  cases.push_back(
      bad<Message>(kind, "answers.value", [](auto& m) { m.mutable_answers(1)->set_value(1); }));
  cases.push_back(bad<Message>(kind, "typed_total", [](auto& m) { m.set_typed_total(100'001); }));
  cases.push_back(
      bad<Message>(kind, "supersedes", [](auto& m) { m.set_supersedes(0, m.screening_id()); }));
  cases.push_back(bad<Message>(kind, "date_days", [](auto& m) { m.set_date_days(90'000); }));
  bad_choices<Message>(cases, kind, "mode", 3,
                       [](auto& m, int to) { m.set_mode(static_cast<v1::AnswerMode>(to)); });
  expect_refused(cases);
}

TEST(Malformed, DecisionsOfIntake) {
  std::vector<Case> cases;
  using Decided = v1::SuitabilityDecided;
  const Kind decided = Kind::suitability_decided;
  bad_ids<Decided>(cases, decided, "person_id", SETS(SuitabilityDecided, person_id));
  bad_choices<Decided>(cases, decided, "suitability", 4, [](auto& m, int to) {
    m.set_suitability(static_cast<v1::Suitability>(to));
  });
  cases.push_back(bad<Decided>(decided, "refer", [](auto& m) { m.clear_refer(); }));
  cases.push_back(
      bad<Decided>(decided, "refer", [](auto& m) { m.set_suitability(v1::SUITABILITY_JOINS); }));
  cases.push_back(bad<Decided>(decided, "refer",
                               [](auto& m) { m.add_refer(static_cast<v1::ReferReason>(8)); }));
  cases.push_back(bad<Decided>(decided, "reason", [](auto& m) { m.clear_reason(); }));
  cases.push_back(bad<Decided>(
      decided, "reason", [](auto& m) { m.set_reason(kSecret + kLong); }, kTooLarge));
  using Joined = v1::PersonsJoined;
  bad_ids<Joined>(cases, Kind::persons_joined, "person_id", SETS(PersonsJoined, person_id));
  cases.push_back(
      bad<Joined>(Kind::persons_joined, "same_as", [](auto& m) { m.set_same_as(m.person_id()); }));
  using Formed = v1::GroupFormed;
  const Kind formed = Kind::group_formed;
  bad_ids<Formed>(cases, formed, "group_id", SETS(GroupFormed, group_id));
  bad_names<Formed>(cases, formed, "name", true, SETS(GroupFormed, name));
  cases.push_back(bad<Formed>(formed, "course.id", [](auto& m) { m.clear_course(); }));
  cases.push_back(bad<Formed>(formed, "interval_days", [](auto& m) { m.set_interval_days(367); }));
  cases.push_back(
      bad<Formed>(formed, "first_session_days", [](auto& m) { m.set_first_session_days(90'000); }));
  expect_refused(cases);
}

TEST(Malformed, Consent) {
  std::vector<Case> cases;
  using Message = v1::ConsentGiven;
  const Kind kind = Kind::consent_given;
  bad_ids<Message>(cases, kind, "member_id", SETS(ConsentGiven, member_id));
  bad_choices<Message>(cases, kind, "purpose", 7,
                       [](auto& m, int to) { m.set_purpose(static_cast<v1::ConsentPurpose>(to)); });
  bad_choices<Message>(cases, kind, "how", 3,
                       [](auto& m, int to) { m.set_how(static_cast<v1::ConsentHow>(to)); });
  cases.push_back(bad<Message>(kind, "date_days", [](auto& m) { m.set_date_days(90'000); }));
  expect_refused(cases);
}

TEST(Malformed, PlansOfSessions) {
  std::vector<Case> cases;
  using Planned = v1::SessionPlanned;
  const Kind planned = Kind::session_planned;
  bad_sessions<Planned>(cases, planned);
  bad_names<Planned>(cases, planned, "reason", true, SETS(SessionPlanned, reason));
  cases.push_back(bad<Planned>(planned, "start_minute", [](auto& m) { m.set_start_minute(1440); }));
  cases.push_back(bad<Planned>(planned, "plan_number", [](auto& m) { m.set_plan_number(1001); }));
  cases.push_back(bad<Planned>(planned, "occurrence", [](auto& m) { m.set_occurrence(1001); }));
  using Merged = v1::SessionsMerged;
  bad_sessions<Merged>(cases, Kind::sessions_merged);
  bad_ids<Merged>(cases, Kind::sessions_merged, "into_session_id",
                  SETS(SessionsMerged, into_session_id));
  bad_names<Merged>(cases, Kind::sessions_merged, "reason", false, SETS(SessionsMerged, reason));
  cases.push_back(bad<Merged>(Kind::sessions_merged, "into_session_id", [](auto& m) {
    m.set_into_session_id(m.session_id());
    m.set_into_date_days(m.date_days());
  }));
  expect_refused(cases);
}

TEST(Malformed, TheAgenda) {
  std::vector<Case> cases;
  using Placed = v1::AgendaPlaced;
  const Kind placed = Kind::agenda_placed;
  bad_sessions<Placed>(cases, placed);
  bad_ids<Placed>(cases, placed, "item_id", SETS(AgendaPlaced, item_id));
  bad_names<Placed>(cases, placed, "step", true, SETS(AgendaPlaced, step));
  cases.push_back(bad<Placed>(placed, "member_id", [](auto& m) { m.set_member_id(kShort); }));
  for (const std::string& order : {std::string(), std::string("A"), std::string(65, 'a')}) {
    cases.push_back(bad<Placed>(placed, "order", [&](auto& m) { m.set_order(order); }));
  }
  cases.push_back(bad<Placed>(placed, "minutes", [](auto& m) { m.set_minutes(1441); }));
  using Marked = v1::AgendaMarked;
  const Kind marked = Kind::agenda_marked;
  bad_sessions<Marked>(cases, marked);
  bad_ids<Marked>(cases, marked, "item_id", SETS(AgendaMarked, item_id));
  bad_choices<Marked>(cases, marked, "state", 3,
                      [](auto& m, int to) { m.set_state(static_cast<v1::AgendaState>(to)); });
  bad_choices<Marked>(cases, marked, "reason", 6,
                      [](auto& m, int to) { m.set_reason(static_cast<v1::SkipReason>(to)); });
  cases.push_back(
      bad<Marked>(marked, "reason", [](auto& m) { m.set_state(v1::AGENDA_STATE_DONE); }));
  cases.push_back(bad<Marked>(marked, "minutes", [](auto& m) { m.set_minutes(1441); }));
  expect_refused(cases);
}

TEST(Malformed, WeeklyWork) {
  std::vector<Case> cases;
  using Technique = v1::TechniqueMarked;
  bad_sessions<Technique>(cases, Kind::technique_marked);
  bad_choices<Technique>(cases, Kind::technique_marked, "technique", technique_count,
                         [](auto& m, int to) { m.set_technique(static_cast<v1::Technique>(to)); });
  cases.push_back(bad<Technique>(Kind::technique_marked, "member_id",
                                 [](auto& m) { m.set_member_id(kShort); }));
  using Agreed = v1::StepAgreed;
  bad_sessions<Agreed>(cases, Kind::step_agreed);
  bad_ids<Agreed>(cases, Kind::step_agreed, "step_id", SETS(StepAgreed, step_id));
  bad_ids<Agreed>(cases, Kind::step_agreed, "member_id", SETS(StepAgreed, member_id));
  using Reviewed = v1::StepReviewed;
  bad_sessions<Reviewed>(cases, Kind::step_reviewed);
  bad_ids<Reviewed>(cases, Kind::step_reviewed, "step_id", SETS(StepReviewed, step_id));
  bad_choices<Reviewed>(cases, Kind::step_reviewed, "outcome", 4,
                        [](auto& m, int to) { m.set_outcome(static_cast<v1::StepOutcome>(to)); });
  using Known = v1::WhisperKnown;
  bad_names<Known>(cases, Kind::whisper_known, "rule", true, SETS(WhisperKnown, rule));
  bad_ids<Known>(cases, Kind::whisper_known, "basis", SETS(WhisperKnown, basis));
  cases.push_back(
      bad<Known>(Kind::whisper_known, "member_id", [](auto& m) { m.set_member_id(kShort); }));
  expect_refused(cases);
}

TEST(Malformed, Sheets) {
  std::vector<Case> cases;
  using Message = v1::SheetWritten;
  const Kind kind = Kind::sheet_written;
  bad_ids<Message>(cases, kind, "entry_id", SETS(SheetWritten, entry_id));
  bad_ids<Message>(cases, kind, "member_id", SETS(SheetWritten, member_id));
  cases.push_back(bad<Message>(kind, "session_id", [](auto& m) { m.set_session_id(kShort); }));
  cases.push_back(bad<Message>(kind, "date_days", [](auto& m) { m.clear_session_id(); }));
  cases.push_back(bad<Message>(kind, "date_days", [](auto& m) { m.set_date_days(90'000); }));
  cases.push_back(bad<Message>(kind, "about", [](auto& m) { m.set_about(kShort); }));
  bad_choices<Message>(cases, kind, "kind", sheet_kind_count,
                       [](auto& m, int to) { m.set_kind(static_cast<v1::SheetKind>(to)); });
  cases.push_back(
      bad<Message>(kind, "fields.row", [](auto& m) { m.mutable_fields(2)->set_row(65); }));
  for (const std::uint32_t number : {0U, 256U}) {
    cases.push_back(bad<Message>(kind, "fields.field",
                                 [&](auto& m) { m.mutable_fields(2)->set_field(number); }));
    cases.push_back(bad<Message>(kind, "fields.choices",
                                 [&](auto& m) { m.mutable_fields(1)->set_choices(0, number); }));
  }
  cases.push_back(bad<Message>(
      kind, "fields.text", [](auto& m) { m.mutable_fields(0)->set_text(kSecret + kLong); },
      kTooLarge));
  cases.push_back(
      bad<Message>(kind, "fields", [](auto& m) { m.mutable_fields()->SwapElements(0, 2); }));
  cases.push_back(bad<Message>(kind, "fields", [](auto& m) { *m.add_fields() = m.fields(2); }));
  expect_refused(cases);
}

TEST(Malformed, PeopleInAMembersLife) {
  std::vector<Case> cases;
  using Message = v1::InventoryPersonWritten;
  const Kind kind = Kind::inventory_person_written;
  bad_ids<Message>(cases, kind, "inventory_person_id",
                   SETS(InventoryPersonWritten, inventory_person_id));
  bad_ids<Message>(cases, kind, "member_id", SETS(InventoryPersonWritten, member_id));
  bad_names<Message>(cases, kind, "called", true, SETS(InventoryPersonWritten, called));
  bad_choices<Message>(cases, kind, "relationship", 12, [](auto& m, int to) {
    m.set_relationship(static_cast<v1::Relationship>(to));
  });
  bad_choices<Message>(
      cases, kind, "support", 4,
      [](auto& m, int to) { m.set_support(static_cast<v1::SupportLevel>(to)); }, false);
  bad_choices<Message>(
      cases, kind, "contact", 5,
      [](auto& m, int to) { m.set_contact(static_cast<v1::ContactLevel>(to)); }, false);
  cases.push_back(bad<Message>(kind, "closeness", [](auto& m) { m.set_closeness(3); }));
  cases.push_back(bad<Message>(kind, "angle_deg", [](auto& m) { m.set_angle_deg(360); }));
  cases.push_back(bad<Message>(
      kind, "change", [](auto& m) { m.set_change(kSecret + kLong); }, kTooLarge));
  expect_refused(cases);
}

}  // namespace
}  // namespace baraza::model
