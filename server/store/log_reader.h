// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "server/store/stored_point.h"

namespace baraza::server {

// The log as it stood at one commit, for export, verification and lists, beside a server that goes
// on writing. Reads only, never checkpoints. While one lives, the write-ahead log can't start over:
// keep it for the length of one job. Used by one thread.
class LogReader {
 public:
  struct Options {
    std::string vfs;  // empty: SQLite's own
  };

  // Opens FOLDER/baraza.db at its newest commit. not_found if there is none.
  static Result<std::unique_ptr<LogReader>> open(const std::filesystem::path& folder,
                                                 const Options& options);
  static Result<std::unique_ptr<LogReader>> open(const std::filesystem::path& folder) {
    return open(folder, Options{});
  }
  ~LogReader();
  LogReader(const LogReader&) = delete;
  LogReader& operator=(const LogReader&) = delete;

  // Of the newest batch that this reader sees, as the core wrote it; 0 if there is none.
  Result<CommitNumber> commit_number();
  Result<std::optional<Bytes>> meta(std::string_view name);
  // By stream row, which is the order in which they were opened.
  Result<std::vector<StreamInfo>> streams();
  Result<std::vector<HeldOp>> all_held();
  // Where each writer stands in each stream, as the log keeps it beside the entries.
  Result<std::vector<StoredPoint>> writer_points();
  // Keys that used an enrolment code.
  Result<std::vector<EnrolCode>> codes();

  // Checks the whole file as SQLite knows it: pages, rows, indexes. Reads all of it.
  Result<void> check_file();

  // Calls `visit` for each entry after `after`, in order, with the chain hash stored beside it; one
  // entry is in memory at a time, and is valid during the call. Ends at the first error, which it
  // returns. `visit` must not call this reader. storage_damaged, naming stream and position, for a
  // gap or an entry that can't be read.
  using Visit = std::function<Result<void>(Position, const Entry&, const Hash& chain_hash)>;
  Result<void> for_each_entry(const StreamId& stream, Position after, const Visit& visit);

 private:
  struct Parts;
  explicit LogReader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace baraza::server
