// SPDX-License-Identifier: Apache-2.0
#include "server/app/data_folder.h"

#include "server/core/founding.h"
#include "shared/base/limits.h"
#include "shared/system/files.h"

namespace baraza::server {
namespace {

Result<void> check_founder(const std::string& handle, const std::string& name) {
  // The rule of handles is the core's; here only what keeps a founder from being unusable.
  if (handle.size() < 2 || handle.size() > 32 ||
      handle.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_") != std::string::npos) {
    return fail(Code::invalid_argument,
                "the administrator's handle has 2 to 32 of a-z, 0-9, dot, dash and underscore");
  }
  if (name.empty() || name.size() > limits::name_bytes) {
    return fail(Code::invalid_argument, "the administrator needs a name of at most " +
                                            std::to_string(limits::name_bytes) + " bytes");
  }
  return {};
}

bool is_there(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

}  // namespace

Result<void> init_folder(const std::filesystem::path& folder, const std::string& handle,
                         const std::string& name, Random& random) {
  if (auto fits = check_founder(handle, name); !fits) return fits;
  if (is_there(database_path(folder))) {
    return fail(Code::already_exists, folder.string() + " holds a server already");
  }
  if (auto made = make_private_folder(folder); !made) return made;
  const auto lock = FolderLock::acquire(folder);
  if (!lock) return fail(lock.error());
  if (auto made = make_private_folder(folder / "tls"); !made) return made;
  if (auto made = ServerKeys::create(folder, random); !made) return made;
  auto log = SqliteLog::open(folder);
  if (!log) return fail(log.error());
  auto founded = found(**log, {random.id<AccountId>(), handle, name}, random);
  if (!founded) return founded;
  return sync_folder(folder);
}

Result<HeldFolder> HeldFolder::hold(const std::filesystem::path& folder) {
  std::error_code why;
  const bool found = std::filesystem::exists(database_path(folder), why);
  if (why) {
    return fail(Code::storage_failed, folder.string() + " can't be looked into: " + why.message());
  }
  if (std::filesystem::is_regular_file(folder, why)) {
    return fail(Code::not_found, folder.string() + " is a file; name the server's folder");
  }
  if (!found && is_there(folder / "client.db")) {
    return fail(Code::not_found, folder.string() +
                                     " is a laptop's folder, not a server's; to check it, give it "
                                     "to verify --client");
  }
  if (!found) {
    return fail(Code::not_found, folder.string() +
                                     " isn't a server's folder yet; make it one with: baraza-admin "
                                     "--data " +
                                     folder.string() + " init --administrator HANDLE --name NAME");
  }
  auto lock = FolderLock::acquire(folder);
  if (!lock) return fail(lock.error());
  auto keys = ServerKeys::load(folder);
  if (!keys) return fail(keys.error());
  return HeldFolder{std::move(*lock), std::move(*keys)};
}

Result<TlsIdentity> identity_of(const std::filesystem::path& folder) {
  return TlsIdentity::load_or_create((folder / "tls").string());
}

std::filesystem::path admin_socket_path(const std::filesystem::path& folder) {
  return folder / "admin.sock";
}

}  // namespace baraza::server
