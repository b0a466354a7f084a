// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "client/core/replica.h"

// A group as a screen or a script needs it: data only, words are the catalogue's. Values; nothing
// points into the replica.
namespace baraza::client {

struct AttendanceWrite {
  OpRef op;
  model::Mark mark = model::Mark::present;
  std::uint32_t minutes = 0;
  std::string reason;
  std::string by;  // name of the person of the staff; empty if not known here
  Instant when;
  Where where = Where::on_the_server;
  bool added_after_closing = false;
};

struct AttendanceCell {
  enum class State : std::uint8_t { none, marked, disputed };

  MemberId member;
  State state = State::none;
  // The writes that stand, in author order: the last is the one to show. More than one that say the
  // same aren't in dispute.
  std::vector<AttendanceWrite> writes;
};

struct CheckInRow {
  CheckInId check_in;
  MemberId member;
  std::string instrument;
  std::uint32_t instrument_version = 0;
  std::vector<model::Answer> answers;
  bool conflicted = false;  // another counts for the same member, session and instrument
  Where where = Where::on_the_server;
  model::AnswerMode mode = model::AnswerMode::interview;
};

struct SessionRow {
  model::SessionKey key;
  std::uint32_t plan_number = 0;  // 0: an extra session
  bool opened = false;            // false: waiting for the op that opens it
  bool closed = false;
  std::vector<std::string> amended;        // the reasons, in author order
  std::vector<AttendanceCell> attendance;  // a cell a member row, and those of others marked here
  std::vector<CheckInRow> check_ins;       // that count, in author order
};

struct MemberRow {
  MemberId member;
  std::string name;  // empty where the names aren't read
  std::uint32_t seat = 0;
  CivilDate from;
  std::optional<CivilDate> left;
};

struct GroupView {
  GroupId group;
  std::string name;
  std::vector<MemberRow> members;    // by seat
  std::vector<SessionRow> sessions;  // by date
  std::uint64_t made_by_newer = 0;   // entries that this version doesn't know
};

// Empty if this laptop doesn't know the group.
std::optional<GroupView> group_view(const Replica& replica, const GroupId& group);

// The groups that are known here and read, by name.
std::vector<GroupId> groups(const Replica& replica);

}  // namespace baraza::client
