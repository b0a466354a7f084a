// SPDX-License-Identifier: Apache-2.0
#include "client/core/views/group_view.h"

#include <algorithm>

#include "client/core/views/people.h"
#include "shared/op/derive.h"
#include "shared/rules/mean.h"

namespace baraza::client {
namespace {

template <class T>
std::vector<const model::Write<T>*> in_order(const model::Facts<T>& facts) {
  std::vector<const model::Write<T>*> out;
  out.reserve(facts.size());
  for (const auto& [ref, write] : facts) out.push_back(&write);
  std::sort(out.begin(), out.end(),
            [](const auto* a, const auto* b) { return a->order() < b->order(); });
  return out;
}

std::vector<MemberRow> members_of(const Replica& replica, const GroupId& group,
                                  const model::MainState& main) {
  std::vector<MemberRow> out;
  for (const auto& [member, admissions] : main.admissions) {
    const auto* shown = admissions.shown(main.basics.replaced);
    if (shown == nullptr) continue;
    MemberRow row;
    row.member = member;
    row.name = member_name(replica, group, member);
    row.seat = shown->value.seat;
    row.from = shown->value.from;
    for (const auto* leaving : in_order(main.leavings)) {
      if (leaving->value.member == member) row.left = leaving->value.to;
    }
    out.push_back(std::move(row));
  }
  std::sort(out.begin(), out.end(), [](const MemberRow& a, const MemberRow& b) {
    return std::tie(a.seat, a.member) < std::tie(b.seat, b.member);
  });
  return out;
}

struct Builder {
  const Replica& replica;
  GroupId group;
  StreamId stream;
  const model::MainState& main;

  AttendanceCell cell(const model::SessionKey& session, const MemberId& member) const {
    AttendanceCell out;
    out.member = member;
    const auto at = main.attendance.find({session, member});
    if (at == main.attendance.end()) return out;
    for (const auto* write : at->second.standing(main.basics.replaced)) {
      out.writes.push_back({write->ref, write->value.mark, write->value.minutes,
                            write->value.reason, staff_name(replica, write->ref.id.writer),
                            write->wall, replica.where(stream, write->ref.id),
                            model::added_after_closing(main, *write)});
    }
    if (out.writes.empty()) return out;
    out.state = at->second.disputed(main.basics.replaced) ? AttendanceCell::State::disputed
                                                          : AttendanceCell::State::marked;
    return out;
  }

  SessionRow session(const model::SessionKey& key, const std::vector<MemberRow>& members) const {
    SessionRow out;
    out.key = key;
    const auto at = main.sessions.find(key);
    if (at != main.sessions.end()) {
      const auto openings = in_order(at->second.openings);
      out.opened = !openings.empty();
      if (out.opened) out.plan_number = openings.front()->value.plan_number;
      out.closed = at->second.closing.shown(main.basics.replaced) != nullptr;
      for (const auto* each : in_order(at->second.amendments)) {
        out.amended.push_back(each->value.reason);
      }
    }
    for (const MemberRow& member : members) out.attendance.push_back(cell(key, member.member));
    for (const auto& [marked, marks] : main.attendance) {
      const bool has_row = std::any_of(members.begin(), members.end(), [&](const MemberRow& row) {
        return row.member == marked.member;
      });
      if (marked.session == key && !has_row) out.attendance.push_back(cell(key, marked.member));
    }
    return out;
  }
};

// Every session that anything was written about, opened or not.
std::vector<model::SessionKey> session_keys(const model::MainState& main) {
  std::set<model::SessionKey> keys;
  for (const auto& [key, facts] : main.sessions) keys.insert(key);
  for (const auto& [key, marks] : main.attendance) keys.insert(key.session);
  for (const auto& [ref, check_in] : main.check_ins) keys.insert(check_in.value.session);
  std::vector<model::SessionKey> out(keys.begin(), keys.end());
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.date < b.date; });
  return out;
}

}  // namespace

std::optional<GroupView> group_view(const Replica& replica, const GroupId& group) {
  const auto* entry = replica.directory().group(group);
  if (entry == nullptr) return std::nullopt;
  const model::MainState& main = replica.main(group);
  const Builder builder{replica, group, stream_id(StreamKind::main, group), main};
  GroupView out;
  out.group = group;
  out.name = entry->group.name;
  out.members = members_of(replica, group, main);
  out.made_by_newer = main.basics.from_newer;

  const auto current = model::current_check_ins(main);
  std::vector<const model::CheckIn*> values;
  for (const auto* write : current) values.push_back(&write->value);
  const auto conflicted = rules::conflicted_check_ins(values);
  for (const model::SessionKey& key : session_keys(main)) {
    SessionRow row = builder.session(key, out.members);
    for (const auto* write : current) {
      const model::CheckIn& value = write->value;
      if (value.session != key) continue;
      row.check_ins.push_back({value.check_in, value.member, value.instrument.id,
                               value.instrument.version, value.answers,
                               conflicted.contains(value.check_in),
                               replica.where(builder.stream, write->ref.id), value.mode});
    }
    out.sessions.push_back(std::move(row));
  }
  return out;
}

std::vector<GroupId> groups(const Replica& replica) {
  std::vector<std::pair<std::string, GroupId>> found;
  for (const auto& [group, entry] : replica.directory().groups()) {
    const auto* stream = replica.find(stream_id(StreamKind::main, group));
    if (stream != nullptr && stream->record.reads) found.emplace_back(entry.group.name, group);
  }
  std::sort(found.begin(), found.end());
  std::vector<GroupId> out;
  for (const auto& [name, group] : found) out.push_back(group);
  return out;
}

}  // namespace baraza::client
