// SPDX-License-Identifier: Apache-2.0
#include "server/store/rows.h"

namespace baraza::server {

Result<void> prepare_all(
    sqlite::Database& database,
    std::initializer_list<std::pair<sqlite::Statement*, std::string_view>> statements) {
  for (const auto& [statement, sql] : statements) {
    auto prepared = database.prepare(sql);
    if (!prepared) return fail(prepared.error());
    *statement = std::move(*prepared);
  }
  return {};
}

Error damaged_log(std::string what) {
  return {Code::storage_damaged,
          std::move(what) + "; delete nothing; keep the folder and restore a backup"};
}

Error damaged_entry(const StreamId& stream, Position position, std::string_view what) {
  return damaged_log("the log, stream " + to_hex(stream) + ", position " +
                     std::to_string(position) + ": " + std::string(what));
}

}  // namespace baraza::server
