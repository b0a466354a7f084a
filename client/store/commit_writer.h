// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/store/rows.h"

namespace baraza::client {

// Writes one Commit into the open transaction of a connection. What changes in memory is staged:
// the owner takes staged() over once the transaction is on disk, and drops it otherwise.
class CommitWriter {
 public:
  CommitWriter(sqlite::Database& database, const SealedRows& rows, const StreamRows& known,
               const DraftRows& drafts)
      : database_(database), rows_(rows), known_(known), known_drafts_(drafts) {}

  Result<void> write(const Commit& commit);

  StreamRows take_staged() { return std::move(staged_); }
  DraftRows take_staged_drafts() { return std::move(staged_drafts_); }

 private:
  Result<void> write_one(const LocalCommit& commit);
  Result<void> write_one(const RemoteCommit& commit);
  Result<void> write_one(const ResolvedCommit& commit);
  Result<void> write_one(const IdentityCommit& commit);
  Result<void> write_one(const RecordsCommit& commit);
  Result<void> write_one(const FrozenCommit& commit);
  Result<void> write_one(const NextKeyCommit& commit);
  Result<void> write_one(const RenewalCommit& commit);
  Result<void> write_one(const DraftCommit& commit);

  Result<void> put_run(const LocalRun& run);
  Result<void> put_draft(const KeptDraft& draft);
  // A row of the table meta, sealed already.
  Result<void> put_meta(std::string_view name, ByteView sealed);
  Result<void> drop_meta(std::string_view name);
  // The next key becomes the key.
  Result<void> promote_key();
  Result<void> retire(const RetiredWriter& retired);
  // What the tray holds goes on under the name of the writer that is being retired.
  Result<void> retire_tray(const WriterId& writer);
  // One more than the number that the query gives, or 1 if it gives none.
  Result<std::uint64_t> next_id(std::string_view highest);
  Result<void> run(std::string_view sql);

  // The row of a stream to change, or null if there is none.
  StreamRow* find(const StreamId& stream);
  Result<StreamRow*> add(StreamRecord record);
  Result<void> put_record(const StreamRow& row);
  Result<void> drop_pending(const StreamRow& row, OpNumber through);
  Result<void> keep_refused(const StreamRow& row, const sync::Refusal& refusal);
  // Keeps what is about to be dropped of an alarm stream that isn't read here.
  Result<void> keep_taken(const StreamRow& row, const ResolvedCommit& commit);
  Result<void> put_tray(const StreamRow& row, const TrayItem& item);
  // Compiled once a commit: one may bring hundreds of entries.
  Result<sqlite::Statement*> statement(std::string_view sql);
  // Runs a statement that stores one sealed record: its numbers first, the record last.
  Result<void> put(std::string_view sql, std::initializer_list<std::uint64_t> numbers,
                   const RowName& name, ByteView record);

  sqlite::Database& database_;
  const SealedRows& rows_;
  const StreamRows& known_;
  const DraftRows& known_drafts_;
  StreamRows staged_;
  DraftRows staged_drafts_;
  std::map<std::string_view, sqlite::Statement> statements_;  // their text is of literals
};

}  // namespace baraza::client
