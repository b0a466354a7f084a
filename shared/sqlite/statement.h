// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

struct sqlite3_stmt;

namespace baraza::sqlite {

// One compiled statement, made by Database::prepare, kept by its owner and run again and again:
//
//   insert.bind_int(1, position).bind_blob(2, body).run();
//   while (row = select.step(), row && *row) use(select.blob(0));
//
// Parameters count from 1, columns from 0, as in SQL. The first bind after a step begins a new run
// and forgets all earlier values. An error in a bind is kept and returned by the step that follows.
// A statement left in the middle of its rows holds its snapshot until reset() or the next bind.
// Same thread rule as its Database.
class Statement {
 public:
  Statement() = default;  // empty; every step fails

  Statement& bind_int(int parameter, std::int64_t value);
  Statement& bind_text(int parameter, std::string_view value);  // copied
  Statement& bind_blob(int parameter, ByteView value);          // copied; empty is not null
  Statement& bind_null(int parameter);

  // True: a row is there to be read. False: no more rows, and the next step runs the statement from
  // the start. After an error the statement can be bound and run again.
  Result<bool> step();

  // Runs to the end, dropping rows.
  Result<void> run();

  // Valid only after a step that gave true. Views live until the next step, bind or reset. A value
  // of another type is converted as SQLite does; null is 0 or empty.
  std::int64_t integer(int column) const;
  std::string_view text(int column) const;
  ByteView blob(int column) const;
  bool is_null(int column) const;

  // Gives up the rows that are left, and the bound values.
  void reset();

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Statement(sqlite3_stmt* statement) : handle_(statement) {}
  void begin_binding();
  Statement& bound(int result_code);

  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
  bool stepped_ = false;
  int bind_error_ = 0;
};

}  // namespace baraza::sqlite
