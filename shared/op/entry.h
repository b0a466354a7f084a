// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/op/run.h"

namespace baraza {

// What the server decided about an op. Stored and hashed, so numbers stay.
enum class Verdict : std::uint8_t {
  accepted = 1,
  refused = 2,   // not allowed, malformed body, too large; the body isn't kept in the stream
  held = 3,      // waits for a person; the body is kept apart
  released = 4,  // a held op entered again, under its own id, with its body
};

// One entry of a stream: an op with its verdict, at a position that the server gave.
struct Entry {
  WriterId writer;
  Bytes head;
  std::optional<Signature> signature;  // on the last op of a run
  Bytes body;                          // with salt; empty: refused, held, erased
  Verdict verdict = Verdict::accepted;
  Code code = Code::none;     // why refused or held
  bool chain_broken = false;  // alarm only: entered although prev didn't hold
  Instant received;           // at the server
  CommitNumber commit = 0;

  // True if the op consumes its number: a release is the second entry of its op.
  bool consumes_number() const { return verdict != Verdict::released; }
  bool operator==(const Entry&) const = default;
};

// The chain over a stream: heads and verdicts, not bodies, so that erasure doesn't break it.
Hash stream_chain_start(const StreamId& stream);
Hash stream_chain_next(const Hash& before, const Entry& entry);

// The op inside an entry, to fold. Points into `entry`.
Result<AuthoredOp> open_entry(const Entry& entry);

}  // namespace baraza
