// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "shared/base/ids.h"
#include "shared/base/time.h"
#include "shared/op/head.h"

// What op bodies say, as plain values: written by make_*, read by apply_*, held in the states.
// fields() lists a value's parts in a fixed order, for digests and comparison.
namespace baraza::model {

enum class Role : std::uint8_t {
  facilitator = 1,
  worker = 2,
  supervisor = 3,
  manager = 4,
  administrator = 5,
};
std::string_view role_name(Role role);
std::optional<Role> role_from(std::string_view name);

// Which pack, which version, which bytes.
struct PackRef {
  std::string id;
  std::uint32_t version = 0;
  Hash hash;
  auto fields() const { return std::tie(id, version, hash); }
  bool operator==(const PackRef&) const = default;
};

// --- directory ------------------------------------------------------------------------------

struct Founding {
  ProgrammeId programme;
  std::string name;
  PublicKey programme_key;
  auto fields() const { return std::tie(programme, name, programme_key); }
  bool operator==(const Founding&) const = default;
};

struct StreamPoint {
  StreamId stream;
  Position position = 0;
  Hash chain_hash;
  auto fields() const { return std::tie(stream, position, chain_hash); }
  bool operator==(const StreamPoint&) const = default;
};

struct ServerWriter {
  PublicKey key;
  Epoch epoch;
  Epoch parent_epoch;
  std::vector<StreamPoint> points;
  Signature signature;  // by the programme key over introduction_message()
  auto fields() const { return std::tie(key, epoch, parent_epoch, points, signature); }
  bool operator==(const ServerWriter&) const = default;
};
// What the programme key signs.
Bytes introduction_message(const ServerWriter& writer);

// A person of the staff. Administrators and managers stand in the programme stream, the others in
// that of a site.
struct Account {
  AccountId account;
  std::string handle;
  std::string name;
  std::string phone;
  std::vector<Role> roles;
  AccountId by;
  auto fields() const { return std::tie(account, handle, name, phone, roles, by); }
  bool operator==(const Account&) const = default;
};

struct Site {
  SiteId site;
  std::string name;
  std::string time_zone;
  AccountId by;
  auto fields() const { return std::tie(site, name, time_zone, by); }
  bool operator==(const Site&) const = default;
};

struct EnrolledWriter {
  AccountId account;
  PublicKey key;
  std::string label;
  auto fields() const { return std::tie(account, key, label); }
  bool operator==(const EnrolledWriter&) const = default;
};

struct FrozenWriter {
  WriterId writer;
  StreamId stream;
  OpNumber number = 0;
  auto fields() const { return std::tie(writer, stream, number); }
  bool operator==(const FrozenWriter&) const = default;
};

struct Grant {
  GrantId grant;
  AccountId account;
  Role role = Role::facilitator;
  GroupId group;  // zero: every group of the site
  bool reads_people = false;
  bool reads_words = false;
  AccountId by;
  auto fields() const {
    return std::tie(grant, account, role, group, reads_people, reads_words, by);
  }
  bool operator==(const Grant&) const = default;
};

struct GrantEnd {
  GrantId grant;
  std::string reason;
  AccountId by;
  auto fields() const { return std::tie(grant, reason, by); }
  bool operator==(const GrantEnd&) const = default;
};

struct Group {
  GroupId group;
  std::string name;
  PackRef course;
  CivilDate first_session;
  std::uint32_t interval_days = 7;
  AccountId by;
  auto fields() const {
    return std::tie(group, name, course, first_session.days, interval_days, by);
  }
  bool operator==(const Group&) const = default;
};

struct HoldKey {
  StreamId stream;
  WriterId writer;
  OpNumber number = 0;
  auto operator<=>(const HoldKey&) const = default;
  auto fields() const { return std::tie(stream, writer, number); }
};

struct HoldSettlement {
  HoldKey hold;
  bool released = false;
  std::string reason;
  AccountId by;
  auto fields() const { return std::tie(hold, released, reason, by); }
  bool operator==(const HoldSettlement&) const = default;
};

// From one course to another.
struct CourseMove {
  GroupId group;
  PackRef course;
  std::string reason;
  AccountId by;
  auto fields() const { return std::tie(group, course, reason, by); }
  // Two who moved it to the same course agree, whatever their reasons.
  bool operator==(const CourseMove& other) const {
    return group == other.group && course == other.course;
  }
};

// --- intake and people ----------------------------------------------------------------------

enum class Sex : std::uint8_t { unknown = 0, female = 1, male = 2, other = 3 };

struct Person {
  PersonId person;
  std::string name;
  std::uint32_t birth_year = 0;  // 0: not known
  Sex sex = Sex::unknown;
  std::string village;
  std::string phone;
  auto fields() const { return std::tie(person, name, birth_year, sex, village, phone); }
  bool operator==(const Person&) const = default;
};

struct MembershipLink {
  PersonId person;
  GroupId group;
  MemberId member;
  auto fields() const { return std::tie(person, group, member); }
  bool operator==(const MembershipLink&) const = default;
};

struct MemberName {
  MemberId member;
  std::string name;
  std::string phone;
  auto fields() const { return std::tie(member, name, phone); }
  bool operator==(const MemberName&) const = default;
};

// --- main -----------------------------------------------------------------------------------

struct Admission {
  MemberId member;
  CivilDate from;
  std::uint32_t seat = 0;
  auto fields() const { return std::tie(member, from.days, seat); }
  bool operator==(const Admission&) const = default;
};

// Why somebody left, as main says it: a word of this list, because main holds no free text. Others
// (older entries) are kept and shown as they are.
namespace leave_reason {
inline constexpr const char* moved_group = "moved_group";  // goes on in another group
inline constexpr const char* stopped = "stopped";          // doesn't want to come any more
inline constexpr const char* moved_away = "moved_away";
inline constexpr const char* referred = "referred";  // other help was needed
inline constexpr const char* died = "died";
inline constexpr const char* by_mistake = "by_mistake";  // never was a member
}  // namespace leave_reason

struct Leaving {
  MemberId member;
  CivilDate to;
  std::string reason;  // one of leave_reason
  auto fields() const { return std::tie(member, to.days, reason); }
  bool operator==(const Leaving&) const = default;
};

// A session as people know it: its id on its day.
struct SessionKey {
  SessionId session;
  CivilDate date;
  auto operator<=>(const SessionKey&) const = default;
  auto fields() const { return std::tie(session, date.days); }
};

struct SessionOpening {
  SessionKey key;
  std::uint32_t plan_number = 0;  // 0: an extra session
  std::uint32_t occurrence = 0;
  PackRef course = {};  // by which it is held; without an id: the one the group began with
  auto fields() const { return std::tie(key, plan_number, occurrence, course); }
  bool operator==(const SessionOpening&) const = default;
};

struct Amendment {
  SessionKey key;
  std::string reason;
  auto fields() const { return std::tie(key, reason); }
  bool operator==(const Amendment&) const = default;
};

enum class Mark : std::uint8_t {
  present = 1,
  late = 2,
  left_early = 3,
  absent_told = 4,
  absent_unknown = 5,
  excused = 6,
};
std::string_view mark_name(Mark mark);
std::optional<Mark> mark_from(std::string_view name);

struct AttendanceKey {
  SessionKey session;
  MemberId member;
  auto operator<=>(const AttendanceKey&) const = default;
  auto fields() const { return std::tie(session, member); }
};

struct Attendance {
  AttendanceKey key;
  Mark mark = Mark::present;
  std::uint32_t minutes = 0;
  std::string reason;
  auto fields() const { return std::tie(key, mark, minutes, reason); }
  // Two marks that say the same aren't in dispute, whoever made them.
  bool operator==(const Attendance&) const = default;
};

enum class AnswerState : std::uint8_t {
  answered = 1,
  refused = 2,
  not_asked = 3,
  not_applicable = 4,
  skipped = 5,
};
std::string_view answer_state_name(AnswerState state);

struct Answer {
  AnswerState state = AnswerState::not_asked;
  std::uint32_t value = 0;  // meaningful only if answered
  auto fields() const { return std::tie(state, value); }
  bool operator==(const Answer&) const = default;
};

enum class AnswerMode : std::uint8_t { interview = 1, self = 2, paper = 3 };
std::string_view answer_mode_name(AnswerMode mode);

struct CheckIn {
  CheckInId check_in;
  SessionKey session;
  MemberId member;
  PackRef instrument;
  std::vector<Answer> answers;  // one an item, in the order of the pack
  std::string language;
  AnswerMode mode = AnswerMode::interview;
  std::vector<CheckInId> supersedes;
  auto fields() const {
    return std::tie(check_in, session, member, instrument, answers, language, mode, supersedes);
  }
  bool operator==(const CheckIn&) const = default;
};

struct CheckInWithdrawal {
  CheckInId check_in;
  std::string reason;
  auto fields() const { return std::tie(check_in, reason); }
  bool operator==(const CheckInWithdrawal&) const = default;
};

// What a member works on, by the numbers of area.proto.
enum class FocalArea : std::uint8_t {
  grief = 1,
  disagreements = 2,
  life_changes = 3,
  loneliness = 4,
};
std::string_view focal_area_name(FocalArea area);
std::optional<FocalArea> focal_area_from(std::string_view name);

enum class FocalReason : std::uint8_t {
  first_talks = 1,
  understood_better = 2,
  something_happened = 3,
  member_asked = 4,
  supervisor_advised = 5,
  talked_it_over = 6,
  entered_wrongly = 7,
};
std::string_view focal_reason_name(FocalReason reason);
std::optional<FocalReason> focal_reason_from(std::string_view name);

struct FocalChoice {
  MemberId member;
  FocalArea primary = FocalArea::grief;
  std::optional<FocalArea> secondary;  // never the primary
  FocalReason reason = FocalReason::first_talks;
  auto fields() const { return std::tie(member, primary, secondary, reason); }
  // Two who chose the same areas for different reasons agree: nothing is to be settled.
  bool operator==(const FocalChoice& other) const {
    return member == other.member && primary == other.primary && secondary == other.secondary;
  }
};

// --- alarm ----------------------------------------------------------------------------------

enum class AlarmSource : std::uint8_t { item = 1, worry = 2 };
enum class AlarmUrgency : std::uint8_t { today = 1, now = 2 };

struct Alarm {
  EvidenceId evidence;
  MemberId member;
  AlarmSource source = AlarmSource::worry;
  AlarmUrgency urgency = AlarmUrgency::today;
  CheckInId check_in;  // zero for a worry
  SessionId session;   // zero outside a session
  auto fields() const { return std::tie(evidence, member, source, urgency, check_in, session); }
  bool operator==(const Alarm&) const = default;
};

// Names the evidence that was seen (acknowledged) or settled (resolved).
struct EvidenceSet {
  MemberId member;
  std::vector<EvidenceId> evidence;
  auto fields() const { return std::tie(member, evidence); }
  bool operator==(const EvidenceSet&) const = default;
};

// --- words ----------------------------------------------------------------------------------

struct Note {
  NoteId note;
  SessionId session;  // zero: not about a session
  MemberId member;    // zero: about the group
  std::string text;
  auto fields() const { return std::tie(note, session, member, text); }
  bool operator==(const Note&) const = default;
};

}  // namespace baraza::model
