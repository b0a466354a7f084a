// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "shared/sqlite/migrate.h"

namespace baraza::server {

// The tables of FOLDER/baraza.db, one step a version of the store.
//
// Entries are appended by rowid, which is what SQLite does fastest, with one index for positions
// and one to find an op. Streams and writers have small integers of this database. Where a writer
// stands in a stream is one row, so that telling a duplicate costs one look-up.
inline std::array<sqlite::Migration, 1> schema() {
  return {{{1, R"sql(
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE stream (
  id INTEGER PRIMARY KEY,
  stream BLOB NOT NULL UNIQUE,
  kind INTEGER NOT NULL,
  owner BLOB NOT NULL,
  head INTEGER NOT NULL,
  chain_hash BLOB NOT NULL
);

CREATE TABLE writer (
  id INTEGER PRIMARY KEY,
  writer BLOB NOT NULL UNIQUE
);

CREATE TABLE writer_point (
  stream INTEGER NOT NULL,
  writer INTEGER NOT NULL,
  number INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (stream, writer)
) WITHOUT ROWID;

CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  stream INTEGER NOT NULL,
  position INTEGER NOT NULL,
  writer INTEGER NOT NULL,
  number INTEGER NOT NULL,
  verdict INTEGER NOT NULL,
  code INTEGER NOT NULL,
  chain_broken INTEGER NOT NULL,
  received_ms INTEGER NOT NULL,
  commit_number INTEGER NOT NULL,
  chain_hash BLOB NOT NULL,
  head BLOB NOT NULL,
  signature BLOB,
  body BLOB
);
CREATE UNIQUE INDEX entry_by_position ON entry (stream, position);
CREATE INDEX entry_by_op ON entry (stream, writer, number);
CREATE INDEX entry_without_body ON entry (stream, writer, number) WHERE verdict IN (2, 3);

CREATE TABLE held (
  stream BLOB NOT NULL,
  writer BLOB NOT NULL,
  number INTEGER NOT NULL,
  head BLOB NOT NULL,
  body BLOB NOT NULL,
  signature BLOB,
  received_ms INTEGER NOT NULL,
  settled INTEGER NOT NULL,
  PRIMARY KEY (stream, writer, number)
);

CREATE TABLE code (
  secret_hash BLOB PRIMARY KEY,
  account BLOB NOT NULL,
  expires_ms INTEGER NOT NULL,
  used_by BLOB
) WITHOUT ROWID;
)sql"}}};
}

}  // namespace baraza::server
