// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "server/app/server_keys.h"
#include "server/net/identity.h"
#include "server/store/sqlite_log.h"
#include "shared/system/folder_lock.h"

namespace baraza::server {

// A server's data folder: lock, baraza.db, keys/, tls/, admin.sock. Everything in it belongs to its
// owner alone.

// Makes the folder the beginning of a server: keys, log, first administrator. already_exists unless
// the folder is empty or not there yet. If it fails, nothing of it is left; if it is cut off, the
// folder is never taken for a server's, and the next init begins anew in it.
Result<void> init_folder(const std::filesystem::path& folder, const std::string& handle,
                         const std::string& name, Random& random);

// A data folder held by this process. Whoever holds it may open its log for writing, once.
struct HeldFolder {
  FolderLock lock;
  ServerKeys keys;

  // locked if another process holds it; not_found, saying what to run, if it wasn't made by init.
  static Result<HeldFolder> hold(const std::filesystem::path& folder);
};

// The server's certificate and key, made at the first call.
Result<TlsIdentity> identity_of(const std::filesystem::path& folder);

std::filesystem::path admin_socket_path(const std::filesystem::path& folder);

}  // namespace baraza::server
