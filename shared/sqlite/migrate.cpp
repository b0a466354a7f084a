// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/migrate.h"

#include <sqlite3.h>

#include "shared/sqlite/transaction.h"

namespace baraza::sqlite {
namespace {

Error wrong_version(Database& database, std::int64_t found, std::int64_t known) {
  std::string detail = sqlite3_db_filename(database.handle(), "main");
  detail += ": is in version " + std::to_string(found) + ", this program knows " +
            std::to_string(known) + "; ";
  detail += found > known ? "update this program" : "start the program that owns the file once";
  return {Code::unsupported_version, std::move(detail)};
}

}  // namespace

Result<std::int64_t> schema_version(Database& database) {
  auto query = database.prepare("PRAGMA user_version");
  if (!query) return fail(query.error());
  const auto row = query->step();
  if (!row) return fail(row.error());
  return *row ? query->integer(0) : 0;
}

Result<void> migrate(Database& database, std::span<const Migration> steps) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].version != static_cast<std::int64_t>(i) + 1) {
      return fail(Code::internal, "migration steps must run 1, 2, 3 ... without a gap");
    }
  }
  const auto found = schema_version(database);
  if (!found) return fail(found.error());
  const auto known = static_cast<std::int64_t>(steps.size());
  if (*found < 0 || *found > known) return fail(wrong_version(database, *found, known));

  for (const Migration& step : steps.subspan(static_cast<std::size_t>(*found))) {
    auto transaction = Transaction::begin(database);
    if (!transaction) return fail(transaction.error());
    auto done = database.run(step.sql);
    if (done) done = database.run("PRAGMA user_version = " + std::to_string(step.version));
    if (done) done = transaction->commit();
    if (!done) return done;
  }
  return {};
}

Result<void> require_schema(Database& database, std::span<const Migration> steps) {
  const auto found = schema_version(database);
  if (!found) return fail(found.error());
  const auto known = static_cast<std::int64_t>(steps.size());
  if (*found != known) return fail(wrong_version(database, *found, known));
  return {};
}

}  // namespace baraza::sqlite
