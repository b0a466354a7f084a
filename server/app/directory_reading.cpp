// SPDX-License-Identifier: Apache-2.0
#include "server/app/directory_reading.h"

#include "server/core/directory_search.h"
#include "shared/model/apply.h"

namespace baraza::server {

Result<DirectorySnapshot> read_directory(LogReader& reader) {
  DirectorySnapshot out;
  const auto streams = reader.streams();
  if (!streams) return fail(streams.error());
  for (const StreamInfo& info : *streams) {
    if (info.kind != StreamKind::programme && info.kind != StreamKind::site) continue;
    auto done = reader.for_each_entry(
        info.stream, 0, [&](Position, const Entry& entry, const Hash&) -> Result<void> {
          const auto op = open_entry(entry);
          if (!op) return {};  // verify names damaged entries; the rest of the directory stands
          if (info.kind == StreamKind::programme) {
            model::apply_programme(out.programmes[id_cast<ProgrammeId>(info.owner)], *op);
          } else {
            model::apply_site(out.sites[id_cast<SiteId>(info.owner)], *op);
          }
          return {};
        });
    if (!done) return fail(done.error());
  }
  std::map<ProgrammeId, const model::ProgrammeState*> programmes;
  std::map<SiteId, const model::SiteState*> sites;
  for (const auto& [id, state] : out.programmes) programmes[id] = &state;
  for (const auto& [id, state] : out.sites) sites[id] = &state;
  out.directory = policy::Directory(programmes, sites);
  return out;
}

Result<Viewer> Viewer::find(LogReader& reader, const policy::Directory& directory,
                            const std::string& handle, policy::AdminAct act) {
  const auto entry = find_account(directory, handle);
  if (entry) {
    Viewer viewer(directory, (*entry)->account.account, act);
    if (viewer.sees_anything()) return viewer;
    return fail(Code::not_allowed, "'" + handle + "' may not see this; an administrator may");
  }
  const auto founder = reader.meta("founder.handle");
  if (!founder) return fail(founder.error());
  if (directory.programmes().empty() && *founder == handle) return Viewer(directory, {}, act);
  return fail(entry.error());
}

bool Viewer::sees(const SiteId& site) const {
  const auto* entry = directory_->site(site);
  return entry != nullptr && policy::may(*directory_, account_, act_, entry->programme, site);
}

bool Viewer::sees(const ProgrammeId& programme) const {
  return policy::may(*directory_, account_, act_, programme, {});
}

bool Viewer::sees_anything() const {
  for (const auto& [programme, entry] : directory_->programmes()) {
    if (sees(programme)) return true;
  }
  for (const auto& [site, entry] : directory_->sites()) {
    if (sees(site)) return true;
  }
  return false;
}

}  // namespace baraza::server
