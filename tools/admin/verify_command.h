// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tools/admin/printer.h"

namespace baraza::admin {

// Recomputes the server's log and each client's folder, prints what every stream comes to in each,
// and compares. verification_failed for any difference, each of which is named, by stream and
// position, in words. `passphrase_file` holds in its first line the passphrase of the folders that
// are locked with one; empty for none, and then a locked folder is invalid_argument.
Result<void> verify(const std::filesystem::path& data, const std::vector<std::string>& clients,
                    const std::filesystem::path& passphrase_file, Printer& printer);

}  // namespace baraza::admin
