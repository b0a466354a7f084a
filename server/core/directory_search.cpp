// SPDX-License-Identifier: Apache-2.0
#include "server/core/directory_search.h"

namespace baraza::server {
namespace {

// By name, or by id in hexadecimal. `name_of` tells the name of an entry, `where` what tells it
// from others of that name. `list` is the list that shows them.
template <class Map, class NameOf, class Where>
auto find_named(const Map& map, const std::string& name, const char* what, const char* list,
                NameOf name_of, Where where) -> Result<typename Map::key_type> {
  using Id = typename Map::key_type;
  if (const auto bytes = from_hex(name)) {
    const auto id = Id::from(*bytes);
    if (id && map.contains(*id)) return *id;
  }
  std::optional<Id> found;
  std::string candidates;
  int count = 0;
  for (const auto& [id, entry] : map) {
    if (name_of(entry) != name) continue;
    found = id;
    ++count;
    candidates += "\n  " + to_hex(id) + "  " + where(entry);
  }
  if (count == 1) return *found;
  if (count > 1) {
    return fail(Code::invalid_argument, "there are " + std::to_string(count) + " " + what +
                                            "s named '" + name +
                                            "'; give the id in its place:" + candidates);
  }
  return fail(Code::not_found,
              std::string("no ") + what + " named '" + name + "'; see: list " + list);
}

}  // namespace

Result<ProgrammeId> find_programme(const policy::Directory& directory, const std::string& name) {
  if (name.empty() && directory.programmes().size() == 1) {
    return directory.programmes().begin()->first;
  }
  if (directory.programmes().empty()) {
    return fail(Code::not_found, "there is no programme yet; run programme add");
  }
  if (name.empty()) {
    return fail(Code::invalid_argument, "there are several programmes; say which: --programme");
  }
  return find_named(
      directory.programmes(), name, "programme", "programmes",
      [](const model::Founding& entry) { return entry.name; },
      [](const model::Founding&) { return std::string(); });
}

Result<SiteId> find_site(const policy::Directory& directory, const std::string& name) {
  return find_named(
      directory.sites(), name, "site", "sites", [](const auto& entry) { return entry.site.name; },
      [&](const auto& entry) {
        const auto at = directory.programmes().find(entry.programme);
        return at == directory.programmes().end() ? "" : "of the programme " + at->second.name;
      });
}

Result<GroupId> find_group(const policy::Directory& directory, const std::string& name) {
  return find_named(
      directory.groups(), name, "group", "groups",
      [](const auto& entry) { return entry.group.name; },
      [&](const auto& entry) {
        const auto* site = directory.site(entry.site);
        return (site == nullptr ? "" : "at " + site->site.name + ", ") + "first session " +
               to_text(entry.group.first_session);
      });
}

Result<const policy::Directory::AccountEntry*> find_account(const policy::Directory& directory,
                                                            const std::string& handle) {
  if (const auto* found = directory.account_by_handle(handle)) return found;
  if (const auto bytes = from_hex(handle)) {
    const auto id = AccountId::from(*bytes);
    const auto* found = id ? directory.account(*id) : nullptr;
    if (found != nullptr) return found;
  }
  // Somebody typed the person's name: say what they are called here.
  std::string candidates;
  for (const auto& [id, entry] : directory.accounts()) {
    if (entry.account.name != handle) continue;
    candidates += "\n  " + entry.account.handle + "  " + to_hex(id);
  }
  if (!candidates.empty()) {
    return fail(Code::not_found, "no account with the handle '" + handle +
                                     "'; of that name there are, by handle and id:" + candidates);
  }
  return fail(Code::not_found, "no account with the handle '" + handle + "'; see: list accounts");
}

}  // namespace baraza::server
