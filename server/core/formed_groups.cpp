// SPDX-License-Identifier: Apache-2.0
#include "server/core/formed_groups.h"

#include <algorithm>

#include "shared/model/apply.h"
#include "shared/op/derive.h"

namespace baraza::server {
namespace {

using policy::Directory;

bool stands(const Directory::GrantEntry& grant, const SiteId& site, model::Role role) {
  return !grant.ended && grant.site == site && grant.grant.role == role;
}

bool is_facilitated_by(const Directory& directory, const GroupId& group, const SiteId& site,
                       const AccountId& account) {
  const auto grants = directory.grants_of(account);
  return std::any_of(grants.begin(), grants.end(), [&](const auto* grant) {
    return stands(*grant, site, model::Role::facilitator) &&
           (grant->grant.group == group || grant->grant.group.is_zero());
  });
}

// One grant a supervisor: what each reads of another group they read of the new one.
std::vector<model::Grant> supervision(const Directory& directory, const SiteId& site,
                                      const AccountId& formed_by) {
  std::vector<model::Grant> of_others;
  std::vector<model::Grant> of_any;
  bool follows_all = false;
  const auto add = [](std::vector<model::Grant>& to, const model::Grant& grant) {
    const bool there = std::any_of(to.begin(), to.end(),
                                   [&](const auto& each) { return each.account == grant.account; });
    if (!there) to.push_back(grant);
  };
  for (const auto& each : directory.grants()) {
    if (!stands(each, site, model::Role::supervisor) || each.grant.account == formed_by) continue;
    if (each.grant.group.is_zero()) {
      follows_all = true;
      continue;
    }
    add(of_any, each.grant);
    if (is_facilitated_by(directory, each.grant.group, site, formed_by)) {
      add(of_others, each.grant);
    }
  }
  if (follows_all && of_others.empty()) return {};
  if (!of_others.empty()) return of_others;
  // Who people are and what they wrote was granted for other groups: not for this one.
  for (model::Grant& each : of_any) each.reads_people = each.reads_words = false;
  return of_any;
}

bool has_site_wide(const Directory& directory, const SiteId& site, const AccountId& account) {
  return is_facilitated_by(directory, GroupId{}, site, account);
}

Result<void> open(Ledger& ledger, DirectoryKeeper& keeper, const SiteId& site,
                  const model::FormedGroup& formed, const AccountId& by, bool held, Now now) {
  const Directory& directory = keeper.directory();
  if (directory.group(formed.group) != nullptr || directory.site(site) == nullptr) return {};
  std::vector<OpDraft> drafts{model::make_group_opened(
      {formed.group, formed.name, formed.course, formed.first_session, formed.interval_days, by})};
  std::vector<model::Grant> grants = supervision(directory, site, by);
  if (held || !has_site_wide(directory, site, by)) {
    model::Grant own;
    own.account = by;
    own.role = model::Role::facilitator;
    own.reads_people = true;
    own.reads_words = true;
    grants.insert(grants.begin(), own);
  }
  for (model::Grant& each : grants) {
    each.grant = keeper.random().id<GrantId>();
    each.group = formed.group;
    each.by = by;
    drafts.push_back(model::make_grant_given(each));
    if (held && each.account == by) {
      drafts.push_back(
          model::make_grant_ended({each.grant, "formed after the right had ended", by}));
    }
  }
  for (const StreamKind kind : group_stream_kinds) {
    auto opened = ledger.open_stream(kind, id_cast<AnyId>(formed.group));
    if (!opened) return fail(opened.error());
  }
  return keeper.append(stream_id(StreamKind::site, site), std::move(drafts), now);
}

}  // namespace

Result<void> open_formed_group(Ledger& ledger, DirectoryKeeper& keeper, const StreamInfo& intake,
                               const AuthoredOp& op, bool held, Now now) {
  const auto kind = static_cast<std::uint32_t>(model::Kind::group_formed);
  if (intake.kind != StreamKind::intake || op.head.kind != kind) return {};
  const auto* writer = keeper.directory().writer(op.writer);
  if (writer == nullptr) return {};
  model::IntakeState said;
  model::apply_intake(said, op);
  for (const auto& [ref, formed] : said.formed) {
    auto done = open(ledger, keeper, id_cast<SiteId>(intake.owner), formed.value, writer->account,
                     held, now);
    if (!done) return done;
  }
  return {};
}

}  // namespace baraza::server
