// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "client/core/store_port.h"
#include "shared/vault/sealer.h"

namespace baraza::client {

// The file in a client's folder that holds everything it must not lose.
std::filesystem::path database_path(const std::filesystem::path& folder);

struct StoreOptions {
  std::string vfs;  // empty: SQLite's own; tests put a faulty disk here
  // False trades the sync away (synchronous=NORMAL): saved work may be lost when the power goes.
  // Only to show that a test sees such losses.
  bool durable = true;
  // Pages of 4 KiB in the write-ahead log from which a commit copies it into the database.
  int checkpoint_pages = 1000;
};

// What one person wrote and read on this laptop: FOLDER/client.db, every byte of content sealed.
// Blocks on the disk; used by one thread at a time. Holds the folder's lock while it lives.
class SqliteStore {
 public:
  // Makes the folder, the store and the writer's key seed where there is none. `sealer` must
  // outlive the store. locked if another process has the folder, storage_damaged if the file fails
  // its check or a record doesn't open (with the wrong key, none does), unsupported_version if a
  // newer client wrote it. Nothing is deleted or mended.
  static Result<std::unique_ptr<SqliteStore>> open(const std::filesystem::path& folder,
                                                   vault::Sealer& sealer, Random& random,
                                                   const StoreOptions& options = {});
  ~SqliteStore();
  SqliteStore(const SqliteStore&) = delete;
  SqliteStore& operator=(const SqliteStore&) = delete;

  // Everything in the store. storage_damaged, naming stream and position, for a record that is
  // missing or doesn't open.
  Result<Loaded> load();

  // One transaction: all of it is on disk, or nothing is; a commit that may be late is on disk with
  // the next that may not and changes something. storage_full leaves everything readable
  // and a later commit may work. number_gap, and nothing stored, for a run or entries that don't
  // continue what the store holds: the commit before them failed. The cursor of a known stream
  // moves with its entries only: a RecordsCommit leaves position, chain hash and epoch alone.
  Result<void> apply(const Commit& commit);

 private:
  struct Parts;
  explicit SqliteStore(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// How many own ops in the folder wait to be sent. Read without the key, the lock or a write: a
// count is all that can be told before somebody unlocks it. 0 if there is no store.
Result<std::size_t> count_unsent(const std::filesystem::path& folder);

// What a folder holds, read without its lock and without writing to it: to verify it, also beside a
// running client. not_found if there is no store in the folder.
Result<Loaded> open_for_verification(const std::filesystem::path& folder, vault::Sealer& sealer,
                                     const StoreOptions& options = {});

}  // namespace baraza::client
