// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <vector>

#include "shared/model/states.h"

namespace baraza::policy {

// Who works where, with which keys and rights: the programme and site streams joined and indexed.
// Built anew when one of them changes; immutable afterwards, so any thread may read it.
class Directory {
 public:
  struct AccountEntry {
    model::Account account;
    ProgrammeId programme;           // one of those that the person works for
    std::vector<SiteId> sites;       // where the person is staff
    std::vector<model::Role> roles;  // administrator, manager: of any programme
    std::map<ProgrammeId, std::vector<model::Role>> programme_roles;
    std::map<SiteId, std::vector<model::Role>> site_roles;
  };
  struct WriterEntry {
    AccountId account;  // zero for the server's own
    PublicKey key;
    bool frozen = false;
    std::string label;  // of the laptop
  };
  struct GrantEntry {
    model::Grant grant;
    SiteId site;
    bool ended = false;
  };
  // A time at which the group went over to another course.
  struct CourseChange {
    model::CourseMove move;
    Instant when;
    bool stands = false;  // nobody replaced it; several that differ are to be settled
  };
  struct GroupEntry {
    model::Group group;  // its course is the one that it goes on by
    SiteId site;
    model::PackRef first_course;           // the one that it was opened with
    std::vector<CourseChange> moves = {};  // oldest first
    bool course_disputed = false;          // different moves stand: the last of them is followed
    bool waits_for_server = false;         // formed on this laptop, not opened at the server yet
  };
  struct SiteEntry {
    model::Site site;
    ProgrammeId programme;
  };

  Directory() = default;
  // `sites` are keyed by the site whose stream the state is.
  Directory(const std::map<ProgrammeId, const model::ProgrammeState*>& programmes,
            const std::map<SiteId, const model::SiteState*>& sites);

  // A group that `by` formed at a site and that the server hasn't opened yet, with the right that
  // it will answer by. Changes nothing if the group is known.
  void add_formed(const SiteId& site, const model::FormedGroup& formed, const AccountId& by);

  const AccountEntry* account(const AccountId& id) const;
  const AccountEntry* account_by_handle(std::string_view handle) const;
  const WriterEntry* writer(const WriterId& id) const;
  const GroupEntry* group(const GroupId& id) const;
  const SiteEntry* site(const SiteId& id) const;
  const model::HoldSettlement* settlement(const model::HoldKey& key) const;

  const std::map<AccountId, AccountEntry>& accounts() const { return accounts_; }
  const std::map<WriterId, WriterEntry>& writers() const { return writers_; }
  const std::map<GroupId, GroupEntry>& groups() const { return groups_; }
  const std::map<SiteId, SiteEntry>& sites() const { return sites_; }
  const std::map<ProgrammeId, model::Founding>& programmes() const { return programmes_; }
  // Grants of an account, ended ones too.
  std::vector<const GrantEntry*> grants_of(const AccountId& account) const;
  const std::vector<GrantEntry>& grants() const { return grants_; }

 private:
  std::map<ProgrammeId, model::Founding> programmes_;
  std::map<SiteId, SiteEntry> sites_;
  std::map<AccountId, AccountEntry> accounts_;
  std::map<WriterId, WriterEntry> writers_;
  std::map<GroupId, GroupEntry> groups_;
  std::vector<GrantEntry> grants_;                               // sorted by account
  std::map<model::HoldKey, model::HoldSettlement> settlements_;  // the first of each
};

}  // namespace baraza::policy
