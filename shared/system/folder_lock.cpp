// SPDX-License-Identifier: Apache-2.0
#include "shared/system/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <charconv>
#include <string>
#include <utility>

#include "shared/system/unix_file.h"

namespace baraza {
namespace {

// The process id written by the holder. Empty in the moment between its lock and its writing.
std::string holder_of(const UnixFile& file) {
  char text[32];
  const ssize_t got = ::pread(file.descriptor(), text, sizeof text, 0);
  if (got <= 0) return "";
  long pid = 0;
  const auto parsed = std::from_chars(text, text + got, pid);
  return parsed.ec == std::errc{} && pid > 0 ? std::to_string(pid) : "";
}

}  // namespace

struct FolderLock::Held {
  UnixFile file;
};

FolderLock::FolderLock(std::unique_ptr<Held> held) : held_(std::move(held)) {}
FolderLock::FolderLock(FolderLock&&) noexcept = default;
FolderLock& FolderLock::operator=(FolderLock&&) noexcept = default;
FolderLock::~FolderLock() = default;

Result<FolderLock> FolderLock::acquire(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / "lock";
  UnixFile file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!file.is_open()) return fail(disk_error(errno, "open", path));

  while (::flock(file.descriptor(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return fail(disk_error(errno, "lock", path));
    const std::string pid = holder_of(file);
    const std::string holder = pid.empty() ? "another process" : "process " + pid;
    return fail(Code::locked, folder.string() + " is in use by " + holder +
                                  "; stop that process first, or name another folder");
  }

  // The id is only for the sentence above, so it needn't outlast a loss of power.
  const std::string pid = std::to_string(::getpid()) + "\n";
  if (::ftruncate(file.descriptor(), 0) != 0 ||
      ::pwrite(file.descriptor(), pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size())) {
    return fail(disk_error(errno, "write", path));
  }
  return FolderLock(std::make_unique<Held>(Held{std::move(file)}));
}

}  // namespace baraza
