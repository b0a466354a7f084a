// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/error.h"

#include <sqlite3.h>

#include <cerrno>

namespace baraza::sqlite {
namespace {

bool is_full(int system_errno) {
  if (system_errno == ENOSPC) return true;
#ifdef EDQUOT
  if (system_errno == EDQUOT) return true;
#endif
  return false;
}

std::string_view advice(Code code) {
  switch (code) {
    case Code::storage_full: return "make room on the disk and try again";
    case Code::storage_damaged: return "delete nothing; keep the folder and restore a backup";
    case Code::storage_failed: return "check the disk, its cable and the rights on the folder";
    case Code::locked: return "close the other program that has this file open";
    default: return {};
  }
}

}  // namespace

Code code_for(int result_code, int system_errno) {
  switch (result_code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID: return Code::already_exists;
    case SQLITE_IOERR_DATA:
    case SQLITE_IOERR_CORRUPTFS: return Code::storage_damaged;
    default: break;
  }
  switch (result_code & 0xff) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE: return Code::none;
    case SQLITE_FULL: return Code::storage_full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return Code::storage_damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: return Code::locked;
    // SQLite calls only a refused write FULL; a full disk also stops the -shm file from growing and
    // may first be noticed when files are synced.
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN: return is_full(system_errno) ? Code::storage_full : Code::storage_failed;
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_NOLFS: return Code::storage_failed;
    case SQLITE_TOOBIG: return Code::too_large;
    default: return Code::internal;
  }
}

Error error_of(sqlite3* db, int result_code, std::string_view doing) {
  const Code code = code_for(result_code, db != nullptr ? sqlite3_system_errno(db) : 0);
  const char* file = db != nullptr ? sqlite3_db_filename(db, "main") : nullptr;
  const bool said = db != nullptr && sqlite3_extended_errcode(db) == result_code;

  Error error{code, {}};
  error.detail = file != nullptr && *file != '\0' ? file : "database";
  error.detail += ": ";
  error.detail += doing;
  error.detail += ": ";
  error.detail += said ? sqlite3_errmsg(db) : sqlite3_errstr(result_code);
  error.detail += " (SQLite " + std::to_string(result_code) + ")";
  if (const std::string_view what_to_do = advice(code); !what_to_do.empty()) {
    error.detail += "; ";
    error.detail += what_to_do;
  }
  return error;
}

}  // namespace baraza::sqlite
