// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/content/library.h"
#include "shared/model/states.h"
#include "shared/policy/directory.h"
#include "shared/rules/attendance.h"
#include "shared/rules/score.h"

// The rows of reports, from what is known of one group. Pure: the same facts give the same rows,
// in whatever order they came. Nothing is left out because it doesn't fit: what is late, parallel,
// in dispute or out of place has its row and says what it is.
namespace baraza::server {

// What a group is called and where it belongs.
struct GroupContext {
  ProgrammeId programme;
  SiteId site;
  std::string site_name;
  std::string time_zone;  // of the site, an IANA name; session dates are days there
  GroupId group;
  std::string group_name;
  model::PackRef course;
  // Says whose a writer is. May be null: rows name writers then. Must outlive the context.
  const policy::Directory* directory = nullptr;
};

// The context of a group of the directory, which must outlive it. Code::not_found if the directory
// has no such group or not its site.
Result<GroupContext> group_context(const policy::Directory& directory, const GroupId& group);

enum class SessionStatus : std::uint8_t {
  open,
  closed,
  amended,  // closed or not: somebody said why it was corrected afterwards
  waiting,  // something was written about it, but its opening isn't here
};
std::string_view session_status_name(SessionStatus status);

// The session that a row is about.
struct SessionColumns {
  model::SessionKey key;
  std::optional<std::uint32_t> number;  // in the plan; empty for extra and waiting sessions
  SessionStatus status = SessionStatus::open;
};

// One member at one session: every member of that day, and whoever was marked without being one.
struct AttendanceRow {
  GroupId group;
  SessionColumns session;
  MemberId member;
  std::uint32_t seat = 0;  // 0: not known
  bool is_member = true;   // on the day of the session
  rules::StandingMark mark;
  // Of the mark; empty if nobody marked the member, or while marks are in dispute.
  std::optional<std::uint32_t> minutes;  // never 0
  std::string reason;
  bool added_after_closing = false;          // any of the standing marks
  std::vector<AnyId> marked_by;              // of the standing marks, in author order, each once
  std::optional<Instant> marked_clock_time;  // of the last standing mark
  std::size_t marks = 0;                     // how many stand
  std::uint64_t entries_by_newer_version = 0;
};

// Sorted by date, number (none: last) and id of the session, then by seat and id of the member.
//
// A member is one from the day of admission to the day of leaving, both included. Sessions are
// those that were opened, closed or amended, and those that a standing mark or a current check-in
// names.
std::vector<AttendanceRow> attendance_rows(const GroupContext& context,
                                           const model::MainState& main);

enum class CheckInStatus : std::uint8_t {
  current,
  superseded,
  withdrawn,
  duplicate,  // another one counts for this member, session and instrument: out of means
};
std::string_view check_in_status_name(CheckInStatus status);

// One check-in.
struct MoodRow {
  GroupId group;
  SessionColumns session;
  std::uint32_t seat = 0;  // 0: not known
  model::CheckIn check_in;
  CheckInStatus status = CheckInStatus::current;
  // The pack of the check-in's instrument and version; null if the library doesn't have it. Points
  // into the library.
  const content::InstrumentPack* instrument = nullptr;
  rules::Score score;  // means nothing without an instrument
  AnyId recorded_by;
  AuthorClock clock = 0;
  Instant recorded_clock_time;
  std::uint64_t entries_by_newer_version = 0;
};

// Sorted as attendance is, then by author clock and op. `packs` must outlive the rows.
std::vector<MoodRow> mood_rows(const GroupContext& context, const model::MainState& main,
                               const content::PackLibrary& packs);

}  // namespace baraza::server
