// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/sqlite/database.h"

namespace baraza::server {

// SQLite's integers are signed; numbers and positions never come near the difference.
inline std::int64_t to_column(std::uint64_t number) {
  return static_cast<std::int64_t>(number);
}
inline std::uint64_t from_column(std::int64_t column) {
  return static_cast<std::uint64_t>(column);
}

// Gives a statement's rows up at the end of the scope: one left in the middle would hold its
// snapshot and keep the write-ahead log from starting over.
class RowsOf {
 public:
  explicit RowsOf(sqlite::Statement& statement) : statement_(statement) {}
  ~RowsOf() { statement_.reset(); }
  RowsOf(const RowsOf&) = delete;
  RowsOf& operator=(const RowsOf&) = delete;

 private:
  sqlite::Statement& statement_;
};

// Compiles each statement in place, or fails with the first that can't be.
Result<void> prepare_all(
    sqlite::Database& database,
    std::initializer_list<std::pair<sqlite::Statement*, std::string_view>> statements);

// storage_damaged: what is wrong, and what to do about it.
Error damaged_log(std::string what);
Error damaged_entry(const StreamId& stream, Position position, std::string_view what);

// Sets `out` and is true if the column holds exactly as many bytes.
template <class Id>
bool read_id(const sqlite::Statement& row, int column, Id& out) {
  const auto id = Id::from(row.blob(column));
  if (id) out = *id;
  return id.has_value();
}

}  // namespace baraza::server
