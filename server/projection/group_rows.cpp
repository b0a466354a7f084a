// SPDX-License-Identifier: Apache-2.0
#include "server/projection/group_rows.h"

#include <algorithm>

#include "server/projection/session_view.h"

namespace baraza::server {
namespace {

using Marks = model::Register<model::Attendance>;

// Every session that anything was said about.
std::set<model::SessionKey> sessions_of(const model::MainState& main) {
  std::set<model::SessionKey> out;
  for (const auto& [key, facts] : main.sessions) out.insert(key);
  for (const auto& [key, marks] : main.attendance) {
    if (marks.shown(main.basics.replaced) != nullptr) out.insert(key.session);
  }
  // Only those that count: a check-in that was corrected because it named a wrong day mustn't
  // leave a session behind.
  for (const auto* write : model::current_check_ins(main)) out.insert(write->value.session);
  return out;
}

void fill_marks(AttendanceRow& row, const GroupContext& context, const model::MainState& main,
                const Marks& marks) {
  const auto standing = marks.standing(main.basics.replaced);
  if (standing.empty()) return;
  row.mark = rules::standing_mark(marks, main.basics.replaced);
  row.marks = standing.size();
  row.marked_clock_time = standing.back()->wall;
  for (const auto* write : standing) {
    if (model::added_after_closing(main, *write)) row.added_after_closing = true;
    const AnyId author = author_of(context, write->ref.id.writer);
    if (std::find(row.marked_by.begin(), row.marked_by.end(), author) == row.marked_by.end()) {
      row.marked_by.push_back(author);
    }
  }
  if (row.mark.disputed) return;  // nobody's minutes or reason is the truth yet
  const model::Attendance& mark = standing.back()->value;
  if (mark.minutes != 0) row.minutes = mark.minutes;
  row.reason = mark.reason;
}

}  // namespace

Result<GroupContext> group_context(const policy::Directory& directory, const GroupId& group) {
  const auto* entry = directory.group(group);
  if (entry == nullptr) return fail(Code::not_found, "no group " + to_hex(group));
  const auto* site = directory.site(entry->site);
  if (site == nullptr) {
    return fail(Code::not_found, "group " + to_hex(group) + " is of site " + to_hex(entry->site) +
                                     ", which isn't in the directory");
  }
  return GroupContext{site->programme, entry->site,       site->site.name,     site->site.time_zone,
                      group,           entry->group.name, entry->group.course, &directory};
}

std::string_view session_status_name(SessionStatus status) {
  switch (status) {
    case SessionStatus::open: return "open";
    case SessionStatus::closed: return "closed";
    case SessionStatus::amended: return "amended";
    case SessionStatus::waiting: return "waiting";
  }
  return "unknown";
}

std::vector<AttendanceRow> attendance_rows(const GroupContext& context,
                                           const model::MainState& main) {
  std::vector<AttendanceRow> out;
  for (const model::SessionKey& key : sessions_of(main)) {
    const SessionColumns session = session_columns(main, key);
    std::set<MemberId> members;
    for (const auto& [member, admissions] : main.admissions) {
      if (is_member_on(main, member, key.date)) members.insert(member);
    }
    // The marks of one session lie together.
    for (auto at = main.attendance.lower_bound({key, MemberId{}});
         at != main.attendance.end() && at->first.session == key; ++at) {
      if (at->second.shown(main.basics.replaced) != nullptr) members.insert(at->first.member);
    }
    for (const MemberId& member : members) {
      AttendanceRow row;
      row.group = context.group;
      row.session = session;
      row.member = member;
      row.seat = seat_of(main, member);
      row.is_member = is_member_on(main, member, key.date);
      row.entries_by_newer_version = main.basics.from_newer;
      const auto marks = main.attendance.find({key, member});
      if (marks != main.attendance.end()) fill_marks(row, context, main, marks->second);
      out.push_back(std::move(row));
    }
  }
  std::sort(out.begin(), out.end(), [](const AttendanceRow& a, const AttendanceRow& b) {
    return row_order(a.session, a.seat, a.member) < row_order(b.session, b.seat, b.member);
  });
  return out;
}

}  // namespace baraza::server
