// SPDX-License-Identifier: Apache-2.0
#include "server/app/data_folder.h"

#include "server/core/admin_acts.h"
#include "server/core/founding.h"
#include "shared/system/files.h"
#include "shared/system/unix_file.h"

namespace baraza::server {
namespace {

Result<void> check_founder(const std::string& handle, const std::string& name) {
  // The rule of handles is the core's; here only what keeps a founder from being unusable.
  if (handle.size() < 2 || handle.size() > 32 ||
      handle.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_") != std::string::npos) {
    return fail(Code::invalid_argument,
                "the administrator's handle has 2 to 32 of a-z, 0-9, dot, dash and underscore");
  }
  return check_name(name, "the administrator");
}

bool is_there(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

// Stands in the folder from before init makes the first thing in it until all of it is on the disk.
// No command takes a folder for a server's while it is there, so what lies beside it holds nothing
// that anybody wrote, and may be made again.
constexpr std::string_view kUnfinished = "init.unfinished";

std::filesystem::path unfinished_path(const std::filesystem::path& folder) {
  return folder / kUnfinished;
}

// Holds nothing but what an init leaves that was cut off before it began: its lock, and the file of
// another name that becomes the marker.
Result<bool> holds_nothing(const std::filesystem::path& folder) {
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name != "lock" && !name.starts_with(kUnfinished)) return false;
  }
  if (error) return fail(disk_error(error.value(), "read the folder", folder));
  return true;
}

Result<void> check_may_begin(const std::filesystem::path& folder) {
  if (is_there(unfinished_path(folder))) return {};
  if (is_there(database_path(folder))) {
    return fail(Code::already_exists, folder.string() + " holds a server already");
  }
  const auto nothing = holds_nothing(folder);
  if (!nothing) return fail(nothing.error());
  if (*nothing) return {};
  return fail(Code::already_exists, folder.string() + " exists and isn't empty");
}

// Only what init makes itself; the marker goes last.
Result<void> clear_unfinished(const std::filesystem::path& folder) {
  const std::string database = database_path(folder).string();
  for (const std::filesystem::path& each :
       {std::filesystem::path(database + "-wal"), std::filesystem::path(database + "-shm"),
        std::filesystem::path(database), folder / "tls", folder / "keys"}) {
    std::error_code error;
    std::filesystem::remove_all(each, error);
    if (error) return fail(disk_error(error.value(), "remove", each));
  }
  if (auto synced = sync_folder(folder); !synced) return synced;
  std::error_code error;
  std::filesystem::remove(unfinished_path(folder), error);
  if (error) return fail(disk_error(error.value(), "remove", unfinished_path(folder)));
  return sync_folder(folder);
}

Result<void> make_server(const std::filesystem::path& folder, const std::string& handle,
                         const std::string& name, Random& random) {
  if (auto made = make_private_folder(folder / "tls"); !made) return made;
  if (auto made = ServerKeys::create(folder, random); !made) return made;
  auto log = SqliteLog::open(folder);
  if (!log) return fail(log.error());
  if (auto founded = found(**log, {random.id<AccountId>(), handle, name}, random); !founded) {
    return founded;
  }
  return sync_folder(folder);
}

}  // namespace

Result<void> init_folder(const std::filesystem::path& folder, const std::string& handle,
                         const std::string& name, Random& random) {
  if (auto fits = check_founder(handle, name); !fits) return fits;
  if (std::filesystem::is_directory(folder)) {
    if (auto may = check_may_begin(folder); !may) return may;
  } else if (auto made = make_private_folder(folder); !made) {
    return made;
  }
  const auto lock = FolderLock::acquire(folder);
  if (!lock) return fail(lock.error());
  // Asked again now that nobody else can be at it.
  if (auto may = check_may_begin(folder); !may) return may;
  std::error_code error;
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  if (error) return fail(disk_error(error.value(), "set the mode of", folder));
  if (is_there(unfinished_path(folder))) {
    if (auto cleared = clear_unfinished(folder); !cleared) return cleared;
  }
  if (auto begun = write_atomically(unfinished_path(folder), "", 0600); !begun) return begun;
  if (auto made = make_server(folder, handle, name, random); !made) {
    // Where even this can't be done the marker stays, and the next init does it.
    (void)clear_unfinished(folder);
    return made;
  }
  std::filesystem::remove(unfinished_path(folder), error);
  if (error) return fail(disk_error(error.value(), "remove", unfinished_path(folder)));
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
  if (is_there(unfinished_path(folder))) {
    return fail(Code::not_found, folder.string() +
                                     " isn't a server's folder yet: init was cut off in it before "
                                     "anything could be written. Run init again");
  }
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
