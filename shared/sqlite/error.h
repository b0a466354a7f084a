// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "shared/base/result.h"

struct sqlite3;

namespace baraza::sqlite {

// What an SQLite result code, plain or extended, means to us. system_errno is what the operating
// system said last, 0 if nothing: it tells a full disk from a failing one.
Code code_for(int result_code, int system_errno = 0);

// The error of a call on this connection that ended with result_code. The detail names the file,
// what SQLite said and what to do; it never holds a bound value. db may be null.
Error error_of(sqlite3* db, int result_code, std::string_view doing);

}  // namespace baraza::sqlite
