// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/transaction.h"

#include <sqlite3.h>

#include <utility>

#include "shared/sqlite/error.h"

namespace baraza::sqlite {

Result<Transaction> Transaction::begin(Database& database) {
  if (auto done = database.run("BEGIN IMMEDIATE"); !done) return fail(done.error());
  return Transaction(database.handle());
}

Result<Transaction> Transaction::begin_read(Database& database) {
  if (auto done = database.run("BEGIN"); !done) return fail(done.error());
  Transaction transaction(database.handle());
  // BEGIN alone takes no snapshot; the first read does.
  if (auto done = database.run("SELECT 1 FROM sqlite_schema LIMIT 1"); !done) {
    return fail(done.error());
  }
  return transaction;
}

Transaction::Transaction(Transaction&& other) noexcept : db_(std::exchange(other.db_, nullptr)) {}

Transaction::~Transaction() {
  roll_back();
}

Result<void> Transaction::commit() {
  if (db_ == nullptr || sqlite3_get_autocommit(db_) != 0) {
    // A full or failing disk makes SQLite roll back by itself in the middle.
    db_ = nullptr;
    return fail(Code::storage_failed, "the transaction was already rolled back");
  }
  const int rc = sqlite3_exec(db_, "COMMIT", nullptr, nullptr, nullptr);
  if (rc == SQLITE_OK) {
    db_ = nullptr;
    return {};
  }
  Error error = error_of(db_, rc, "committing");
  roll_back();
  return fail(std::move(error));
}

void Transaction::roll_back() {
  // Nothing to say if it fails: SQLite has then rolled back by itself, or will on the next opening.
  if (db_ != nullptr && sqlite3_get_autocommit(db_) == 0) {
    sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
  }
  db_ = nullptr;
}

}  // namespace baraza::sqlite
