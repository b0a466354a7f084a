// SPDX-License-Identifier: Apache-2.0
#include "shared/policy/policy.h"

#include <algorithm>

#include "shared/base/plant.h"

namespace baraza::policy {
namespace {

using model::Kind;
using model::Role;

constexpr Roles kNobody{};
constexpr Roles kFacilitator{Role::facilitator};
constexpr Roles kSupervisor{Role::supervisor};
constexpr Roles kRunners{Role::facilitator, Role::worker};
constexpr Roles kGroupStaff{Role::facilitator, Role::worker, Role::supervisor};

// The roles that read a stream of a group or of a site's intake; a supervisor reads `by_grant`
// streams only if the grant says so.
struct ReadRow {
  Roles roles;
  bool by_grant = false;
};

ReadRow readers_of(StreamKind kind) {
  switch (kind) {
    case StreamKind::programme:
    case StreamKind::site: return {};  // by enrolment, see reads()
    case StreamKind::intake: return {kGroupStaff};
    case StreamKind::people: return {kGroupStaff, true};
    case StreamKind::alarm: return {kGroupStaff};
    case StreamKind::main: return {kGroupStaff};
    case StreamKind::words: return {kGroupStaff, true};
    case StreamKind::clinical: return {Roles{Role::facilitator, Role::supervisor}};
  }
  return {};
}

bool contains(const std::vector<Role>& roles, Role role) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// Grants of this account that cover the group.
template <class Visit>
void each_grant(const Directory& directory, const AccountId& account, const GroupId& group,
                When when, Visit visit) {
  const auto* entry = directory.group(group);
  if (entry == nullptr) return;
  for (const auto* grant : directory.grants_of(account)) {
    if (grant->ended && when == When::now) continue;
    if (grant->site != entry->site) continue;
    if (!grant->grant.group.is_zero() && grant->grant.group != group) continue;
    visit(grant->grant);
  }
}

// Who screens at a site: its facilitators and workers, until every grant they were given there has
// ended; and supervisors with a grant to read who people are.
Roles intake_roles(const Directory& directory, const Directory::AccountEntry& entry,
                   const SiteId& site, When when) {
  Roles out;
  bool any = false;
  bool live = false;
  bool reads_people = false;
  for (const auto* grant : directory.grants_of(entry.account.account)) {
    if (grant->site != site) continue;
    any = true;
    if (grant->ended && when == When::now) continue;
    live = true;
    reads_people = reads_people || grant->grant.reads_people;
  }
  const auto at = entry.site_roles.find(site);
  if (at == entry.site_roles.end() || (any && !live)) return out;
  for (const Role role : at->second) {
    if (role != Role::supervisor || reads_people) out.add(role);
  }
  return out;
}

// The alarms of those on a site's list.
bool is_list(const Directory& directory, const StreamOf& stream) {
  return stream.kind == StreamKind::alarm &&
         directory.site(id_cast<SiteId>(stream.owner)) != nullptr;
}

// Who hears an alarm about somebody on a site's list: whoever screens there, and everybody who
// supervises anything there, because somebody without a group has no supervisor of her own.
Roles list_roles(const Directory& directory, const AccountId& account, const SiteId& site,
                 When when) {
  const auto* entry = directory.account(account);
  if (entry == nullptr) return {};
  Roles out = intake_roles(directory, *entry, site, when);
  for (const auto* grant : directory.grants_of(account)) {
    if (grant->site != site || (grant->ended && when == When::now)) continue;
    if (grant->grant.role == Role::supervisor) out.add(Role::supervisor);
  }
  return out;
}

Roles roles_at(const Directory& directory, const AccountId& account, const StreamOf& stream,
               When when) {
  Roles out;
  if (is_list(directory, stream)) {
    return list_roles(directory, account, id_cast<SiteId>(stream.owner), when);
  }
  if (stream.kind == StreamKind::intake) {
    const auto* entry = directory.account(account);
    if (entry == nullptr) return out;
    return intake_roles(directory, *entry, id_cast<SiteId>(stream.owner), when);
  }
  each_grant(directory, account, id_cast<GroupId>(stream.owner), when,
             [&](const model::Grant& grant) { out.add(grant.role); });
  return out;
}

bool is_directory(StreamKind kind) {
  return kind == StreamKind::programme || kind == StreamKind::site;
}

bool reads_directory(const Directory& directory, const AccountId& account, const StreamOf& stream) {
  const auto* entry = directory.account(account);
  if (entry == nullptr) return false;
  if (stream.kind == StreamKind::programme) {
    const auto programme = id_cast<ProgrammeId>(stream.owner);
    return entry->programme == programme || entry->programme_roles.contains(programme);
  }
  const auto site = id_cast<SiteId>(stream.owner);
  if (entry->site_roles.contains(site)) return true;
  const auto* where = directory.site(site);
  return where != nullptr && entry->programme_roles.contains(where->programme);
}

Roles any_writers(StreamKind kind) {
  Roles out;
  for (const Kind each : model::all_kinds()) {
    if (model::kind_row(each).stream != kind) continue;
    for (const Role role : {Role::facilitator, Role::worker, Role::supervisor}) {
      if (writers_of(each).has(role)) out.add(role);
    }
  }
  return kind == StreamKind::clinical ? Roles{Role::facilitator, Role::supervisor} : out;
}

}  // namespace

Roles writers_of(Kind kind) {
  using enum Kind;
  switch (kind) {
    case programme_founded:
    case server_writer_introduced:
    case administrator_added:
    case site_added:
    case programme_writer_enrolled:
    case programme_writer_frozen:
    case pack_in_force:
    case staff_added:
    case grant_given:
    case grant_ended:
    case group_opened:
    case site_writer_enrolled:
    case site_writer_frozen:
    case hold_settled:
    case hold_read:
    case group_course_moved: return kNobody;
    case person_registered:
    case membership_linked:
    case screening_recorded:
    case suitability_decided:
    case persons_joined: return kRunners;
    case group_formed: return kFacilitator;
    case member_named: return kFacilitator;
    case consent_given: return kRunners;
    case member_admitted:
    case member_left: return kFacilitator;
    case session_opened:
    case session_closed:
    case attendance_marked:
    case session_amended:
    case session_planned:
    case sessions_merged:
    case agenda_placed:
    case agenda_marked:
    case technique_marked:
    case step_agreed:
    case step_reviewed:
    case whisper_known:
    case check_in_recorded:
    case check_in_withdrawn:
    case focal_area_chosen: return kRunners;
    case alarm_raised: return kGroupStaff;
    case alarm_acknowledged: return kSupervisor;
    case risk_resolved: return kSupervisor;
    case note_written:
    case note_amended:
    case sheet_written:
    case inventory_person_written: return kRunners;
  }
  return kNobody;
}

Roles writers_of(OpClass op_class) {
  switch (op_class) {
    case OpClass::alarm: return kGroupStaff;
    case OpClass::attendance:
    case OpClass::measure:
    case OpClass::plan:
    case OpClass::text: return kRunners;
    case OpClass::admin: return kNobody;
  }
  return kNobody;
}

bool reads(const Directory& directory, const AccountId& account, const StreamOf& stream,
           When when) {
  if (is_directory(stream.kind)) return reads_directory(directory, account, stream);
  const ReadRow row = readers_of(stream.kind);
  if (stream.kind == StreamKind::intake || is_list(directory, stream)) {
    return roles_at(directory, account, stream, when).meets(row.roles);
  }
  bool found = false;
  each_grant(directory, account, id_cast<GroupId>(stream.owner), when,
             [&](const model::Grant& grant) {
               if (!row.roles.has(grant.role)) return;
               const bool granted =
                   stream.kind == StreamKind::people ? grant.reads_people : grant.reads_words;
               if (row.by_grant && grant.role == Role::supervisor && !granted) return;
               found = true;
             });
  return found;
}

bool appends(const Directory& directory, const AccountId& account, const StreamOf& stream,
             When when) {
  if (is_directory(stream.kind)) return false;
  return roles_at(directory, account, stream, when).meets(any_writers(stream.kind));
}

std::vector<StreamOf> streams_of(const Directory& directory, const AccountId& account, When when) {
  std::vector<StreamOf> out;
  const auto* entry = directory.account(account);
  if (entry == nullptr) return out;
  const auto offer = [&](StreamKind kind, const AnyId& owner) {
    const StreamOf stream{kind, owner};
    if (reads(directory, account, stream, when) || appends(directory, account, stream, when)) {
      out.push_back(stream);
    }
  };
  offer(StreamKind::programme, id_cast<AnyId>(entry->programme));
  for (const auto& [programme, roles] : entry->programme_roles) {
    if (programme != entry->programme) offer(StreamKind::programme, id_cast<AnyId>(programme));
  }
  for (const auto& [site, where] : directory.sites()) {
    offer(StreamKind::site, id_cast<AnyId>(site));
    offer(StreamKind::intake, id_cast<AnyId>(site));
    offer(StreamKind::alarm, id_cast<AnyId>(site));
  }
  std::set<GroupId> groups;
  for (const auto* grant : directory.grants_of(account)) {
    if (!grant->grant.group.is_zero()) {
      groups.insert(grant->grant.group);
      continue;
    }
    for (const auto& [group, where] : directory.groups()) {
      if (where.site == grant->site) groups.insert(group);
    }
  }
  for (const GroupId& group : groups) {
    for (const StreamKind kind : {StreamKind::alarm, StreamKind::people, StreamKind::main,
                                  StreamKind::words, StreamKind::clinical}) {
      offer(kind, id_cast<AnyId>(group));
    }
  }
  return out;
}

Decision decide(const Directory& directory, const WriterId& writer, const StreamOf& stream,
                std::uint32_t kind, std::uint32_t op_class) {
  const auto* entry = directory.writer(writer);
  if (entry == nullptr) return Decision::turn_away;
  return decide(directory, entry->account, stream, kind, op_class);
}

Decision decide(const Directory& directory, const AccountId& account, const StreamOf& stream,
                std::uint32_t kind, std::uint32_t op_class) {
  if (is_directory(stream.kind)) return Decision::turn_away;
  Roles may_write;
  if (const auto known = model::kind_from(kind)) {
    if (model::kind_row(*known).stream != stream.kind) return Decision::refuse;
    may_write = writers_of(*known);
  } else if (const auto frozen_class = op_class_from(op_class)) {
    may_write = writers_of(*frozen_class);
  } else {
    return Decision::refuse;
  }
  const Roles today = roles_at(directory, account, stream, When::now);
  if (today.meets(may_write)) return Decision::allow;
  const Roles ever = roles_at(directory, account, stream, When::ever);
  if (ever.meets(may_write)) {
    const bool is_alarm = stream.kind == StreamKind::alarm && !planted(Plant::alarm_held);
    return is_alarm ? Decision::allow : Decision::hold;
  }
  return ever.empty() ? Decision::turn_away : Decision::refuse;
}

bool may(const Directory& directory, const AccountId& account, AdminAct act,
         const ProgrammeId& programme, const SiteId& site) {
  const auto* entry = directory.account(account);
  if (entry == nullptr) return false;
  if (act == AdminAct::add_programme) return contains(entry->roles, Role::administrator);
  if (const auto at = entry->programme_roles.find(programme); at != entry->programme_roles.end()) {
    if (contains(at->second, Role::administrator)) return true;
    if (contains(at->second, Role::manager)) {
      return act == AdminAct::list || act == AdminAct::export_data;
    }
  }
  const auto* where = directory.site(site);
  if (where == nullptr || where->programme != programme) return false;
  const auto at_site = entry->site_roles.find(site);
  if (at_site != entry->site_roles.end() && contains(at_site->second, Role::supervisor)) {
    return act == AdminAct::list || act == AdminAct::settle_holds;
  }
  return false;
}

}  // namespace baraza::policy
