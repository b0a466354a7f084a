// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "shared/base/result.h"

namespace baraza {

// Holds a data folder for one process, by an exclusive lock on the file `lock` in it. The lock ends
// with the object or with the process, however that ends; the file stays. Children of the process
// don't inherit it.
class FolderLock {
 public:
  // Doesn't wait. locked, with a sentence that names the holder's process id, if somebody holds the
  // folder; not_found if there is no such folder.
  static Result<FolderLock> acquire(const std::filesystem::path& folder);

  FolderLock(FolderLock&&) noexcept;
  FolderLock& operator=(FolderLock&&) noexcept;
  ~FolderLock();

 private:
  struct Held;
  explicit FolderLock(std::unique_ptr<Held> held);
  std::unique_ptr<Held> held_;
};

}  // namespace baraza
