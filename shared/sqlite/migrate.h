// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "shared/base/result.h"
#include "shared/sqlite/database.h"

namespace baraza::sqlite {

// The step from schema version - 1 to version. What stands here once released is never edited: a
// change of the schema is a new step.
struct Migration {
  std::int64_t version = 0;
  std::string sql;
};

// The version that the file is in: 0 for a new one.
Result<std::int64_t> schema_version(Database& database);

// Brings the file up to the last step. Versions run 1, 2, 3 ... Each step and its new version are
// one transaction, so a file stopped in between is whole, in an older version. unsupported_version
// if the file was made by a newer program; it is left untouched.
Result<void> migrate(Database& database, std::span<const Migration> steps);

// For a read-only connection, which can't migrate: unsupported_version unless the file is exactly
// in the version of the last step.
Result<void> require_schema(Database& database, std::span<const Migration> steps);

}  // namespace baraza::sqlite
