// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "client/core/course_intents.h"
#include "shared/model/values.h"

// What a person at this laptop wants done. Plain values: a screen or a script makes them,
// handle_intent() says what they come to.
namespace baraza::client {

// Puts somebody on the list of a site; with `person`, corrects what stands there about them.
struct RegisterPerson {
  SiteId site;
  std::optional<PersonId> person;
  PersonId fresh;  // the id of somebody new; zero: one is drawn
  std::string name;
  std::uint32_t birth_year = 0;  // 0: not known
  model::Sex sex = model::Sex::unknown;
  std::string village;
  std::string phone;
};

// Gives a person a seat in a group: somebody of the site's list, or somebody new by `name`.
struct AddMember {
  GroupId group;
  std::optional<PersonId> person;
  std::string name;  // as the group calls them; empty: as on the list
  std::string phone;
  CivilDate from;
  std::uint32_t seat = 0;  // 0: the next one that is free
};

// Opens the planned session that is nearest to its day and wasn't held yet.
struct OpenTodaySession {
  GroupId group;
  CivilDate date;
};

struct OpenExtraSession {
  GroupId group;
  CivilDate date;
};

// After the session was closed a reason is needed.
struct MarkAttendance {
  GroupId group;
  model::AttendanceKey key;
  model::Mark mark = model::Mark::present;
  std::uint32_t minutes = 0;
  std::string reason;
};

// Says which mark holds where different ones stand.
struct SettleAttendance {
  GroupId group;
  model::AttendanceKey key;
  model::Mark mark = model::Mark::present;
  std::uint32_t minutes = 0;
  std::string reason;
};

// Takes a settlement back: what different people had said stands again, side by side, until
// somebody settles it anew.
struct ReopenAttendance {
  GroupId group;
  model::AttendanceKey key;
  std::vector<model::Attendance> answers;  // two or more different ones, of this session and member
};

struct RecordCheckIn {
  GroupId group;
  model::SessionKey session;
  MemberId member;
  std::string instrument;
  std::uint32_t instrument_version = 0;
  std::vector<model::Answer> answers;  // one an item, in the order of the pack
  std::string language;
  model::AnswerMode mode = model::AnswerMode::interview;
  CheckInId check_in = {};  // drawn when its draft began; zero: one is drawn now
};

// A check-in in the place of others of the same member, session and instrument: of the one that
// was wrong, or of all that count where there are several.
struct CorrectCheckIn {
  GroupId group;
  std::vector<CheckInId> supersedes;
  std::vector<model::Answer> answers;
  std::string language;
  model::AnswerMode mode = model::AnswerMode::interview;
  CheckInId check_in = {};  // as in RecordCheckIn
};

struct WithdrawCheckIn {
  GroupId group;
  CheckInId check_in;
  std::string reason;
};

// What a member works on. Where different choices stand it has to be said that this one settles
// them, so that nobody overwrites what they haven't seen.
struct ChooseFocalArea {
  GroupId group;
  model::FocalChoice choice;
  bool settles = false;
};

// Of somebody on a site's list the group is the list (model::list_of); so in all that is said of
// alarms.
struct RaiseWorry {
  GroupId group;
  MemberId member;
  model::AlarmUrgency urgency = model::AlarmUrgency::today;
  SessionId session;  // zero outside a session
};

// The flag of a check-in that isn't recorded yet: an answer in its draft raises a risk, and the
// draft was left. The same piece of evidence as the check-in will be, if it ever is recorded.
struct RaiseItemRisk {
  GroupId group;
  MemberId member;
  SessionId session;
  CheckInId check_in;
};

// `evidence` is what the person had before them, no more, and nothing that they raised themselves:
// that somebody else has seen it is what an acknowledgement says.
struct AcknowledgeAlarm {
  GroupId group;
  MemberId member;
  std::vector<EvidenceId> evidence;
};

// `evidence` is what the person had before them, no more.
struct ResolveRisk {
  GroupId group;
  MemberId member;
  std::vector<EvidenceId> evidence;
};

struct WriteNote {
  GroupId group;
  SessionId session;  // zero: not about a session
  MemberId member;    // zero: about the group
  std::string text;
};

// An empty text strikes the note out; both texts stay readable.
struct AmendNote {
  GroupId group;
  NoteId note;
  std::string text;
};

struct CloseSession {
  GroupId group;
  model::SessionKey session;
};

// Says why a closed session is being corrected.
struct AmendSession {
  GroupId group;
  model::SessionKey session;
  std::string reason;
};

// Writes a refused or held own entry of the tray once more, as a new entry of this laptop: the same
// facts; where they replace something, they replace what stands now.
struct WriteAgain {
  StreamId stream;
  OpId op;
};

using Intent =
    std::variant<RegisterPerson, AddMember, OpenTodaySession, OpenExtraSession, MarkAttendance,
                 SettleAttendance, ReopenAttendance, RecordCheckIn, CorrectCheckIn, WithdrawCheckIn,
                 ChooseFocalArea, RaiseWorry, RaiseItemRisk, AcknowledgeAlarm, ResolveRisk,
                 WriteNote, AmendNote, CloseSession, AmendSession, WriteAgain, WriteSheet,
                 WriteInventoryPerson, SetConsent, PlanSession, MergeSessions, PlaceAgenda,
                 MarkAgenda, MarkTechnique, AgreeStep, ReviewStep, KnowWhisper, RecordScreening,
                 DecideSuitability, JoinPersons, FormGroup, EndMembership, MoveMember>;

}  // namespace baraza::client
