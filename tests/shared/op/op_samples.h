// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/op/run.h"

namespace baraza {

template <class Id>
Id filled(std::uint8_t n) {
  Id out;
  out.bytes.fill(n);
  return out;
}

// Counts up: every salt is another, and the same in every run of a test.
class CountingRandom final : public Random {
 public:
  void fill(std::uint8_t* out, std::size_t size) override {
    for (std::size_t i = 0; i < size; ++i) out[i] = next_++;
  }

 private:
  std::uint8_t next_ = 1;
};

inline OpHead sample_head() {
  OpHead out;
  out.number = 5;
  out.clock = 31;
  out.wall = Instant{-12};
  out.kind = 304;
  out.op_class = 2;
  out.subject = filled<AnyId>(1);
  out.replaces = {{{filled<WriterId>(2), 9}, filled<Hash>(3)}};
  out.prev = filled<Hash>(4);
  out.body_digest = filled<Hash>(5);
  out.body_size = 77;
  return out;
}

inline OpDraft sample_op(const Bytes& body) {
  OpDraft out;
  out.kind = 304;
  out.op_class = 2;
  out.subject = filled<AnyId>(1);
  out.body = body;
  return out;
}

// A writer with its place in one stream.
struct SampleWriter {
  KeySigner signer{Bytes(KeySigner::seed_bytes, '\x07')};
  StreamId stream = filled<StreamId>(9);
  WriterPoint point;
  AuthorClock clock = 0;
  CountingRandom random;

  WriterId id() const { return writer_id(signer.public_key()); }
  SignedRun run(const std::vector<Bytes>& bodies) {
    std::vector<OpDraft> drafts;
    for (const Bytes& body : bodies) drafts.push_back(sample_op(body));
    return sign_run(signer, stream, std::move(drafts), Instant{1000}, point, clock, random);
  }
  bool holds(const SignedRun& run) const {
    return run_signature_holds(signer.public_key(), stream, run);
  }
};

}  // namespace baraza
