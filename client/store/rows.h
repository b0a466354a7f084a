// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "client/core/store_port.h"
#include "client/store/sealed_rows.h"
#include "shared/sqlite/database.h"

namespace baraza::client {

// A stream's row as it is known in memory.
struct StreamRow {
  std::uint64_t id = 0;  // the stream's number in this file
  StreamRecord record;
  WriterPoint own;  // this writer's last op in it, sent or not; number 0 if there is none
};
using StreamRows = std::map<StreamId, StreamRow>;
// The row of each draft, by its key; 0 in what is staged: the draft goes.
using DraftRows = std::map<std::string, std::uint64_t>;

// Names of rows, as they are sealed.
namespace row_name {
inline RowName key() {
  return {"key"};
}
inline RowName next_key() {
  return {"next_key"};
}
inline RowName next_secret() {
  return {"next_secret"};
}
inline RowName frozen() {
  return {"frozen"};
}
inline RowName identity() {
  return {"identity"};
}
inline RowName stream(std::uint64_t stream) {
  return {"stream", stream};
}
inline RowName entry(std::uint64_t stream, Position position) {
  return {"entry", stream, position};
}
inline RowName pending(std::uint64_t stream, OpNumber first) {
  return {"pending", stream, first};
}
inline RowName own_point(std::uint64_t stream) {
  return {"own_point", stream};
}
inline RowName tray(std::uint64_t stream, OpNumber number) {
  return {"tray", stream, number};
}
inline RowName retired(std::uint64_t id) {
  return {"retired", 0, id};
}
inline RowName draft(std::uint64_t id) {
  return {"draft", 0, id};
}
inline RowName retired_tray(std::uint64_t id) {
  return {"retired_tray", 0, id};
}
}  // namespace row_name

// Rows of the table meta. The first two hold the writer's key, and that of the next writer, as
// shared/vault keeps them; the third the secret of the code that goes with the next key.
inline constexpr std::string_view key_name = "key";
inline constexpr std::string_view next_key_name = "next_key";
inline constexpr std::string_view next_secret_name = "next_secret";
inline constexpr std::string_view frozen_name = "frozen";
inline constexpr std::string_view identity_name = "identity";

// SQLite's integers are signed; numbers and positions never come near the difference.
inline std::int64_t to_column(std::uint64_t number) {
  return static_cast<std::int64_t>(number);
}
inline std::uint64_t from_column(std::int64_t column) {
  return static_cast<std::uint64_t>(column);
}

}  // namespace baraza::client
