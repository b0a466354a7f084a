// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "baraza/v1/alarm.pb.h"
#include "baraza/v1/course.pb.h"
#include "baraza/v1/directory.pb.h"
#include "baraza/v1/measure.pb.h"
#include "baraza/v1/session.pb.h"
#include "baraza/v1/words.pb.h"
#include "tests/shared/model/malformed.h"

namespace baraza::model {
namespace {

TEST(Malformed, BodiesOfTheProgrammeStream) {
  std::vector<Case> cases;
  bad_ids<v1::ProgrammeFounded>(cases, Kind::programme_founded, "programme_id",
                                SETS(ProgrammeFounded, programme_id));
  bad_ids<v1::ProgrammeFounded>(cases, Kind::programme_founded, "programme_key",
                                SETS(ProgrammeFounded, programme_key));
  bad_names<v1::ProgrammeFounded>(cases, Kind::programme_founded, "name", true,
                                  SETS(ProgrammeFounded, name));
  const Kind writer = Kind::server_writer_introduced;
  bad_ids<v1::ServerWriterIntroduced>(cases, writer, "writer_key",
                                      SETS(ServerWriterIntroduced, writer_key));
  bad_ids<v1::ServerWriterIntroduced>(cases, writer, "epoch", SETS(ServerWriterIntroduced, epoch));
  bad_ids<v1::ServerWriterIntroduced>(cases, writer, "signature",
                                      SETS(ServerWriterIntroduced, signature));
  cases.push_back(bad<v1::ServerWriterIntroduced>(writer, "parent_epoch",
                                                  [](auto& m) { m.set_parent_epoch(kShort); }));
  cases.push_back(bad<v1::ServerWriterIntroduced>(
      writer, "points.stream", [](auto& m) { m.mutable_points(0)->clear_stream(); }));
  cases.push_back(bad<v1::ServerWriterIntroduced>(
      writer, "points.chain_hash", [](auto& m) { m.mutable_points(1)->set_chain_hash(kId); }));
  const Kind admin = Kind::administrator_added;
  bad_ids<v1::AdministratorAdded>(cases, admin, "account_id", SETS(AdministratorAdded, account_id));
  bad_names<v1::AdministratorAdded>(cases, admin, "handle", true, SETS(AdministratorAdded, handle));
  bad_names<v1::AdministratorAdded>(cases, admin, "name", true, SETS(AdministratorAdded, name));
  cases.push_back(bad<v1::AdministratorAdded>(admin, "roles", [](auto& m) { m.clear_roles(); }));
  for (const int role : {0, 1, 3, 17}) {
    cases.push_back(bad<v1::AdministratorAdded>(
        admin, "roles", [&](auto& m) { m.add_roles(static_cast<v1::Role>(role)); }));
  }
  cases.push_back(bad<v1::AdministratorAdded>(admin, "by", [](auto& m) { m.set_by(kShort); }));
  bad_ids<v1::SiteAdded>(cases, Kind::site_added, "site_id", SETS(SiteAdded, site_id));
  bad_ids<v1::SiteAdded>(cases, Kind::site_added, "by", SETS(SiteAdded, by));
  bad_names<v1::SiteAdded>(cases, Kind::site_added, "name", true, SETS(SiteAdded, name));
  bad_names<v1::SiteAdded>(cases, Kind::site_added, "time_zone", true, SETS(SiteAdded, time_zone));
  const Kind enrolled = Kind::programme_writer_enrolled;
  bad_ids<v1::ProgrammeWriterEnrolled>(cases, enrolled, "account_id",
                                       SETS(ProgrammeWriterEnrolled, account_id));
  bad_ids<v1::ProgrammeWriterEnrolled>(cases, enrolled, "writer_key",
                                       SETS(ProgrammeWriterEnrolled, writer_key));
  bad_names<v1::ProgrammeWriterEnrolled>(cases, enrolled, "label", false,
                                         SETS(ProgrammeWriterEnrolled, label));
  const Kind frozen = Kind::programme_writer_frozen;
  bad_ids<v1::ProgrammeWriterFrozen>(cases, frozen, "writer", SETS(ProgrammeWriterFrozen, writer));
  bad_ids<v1::ProgrammeWriterFrozen>(cases, frozen, "stream", SETS(ProgrammeWriterFrozen, stream));
  cases.push_back(
      bad<v1::ProgrammeWriterFrozen>(frozen, "number", [](auto& m) { m.clear_number(); }));
  const Kind pack = Kind::pack_in_force;
  bad_ids<v1::PackInForce>(cases, pack, "by", SETS(PackInForce, by));
  cases.push_back(bad<v1::PackInForce>(pack, "pack.id", [](auto& m) { m.clear_pack(); }));
  cases.push_back(bad<v1::PackInForce>(pack, "pack.version",
                                       [](auto& m) { m.mutable_pack()->clear_version(); }));
  cases.push_back(
      bad<v1::PackInForce>(pack, "pack.hash", [](auto& m) { m.mutable_pack()->set_hash(kId); }));
  expect_refused(cases);
}

TEST(Malformed, BodiesOfTheSiteStream) {
  std::vector<Case> cases;
  const Kind staff = Kind::staff_added;
  bad_ids<v1::StaffAdded>(cases, staff, "account_id", SETS(StaffAdded, account_id));
  bad_ids<v1::StaffAdded>(cases, staff, "by", SETS(StaffAdded, by));
  bad_names<v1::StaffAdded>(cases, staff, "handle", true, SETS(StaffAdded, handle));
  bad_names<v1::StaffAdded>(cases, staff, "name", true, SETS(StaffAdded, name));
  bad_names<v1::StaffAdded>(cases, staff, "phone", false, SETS(StaffAdded, phone));
  cases.push_back(bad<v1::StaffAdded>(staff, "roles", [](auto& m) { m.clear_roles(); }));
  for (const int role : {0, 4, 5, 6}) {
    cases.push_back(bad<v1::StaffAdded>(
        staff, "roles", [&](auto& m) { m.add_roles(static_cast<v1::Role>(role)); }));
  }
  const Kind grant = Kind::grant_given;
  bad_ids<v1::GrantGiven>(cases, grant, "grant_id", SETS(GrantGiven, grant_id));
  bad_ids<v1::GrantGiven>(cases, grant, "account_id", SETS(GrantGiven, account_id));
  bad_ids<v1::GrantGiven>(cases, grant, "by", SETS(GrantGiven, by));
  cases.push_back(bad<v1::GrantGiven>(grant, "group_id", [](auto& m) { m.set_group_id(kShort); }));
  for (const int role : {0, 6}) {
    cases.push_back(bad<v1::GrantGiven>(grant, "role",
                                        [&](auto& m) { m.set_role(static_cast<v1::Role>(role)); }));
  }
  bad_ids<v1::GrantEnded>(cases, Kind::grant_ended, "grant_id", SETS(GrantEnded, grant_id));
  bad_ids<v1::GrantEnded>(cases, Kind::grant_ended, "by", SETS(GrantEnded, by));
  cases.push_back(bad<v1::GrantEnded>(
      Kind::grant_ended, "reason", [](auto& m) { m.set_reason(kSecret + std::string(8192, 'x')); },
      kTooLarge));
  const Kind group = Kind::group_opened;
  bad_ids<v1::GroupOpened>(cases, group, "group_id", SETS(GroupOpened, group_id));
  bad_ids<v1::GroupOpened>(cases, group, "by", SETS(GroupOpened, by));
  bad_names<v1::GroupOpened>(cases, group, "name", true, SETS(GroupOpened, name));
  cases.push_back(bad<v1::GroupOpened>(group, "course.id", [](auto& m) { m.clear_course(); }));
  for (const int days : {-25'568, 84'371}) {
    cases.push_back(bad<v1::GroupOpened>(group, "first_session_days",
                                         [&](auto& m) { m.set_first_session_days(days); }));
  }
  for (const std::uint32_t days : {0U, 367U}) {
    cases.push_back(
        bad<v1::GroupOpened>(group, "interval_days", [&](auto& m) { m.set_interval_days(days); }));
  }
  bad_ids<v1::HoldSettled>(cases, Kind::hold_settled, "stream", SETS(HoldSettled, stream));
  bad_ids<v1::HoldSettled>(cases, Kind::hold_settled, "writer", SETS(HoldSettled, writer));
  bad_ids<v1::HoldSettled>(cases, Kind::hold_settled, "by", SETS(HoldSettled, by));
  cases.push_back(
      bad<v1::HoldSettled>(Kind::hold_settled, "number", [](auto& m) { m.clear_number(); }));
  bad_ids<v1::HoldRead>(cases, Kind::hold_read, "stream", SETS(HoldRead, stream));
  bad_ids<v1::HoldRead>(cases, Kind::hold_read, "writer", SETS(HoldRead, writer));
  bad_ids<v1::HoldRead>(cases, Kind::hold_read, "by", SETS(HoldRead, by));
  cases.push_back(bad<v1::HoldRead>(Kind::hold_read, "number", [](auto& m) { m.clear_number(); }));
  const Kind move = Kind::group_course_moved;
  bad_ids<v1::GroupCourseMoved>(cases, move, "group_id", SETS(GroupCourseMoved, group_id));
  bad_ids<v1::GroupCourseMoved>(cases, move, "by", SETS(GroupCourseMoved, by));
  cases.push_back(bad<v1::GroupCourseMoved>(move, "course.id", [](auto& m) { m.clear_course(); }));
  cases.push_back(bad<v1::GroupCourseMoved>(move, "reason", [](auto& m) { m.clear_reason(); }));
  cases.push_back(bad<v1::GroupCourseMoved>(
      move, "reason", [](auto& m) { m.set_reason(kSecret + std::string(8192, 'x')); }, kTooLarge));
  bad_ids<v1::SiteWriterEnrolled>(cases, Kind::site_writer_enrolled, "writer_key",
                                  SETS(SiteWriterEnrolled, writer_key));
  bad_ids<v1::SiteWriterFrozen>(cases, Kind::site_writer_frozen, "writer",
                                SETS(SiteWriterFrozen, writer));
  expect_refused(cases);
}

TEST(Malformed, BodiesOfIntakeAndPeople) {
  std::vector<Case> cases;
  const Kind person = Kind::person_registered;
  bad_ids<v1::PersonRegistered>(cases, person, "person_id", SETS(PersonRegistered, person_id));
  bad_names<v1::PersonRegistered>(cases, person, "name", true, SETS(PersonRegistered, name));
  bad_names<v1::PersonRegistered>(cases, person, "village", false, SETS(PersonRegistered, village));
  bad_names<v1::PersonRegistered>(cases, person, "phone", false, SETS(PersonRegistered, phone));
  for (const std::uint32_t year : {1U, 1899U, 2201U}) {
    cases.push_back(
        bad<v1::PersonRegistered>(person, "birth_year", [&](auto& m) { m.set_birth_year(year); }));
  }
  cases.push_back(bad<v1::PersonRegistered>(person, "sex",
                                            [](auto& m) { m.set_sex(static_cast<v1::Sex>(4)); }));
  const Kind link = Kind::membership_linked;
  bad_ids<v1::MembershipLinked>(cases, link, "person_id", SETS(MembershipLinked, person_id));
  bad_ids<v1::MembershipLinked>(cases, link, "group_id", SETS(MembershipLinked, group_id));
  bad_ids<v1::MembershipLinked>(cases, link, "member_id", SETS(MembershipLinked, member_id));
  bad_ids<v1::MemberNamed>(cases, Kind::member_named, "member_id", SETS(MemberNamed, member_id));
  bad_names<v1::MemberNamed>(cases, Kind::member_named, "name", true, SETS(MemberNamed, name));
  bad_names<v1::MemberNamed>(cases, Kind::member_named, "phone", false, SETS(MemberNamed, phone));
  expect_refused(cases);
}

TEST(Malformed, BodiesOfTheMainStream) {
  std::vector<Case> cases;
  bad_ids<v1::MemberAdmitted>(cases, Kind::member_admitted, "member_id",
                              SETS(MemberAdmitted, member_id));
  bad_ids<v1::MemberLeft>(cases, Kind::member_left, "member_id", SETS(MemberLeft, member_id));
  bad_names<v1::MemberLeft>(cases, Kind::member_left, "reason", false, SETS(MemberLeft, reason));
  bad_ids<v1::SessionOpened>(cases, Kind::session_opened, "session_id",
                             SETS(SessionOpened, session_id));
  bad_ids<v1::SessionClosed>(cases, Kind::session_closed, "session_id",
                             SETS(SessionClosed, session_id));
  bad_ids<v1::SessionAmended>(cases, Kind::session_amended, "session_id",
                              SETS(SessionAmended, session_id));
  bad_names<v1::SessionAmended>(cases, Kind::session_amended, "reason", true,
                                SETS(SessionAmended, reason));
  bad_ids<v1::AttendanceMarked>(cases, Kind::attendance_marked, "session_id",
                                SETS(AttendanceMarked, session_id));
  bad_ids<v1::AttendanceMarked>(cases, Kind::attendance_marked, "member_id",
                                SETS(AttendanceMarked, member_id));
  bad_names<v1::AttendanceMarked>(cases, Kind::attendance_marked, "reason", false,
                                  SETS(AttendanceMarked, reason));
  for (const std::int32_t days : {-25'568, 84'371, INT32_MIN, INT32_MAX}) {
    cases.push_back(bad<v1::MemberAdmitted>(Kind::member_admitted, "from_days",
                                            [&](auto& m) { m.set_from_days(days); }));
    cases.push_back(
        bad<v1::MemberLeft>(Kind::member_left, "to_days", [&](auto& m) { m.set_to_days(days); }));
    cases.push_back(bad<v1::SessionOpened>(Kind::session_opened, "date_days",
                                           [&](auto& m) { m.set_date_days(days); }));
    cases.push_back(bad<v1::SessionClosed>(Kind::session_closed, "date_days",
                                           [&](auto& m) { m.set_date_days(days); }));
    cases.push_back(bad<v1::AttendanceMarked>(Kind::attendance_marked, "date_days",
                                              [&](auto& m) { m.set_date_days(days); }));
    cases.push_back(bad<v1::SessionAmended>(Kind::session_amended, "date_days",
                                            [&](auto& m) { m.set_date_days(days); }));
  }
  for (const std::uint32_t seat : {0U, 1001U}) {
    cases.push_back(
        bad<v1::MemberAdmitted>(Kind::member_admitted, "seat", [&](auto& m) { m.set_seat(seat); }));
  }
  cases.push_back(bad<v1::SessionOpened>(Kind::session_opened, "plan_number",
                                         [](auto& m) { m.set_plan_number(1001); }));
  cases.push_back(bad<v1::SessionOpened>(Kind::session_opened, "occurrence",
                                         [](auto& m) { m.set_occurrence(1001); }));
  cases.push_back(bad<v1::AttendanceMarked>(Kind::attendance_marked, "minutes",
                                            [](auto& m) { m.set_minutes(1441); }));
  for (const int mark : {0, 7}) {
    cases.push_back(bad<v1::AttendanceMarked>(Kind::attendance_marked, "mark", [&](auto& m) {
      m.set_mark(static_cast<v1::AttendanceMark>(mark));
    }));
  }
  expect_refused(cases);
}

TEST(Malformed, FocalAreas) {
  std::vector<Case> cases;
  using Message = v1::FocalAreaChosen;
  const Kind kind = Kind::focal_area_chosen;
  bad_ids<Message>(cases, kind, "member_id", SETS(FocalAreaChosen, member_id));
  for (const int number : {0, 5, -1}) {
    cases.push_back(bad<Message>(
        kind, "primary", [&](auto& m) { m.set_primary(static_cast<v1::FocalArea>(number)); }));
  }
  for (const int number : {5, -1}) {
    cases.push_back(bad<Message>(
        kind, "secondary", [&](auto& m) { m.set_secondary(static_cast<v1::FocalArea>(number)); }));
  }
  cases.push_back(bad<Message>(kind, "secondary", [](auto& m) { m.set_secondary(m.primary()); }));
  for (const int number : {0, 8}) {
    cases.push_back(bad<Message>(
        kind, "reason", [&](auto& m) { m.set_reason(static_cast<v1::FocalReason>(number)); }));
  }
  expect_refused(cases);
}

TEST(Malformed, CheckIns) {
  std::vector<Case> cases;
  using Message = v1::CheckInRecorded;
  const Kind kind = Kind::check_in_recorded;
  bad_ids<Message>(cases, kind, "check_in_id", SETS(CheckInRecorded, check_in_id));
  bad_ids<Message>(cases, kind, "session_id", SETS(CheckInRecorded, session_id));
  bad_ids<Message>(cases, kind, "member_id", SETS(CheckInRecorded, member_id));
  bad_names<Message>(cases, kind, "language", false, SETS(CheckInRecorded, language));
  const auto add = [&](std::string field, std::function<void(Message&)> spoil) {
    cases.push_back(bad<Message>(kind, std::move(field), spoil));
  };
  add("date_days", [](Message& m) { m.set_date_days(99'999); });
  add("instrument.id", [](Message& m) { m.clear_instrument(); });
  add("answers", [](Message& m) { m.clear_answers(); });
  add("answers", [](Message& m) {
    while (m.answers_size() < 65) m.add_answers()->set_state(v1::ANSWER_STATE_REFUSED);
  });
  add("answers.state", [](Message& m) { m.mutable_answers(0)->clear_state(); });
  add("answers.state",
      [](Message& m) { m.mutable_answers(0)->set_state(static_cast<v1::AnswerState>(6)); });
  for (int state = 2; state <= 5; ++state) {
    add("answers.value", [=](Message& m) {
      m.mutable_answers(0)->set_state(static_cast<v1::AnswerState>(state));
      m.mutable_answers(0)->set_value(1);
    });
  }
  add("answers.value", [](Message& m) { m.mutable_answers(0)->set_value(10'001); });
  add("mode", [](Message& m) { m.clear_mode(); });
  add("mode", [](Message& m) { m.set_mode(static_cast<v1::AnswerMode>(4)); });
  add("supersedes", [](Message& m) { m.set_supersedes(0, kZero); });
  add("supersedes", [](Message& m) { m.set_supersedes(0, m.check_in_id()); });
  add("supersedes", [](Message& m) {
    while (m.supersedes_size() < 65) m.add_supersedes(kId);
  });
  bad_ids<v1::CheckInWithdrawn>(cases, Kind::check_in_withdrawn, "check_in_id",
                                SETS(CheckInWithdrawn, check_in_id));
  bad_names<v1::CheckInWithdrawn>(cases, Kind::check_in_withdrawn, "reason", false,
                                  SETS(CheckInWithdrawn, reason));
  expect_refused(cases);
}

TEST(Malformed, AlarmsAndNotes) {
  std::vector<Case> cases;
  const Kind raised = Kind::alarm_raised;
  bad_ids<v1::AlarmRaised>(cases, raised, "evidence_id", SETS(AlarmRaised, evidence_id));
  bad_ids<v1::AlarmRaised>(cases, raised, "member_id", SETS(AlarmRaised, member_id));
  for (const int number : {0, 3}) {
    cases.push_back(bad<v1::AlarmRaised>(
        raised, "source", [&](auto& m) { m.set_source(static_cast<v1::AlarmSource>(number)); }));
    cases.push_back(bad<v1::AlarmRaised>(
        raised, "urgency", [&](auto& m) { m.set_urgency(static_cast<v1::AlarmUrgency>(number)); }));
  }
  cases.push_back(
      bad<v1::AlarmRaised>(raised, "check_in_id", [](auto& m) { m.clear_check_in_id(); }));
  cases.push_back(
      bad<v1::AlarmRaised>(raised, "session_id", [](auto& m) { m.set_session_id(kShort); }));
  const Kind seen = Kind::alarm_acknowledged;
  bad_ids<v1::AlarmAcknowledged>(cases, seen, "member_id", SETS(AlarmAcknowledged, member_id));
  cases.push_back(
      bad<v1::AlarmAcknowledged>(seen, "evidence_ids", [](auto& m) { m.clear_evidence_ids(); }));
  cases.push_back(bad<v1::RiskResolved>(Kind::risk_resolved, "evidence_ids",
                                        [](auto& m) { m.clear_evidence_ids(); }));
  cases.push_back(bad<v1::RiskResolved>(Kind::risk_resolved, "evidence_ids",
                                        [](auto& m) { m.set_evidence_ids(1, kZero); }));
  const Kind note = Kind::note_written;
  bad_ids<v1::NoteWritten>(cases, note, "note_id", SETS(NoteWritten, note_id));
  bad_ids<v1::NoteAmended>(cases, Kind::note_amended, "note_id", SETS(NoteAmended, note_id));
  cases.push_back(bad<v1::NoteWritten>(note, "text", [](auto& m) { m.clear_text(); }));
  cases.push_back(
      bad<v1::NoteWritten>(note, "member_id", [](auto& m) { m.set_member_id(kShort); }));
  const std::string long_text = kSecret + std::string(8192, 'x');
  cases.push_back(bad<v1::NoteWritten>(
      note, "text", [&](auto& m) { m.set_text(long_text); }, kTooLarge));
  cases.push_back(bad<v1::NoteAmended>(
      Kind::note_amended, "text", [&](auto& m) { m.set_text(long_text); }, kTooLarge));
  expect_refused(cases);
}

TEST(Malformed, NoBodyOfAnyKindIsReadFromBytesThatAreNoMessage) {
  std::vector<Case> cases;
  for (const Kind kind : all_kinds()) {
    const Bytes body = sample_draft(kind).body;
    cases.push_back({kind, "body", kMalformed, "\xff\xff\xff"});
    cases.push_back({kind, "body", kMalformed, body.substr(0, body.size() - 1)});
    cases.push_back({kind, "body", kMalformed, body + "\x0c"});  // ends a group nobody began
    cases.push_back({kind, "body", kTooLarge, body + Bytes(16 * 1024, 'x')});
  }
  Bytes deep = sample_draft(Kind::note_written).body;
  for (int n = 0; n < 40; ++n) deep += "\xa3\x06";  // opens group 100 within group 100 ...
  for (int n = 0; n < 40; ++n) deep += "\xa4\x06";
  cases.push_back({Kind::note_written, "body", kMalformed, deep});
  Bytes not_utf8 = sample_draft(Kind::note_amended).body;
  not_utf8.back() = '\xff';
  cases.push_back({Kind::note_amended, "body", kMalformed, not_utf8});
  expect_refused(cases);
}

TEST(WellFormed, WhatAPersonMayWrite) {
  const auto named = [](const std::string& name) {
    MemberName value = sample_member_name();
    value.name = name;
    return check(Kind::member_named, make_member_named(value, {}).body).has_value();
  };
  EXPECT_TRUE(named("Asha\tBint\nAli"));
  EXPECT_TRUE(named("\xd8\xb9\xd8\xa7\xd8\xa6\xd8\xb4\xd8\xa9"));
  EXPECT_TRUE(named("\xc3\x82\xc2\xa0\xc3\x89"));  // bytes 0x82 and 0x89 within other characters
  EXPECT_TRUE(named(std::string(200, 'x')));

  Note struck = sample_note();
  struck.text.clear();
  EXPECT_TRUE(check(Kind::note_amended, make_note_amended(struck, {}).body));
  Alarm worry = sample_alarm();
  worry.source = AlarmSource::worry;
  worry.check_in = {};
  worry.session = {};
  EXPECT_TRUE(check(Kind::alarm_raised, make_alarm_raised(worry).body));
  Account first = sample_administrator();
  first.by = {};
  EXPECT_TRUE(check(Kind::administrator_added, make_administrator_added(first).body));
  Grant everywhere = sample_grant();
  everywhere.group = {};
  EXPECT_TRUE(check(Kind::grant_given, make_grant_given(everywhere).body));
  // A newer version adds fields: field 100, length 1.
  EXPECT_TRUE(check(Kind::note_written, sample_draft(Kind::note_written).body + "\xa2\x06\x01x"));
}

TEST(CheckBody, RefusesAKindOfAnotherStreamAndAMissingBody) {
  for (const Kind kind : all_kinds()) {
    SCOPED_TRACE(kind_row(kind).name);
    const StreamKind stream = kind_row(kind).stream;
    Author author(1, stream, sample_id<StreamId>(1));
    const Stored op = author.write(sample_draft(kind));
    const auto elsewhere = static_cast<StreamKind>(static_cast<int>(stream) % 8 + 1);
    const auto misplaced = check_body(elsewhere, op.open());
    ASSERT_FALSE(misplaced.has_value());
    EXPECT_EQ(misplaced.error().code, kMalformed);
    const auto bodiless = check_body(stream, op.open(false));
    ASSERT_FALSE(bodiless.has_value());
    EXPECT_EQ(bodiless.error().detail, "body is missing");
  }
}

TEST(CheckBody, LetsAnUnknownKindPassUnlessItIsTooLarge) {
  OpDraft draft = sample_draft(Kind::note_written);
  draft.kind = 9000;
  draft.body = "\xff";
  Author author(1, StreamKind::words, sample_id<StreamId>(1));
  EXPECT_TRUE(check_body(StreamKind::words, author.write(draft).open()).has_value());
  draft.body = Bytes(16 * 1024, 'x');
  const auto checked = check_body(StreamKind::words, author.write(draft).open());
  ASSERT_FALSE(checked.has_value());
  EXPECT_EQ(checked.error().code, Code::too_large);
}

}  // namespace
}  // namespace baraza::model
