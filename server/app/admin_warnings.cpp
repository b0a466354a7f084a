// SPDX-License-Identifier: Apache-2.0
#include "server/app/admin_warnings.h"

#include "baraza/v1/admin.pb.h"
#include "server/core/directory_search.h"

namespace baraza::server {
namespace {

using Warnings = std::vector<std::string>;

void add_account_warnings(const v1::AddAccount& command, const policy::Directory& directory,
                          Warnings& out) {
  for (const auto& [id, entry] : directory.accounts()) {
    if (entry.account.name != command.name()) continue;
    out.push_back("there is another '" + command.name() + "', with the handle '" +
                  entry.account.handle +
                  "'; if they are one person, end one of the accounts' grants and use the other");
  }
}

void add_group_warnings(const v1::AddGroup& command, const policy::Directory& directory,
                        Warnings& out) {
  if (command.facilitators().empty()) {
    out.push_back("nobody runs this group yet: grant add HANDLE --role facilitator --group '" +
                  command.name() + "'");
  }
  if (command.supervisors().empty()) {
    out.push_back(
        "nobody follows this group yet, so nobody can acknowledge its alarms: grant add "
        "HANDLE --role supervisor --group '" +
        command.name() + "'");
  }
  const auto here = find_site(directory, command.site());
  for (const auto& [id, entry] : directory.groups()) {
    if (entry.group.name != command.name() || (here && entry.site == *here)) continue;
    const auto* site = directory.site(entry.site);
    out.push_back("there is a group '" + command.name() + "' at " +
                  (site == nullptr ? "another site" : site->site.name) +
                  " too; from now on commands tell them apart by id (list groups)");
  }
}

}  // namespace

std::vector<std::string> warnings_of(const v1::AdminRequest& request,
                                     const policy::Directory& directory) {
  Warnings out;
  if (request.has_add_account()) add_account_warnings(request.add_account(), directory, out);
  if (request.has_add_group()) add_group_warnings(request.add_group(), directory, out);
  return out;
}

}  // namespace baraza::server
