// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "server/core/log_store.h"

namespace baraza::server {

// Gives positions: what is known of streams and writers while a batch runs, over a LogStore. After
// a failed commit everything known is read again from the store, so that nothing staged survives.
// Store thread only; the store outlives the ledger.
class Ledger {
 public:
  static Result<Ledger> open(LogStore& store);

  const Epoch& epoch() const { return epoch_; }
  CommitNumber commit_number() const { return commit_number_; }  // of the last durable batch
  CommitNumber next_commit_number() const { return commit_number_ + 1; }

  const StreamInfo* find(const StreamId& stream) const;
  const std::map<StreamId, StreamInfo>& streams() const { return streams_; }
  // Where the writer stands, staged entries included; last_hash is chain_start() for a beginner.
  Result<WriterPoint> point(const StreamId& stream, const WriterId& writer);

  // --- staging ------------------------------------------------------------------------------
  // Starts a transaction at the first write of a batch; a batch that only reads costs no sync.
  Result<void> stage();
  Result<void> open_stream(StreamKind kind, const AnyId& owner);
  // Gives the entry its position and commit number and appends it.
  Result<Entry> append(const StreamId& stream, Entry entry, const OpRef& op);
  bool staged() const { return staged_; }
  const std::set<StreamId>& touched() const { return touched_; }

  // Makes the batch durable. On failure nothing of it is left, here or in the store.
  Result<void> commit();
  Result<void> abandon();

  LogStore& store() { return *store_; }

 private:
  explicit Ledger(LogStore& store) : store_(&store) {}
  Result<void> reload();

  LogStore* store_;
  Epoch epoch_;
  CommitNumber commit_number_ = 0;
  bool staged_ = false;
  std::map<StreamId, StreamInfo> streams_;
  std::map<std::pair<StreamId, WriterId>, WriterPoint> points_;
  std::set<StreamId> touched_;
};

}  // namespace baraza::server
