// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>

#include "shared/model/apply.h"
#include "shared/op/derive.h"

namespace baraza::model {

// Random bytes that are the same for the same seed.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
  void fill(std::uint8_t* out, std::size_t size) override {
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint8_t>(engine_());
  }
  // 0 to n - 1.
  std::size_t below(std::size_t n) { return engine_() % n; }
  std::mt19937_64& engine() { return engine_; }

 private:
  std::mt19937_64 engine_;
};

// One op as it lies in a log, to be opened with or without its body.
struct Stored {
  WriterId writer;
  RawOp raw;
  OpHead head;
  Hash hash;

  OpRef ref() const { return {{writer, head.number}, hash}; }
  // Points into this.
  AuthoredOp open(bool with_body = true) const {
    AuthoredOp out{writer, head, hash, std::nullopt};
    if (with_body) out.body = body_without_salt(raw.body);
    return out;
  }
};

// Somebody who writes into one stream and folds what they wrote and heard of.
class Author {
 public:
  Author(std::uint64_t seed, StreamKind kind, const StreamId& stream)
      : stream_(stream), random_(seed), state_(empty_state(kind)) {
    signer_ = KeySigner::generate(random_);
  }

  Stored write(OpDraft draft) {
    AuthorClock clock = basics_of(state_).clock;
    std::vector<OpDraft> drafts;
    drafts.push_back(std::move(draft));
    wall_ = wall_ + seconds(60);
    SignedRun run = sign_run(*signer_, stream_, std::move(drafts), wall_, point_, clock, random_);
    const WriterId writer = writer_id(signer_->public_key());
    const auto opened = open_run(writer, run).value();
    Stored out{writer, run.ops[0], opened[0].head, opened[0].hash};
    hear(out);
    return out;
  }
  void hear(const Stored& op, bool with_body = true) { model::apply(state_, op.open(with_body)); }

  StreamState& state() { return state_; }

 private:
  StreamId stream_;
  SeededRandom random_;
  std::unique_ptr<KeySigner> signer_;
  WriterPoint point_;
  Instant wall_{1'700'000'000'000};
  StreamState state_;
};

}  // namespace baraza::model
