// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/base/result.h"
#include "shared/sqlite/database.h"

namespace baraza::sqlite {

// A transaction that is rolled back unless commit() succeeded. Transactions don't nest. The
// Database may be moved but must outlive it; same thread rule. After an error inside, do nothing
// more with it than let it go: a full or failing disk makes SQLite roll back at once, and what is
// written after that stands outside any transaction.
class Transaction {
 public:
  // Takes the write lock at once, so that nothing later in the transaction fails for it.
  static Result<Transaction> begin(Database& database);

  // Everything read until the end is one snapshot, taken now, however much is written meanwhile.
  // Held for long it keeps the writer's log from being emptied.
  static Result<Transaction> begin_read(Database& database);

  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  // When it returns, what was written survives a loss of power (with Synchronous::full). If it
  // fails, the transaction is rolled back: no reader sees any of it. One case can't be told apart:
  // after storage_failed while the log was being synced, a crash that follows before anything else
  // is committed may bring the transaction back. So "failed" means "not promised".
  Result<void> commit();

 private:
  explicit Transaction(sqlite3* db) : db_(db) {}
  void roll_back();
  sqlite3* db_;  // null when ended
};

}  // namespace baraza::sqlite
