// SPDX-License-Identifier: Apache-2.0
#include "shared/system/files.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

#include "shared/system/unix_file.h"

namespace baraza {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> fail_errno(std::string_view what, const fs::path& path) {
  return fail(disk_error(errno, what, path));
}

bool write_all(int descriptor, ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

fs::path folder_of(const fs::path& path) {
  const fs::path parent = path.parent_path();
  return parent.empty() ? fs::path(".") : parent;
}

// Everything up to the rename, so that the caller removes the temporary file in one place.
Result<void> fill_temporary(const UnixFile& file, const fs::path& path, ByteView bytes,
                            unsigned mode) {
  if (::fchmod(file.descriptor(), static_cast<mode_t>(mode)) != 0) {
    return fail_errno("set the mode of", path);
  }
  if (!write_all(file.descriptor(), bytes)) return fail_errno("write", path);
  if (::fsync(file.descriptor()) != 0) return fail_errno("write", path);
  return {};
}

}  // namespace

Error disk_error(int error_number, std::string_view what, const fs::path& path) {
  Code code = Code::storage_failed;
  if (error_number == ENOSPC || error_number == EDQUOT) code = Code::storage_full;
  if (error_number == ENOENT) code = Code::not_found;
  return {code, "can't " + std::string(what) + " " + path.string() + ": " +
                    std::generic_category().message(error_number)};
}

Result<void> sync_folder(const fs::path& path) {
  const UnixFile folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) return fail_errno("open the folder", path);
  if (::fsync(folder.descriptor()) != 0) return fail_errno("write the folder", path);
  return {};
}

Result<void> write_atomically(const fs::path& path, ByteView bytes, unsigned mode) {
  std::string temporary = path.string() + ".XXXXXX";
  {
    const UnixFile file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (!file.is_open()) return fail_errno("make a file beside", path);
    if (auto filled = fill_temporary(file, path, bytes, mode); !filled) {
      ::unlink(temporary.c_str());
      return filled;
    }
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) {
    auto failure = fail_errno("replace", path);
    ::unlink(temporary.c_str());
    return failure;
  }
  return sync_folder(folder_of(path));
}

Result<Bytes> read_file(const fs::path& path, std::size_t limit_bytes) {
  const UnixFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) return fail_errno("open", path);
  struct stat about {};
  if (::fstat(file.descriptor(), &about) != 0) return fail_errno("read", path);
  if (S_ISDIR(about.st_mode)) {
    return fail(Code::invalid_argument, path.string() + " is a folder, not a file");
  }
  // A file may grow while it is read and a pipe has no size, so the limit counts what was read.
  Bytes out;
  out.reserve(std::min(limit_bytes, static_cast<std::size_t>(about.st_size) + 1));
  for (;;) {
    char piece[16 * 1024];
    const ssize_t got = ::read(file.descriptor(), piece, sizeof piece);
    if (got < 0) {
      if (errno == EINTR) continue;
      return fail_errno("read", path);
    }
    if (got == 0) return out;
    if (out.size() + static_cast<std::size_t>(got) > limit_bytes) {
      return fail(Code::too_large,
                  path.string() + " is larger than " + std::to_string(limit_bytes) + " bytes");
    }
    out.append(piece, static_cast<std::size_t>(got));
  }
}

Result<void> make_private_folder(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::exists(status)) {
    if (!fs::is_directory(status)) {
      return fail(Code::already_exists, path.string() + " exists and is no folder");
    }
    const bool empty = fs::is_empty(path, error);
    if (error) return fail(disk_error(error.value(), "read the folder", path));
    if (!empty) return fail(Code::already_exists, path.string() + " exists and isn't empty");
    if (::chmod(path.c_str(), 0700) != 0) return fail_errno("set the mode of", path);
    return {};
  }
  const fs::path parent = folder_of(path);
  fs::create_directories(parent, error);
  if (error) return fail(disk_error(error.value(), "make the folder", parent));
  if (::mkdir(path.c_str(), 0700) != 0) return fail_errno("make the folder", path);
  return sync_folder(parent);
}

}  // namespace baraza
