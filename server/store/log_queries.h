// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "server/store/stored_point.h"
#include "shared/sqlite/database.h"

namespace baraza::server {

// Selects what LogQueries reads of an entry.
inline constexpr std::string_view entry_columns =
    "SELECT position, writer.writer, verdict, code, chain_broken, received_ms, commit_number, "
    "chain_hash, head, signature, body FROM entry JOIN writer ON writer.id = entry.writer ";

// The reads of the log, for the connection that writes it as for those that only read. Every id
// that a row holds is checked for its size; a row that can't be read is storage_damaged and named.
// Same thread rule as the connection.
class LogQueries {
 public:
  // A stream's number in this database and where it stands.
  struct StreamRow {
    std::int64_t id = 0;
    Position head = 0;
    Hash chain_hash;
  };
  struct EntryRow {
    Position position = 0;
    Entry entry;
    Hash chain_hash;
  };

  static Result<LogQueries> prepare(sqlite::Database database);

  Result<std::optional<StreamRow>> stream_row(const StreamId& stream);
  Result<std::optional<std::int64_t>> writer_row(const WriterId& writer);

  Result<std::vector<StreamInfo>> streams();
  Result<WriterPoint> writer_point(const StreamId& stream, const WriterId& writer);
  // Where each writer stands in each stream, whether the stream's record is there or not.
  Result<std::vector<StoredPoint>> writer_points();
  Result<std::vector<Hash>> hashes_of(const StreamId& stream, const OpId& op);
  Result<std::vector<Hash>> beside_of(const StreamId& stream, const WriterId& writer,
                                      std::size_t most);
  Result<Hash> chain_hash_at(const StreamId& stream, Position position);
  // Entries after `after` in order, until `visit` gives false or fails. Not to be called by
  // `visit`.
  using Visit = std::function<Result<bool>(const EntryRow&)>;
  Result<void> visit_entries(const StreamId& stream, Position after, const Visit& visit);
  Result<std::vector<LogStore::WriterVerdict>> verdicts_of(const StreamId& stream,
                                                           const WriterId& writer);
  Result<std::optional<HeldOp>> held(const model::HoldKey& key);
  Result<std::vector<HeldOp>> all_held();
  Result<std::optional<EnrolCode>> code(const Hash& secret_hash);
  Result<std::vector<EnrolCode>> codes();
  Result<std::optional<Bytes>> meta(std::string_view name);

  // Recomputes the chain over the newest entries of the file: what a crash or a dying disk would
  // have spoilt first. storage_damaged, naming stream and position.
  Result<void> check_tail();

  sqlite::Database& database() { return database_; }

 private:
  explicit LogQueries(sqlite::Database database) : database_(std::move(database)) {}

  sqlite::Database database_;
  sqlite::Statement stream_row_;
  sqlite::Statement writer_row_;
  sqlite::Statement streams_;
  sqlite::Statement writer_point_;
  sqlite::Statement writer_points_;
  sqlite::Statement heads_of_;
  sqlite::Statement beside_;
  sqlite::Statement chain_hash_at_;
  sqlite::Statement entries_;
  sqlite::Statement verdicts_;
  sqlite::Statement held_;
  sqlite::Statement all_held_;
  sqlite::Statement code_;
  sqlite::Statement codes_;
  sqlite::Statement meta_;
  sqlite::Statement tail_;
};

}  // namespace baraza::server
