// SPDX-License-Identifier: Apache-2.0
#include "server/core/grant_check.h"

#include <algorithm>

namespace baraza::server {

using model::Role;

GrantCheck::GrantCheck(const policy::Directory& directory, const SiteId& site)
    : directory_(directory), site_(site) {
  for (const auto& entry : directory.grants()) {
    if (!entry.ended && entry.site == site) standing_.push_back(entry.grant);
  }
}

Result<void> GrantCheck::take(const policy::Directory::AccountEntry& account,
                              const model::Grant& grant) {
  const std::string who = "'" + account.account.handle + "'";
  const auto roles = account.site_roles.find(site_);
  if (roles == account.site_roles.end()) {
    return fail(Code::not_found, who + " isn't staff of this site; add the account there first");
  }
  const auto& held = roles->second;
  if (std::find(held.begin(), held.end(), grant.role) == held.end()) {
    std::string names;
    for (const Role role : held) {
      names += (names.empty() ? "" : ", ") + std::string(model::role_name(role));
    }
    return fail(Code::not_allowed, who + " works at this site as " + names + ", not as " +
                                       std::string(model::role_name(grant.role)));
  }
  for (const model::Grant& other : standing_) {
    if (other.account != grant.account) continue;
    const bool same_rights = other.role == grant.role && other.reads_people >= grant.reads_people &&
                             other.reads_words >= grant.reads_words;
    if (same_rights && (other.group == grant.group || other.group.is_zero())) {
      return fail(Code::already_exists,
                  who + " has this grant already, " + of_what(other) + "; see: list grants");
    }
    const bool meets = other.group == grant.group || other.group.is_zero() || grant.group.is_zero();
    const bool supervises = other.role == Role::supervisor || grant.role == Role::supervisor;
    if (meets && supervises && other.role != grant.role) {
      return fail(Code::invalid_argument,
                  who + " would supervise their own work, and see to their own alarms: they are " +
                      std::string(model::role_name(other.role)) + " " + of_what(other) +
                      " already. Name another supervisor, or end that grant first");
    }
  }
  standing_.push_back(grant);
  return {};
}

std::string GrantCheck::of_what(const model::Grant& grant) const {
  if (grant.group.is_zero()) return "of all groups of the site";
  const auto* group = directory_.group(grant.group);
  return group == nullptr ? "of this group" : "of the group '" + group->group.name + "'";
}

}  // namespace baraza::server
