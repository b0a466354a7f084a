// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/sqlite/statement.h"

struct sqlite3;

namespace baraza::sqlite {

enum class OpenMode {
  read_write_create,  // the one writer of the file; makes the file if there is none
  read_only,          // can neither write nor checkpoint, by SQLite's own refusal
};

// What a commit waits for. Only `full` may stand behind an acknowledgement: with `normal` a loss of
// power may undo commits that were reported done. `normal` is for what can be computed anew.
enum class Synchronous { normal, full };

struct Options {
  // Name of a registered SQLite VFS; empty for the operating system's files.
  std::string vfs = {};
  Synchronous synchronous = Synchronous::full;
  // How long to wait for another connection's lock before failing with `locked`.
  Duration busy_timeout = seconds(5);
  // The commit that makes the write-ahead log longer than this copies it into the database. 1000
  // pages (4 MiB) keep a laptop's log small and its start short; a server that commits in batches
  // does well with 8000, which halves its slowest commits, as a page that changes often is copied
  // once instead of many times. Only the writer looks at it.
  int checkpoint_pages = 1000;
  int cache_kib = 8 * 1024;
};

// A connection to one SQLite file in write-ahead mode.
//
// SQLite before 3.51.3 can damage a file when two connections write or checkpoint it at once. So a
// file has ONE connection opened read_write_create in one process at a time (a folder lock sees to
// that), which also does every checkpoint; all others are read_only. Nothing but SQLite may open
// the file while a connection is open, not even to read it: closing it would drop SQLite's locks.
//
// Used by one thread at a time. Statements and transactions may outlive a move of the Database and
// even the Database itself; the file is closed when the last of them is gone.
class Database {
 public:
  // not_found if it is to be read only and isn't there; storage_damaged if the file is no database;
  // locked, storage_full, storage_failed as the disk says.
  static Result<Database> open(const std::filesystem::path& path, OpenMode mode,
                               const Options& options = {});

  Database(Database&&) noexcept = default;
  Database& operator=(Database&&) noexcept = default;

  // Runs one or more statements that have no parameters, dropping any rows.
  Result<void> run(const std::string& sql);

  // Compiles one statement, to be kept by the caller and run many times.
  Result<Statement> prepare(std::string_view sql);

  // What the commits from here on wait for; not inside a transaction. A commit that waits, and
  // changed something, makes those before it durable too, and a loss of power keeps or takes them
  // in their order, each whole. For the writer only.
  Result<void> set_synchronous(Synchronous synchronous);

  // Copies the whole write-ahead log into the database and empties it. Waits up to busy_timeout for
  // readers of an older snapshot, then fails with `locked`; everything stays as safe as before.
  // For the writer only.
  Result<void> checkpoint();

  std::int64_t last_row_id() const;
  // Rows changed by the statement that ended last.
  std::int64_t changed_rows() const;
  bool in_transaction() const;
  bool read_only() const;

  // For the other files of this folder.
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* db) const;
  };
  explicit Database(sqlite3* db) : handle_(db) {}
  std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace baraza::sqlite
