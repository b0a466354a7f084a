// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/check.h"

#include <sqlite3.h>

namespace baraza::sqlite {
namespace {

Result<void> check(Database& database, std::string_view pragma) {
  auto query = database.prepare(pragma);
  if (!query) return fail(query.error());
  const auto row = query->step();
  if (!row) return fail(row.error());
  if (*row && query->text(0) == "ok") return {};
  std::string detail = sqlite3_db_filename(database.handle(), "main");
  detail += ": ";
  detail += *row ? query->text(0) : "the check gave no answer";
  detail += "; delete nothing; keep the folder and restore a backup";
  return fail(Code::storage_damaged, std::move(detail));
}

}  // namespace

Result<void> quick_check(Database& database) {
  return check(database, "PRAGMA quick_check(1)");
}

Result<void> integrity_check(Database& database) {
  return check(database, "PRAGMA integrity_check(1)");
}

Result<void> check_library() {
  if (sqlite3_libversion_number() < SQLITE_VERSION_NUMBER) {
    return fail(Code::unsupported_version, "the SQLite library is version " + library_version() +
                                               ", this program needs " SQLITE_VERSION
                                               " or newer; update libsqlite3-0");
  }
  if (sqlite3_threadsafe() == 0) {
    return fail(Code::unsupported_version,
                "the SQLite library was built without threads; install Debian's libsqlite3-0");
  }
  return {};
}

std::string library_version() {
  return sqlite3_libversion();
}

}  // namespace baraza::sqlite
