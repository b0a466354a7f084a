// SPDX-License-Identifier: Apache-2.0
#include "server/core/ledger.h"

#include "shared/op/derive.h"

namespace baraza::server {

Result<Ledger> Ledger::open(LogStore& store) {
  Ledger ledger(store);
  if (auto loaded = ledger.reload(); !loaded) return fail(loaded.error());
  return ledger;
}

Result<void> Ledger::reload() {
  staged_ = false;
  touched_.clear();
  points_.clear();
  streams_.clear();
  const auto epoch = store_->meta("epoch");
  if (!epoch) return fail(epoch.error());
  const auto id = epoch->has_value() ? Epoch::from(**epoch) : std::nullopt;
  if (!id) return fail(Code::storage_damaged, "the log has no epoch; was the folder made by init?");
  epoch_ = *id;
  const auto commit = store_->meta("commit");
  if (!commit) return fail(commit.error());
  commit_number_ = commit->has_value() ? std::stoull(**commit) : 0;
  const auto streams = store_->streams();
  if (!streams) return fail(streams.error());
  for (const StreamInfo& stream : *streams) streams_[stream.stream] = stream;
  return {};
}

const StreamInfo* Ledger::find(const StreamId& stream) const {
  const auto at = streams_.find(stream);
  return at == streams_.end() ? nullptr : &at->second;
}

Result<WriterPoint> Ledger::point(const StreamId& stream, const WriterId& writer) {
  const auto key = std::make_pair(stream, writer);
  if (const auto at = points_.find(key); at != points_.end()) return at->second;
  auto point = store_->writer_point(stream, writer);
  if (!point) return fail(point.error());
  if (point->last_number == 0) point->last_hash = chain_start(writer, stream);
  points_[key] = *point;
  return *point;
}

Result<void> Ledger::stage() {
  if (staged_) return {};
  if (auto begun = store_->begin(); !begun) return fail(begun.error());
  staged_ = true;
  return store_->put_meta("commit", std::to_string(next_commit_number()));
}

Result<void> Ledger::open_stream(StreamKind kind, const AnyId& owner) {
  if (auto ready = stage(); !ready) return ready;
  StreamInfo info;
  info.stream = stream_id(kind, owner);
  info.kind = kind;
  info.owner = owner;
  info.chain_hash = stream_chain_start(info.stream);
  if (auto opened = store_->open_stream(info); !opened) return opened;
  streams_[info.stream] = info;
  touched_.insert(info.stream);
  return {};
}

Result<Entry> Ledger::append(const StreamId& stream, Entry entry, const OpRef& op) {
  const auto at = streams_.find(stream);
  if (at == streams_.end()) return fail(Code::unknown_stream, "append to a stream that isn't open");
  if (auto ready = stage(); !ready) return fail(ready.error());
  StreamInfo& info = at->second;
  entry.commit = next_commit_number();
  const Hash chain_hash = stream_chain_next(info.chain_hash, entry);
  // An alarm of a broken chain is entered beside its writer's chain, not in it.
  const bool consumes = entry.consumes_number() && !entry.chain_broken;
  if (auto done = store_->append(stream, info.head + 1, entry, op, consumes, chain_hash); !done) {
    return fail(done.error());
  }
  ++info.head;
  info.chain_hash = chain_hash;
  if (consumes) points_[{stream, entry.writer}] = {op.id.number, op.hash};
  touched_.insert(stream);
  return entry;
}

Result<void> Ledger::commit() {
  if (!staged_) return {};
  if (auto done = store_->commit(); !done) {
    const Error why = done.error();
    if (auto again = abandon(); !again) return again;
    return fail(why);
  }
  staged_ = false;
  touched_.clear();
  ++commit_number_;
  return {};
}

Result<void> Ledger::abandon() {
  store_->rollback();
  return reload();
}

}  // namespace baraza::server
