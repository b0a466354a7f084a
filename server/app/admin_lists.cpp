// SPDX-License-Identifier: Apache-2.0
// What there is, for whoever may see it.
#include "baraza/v1/admin.pb.h"
#include "server/app/admin_answers.h"
#include "server/app/admin_executor.h"
#include "server/app/directory_reading.h"

namespace baraza::server {
namespace {

using policy::Directory;

std::string roles_text(const std::vector<model::Role>& roles) {
  std::string out;
  for (const model::Role role : roles) {
    if (!out.empty()) out += ' ';
    out += model::role_name(role);
  }
  return out;
}

std::string site_name(const Directory& directory, const SiteId& site) {
  const auto* entry = directory.site(site);
  return entry == nullptr ? std::string() : entry->site.name;
}

std::string programme_name(const Directory& directory, const ProgrammeId& programme) {
  const auto at = directory.programmes().find(programme);
  return at == directory.programmes().end() ? std::string() : at->second.name;
}

std::string handle_of(const Directory& directory, const AccountId& account) {
  const auto* entry = directory.account(account);
  return entry == nullptr ? std::string() : entry->account.handle;
}

std::string name_of(const Directory& directory, const AccountId& account) {
  const auto* entry = directory.account(account);
  return entry == nullptr ? std::string() : entry->account.name;
}

bool sees_account(const Viewer& viewer, const Directory::AccountEntry& entry) {
  if (viewer.sees(entry.programme)) return true;
  for (const auto& [programme, roles] : entry.programme_roles) {
    if (viewer.sees(programme)) return true;
  }
  for (const SiteId& site : entry.sites) {
    if (viewer.sees(site)) return true;
  }
  return false;
}

std::vector<RowCells> programme_rows(const Directory& directory, const Viewer& viewer) {
  std::vector<RowCells> rows;
  for (const auto& [id, programme] : directory.programmes()) {
    if (viewer.sees(id)) rows.push_back({{"name", programme.name}, {"programme", to_hex(id)}});
  }
  return rows;
}

std::vector<RowCells> site_rows(const Directory& directory, const Viewer& viewer) {
  std::vector<RowCells> rows;
  for (const auto& [id, entry] : directory.sites()) {
    if (!viewer.sees(id)) continue;
    rows.push_back({{"name", entry.site.name},
                    {"time_zone", entry.site.time_zone},
                    {"programme", programme_name(directory, entry.programme)},
                    {"site", to_hex(id)}});
  }
  return rows;
}

std::vector<RowCells> account_rows(const Directory& directory, const Viewer& viewer) {
  std::vector<RowCells> rows;
  for (const auto& [id, entry] : directory.accounts()) {
    if (!sees_account(viewer, entry)) continue;
    // Named once more: not every compiler lets a lambda take what a binding names.
    const auto row = [&, &of = entry, &account = id](const std::vector<model::Role>& roles,
                                                     const ProgrammeId& programme,
                                                     const std::string& site) {
      rows.push_back({{"handle", of.account.handle},
                      {"name", of.account.name},
                      {"phone", of.account.phone},
                      {"roles", roles_text(roles)},
                      {"site", site},
                      {"programme", programme_name(directory, programme)},
                      {"account", to_hex(account)}});
    };
    for (const auto& [programme, roles] : entry.programme_roles) row(roles, programme, "");
    for (const auto& [site, roles] : entry.site_roles) {
      const auto* where = directory.site(site);
      row(roles, where == nullptr ? entry.programme : where->programme, site_name(directory, site));
    }
  }
  return rows;
}

std::vector<RowCells> group_rows(const Directory& directory, const Viewer& viewer) {
  std::vector<RowCells> rows;
  for (const auto& [id, entry] : directory.groups()) {
    if (!viewer.sees(entry.site)) continue;
    rows.push_back({{"name", entry.group.name},
                    {"site", site_name(directory, entry.site)},
                    {"course", entry.group.course.id},
                    {"course_version", std::int64_t{entry.group.course.version}},
                    {"first_session", to_text(entry.group.first_session)},
                    {"every_days", std::int64_t{entry.group.interval_days}},
                    {"group", to_hex(id)}});
  }
  return rows;
}

std::vector<RowCells> device_rows(const DirectorySnapshot& snapshot, const Viewer& viewer) {
  // A key is copied to each place where its person works; one row each all the same.
  std::map<WriterId, std::pair<model::EnrolledWriter, Instant>> writers;
  const auto collect = [&](const model::Facts<model::EnrolledWriter>& facts) {
    for (const auto& [ref, write] : facts) {
      writers.try_emplace(writer_id(write.value.key), write.value, write.wall);
    }
  };
  for (const auto& [id, state] : snapshot.programmes) collect(state.writers);
  for (const auto& [id, state] : snapshot.sites) collect(state.writers);
  std::vector<RowCells> rows;
  for (const auto& [id, known] : writers) {
    const auto* account = snapshot.directory.account(known.first.account);
    const auto* writer = snapshot.directory.writer(id);
    if (account == nullptr || writer == nullptr || !sees_account(viewer, *account)) continue;
    rows.push_back({{"label", known.first.label},
                    {"account", account->account.handle},
                    {"name", account->account.name},
                    {"enrolled", to_text(known.second)},
                    {"frozen", writer->frozen},
                    {"writer", to_hex(id)}});
  }
  return rows;
}

std::vector<RowCells> grant_rows(const Directory& directory, const Viewer& viewer) {
  std::vector<RowCells> rows;
  for (const auto& entry : directory.grants()) {
    if (!viewer.sees(entry.site)) continue;
    const auto* group = directory.group(entry.grant.group);
    rows.push_back({{"account", handle_of(directory, entry.grant.account)},
                    {"name", name_of(directory, entry.grant.account)},
                    {"role", std::string(model::role_name(entry.grant.role))},
                    {"group", group == nullptr ? std::string() : group->group.name},
                    {"site", site_name(directory, entry.site)},
                    {"reads_people", entry.grant.reads_people},
                    {"reads_words", entry.grant.reads_words},
                    {"ended", entry.ended},
                    {"grant", to_hex(entry.grant.grant)}});
  }
  return rows;
}

}  // namespace

Result<void> AdminExecutor::list(const v1::AdminRequest& request, AdminSink& sink) {
  auto reader = LogReader::open(parts_.folder);
  if (!reader) return fail(reader.error());
  const auto snapshot = read_directory(**reader);
  if (!snapshot) return fail(snapshot.error());
  const Directory& directory = snapshot->directory;
  const auto viewer = Viewer::find(**reader, directory, request.as(), policy::AdminAct::list);
  if (!viewer) return fail(viewer.error());
  reader->reset();  // so that a slow terminal doesn't keep the log from starting over
  std::vector<RowCells> rows;
  const char* what = "";
  switch (request.list().what()) {
    case v1::List::WHAT_PROGRAMMES:
      what = "programmes";
      rows = programme_rows(directory, *viewer);
      break;
    case v1::List::WHAT_SITES:
      what = "sites";
      rows = site_rows(directory, *viewer);
      break;
    case v1::List::WHAT_ACCOUNTS:
      what = "accounts";
      rows = account_rows(directory, *viewer);
      break;
    case v1::List::WHAT_GROUPS:
      what = "groups";
      rows = group_rows(directory, *viewer);
      break;
    case v1::List::WHAT_DEVICES:
      what = "devices";
      rows = device_rows(*snapshot, *viewer);
      break;
    case v1::List::WHAT_GRANTS:
      what = "grants";
      rows = grant_rows(directory, *viewer);
      break;
    default: return fail(Code::invalid_argument, "a list that this server doesn't know");
  }
  if (rows.empty()) return answer_words(sink, std::string("no ") + what + " yet");
  for (const RowCells& row : rows) {
    if (auto told = answer_row(sink, row); !told) return told;
  }
  return {};
}

}  // namespace baraza::server
