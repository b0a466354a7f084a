// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>

#include "shared/model/states.h"
#include "shared/op/entry.h"
#include "shared/policy/directory.h"

namespace baraza::server {

// What a stream's log comes to at one position, computed from its entries alone.
struct StreamAt {
  Position position = 0;
  Hash chain_hash;
  Hash state_digest;
};

// Goes through a stream's entries in order, believing nothing: positions without gaps, the chain
// over heads and verdicts, each writer's numbers and `prev`, each run's signature, each body's
// digest. Works on a server's log as on a laptop's copy of it. Every error is verification_failed
// and names stream and position.
class StreamVerifier {
 public:
  // `directory` knows the writers' keys and outlives the verifier.
  StreamVerifier(const StreamId& stream, StreamKind kind, const AnyId& owner,
                 const policy::Directory& directory);

  // `stored_chain_hash` is what stands beside the entry, where something does.
  Result<void> add(Position position, const Entry& entry,
                   const std::optional<Hash>& stored_chain_hash);
  // After the last entry. Nothing may be left without a signature.
  Result<void> finish() const;

  StreamAt at() const;
  Position position() const { return position_; }
  const Hash& chain_hash() const { return chain_hash_; }
  const model::StreamState& state() const { return state_; }
  // Where each writer that wrote in it stands.
  const std::map<WriterId, WriterPoint>& points() const { return points_; }
  // Held ops that nothing released: what is kept apart of each must hash to these.
  struct HeldHashes {
    Hash op;
    Hash body_digest;
  };
  const std::map<OpId, HeldHashes>& held() const { return held_; }

  // verification_failed: "STREAM_KIND stream OWNER, position N: what".
  Error fault(Position position, std::string_view what) const;

 private:
  Result<void> check_place(const AuthoredOp& op, const Entry& entry);
  Result<void> check_signature(const AuthoredOp& op, const Entry& entry);
  Result<void> check_body(const AuthoredOp& op, const Entry& entry) const;

  const StreamId stream_;
  const StreamKind kind_;
  const AnyId owner_;
  const policy::Directory& directory_;
  Position position_ = 0;
  Hash chain_hash_;
  model::StreamState state_;
  std::map<WriterId, WriterPoint> points_;
  std::map<WriterId, Position> unsigned_since_;  // ops of a run whose signature hasn't come yet
  std::map<OpId, HeldHashes> held_;
};

// The writers' keys are only worth what vouches for them: each server writer that a programme
// introduces is signed for by the programme key, and the directory streams hold ops of those
// writers alone. `known_key` is the programme key of this folder, where it is known.
Result<void> verify_introductions(const std::map<ProgrammeId, model::ProgrammeState>& programmes,
                                  const std::optional<PublicKey>& known_key);

}  // namespace baraza::server
