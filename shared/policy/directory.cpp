// SPDX-License-Identifier: Apache-2.0
#include "shared/policy/directory.h"

#include <algorithm>

#include "shared/op/signer.h"

namespace baraza::policy {
namespace {

// Facts in author order, so that "the first counts" means the same everywhere.
template <class T>
std::vector<const model::Write<T>*> in_order(const model::Facts<T>& facts) {
  std::vector<const model::Write<T>*> out;
  out.reserve(facts.size());
  for (const auto& [ref, write] : facts) out.push_back(&write);
  std::sort(out.begin(), out.end(),
            [](const auto* a, const auto* b) { return a->order() < b->order(); });
  return out;
}

}  // namespace

Directory::Directory(const std::map<ProgrammeId, const model::ProgrammeState*>& programmes,
                     const std::map<SiteId, const model::SiteState*>& sites) {
  std::set<WriterId> frozen;
  const auto add_writer = [&](const model::EnrolledWriter& writer) {
    writers_.try_emplace(writer_id(writer.key),
                         WriterEntry{writer.account, writer.key, false, writer.label});
  };
  for (const auto& [id, state] : programmes) {
    for (const auto* write : in_order(state->founded)) programmes_.try_emplace(id, write->value);
    for (const auto* write : in_order(state->server_writers)) {
      writers_.try_emplace(writer_id(write->value.key),
                           WriterEntry{{}, write->value.key, false, {}});
    }
    for (const auto* write : in_order(state->accounts)) {
      AccountEntry& entry = accounts_[write->value.account];
      if (entry.account.handle.empty()) entry.account = write->value;
      if (entry.programme.is_zero()) entry.programme = id;
      const auto& roles = write->value.roles;
      entry.roles.insert(entry.roles.end(), roles.begin(), roles.end());
      auto& here = entry.programme_roles[id];
      here.insert(here.end(), roles.begin(), roles.end());
    }
    for (const auto* write : in_order(state->sites)) {
      sites_.try_emplace(write->value.site, SiteEntry{write->value, id});
    }
    for (const auto* write : in_order(state->writers)) add_writer(write->value);
    for (const auto* write : in_order(state->frozen)) frozen.insert(write->value.writer);
  }
  for (const auto& [id, state] : sites) {
    const auto site = sites_.find(id);
    for (const auto* write : in_order(state->accounts)) {
      AccountEntry& entry = accounts_[write->value.account];
      if (entry.account.handle.empty()) entry.account = write->value;
      if (site != sites_.end() && entry.programme.is_zero()) {
        entry.programme = site->second.programme;
      }
      if (std::find(entry.sites.begin(), entry.sites.end(), id) == entry.sites.end()) {
        entry.sites.push_back(id);
      }
      auto& roles = entry.site_roles[id];
      roles.insert(roles.end(), write->value.roles.begin(), write->value.roles.end());
    }
    for (const auto* write : in_order(state->groups)) {
      groups_.try_emplace(write->value.group, GroupEntry{write->value, id, write->value.course});
    }
    for (const auto& [group, moves] : state->course_moves) {
      const auto at = groups_.find(group);
      if (at == groups_.end() || at->second.site != id) continue;
      GroupEntry& entry = at->second;
      const auto& replaced = state->basics.replaced;
      for (const auto& write : moves.writes) {
        entry.moves.push_back({write.value, write.wall, !replaced.covers(write.ref)});
      }
      entry.course_disputed = moves.disputed(replaced);
      if (const auto* shown = moves.shown(replaced)) entry.group.course = shown->value.course;
    }
    std::set<GrantId> ended;
    for (const auto* write : in_order(state->grant_ends)) ended.insert(write->value.grant);
    for (const auto* write : in_order(state->grants)) {
      grants_.push_back({write->value, id, ended.contains(write->value.grant)});
    }
    for (const auto* write : in_order(state->writers)) add_writer(write->value);
    for (const auto* write : in_order(state->frozen)) frozen.insert(write->value.writer);
    for (const auto* write : in_order(state->settlements)) {
      settlements_.try_emplace(write->value.hold, write->value);
    }
  }
  for (const WriterId& writer : frozen) {
    const auto at = writers_.find(writer);
    if (at != writers_.end()) at->second.frozen = true;
  }
  std::stable_sort(grants_.begin(), grants_.end(), [](const GrantEntry& a, const GrantEntry& b) {
    return a.grant.account < b.grant.account;
  });
}

void Directory::add_formed(const SiteId& site, const model::FormedGroup& formed,
                           const AccountId& by) {
  if (!sites_.contains(site)) return;
  GroupEntry entry;
  entry.group = {formed.group,         formed.name,          formed.course,
                 formed.first_session, formed.interval_days, by};
  entry.site = site;
  entry.first_course = formed.course;
  entry.waits_for_server = true;
  if (!groups_.try_emplace(formed.group, std::move(entry)).second) return;
  GrantEntry grant;
  grant.grant.account = by;
  grant.grant.role = model::Role::facilitator;
  grant.grant.group = formed.group;
  grant.grant.reads_people = true;
  grant.grant.reads_words = true;
  grant.grant.by = by;
  grant.site = site;
  const auto after = std::upper_bound(
      grants_.begin(), grants_.end(), by,
      [](const AccountId& id, const GrantEntry& each) { return id < each.grant.account; });
  grants_.insert(after, std::move(grant));
}

namespace {

template <class Map, class Key>
auto find_in(const Map& map, const Key& key) -> const typename Map::mapped_type* {
  const auto at = map.find(key);
  return at == map.end() ? nullptr : &at->second;
}

}  // namespace

const Directory::AccountEntry* Directory::account(const AccountId& id) const {
  return find_in(accounts_, id);
}

const Directory::AccountEntry* Directory::account_by_handle(std::string_view handle) const {
  for (const auto& [id, entry] : accounts_) {
    if (entry.account.handle == handle) return &entry;
  }
  return nullptr;
}

const Directory::WriterEntry* Directory::writer(const WriterId& id) const {
  return find_in(writers_, id);
}

const Directory::GroupEntry* Directory::group(const GroupId& id) const {
  return find_in(groups_, id);
}

const Directory::SiteEntry* Directory::site(const SiteId& id) const {
  return find_in(sites_, id);
}

const model::HoldSettlement* Directory::settlement(const model::HoldKey& key) const {
  return find_in(settlements_, key);
}

std::vector<const Directory::GrantEntry*> Directory::grants_of(const AccountId& account) const {
  const auto by_account = [](const GrantEntry& entry, const AccountId& id) {
    return entry.grant.account < id;
  };
  std::vector<const GrantEntry*> out;
  for (auto at = std::lower_bound(grants_.begin(), grants_.end(), account, by_account);
       at != grants_.end() && at->grant.account == account; ++at) {
    out.push_back(&*at);
  }
  return out;
}

}  // namespace baraza::policy
