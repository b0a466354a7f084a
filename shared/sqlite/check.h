// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "shared/base/result.h"
#include "shared/sqlite/database.h"

namespace baraza::sqlite {

// Both read the whole file and fail with storage_damaged, naming the first fault found. The quick
// one leaves out whether indexes agree with their tables.
Result<void> quick_check(Database& database);
Result<void> integrity_check(Database& database);

// unsupported_version unless the SQLite library loaded is at least as new as the one that this
// program was compiled for, and may be used by several threads. To be asked once at start-up.
Result<void> check_library();

// Of the library loaded, such as "3.40.1".
std::string library_version();

}  // namespace baraza::sqlite
