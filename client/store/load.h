// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/store/rows.h"

namespace baraza::client {

// Reads of the client's store, whoever opened it. Every record is opened and checked for its place;
// the first that isn't right ends the read with storage_damaged and is named.

// Empty if the file has none: it is new.
Result<std::optional<Bytes>> read_key_seed(sqlite::Database& database, const SealedRows& rows);

// Empty unless the folder is being enrolled anew.
Result<std::optional<NextKey>> read_next_key(sqlite::Database& database, const SealedRows& rows);

// Of the folder's own writer, not of retired ones.
Result<std::vector<TrayItem>> read_tray(sqlite::Database& database, const SealedRows& rows);

// Where each draft is, and with `out` what they hold.
Result<DraftRows> read_draft_rows(sqlite::Database& database, const SealedRows& rows,
                                  std::map<std::string, Bytes>* out = nullptr);

Result<StreamRows> read_streams(sqlite::Database& database, const SealedRows& rows);

// Everything, as of one moment.
Result<Loaded> read_all(sqlite::Database& database, const SealedRows& rows);

}  // namespace baraza::client
