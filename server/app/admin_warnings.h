// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "shared/policy/directory.h"

namespace baraza::v1 {
class AdminRequest;
}

namespace baraza::server {

// What is allowed and may yet be a slip, in sentences for whoever gave the command: somebody of the
// same name at the site, a group of the same name elsewhere, a group that nobody runs or follows.
// The directory is the one before the command.
std::vector<std::string> warnings_of(const v1::AdminRequest& request,
                                     const policy::Directory& directory);

}  // namespace baraza::server
