// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace baraza {

// Whole files and folders on the local disk. Everything here may block on the disk, so it is for
// start-up, administration and export, never for a thread that draws. Every error names the path;
// a full disk is storage_full, any other refusal of the disk is storage_failed.

// Puts the bytes in place of whatever the path held. When it returns, the bytes and the name are on
// the disk; if it fails, or the power goes, the old content is still whole. The file gets exactly
// this mode. A crash may leave a file beside it named PATH.XXXXXX.
Result<void> write_atomically(const std::filesystem::path& path, ByteView bytes,
                              unsigned mode = 0600);

// The whole content. not_found if there is no such file, too_large above limit_bytes.
Result<Bytes> read_file(const std::filesystem::path& path,
                        std::size_t limit_bytes = std::size_t{64} * 1024 * 1024);

// Makes sure that the path is an empty folder that only its owner may open (0700): makes it, with
// the folders above it, or takes an empty one over. already_exists if there is something in it or
// it is no folder.
Result<void> make_private_folder(const std::filesystem::path& path);

// Makes renames, creations and removals in the folder last through a loss of power.
Result<void> sync_folder(const std::filesystem::path& path);

}  // namespace baraza
