// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/statement.h"

#include <sqlite3.h>

#include "shared/sqlite/error.h"

namespace baraza::sqlite {

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Statement::begin_binding() {
  if (stepped_) reset();
}

Statement& Statement::bound(int result_code) {
  if (bind_error_ == SQLITE_OK) bind_error_ = result_code;
  return *this;
}

Statement& Statement::bind_int(int parameter, std::int64_t value) {
  begin_binding();
  return bound(sqlite3_bind_int64(handle_.get(), parameter, value));
}

Statement& Statement::bind_text(int parameter, std::string_view value) {
  begin_binding();
  // A null pointer would bind NULL.
  return bound(sqlite3_bind_text64(handle_.get(), parameter, value.empty() ? "" : value.data(),
                                   value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement& Statement::bind_blob(int parameter, ByteView value) {
  begin_binding();
  return bound(sqlite3_bind_blob64(handle_.get(), parameter, value.empty() ? "" : value.data(),
                                   value.size(), SQLITE_TRANSIENT));
}

Statement& Statement::bind_null(int parameter) {
  begin_binding();
  return bound(sqlite3_bind_null(handle_.get(), parameter));
}

Result<bool> Statement::step() {
  stepped_ = true;
  if (handle_ == nullptr) return fail(Code::internal, "an empty statement was run");
  sqlite3* db = sqlite3_db_handle(handle_.get());
  if (bind_error_ != SQLITE_OK) {
    const int result_code = bind_error_;
    reset();
    return fail(error_of(nullptr, result_code, "binding a value"));
  }
  const int result_code = sqlite3_step(handle_.get());
  if (result_code == SQLITE_ROW) return true;
  if (result_code == SQLITE_DONE) {
    sqlite3_reset(handle_.get());
    return false;
  }
  Error error = error_of(db, result_code, "running a statement");
  sqlite3_reset(handle_.get());
  return fail(std::move(error));
}

Result<void> Statement::run() {
  while (true) {
    const auto row = step();
    if (!row) return fail(row.error());
    if (!*row) return {};
  }
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(handle_.get(), column);
}

std::string_view Statement::text(int column) const {
  const unsigned char* text = sqlite3_column_text(handle_.get(), column);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text),
          static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

ByteView Statement::blob(int column) const {
  const void* bytes = sqlite3_column_blob(handle_.get(), column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}

void Statement::reset() {
  sqlite3_reset(handle_.get());
  if (handle_ != nullptr) sqlite3_clear_bindings(handle_.get());
  stepped_ = false;
  bind_error_ = SQLITE_OK;
}

}  // namespace baraza::sqlite
