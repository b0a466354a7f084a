// SPDX-License-Identifier: Apache-2.0
#include "client/core/renewal.h"

#include <utility>

namespace baraza::client {
namespace {

using ByDigest = std::map<Hash, OpRef>;

// The ops of a stream's log by what their bodies are, refused and held ones too.
ByDigest ops_there(const Replica::Stream& stream) {
  ByDigest out;
  for (const Entry& entry : stream.entries) {
    const auto head = decode_head(entry.head);
    if (!head) continue;
    out.try_emplace(head->body_digest,
                    OpRef{{entry.writer, head->number}, hash_of_head(entry.head)});
  }
  return out;
}

// Writes the ops of one stream again, run by run.
class StreamReissue {
 public:
  StreamReissue(const Replica& replica, const Replica::Stream& stream, const Signer& next)
      : from_(replica.writer()),
        stream_(stream),
        next_(next),
        writer_(writer_id(next.public_key())),
        point_{0, chain_start(writer_, stream.record.stream)},
        there_(ops_there(stream)) {}

  void run(const sync::PendingRun& old, Reissue& out) {
    sync::PendingRun again;
    again.first = point_.last_number + 1;
    for (const RawOp& op : old.run.ops) {
      auto head = decode_head(op.head);
      if (!head) continue;
      const OpRef was{{from_, head->number}, hash_of_head(op.head)};
      if (const auto at = there_.find(head->body_digest); at != there_.end()) {
        called_.emplace(was, at->second);
        continue;
      }
      // A verdict heard of without the entry.
      if (head->number <= stream_.own_through) continue;
      for (OpRef& replaced : head->replaces) {
        if (const auto at = called_.find(replaced); at != called_.end()) replaced = at->second;
      }
      head->number = point_.last_number + 1;
      head->prev = point_.last_hash;
      RawOp written{encode_head(*head), op.body};
      point_ = {head->number, hash_of_head(written.head)};
      called_.emplace(was, OpRef{{writer_, head->number}, point_.last_hash});
      out.numbers[stream_.record.stream][was.id.number] = head->number;
      again.run.ops.push_back(std::move(written));
    }
    if (again.run.ops.empty()) return;
    again.last = point_.last_number;
    const StreamRecord& record = stream_.record;
    again.run.signature = next_.sign(run_message(writer_, record.stream, point_.last_hash));
    out.runs.push_back({record.stream, record.kind, record.owner, std::move(again)});
  }

 private:
  WriterId from_;
  const Replica::Stream& stream_;
  const Signer& next_;
  WriterId writer_;
  WriterPoint point_;
  ByDigest there_;
  std::map<OpRef, OpRef> called_;  // what waited, as the stream is going to know it
};

}  // namespace

Reissue reissue(const Replica& replica, const Signer& next) {
  Reissue out;
  for (const auto& [id, stream] : replica.streams()) {
    if (stream.pending.empty()) continue;
    StreamReissue again(replica, stream, next);
    for (const Replica::Pending& pending : stream.pending) again.run(pending.run, out);
  }
  return out;
}

}  // namespace baraza::client
