// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <system_error>

#include "shared/sqlite/error.h"

namespace baraza::sqlite {
namespace {

constexpr int kPageBytes = 4096;
// No row of ours is near it; a damaged length must not ask for a gigabyte.
constexpr int kValueBytesMax = 64 * 1024 * 1024;

std::string utf8(const std::filesystem::path& path) {
  const std::u8string text = path.u8string();
  return {text.begin(), text.end()};
}

// A read-only connection still has the write-ahead log open for writing: a checkpoint by it could
// not copy pages, but would empty a log that the writer has copied.
int deny_checkpoint(void*, int action, const char* name, const char* value, const char*,
                    const char*) {
  if (action != SQLITE_PRAGMA || name == nullptr) return SQLITE_OK;
  if (sqlite3_stricmp(name, "wal_checkpoint") == 0) return SQLITE_DENY;
  if (value != nullptr && (sqlite3_stricmp(name, "wal_autocheckpoint") == 0 ||
                           sqlite3_stricmp(name, "query_only") == 0)) {
    return SQLITE_DENY;
  }
  return SQLITE_OK;
}

Result<void> set(sqlite3* db, int option, int value) {
  const int rc = sqlite3_db_config(db, option, value, nullptr);
  if (rc != SQLITE_OK) return fail(error_of(db, rc, "configuring"));
  return {};
}

// Both kinds of connection: the file may have been edited by somebody else, so its schema can't
// reach functions with effects, and its structures can't be written around SQLite.
Result<void> harden(sqlite3* db, const Options& options) {
  for (const auto& [option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                      {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                      {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
                                      {SQLITE_DBCONFIG_DQS_DDL, 0},
                                      {SQLITE_DBCONFIG_DQS_DML, 0}}) {
    if (auto done = set(db, option, value); !done) return done;
  }
  sqlite3_limit(db, SQLITE_LIMIT_LENGTH, kValueBytesMax);
  sqlite3_busy_timeout(db, static_cast<int>(options.busy_timeout.ms));
  return {};
}

const char* pragma_value(Synchronous synchronous) {
  return synchronous == Synchronous::full ? "FULL" : "NORMAL";
}

Result<void> prepare_writer(Database& database, const Options& options) {
  auto mode = database.prepare("PRAGMA journal_mode = WAL");
  if (!mode) return fail(mode.error());
  const auto row = mode->step();
  if (!row) return fail(row.error());
  if (!*row || mode->text(0) != "wal") {
    return fail(Code::storage_failed, std::string(sqlite3_db_filename(database.handle(), "main")) +
                                          ": this disk can't carry a write-ahead log; use a "
                                          "local disk, no network folder");
  }
  mode->reset();
  const int log_pages = std::max(options.checkpoint_pages, 1);
  return database.run(
      std::string("PRAGMA synchronous = ") + pragma_value(options.synchronous) +
      "; PRAGMA wal_autocheckpoint = " + std::to_string(log_pages) +
      "; PRAGMA journal_size_limit = " + std::to_string(std::int64_t{2} * log_pages * kPageBytes));
}

Result<void> prepare_reader(Database& database) {
  sqlite3* db = database.handle();
  // The last connection to close would checkpoint too, where the system lets it lock the file.
  if (auto done = set(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1); !done) return done;
  if (auto done = database.run("PRAGMA wal_autocheckpoint = 0; PRAGMA query_only = ON"); !done) {
    return done;
  }
  sqlite3_set_authorizer(db, deny_checkpoint, nullptr);
  return {};
}

}  // namespace

void Database::Close::operator()(sqlite3* db) const {
  sqlite3_close_v2(db);
}

Result<Database> Database::open(const std::filesystem::path& path, OpenMode mode,
                                const Options& options) {
  const bool writer = mode == OpenMode::read_write_create;
  std::error_code ignored;
  if (!writer && !std::filesystem::exists(path, ignored)) {
    return fail(Code::not_found, utf8(path) + ": there is no such file");
  }
  const int flags = (writer ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) |
                    SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  sqlite3* db = nullptr;
  const int rc = sqlite3_open_v2(utf8(path).c_str(), &db, flags,
                                 options.vfs.empty() ? nullptr : options.vfs.c_str());
  Database database(db);
  if (rc != SQLITE_OK) {
    Error error = error_of(db, rc, "opening");
    if (error.detail.rfind("database: ", 0) == 0) error.detail.replace(0, 8, utf8(path));
    return fail(std::move(error));
  }
  if (auto done = harden(db, options); !done) return fail(done.error());
  // A file that may not be written is silently opened for reading.
  if (writer && sqlite3_db_readonly(db, "main") == 1) {
    return fail(Code::storage_failed,
                utf8(path) + ": may not be written; check the rights on the file");
  }
  auto done = database.run(
      "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; "
      "PRAGMA cell_size_check = ON; PRAGMA cache_size = -" +
      std::to_string(std::max(options.cache_kib, 64)));
  if (done) done = writer ? prepare_writer(database, options) : prepare_reader(database);
  // SQLite opens lazily; this reads the first page, and the log if it needs recovery.
  if (done) done = database.run("SELECT 1 FROM sqlite_schema LIMIT 1");
  if (!done) return fail(done.error());
  return database;
}

Result<void> Database::run(const std::string& sql) {
  const int rc = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
  if (rc != SQLITE_OK) return fail(error_of(handle(), rc, "running a statement"));
  return {};
}

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int rc = sqlite3_prepare_v3(handle(), sql.data(), static_cast<int>(sql.size()),
                                    SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (rc != SQLITE_OK) return fail(error_of(handle(), rc, "preparing a statement"));
  return Statement(statement);
}

Result<void> Database::set_synchronous(Synchronous synchronous) {
  return run(std::string("PRAGMA synchronous = ") + pragma_value(synchronous));
}

Result<void> Database::checkpoint() {
  if (read_only()) return fail(Code::internal, "only the writer of a file may checkpoint it");
  const int rc =
      sqlite3_wal_checkpoint_v2(handle(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if (rc != SQLITE_OK) return fail(error_of(handle(), rc, "checkpointing"));
  return {};
}

std::int64_t Database::last_row_id() const {
  return sqlite3_last_insert_rowid(handle());
}

std::int64_t Database::changed_rows() const {
  return sqlite3_changes64(handle());
}

bool Database::in_transaction() const {
  return sqlite3_get_autocommit(handle()) == 0;
}

bool Database::read_only() const {
  return sqlite3_db_readonly(handle(), "main") == 1;
}

}  // namespace baraza::sqlite
