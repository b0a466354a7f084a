// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "shared/base/clock.h"
#include "shared/op/head.h"
#include "shared/op/signer.h"

namespace baraza {

// An op as bytes: what is stored, pushed and handed on.
struct RawOp {
  Bytes head;
  Bytes body;  // with its salt; empty if it isn't there
  bool operator==(const RawOp&) const = default;
};

// One commit's ops of one writer in one stream. The signature covers the last head, and through
// `prev` all heads before it, and through their digests the bodies.
struct SignedRun {
  std::vector<RawOp> ops;
  Signature signature;
  bool operator==(const SignedRun&) const = default;
};

// An op decoded for folding. `body` has no salt and is empty if the body isn't there. The views
// inside live as long as the bytes they were made from.
struct AuthoredOp {
  WriterId writer;
  OpHead head;
  Hash hash;
  std::optional<ByteView> body;

  OpId id() const { return {writer, head.number}; }
  OpRef ref() const { return {id(), hash}; }
};

// What somebody wants to write, before number, clock, prev and signature are given.
struct OpDraft {
  StreamKind stream = StreamKind::main;
  std::uint32_t kind = 0;
  std::uint32_t op_class = 0;
  AnyId subject;
  std::vector<OpRef> replaces;
  Bytes body;  // without salt
};

// Where a writer stands in a stream.
struct WriterPoint {
  OpNumber last_number = 0;
  Hash last_hash;  // chain_start() if last_number is 0
  bool operator==(const WriterPoint&) const = default;
};

// Numbers, chains, salts and signs `drafts` as one run, from `point` on, which moves with it.
// `clock` is the highest author clock seen in the stream and moves too.
SignedRun sign_run(const Signer& signer, const StreamId& stream, std::vector<OpDraft> drafts,
                   Instant wall, WriterPoint& point, AuthorClock& clock, Random& random);

// Decodes one op. Fails if the head can't be read, or if a body is there and isn't the one that
// the head's digest names (bad_signature: somebody on the way changed it).
// The result's body points into `op`.
Result<AuthoredOp> open_op(const WriterId& writer, const RawOp& op);

// Opens every op of a run and checks that they are of one chain: numbers without gaps, each `prev`
// the hash of the one before (chain_broken), sizes within limits. Doesn't check the signature nor
// what comes before the first. The result points into `run`.
Result<std::vector<AuthoredOp>> open_run(const WriterId& writer, const SignedRun& run);

// True if the run's signature is by `key` over its last head for this stream.
bool run_signature_holds(const PublicKey& key, const StreamId& stream, const SignedRun& run);

// What is signed for a run whose last op has this hash.
Bytes run_message(const WriterId& writer, const StreamId& stream, const Hash& last_hash);

}  // namespace baraza
