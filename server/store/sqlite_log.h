// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "server/core/log_store.h"

namespace baraza::server {

// The file in a server's data folder that holds everything it must not lose.
std::filesystem::path database_path(const std::filesystem::path& folder);

// The server's log in SQLite: write-ahead log, one sync a commit. The only connection that writes
// and checkpoints the file. Used by the store thread alone; whoever opens it holds the folder's
// lock.
class SqliteLog final : public LogStore {
 public:
  struct Options {
    std::string vfs;  // empty: SQLite's own; tests put a faulty disk here
    // False trades the sync away (synchronous=NORMAL): commits may be lost when the power goes.
    // Only to show that a test sees such losses.
    bool durable = true;
    // Pages of 4 KiB in the write-ahead log from which a commit copies it into the database.
    // Commits come in batches that touch the same pages again and again: a longer log copies each
    // of them once.
    int checkpoint_pages = 8000;
  };

  // Opens FOLDER/baraza.db and makes it where there is none; the folder must be there.
  // storage_damaged if the file fails its check, unsupported_version if a newer barazad wrote it.
  static Result<std::unique_ptr<SqliteLog>> open(const std::filesystem::path& folder,
                                                 const Options& options);
  static Result<std::unique_ptr<SqliteLog>> open(const std::filesystem::path& folder) {
    return open(folder, Options{});
  }
  ~SqliteLog() override;

  // Writes outside a batch, and any after a failed one in it, fail; such a batch can't commit.
  // storage_full if the disk is: what was committed can still be read, and a later batch may work.
  Result<void> begin() override;
  Result<void> commit() override;
  void rollback() override;

  Result<void> open_stream(const StreamInfo& stream) override;
  Result<void> append(const StreamId& stream, Position position, const Entry& entry,
                      const OpRef& op, bool consumes, const Hash& chain_hash) override;
  Result<void> put_held(const HeldOp& held) override;
  Result<void> settle_held(const model::HoldKey& key) override;
  Result<void> put_code(const EnrolCode& code) override;
  Result<void> use_code(const Hash& secret_hash, const PublicKey& by) override;
  Result<void> put_meta(std::string_view name, ByteView value) override;

  Result<std::vector<StreamInfo>> streams() override;
  Result<WriterPoint> writer_point(const StreamId& stream, const WriterId& writer) override;
  Result<std::vector<Hash>> hashes_of(const StreamId& stream, const OpId& op) override;
  Result<std::vector<Hash>> beside_of(const StreamId& stream, const WriterId& writer,
                                      std::size_t most) override;
  Result<Hash> chain_hash_at(const StreamId& stream, Position position) override;
  Result<std::vector<Entry>> read_after(const StreamId& stream, Position position,
                                        std::size_t max_bytes) override;
  Result<std::vector<WriterVerdict>> verdicts_of(const StreamId& stream,
                                                 const WriterId& writer) override;
  Result<std::optional<HeldOp>> held(const model::HoldKey& key) override;
  Result<std::vector<HeldOp>> all_held() override;
  Result<std::optional<EnrolCode>> code(const Hash& secret_hash) override;
  Result<std::optional<Bytes>> meta(std::string_view name) override;

 private:
  struct Parts;
  explicit SqliteLog(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace baraza::server
