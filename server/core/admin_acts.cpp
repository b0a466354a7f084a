// SPDX-License-Identifier: Apache-2.0
#include "server/core/admin_acts.h"

#include <algorithm>

#include "server/core/enrolment.h"
#include "server/core/founding.h"
#include "server/core/grant_check.h"
#include "shared/base/limits.h"
#include "shared/model/names.h"
#include "shared/op/derive.h"

namespace baraza::server {
namespace {

using model::Role;
using policy::AdminAct;

Result<void> check_handle(const std::string& handle) {
  const bool fits =
      handle.size() >= 2 && handle.size() <= 32 &&
      std::all_of(handle.begin(), handle.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
      });
  if (fits) return {};
  return fail(Code::invalid_argument,
              "an account's handle has 2 to 32 of a-z, 0-9, dot, dash and underscore");
}

bool is_programme_role(Role role) {
  return role == Role::manager || role == Role::administrator;
}

Result<void> grant_all(Hub& hub, const AccountId& by, const NewGroup& group, const GroupId& id,
                       const SiteId& site, Random& random, std::vector<OpDraft>& drafts) {
  GrantCheck check(hub.directory(), site);
  const auto add = [&](const std::vector<std::string>& handles, Role role) -> Result<void> {
    for (const std::string& handle : handles) {
      const auto account = find_account(hub.directory(), handle);
      if (!account) return fail(account.error());
      model::Grant grant;
      grant.grant = random.id<GrantId>();
      grant.account = (*account)->account.account;
      grant.role = role;
      grant.group = id;
      grant.reads_people = role != Role::supervisor || group.supervisors_read_people;
      grant.reads_words = role != Role::supervisor || group.supervisors_read_words;
      grant.by = by;
      if (auto fits = check.take(**account, grant); !fits) return fits;
      drafts.push_back(model::make_grant_given(grant));
    }
    return {};
  };
  if (auto done = add(group.facilitators, Role::facilitator); !done) return done;
  if (auto done = add(group.workers, Role::worker); !done) return done;
  return add(group.supervisors, Role::supervisor);
}

}  // namespace

Result<void> check_name(const std::string& name, const char* what) {
  const auto wrong = [&](const std::string& why) {
    return fail(Code::invalid_argument, std::string(what) + why);
  };
  if (name.find_first_not_of(" \t\n") == std::string::npos) return wrong(" needs a name");
  if (name.size() > limits::name_bytes) {
    return wrong("'s name is over " + std::to_string(limits::name_bytes) + " bytes");
  }
  if (!model::is_utf8(name)) return wrong("'s name has bytes that are no UTF-8 text");
  if (model::has_control_characters(name) || name.find_first_of("\t\n") != std::string::npos) {
    return wrong("'s name has line ends, tabs or other characters that don't show; leave them out");
  }
  if (name.front() == ' ' || name.back() == ' ') {
    return wrong("'s name begins or ends with a space; leave it out");
  }
  return {};
}

Result<AccountId> require(const Hub& hub, const Asking& asking, AdminAct act,
                          const ProgrammeId& programme, const SiteId& site) {
  const auto account = find_account(hub.directory(), asking.as);
  if (!account) return fail(account.error());
  const AccountId id = (*account)->account.account;
  if (!policy::may(hub.directory(), id, act, programme, site)) {
    return fail(Code::not_allowed,
                "'" + asking.as + "' may not do this here; an administrator of the programme may");
  }
  return id;
}

Result<ProgrammeId> add_programme(Hub& hub, const Asking& asking, const std::string& name,
                                  const Signer& programme_key, const PublicKey& server_writer,
                                  Random& random) {
  if (auto fits = check_name(name, "a programme"); !fits) return fail(fits.error());
  auto founder = founder_of(hub.ledger().store());
  if (!founder) return fail(founder.error());
  model::Account first;
  if (asking.as == founder->handle && hub.directory().account(founder->account) == nullptr) {
    first = {founder->account, founder->handle, founder->name, "", {Role::administrator}, {}};
  } else {
    const auto by = find_account(hub.directory(), asking.as);
    if (!by) return fail(by.error());
    first = (*by)->account;
    if (!policy::may(hub.directory(), first.account, AdminAct::add_programme, {}, {})) {
      return fail(Code::not_allowed, "only an administrator adds a programme");
    }
  }
  first.by = first.account;
  for (const auto& [id, known] : hub.directory().programmes()) {
    if (known.name == name) {
      return fail(Code::already_exists, "there is a programme named '" + name + "'");
    }
  }
  const auto programme = random.id<ProgrammeId>();
  auto opened = hub.ledger().open_stream(StreamKind::programme, id_cast<AnyId>(programme));
  if (!opened) return fail(opened.error());
  model::ServerWriter introduction;
  introduction.key = server_writer;
  introduction.epoch = hub.ledger().epoch();
  introduction.signature = programme_key.sign(model::introduction_message(introduction));
  auto done = hub.keeper().append(
      stream_id(StreamKind::programme, programme),
      {model::make_programme_founded({programme, name, programme_key.public_key()}),
       model::make_server_writer_introduced(introduction), model::make_administrator_added(first)},
      asking.now);
  if (!done) return fail(done.error());
  return programme;
}

Result<SiteId> add_site(Hub& hub, const Asking& asking, const std::string& programme,
                        const std::string& name, const std::string& time_zone, Random& random) {
  if (auto fits = check_name(name, "a site"); !fits) return fail(fits.error());
  const auto at = find_programme(hub.directory(), programme);
  if (!at) return fail(at.error());
  const auto by = require(hub, asking, AdminAct::add_site, *at, {});
  if (!by) return fail(by.error());
  for (const auto& [id, known] : hub.directory().sites()) {
    if (known.programme == *at && known.site.name == name) {
      return fail(Code::already_exists, "the programme has a site named '" + name + "'");
    }
  }
  const auto site = random.id<SiteId>();
  auto done =
      hub.keeper().append(stream_id(StreamKind::programme, *at),
                          {model::make_site_added({site, name, time_zone, *by})}, asking.now);
  if (!done) return fail(done.error());
  for (const StreamKind kind : site_stream_kinds) {
    auto opened = hub.ledger().open_stream(kind, id_cast<AnyId>(site));
    if (!opened) return fail(opened.error());
  }
  return site;
}

namespace {

// Somebody who works at one site comes to work at another too: the same account, and the keys of
// the laptops that the person has.
Result<AccountId> add_to_site(Hub& hub, const Asking& asking, const NewAccount& account,
                              const policy::Directory::AccountEntry& known) {
  const std::string taken = "there is an account with the handle '" + account.handle + "'";
  if (account.site.empty() || known.sites.empty() || is_programme_role(account.roles.front())) {
    return fail(Code::already_exists, taken + "; give another handle");
  }
  const auto site = find_site(hub.directory(), account.site);
  if (!site) return fail(site.error());
  if (std::find(known.sites.begin(), known.sites.end(), *site) != known.sites.end()) {
    return fail(Code::already_exists, taken + ", who works at this site already");
  }
  if (account.name != known.account.name) {
    return fail(Code::already_exists, taken + ", " + known.account.name +
                                          ". If the same person comes to work at this site too, "
                                          "give the same name; else give another handle");
  }
  const auto by =
      require(hub, asking, AdminAct::add_account, hub.directory().site(*site)->programme, *site);
  if (!by) return fail(by.error());
  model::Account value = known.account;
  value.roles = account.roles;
  value.by = *by;
  std::vector<OpDraft> drafts{model::make_staff_added(value)};
  for (const auto& [writer, laptop] : hub.directory().writers()) {
    if (laptop.account != value.account || laptop.frozen) continue;
    drafts.push_back(model::make_site_writer_enrolled({value.account, laptop.key, laptop.label}));
  }
  auto done =
      hub.keeper().append(stream_id(StreamKind::site, *site), std::move(drafts), asking.now);
  if (!done) return fail(done.error());
  return value.account;
}

}  // namespace

Result<AccountId> add_account(Hub& hub, const Asking& asking, const NewAccount& account,
                              Random& random) {
  if (auto fits = check_name(account.name, "an account"); !fits) return fail(fits.error());
  if (auto fits = check_handle(account.handle); !fits) return fail(fits.error());
  if (account.roles.empty()) {
    return fail(Code::invalid_argument,
                "an account needs a role: facilitator, worker, supervisor, manager, administrator");
  }
  for (auto role = account.roles.begin(); role != account.roles.end(); ++role) {
    if (std::find(account.roles.begin(), role, *role) == role) continue;
    return fail(Code::invalid_argument,
                "the role " + std::string(model::role_name(*role)) + " is named twice");
  }
  if (const auto* known = hub.directory().account_by_handle(account.handle); known != nullptr) {
    return add_to_site(hub, asking, account, *known);
  }
  const bool of_programme = is_programme_role(account.roles.front());
  for (const Role role : account.roles) {
    if (is_programme_role(role) != of_programme) {
      return fail(Code::invalid_argument,
                  "managers and administrators work for the programme, the other roles at a site: "
                  "make two accounts");
    }
  }
  model::Account value{random.id<AccountId>(), account.handle, account.name,
                       account.phone,          account.roles,  {}};
  if (of_programme && !account.site.empty()) {
    return fail(Code::invalid_argument,
                "managers and administrators work for the programme, not at a site: leave out "
                "--site");
  }
  if (of_programme) {
    const auto programme = find_programme(hub.directory(), account.programme);
    if (!programme) return fail(programme.error());
    const auto by = require(hub, asking, AdminAct::add_account, *programme, {});
    if (!by) return fail(by.error());
    value.by = *by;
    auto done = hub.keeper().append(stream_id(StreamKind::programme, *programme),
                                    {model::make_administrator_added(value)}, asking.now);
    if (!done) return fail(done.error());
    return value.account;
  }
  if (account.site.empty()) {
    return fail(Code::invalid_argument, "this role works at a site: --site");
  }
  const auto site = find_site(hub.directory(), account.site);
  if (!site) return fail(site.error());
  if (!account.programme.empty()) {
    const auto programme = find_programme(hub.directory(), account.programme);
    if (!programme) return fail(programme.error());
    if (*programme != hub.directory().site(*site)->programme) {
      return fail(Code::invalid_argument,
                  "the site '" + account.site + "' isn't of that programme");
    }
  }
  const auto by =
      require(hub, asking, AdminAct::add_account, hub.directory().site(*site)->programme, *site);
  if (!by) return fail(by.error());
  value.by = *by;
  auto done = hub.keeper().append(stream_id(StreamKind::site, *site),
                                  {model::make_staff_added(value)}, asking.now);
  if (!done) return fail(done.error());
  return value.account;
}

Result<GroupId> add_group(Hub& hub, const Asking& asking, const NewGroup& group, Random& random) {
  if (auto fits = check_name(group.name, "a group"); !fits) return fail(fits.error());
  if (group.interval_days < 1 || group.interval_days > limits::session_interval_days) {
    return fail(
        Code::invalid_argument,
        "sessions are 1 to " + std::to_string(limits::session_interval_days) + " days apart");
  }
  const auto site = find_site(hub.directory(), group.site);
  if (!site) return fail(site.error());
  const auto by =
      require(hub, asking, AdminAct::add_group, hub.directory().site(*site)->programme, *site);
  if (!by) return fail(by.error());
  for (const auto& [id, known] : hub.directory().groups()) {
    if (known.site == *site && known.group.name == group.name) {
      return fail(Code::already_exists, "the site has a group named '" + group.name + "'");
    }
  }
  const auto id = random.id<GroupId>();
  std::vector<OpDraft> drafts{model::make_group_opened(
      {id, group.name, group.course, group.first_session, group.interval_days, *by})};
  auto granted = grant_all(hub, *by, group, id, *site, random, drafts);
  if (!granted) return fail(granted.error());
  for (const StreamKind kind : group_stream_kinds) {
    auto opened = hub.ledger().open_stream(kind, id_cast<AnyId>(id));
    if (!opened) return fail(opened.error());
  }
  auto done =
      hub.keeper().append(stream_id(StreamKind::site, *site), std::move(drafts), asking.now);
  if (!done) return fail(done.error());
  return id;
}

Result<GrantId> give_grant(Hub& hub, const Asking& asking, const NewGrant& grant, Random& random) {
  const auto account = find_account(hub.directory(), grant.account);
  if (!account) return fail(account.error());
  model::Grant value;
  SiteId site;
  if (grant.group.empty()) {
    const auto found = find_site(hub.directory(), grant.site);
    if (!found) return fail(found.error());
    site = *found;
  } else {
    const auto found = find_group(hub.directory(), grant.group);
    if (!found) return fail(found.error());
    value.group = *found;
    site = hub.directory().group(*found)->site;
  }
  const auto by =
      require(hub, asking, AdminAct::change_grants, hub.directory().site(site)->programme, site);
  if (!by) return fail(by.error());
  value.grant = random.id<GrantId>();
  value.account = (*account)->account.account;
  value.role = grant.role;
  value.reads_people = grant.role != Role::supervisor || grant.reads_people;
  value.reads_words = grant.role != Role::supervisor || grant.reads_words;
  value.by = *by;
  auto fits = GrantCheck(hub.directory(), site).take(**account, value);
  if (!fits) return fail(fits.error());
  auto done = hub.keeper().append(stream_id(StreamKind::site, site),
                                  {model::make_grant_given(value)}, asking.now);
  if (!done) return fail(done.error());
  return value.grant;
}

Result<int> end_grants(Hub& hub, const Asking& asking, const std::string& account,
                       const std::string& group, const std::string& reason) {
  const auto who = find_account(hub.directory(), account);
  if (!who) return fail(who.error());
  GroupId only;
  if (!group.empty()) {
    const auto found = find_group(hub.directory(), group);
    if (!found) return fail(found.error());
    only = *found;
  }
  // Copied first: appending builds the directory anew.
  std::vector<std::pair<SiteId, GrantId>> ending;
  for (const auto* grant : hub.directory().grants_of((*who)->account.account)) {
    if (grant->ended || (!only.is_zero() && grant->grant.group != only)) continue;
    ending.emplace_back(grant->site, grant->grant.grant);
  }
  if (ending.empty()) return fail(Code::not_found, "'" + account + "' holds no such grant");
  for (const auto& [site, grant] : ending) {
    const auto by =
        require(hub, asking, AdminAct::change_grants, hub.directory().site(site)->programme, site);
    if (!by) return fail(by.error());
    auto done = hub.keeper().append(stream_id(StreamKind::site, site),
                                    {model::make_grant_ended({grant, reason, *by})}, asking.now);
    if (!done) return fail(done.error());
  }
  return static_cast<int>(ending.size());
}

Result<Bytes> make_enrol_secret(Hub& hub, const Asking& asking, const std::string& account,
                                Duration life, Random& random) {
  if (life < minutes(1) || life > limits::enrol_code_life_max) {
    return fail(Code::invalid_argument, "a code lives between one minute and 72 hours");
  }
  const auto who = find_account(hub.directory(), account);
  if (!who) return fail(who.error());
  const SiteId site = (*who)->sites.empty() ? SiteId{} : (*who)->sites.front();
  const auto by = require(hub, asking, AdminAct::enrol_device, (*who)->programme, site);
  if (!by) return fail(by.error());
  Bytes secret = random.bytes(limits::enrol_secret_bytes);
  if (auto ready = hub.ledger().stage(); !ready) return fail(ready.error());
  auto put = hub.ledger().store().put_code(
      {enrol_secret_hash(secret), (*who)->account.account, asking.now.wall + life, std::nullopt});
  if (!put) return fail(put.error());
  return secret;
}

}  // namespace baraza::server
