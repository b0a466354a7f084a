// SPDX-License-Identifier: Apache-2.0
#include "tools/bench/scratch_folder.h"

#include <stdlib.h>

#include <utility>

namespace baraza::bench {

Result<ScratchFolder> ScratchFolder::make(const std::filesystem::path& where) {
  std::error_code error;
  const auto parent = where.empty() ? std::filesystem::temp_directory_path(error) : where;
  std::string name = (parent / "baraza-bench-XXXXXX").string();
  if (error || ::mkdtemp(name.data()) == nullptr) {
    return fail(Code::storage_failed, "can't make a folder in " + parent.string());
  }
  return ScratchFolder(name);
}

ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})) {}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace baraza::bench
