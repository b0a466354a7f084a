// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/export_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "shared/system/files.h"

namespace baraza::admin {

Result<ExportFile> ExportFile::create(const std::filesystem::path& path) {
  ExportFile out(path, UnixFile(-1));
  out.file_ = UnixFile(
      ::open(out.partial().c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!out.file_.is_open()) return fail(disk_error(errno, "make", path));
  return out;
}

ExportFile::~ExportFile() {
  if (!file_.is_open()) return;
  std::error_code ignored;
  std::filesystem::remove(partial(), ignored);
}

Result<void> ExportFile::write(ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(file_.descriptor(), bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fail(disk_error(errno, "write", path_));
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return {};
}

Result<void> ExportFile::keep() {
  if (::fsync(file_.descriptor()) != 0) return fail(disk_error(errno, "write", path_));
  std::error_code error;
  std::filesystem::rename(partial(), path_, error);
  if (error) return fail(disk_error(error.value(), "put in its place", path_));
  file_ = UnixFile(-1);
  return sync_folder(path_.has_parent_path() ? path_.parent_path() : ".");
}

}  // namespace baraza::admin
