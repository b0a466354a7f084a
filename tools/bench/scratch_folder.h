// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "shared/base/result.h"

namespace baraza::bench {

// A new empty folder, removed with everything in it at the end.
class ScratchFolder {
 public:
  // Under `where`, or where the system keeps temporary files if that is empty.
  static Result<ScratchFolder> make(const std::filesystem::path& where);
  ScratchFolder(ScratchFolder&& other) noexcept;
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ~ScratchFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  explicit ScratchFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

}  // namespace baraza::bench
