// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "shared/sqlite/migrate.h"

namespace baraza::client {

// The tables of FOLDER/client.db, one step a version of the store.
//
// In clear stand only small integers that give order: a row's number for a stream, positions and op
// numbers. Everything else is in `sealed`, bound to its table and keys, so that a row put in
// another's place doesn't open.
inline std::array<sqlite::Migration, 3> schema() {
  return {{{1, R"sql(
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  sealed BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE stream (
  id INTEGER PRIMARY KEY,
  sealed BLOB NOT NULL
);

CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  stream INTEGER NOT NULL REFERENCES stream (id),
  position INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  UNIQUE (stream, position)
);

CREATE TABLE pending (
  stream INTEGER NOT NULL REFERENCES stream (id),
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (stream, first)
);

CREATE TABLE own_point (
  stream INTEGER PRIMARY KEY REFERENCES stream (id),
  sealed BLOB NOT NULL
);

CREATE TABLE tray (
  stream INTEGER NOT NULL REFERENCES stream (id),
  number INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (stream, number)
);
)sql"},
           {2, R"sql(
CREATE TABLE retired (
  id INTEGER PRIMARY KEY,
  sealed BLOB NOT NULL
);

CREATE TABLE retired_tray (
  id INTEGER PRIMARY KEY,
  sealed BLOB NOT NULL
);
)sql"},
           {3, R"sql(
CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  sealed BLOB NOT NULL
);
)sql"}}};
}

}  // namespace baraza::client
