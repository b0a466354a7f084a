// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/store/log_reader.h"
#include "shared/policy/directory.h"
#include "shared/policy/policy.h"

namespace baraza::server {

// The directory as a snapshot of the log has it, and the states it is made of.
struct DirectorySnapshot {
  std::map<ProgrammeId, model::ProgrammeState> programmes;
  std::map<SiteId, model::SiteState> sites;
  policy::Directory directory;
};
Result<DirectorySnapshot> read_directory(LogReader& reader);

// Who asks for a list or an export, and of which sites and programmes they may see it. The founder
// of a log without a programme may see all there is: nothing.
class Viewer {
 public:
  static Result<Viewer> find(LogReader& reader, const policy::Directory& directory,
                             const std::string& handle, policy::AdminAct act);

  bool sees(const SiteId& site) const;
  bool sees(const ProgrammeId& programme) const;  // all of it
  bool sees_anything() const;

 private:
  Viewer(const policy::Directory& directory, const AccountId& account, policy::AdminAct act)
      : directory_(&directory), account_(account), act_(act) {}
  const policy::Directory* directory_;
  AccountId account_;
  policy::AdminAct act_;
};

}  // namespace baraza::server
