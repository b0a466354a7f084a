// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>

#include "server/core/log_store.h"
#include "shared/op/derive.h"
#include "shared/op/run.h"

namespace baraza::server {

// Random bytes by a seed, so that a failing run can be run again.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
  void fill(std::uint8_t* out, std::size_t size) override {
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint8_t>(engine_());
  }
  std::uint64_t below(std::uint64_t limit) { return engine_() % limit; }

 private:
  std::mt19937_64 engine_;
};

// An entry ready to be appended, with what the core would know of it.
struct SampleEntry {
  Entry entry;
  OpRef op;
  Hash chain_hash;
};

// Writes one writer's ops into one stream, as the core would: numbered, chained, signed. A copy
// goes on from where it was made.
class SampleWriter {
 public:
  SampleWriter(const StreamId& stream, Random& random)
      : stream_(stream),
        random_(&random),
        signer_(KeySigner::generate(random)),
        writer_(writer_id(signer_->public_key())) {}

  const WriterId& writer() const { return writer_; }
  const WriterPoint& point() const { return point_; }

  // The next op of this writer, entered after `chain_hash`. A refused or held one has no body.
  SampleEntry next(const Hash& chain_hash, const std::string& words, Verdict verdict,
                   CommitNumber commit) {
    OpDraft draft;
    draft.kind = 1;
    draft.op_class = 1;
    draft.body = words;
    SignedRun run = sign_run(*signer_, stream_, {draft}, Instant{1000}, point_, clock_, *random_);
    SampleEntry out;
    out.entry.writer = writer_;
    out.entry.head = run.ops[0].head;
    out.entry.signature = run.signature;
    out.entry.verdict = verdict;
    if (verdict == Verdict::accepted) out.entry.body = run.ops[0].body;
    if (verdict == Verdict::refused) out.entry.code = Code::not_allowed;
    if (verdict == Verdict::held) out.entry.code = Code::authority_ended;
    out.entry.received = Instant{2000};
    out.entry.commit = commit;
    out.op = {{writer_, point_.last_number}, point_.last_hash};
    out.chain_hash = stream_chain_next(chain_hash, out.entry);
    last_body_ = run.ops[0].body;
    return out;
  }
  // With salt, of the op made last, whatever its verdict.
  const Bytes& last_body() const { return last_body_; }

 private:
  StreamId stream_;
  Random* random_;
  std::shared_ptr<const KeySigner> signer_;
  WriterId writer_;
  WriterPoint point_;
  AuthorClock clock_ = 0;
  Bytes last_body_;
};

inline StreamInfo sample_stream(std::uint8_t name, StreamKind kind = StreamKind::main) {
  StreamInfo out;
  out.owner.bytes[0] = name;
  out.kind = kind;
  out.stream = stream_id(kind, out.owner);
  out.chain_hash = stream_chain_start(out.stream);
  return out;
}

}  // namespace baraza::server
