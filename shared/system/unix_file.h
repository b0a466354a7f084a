// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string_view>
#include <utility>

#include "shared/base/result.h"

namespace baraza {

// Owns an open file descriptor. For the sources of shared/system.
class UnixFile {
 public:
  explicit UnixFile(int descriptor) : descriptor_(descriptor) {}
  UnixFile(UnixFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  UnixFile& operator=(UnixFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  UnixFile(const UnixFile&) = delete;
  UnixFile& operator=(const UnixFile&) = delete;
  ~UnixFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  bool is_open() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

// The error that errno tells of: "can't WHAT PATH: reason". Read errno before anything else runs.
Error disk_error(int error_number, std::string_view what, const std::filesystem::path& path);

}  // namespace baraza
