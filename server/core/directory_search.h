// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "shared/base/result.h"
#include "shared/policy/directory.h"

// Finds things of the directory by name or by hexadecimal id. Where several have the name, the
// error lists them with their ids.
namespace baraza::server {

// An empty name is the only programme there is.
Result<ProgrammeId> find_programme(const policy::Directory& directory, const std::string& name);
Result<SiteId> find_site(const policy::Directory& directory, const std::string& name);
Result<GroupId> find_group(const policy::Directory& directory, const std::string& name);
// By handle or id. The error for a person's own name says which handles they have.
Result<const policy::Directory::AccountEntry*> find_account(const policy::Directory& directory,
                                                            const std::string& handle);

}  // namespace baraza::server
