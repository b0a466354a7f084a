// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace baraza::platform {

// The files of the fonts, whole: letters in two weights, and icons.
struct FontFiles {
  Bytes regular;
  Bytes bold;
  Bytes icons;
};

// Where fonts may lie: beside the program first, then where Debian and Fedora put them.
std::vector<std::filesystem::path> font_folders(const std::filesystem::path& program_folder);

// Reads each font from the first folder that has it; at start-up only. not_found names the file
// that no folder has and the package that brings it.
Result<FontFiles> read_fonts(const std::vector<std::filesystem::path>& folders);

}  // namespace baraza::platform
