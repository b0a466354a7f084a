// SPDX-License-Identifier: Apache-2.0
#include "server/store/log_reader.h"

#include <charconv>

#include "server/store/log_queries.h"
#include "server/store/rows.h"
#include "server/store/schema.h"
#include "server/store/sqlite_log.h"
#include "shared/sqlite/check.h"
#include "shared/sqlite/transaction.h"

namespace baraza::server {

struct LogReader::Parts {
  LogQueries queries;
  sqlite::Transaction snapshot;  // after the connection it reads: it ends first
};

Result<std::unique_ptr<LogReader>> LogReader::open(const std::filesystem::path& folder,
                                                   const Options& options) {
  sqlite::Options file;
  file.vfs = options.vfs;
  auto database = sqlite::Database::open(database_path(folder), sqlite::OpenMode::read_only, file);
  if (!database) return fail(database.error());
  const auto steps = schema();
  if (auto done = sqlite::require_schema(*database, steps); !done) return fail(done.error());
  auto queries = LogQueries::prepare(std::move(*database));
  if (!queries) return fail(queries.error());
  auto snapshot = sqlite::Transaction::begin_read(queries->database());
  if (!snapshot) return fail(snapshot.error());
  return std::unique_ptr<LogReader>(
      new LogReader(std::make_unique<Parts>(Parts{std::move(*queries), std::move(*snapshot)})));
}

LogReader::LogReader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
LogReader::~LogReader() = default;

Result<CommitNumber> LogReader::commit_number() {
  const auto text = parts_->queries.meta("commit");
  if (!text) return fail(text.error());
  if (!*text) return 0;
  CommitNumber number = 0;
  const char* const end = (*text)->data() + (*text)->size();
  if (std::from_chars((*text)->data(), end, number).ptr != end) {
    return fail(damaged_log("the log: the commit number can't be read"));
  }
  return number;
}

Result<std::optional<Bytes>> LogReader::meta(std::string_view name) {
  return parts_->queries.meta(name);
}

Result<std::vector<StreamInfo>> LogReader::streams() {
  return parts_->queries.streams();
}

Result<std::vector<HeldOp>> LogReader::all_held() {
  return parts_->queries.all_held();
}

Result<std::vector<StoredPoint>> LogReader::writer_points() {
  return parts_->queries.writer_points();
}

Result<std::vector<EnrolCode>> LogReader::codes() {
  return parts_->queries.codes();
}

Result<void> LogReader::for_each_entry(const StreamId& stream, Position after, const Visit& visit) {
  return parts_->queries.visit_entries(stream, after,
                                       [&](const LogQueries::EntryRow& row) -> Result<bool> {
                                         auto done = visit(row.position, row.entry, row.chain_hash);
                                         if (!done) return fail(done.error());
                                         return true;
                                       });
}

Result<void> LogReader::check_file() {
  return sqlite::integrity_check(parts_->queries.database());
}

}  // namespace baraza::server
