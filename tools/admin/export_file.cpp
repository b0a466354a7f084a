// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/export_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "shared/system/files.h"

namespace baraza::admin {

Result<ExportFile> ExportFile::create(const std::filesystem::path& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    return fail(Code::invalid_argument, path.string() + " is a folder; give the name of a file");
  }
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

Result<void> ExportFile::sync() {
  if (::fsync(file_.descriptor()) != 0) return fail(disk_error(errno, "write", path_));
  return {};
}

Result<void> ExportFile::keep() {
  if (auto synced = sync(); !synced) return synced;
  std::error_code error;
  std::filesystem::rename(partial(), path_, error);
  if (error) return fail(disk_error(error.value(), "put in its place", path_));
  file_ = UnixFile(-1);
  return sync_folder(path_.has_parent_path() ? path_.parent_path() : ".");
}

bool is_same_file(const std::filesystem::path& one, const std::filesystem::path& other) {
  std::error_code ignored;
  if (std::filesystem::equivalent(one, other, ignored)) return true;
  const auto real = [](const std::filesystem::path& path) {
    std::error_code error;
    // A link to a file that isn't there yet: what it points to.
    std::filesystem::path target = std::filesystem::absolute(path, error);
    for (int links = 0; links < 40 && std::filesystem::is_symlink(target, error); ++links) {
      target = target.parent_path() / std::filesystem::read_symlink(target, error);
    }
    return std::filesystem::weakly_canonical(target, error);
  };
  return real(one) == real(other);
}

}  // namespace baraza::admin
