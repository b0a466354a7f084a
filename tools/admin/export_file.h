// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/system/unix_file.h"

namespace baraza::admin {

// A file that is there whole or not at all, however large: written beside its place as PATH.partial
// and put there by keep(). Without keep() nothing is left.
class ExportFile {
 public:
  // Readable by its owner only: exports say who came and how they felt.
  static Result<ExportFile> create(const std::filesystem::path& path);
  ExportFile(ExportFile&&) noexcept = default;
  ExportFile& operator=(ExportFile&&) noexcept = default;
  ~ExportFile();

  Result<void> write(ByteView bytes);
  Result<void> sync();  // all of it is on the disk, still beside its place
  Result<void> keep();

  const std::filesystem::path& path() const { return path_; }

 private:
  ExportFile(std::filesystem::path path, UnixFile file)
      : path_(std::move(path)), file_(std::move(file)) {}
  std::filesystem::path partial() const { return path_.string() + ".partial"; }

  std::filesystem::path path_;
  UnixFile file_;
};

// Whether two paths, of which either may be new, come to one file: through ".", ".." and links too.
bool is_same_file(const std::filesystem::path& one, const std::filesystem::path& other);

}  // namespace baraza::admin
