// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "shared/model/values.h"
#include "shared/op/entry.h"

namespace baraza::server {

// A stream as the store knows it.
struct StreamInfo {
  StreamId stream;
  StreamKind kind = StreamKind::main;
  AnyId owner;
  Position head = 0;
  Hash chain_hash;
};

// A held op with the bytes that its entry doesn't carry.
struct HeldOp {
  model::HoldKey key;
  RawOp op;
  std::optional<Signature> signature;
  Instant received;
  bool settled = false;
};

// An enrolment code. Only the hash of its secret is ever stored.
struct EnrolCode {
  Hash secret_hash;
  AccountId account;
  Instant expires;
  std::optional<PublicKey> used_by;
};

// The server's log, as the core sees it; server/store keeps it in SQLite, the simulator on its own
// disk. Used by the store thread alone. Writes come between begin() and commit() and are seen by
// reads at once; a commit that succeeded is durable.
class LogStore {
 public:
  virtual ~LogStore() = default;

  virtual Result<void> begin() = 0;
  virtual Result<void> commit() = 0;  // after a failure nothing of the batch is there
  virtual void rollback() = 0;

  // --- writes, in a batch -------------------------------------------------------------------
  virtual Result<void> open_stream(const StreamInfo& stream) = 0;  // head 0
  // Adds an entry at `position`, the next of its stream, and moves the stream's head and chain
  // hash. `op` names it; with `consumes` the writer's last number and hash move too.
  virtual Result<void> append(const StreamId& stream, Position position, const Entry& entry,
                              const OpRef& op, bool consumes, const Hash& chain_hash) = 0;
  virtual Result<void> put_held(const HeldOp& held) = 0;
  virtual Result<void> settle_held(const model::HoldKey& key) = 0;
  virtual Result<void> put_code(const EnrolCode& code) = 0;
  virtual Result<void> use_code(const Hash& secret_hash, const PublicKey& by) = 0;
  // Small facts by name: epoch, founder, commit number.
  virtual Result<void> put_meta(std::string_view name, ByteView value) = 0;

  // --- reads --------------------------------------------------------------------------------
  virtual Result<std::vector<StreamInfo>> streams() = 0;
  virtual Result<WriterPoint> writer_point(const StreamId& stream, const WriterId& writer) = 0;
  // Hashes of all entered ops with this id: one, unless the writer forked in an alarm stream.
  virtual Result<std::vector<Hash>> hashes_of(const StreamId& stream, const OpId& op) = 0;
  // Hashes of a writer's ops that were entered beside its chain, the newest last, at most `most`:
  // the newest of them.
  virtual Result<std::vector<Hash>> beside_of(const StreamId& stream, const WriterId& writer,
                                              std::size_t most) = 0;
  virtual Result<Hash> chain_hash_at(const StreamId& stream, Position position) = 0;
  // Entries after `position`, in order, until `max_bytes` are exceeded; at least one if there is
  // one. Positions are without gaps.
  virtual Result<std::vector<Entry>> read_after(const StreamId& stream, Position position,
                                                std::size_t max_bytes) = 0;
  // Refused and held ops of a writer, in number order.
  struct WriterVerdict {
    OpNumber number = 0;
    Verdict verdict = Verdict::accepted;
    Code code = Code::none;
  };
  virtual Result<std::vector<WriterVerdict>> verdicts_of(const StreamId& stream,
                                                         const WriterId& writer) = 0;
  virtual Result<std::optional<HeldOp>> held(const model::HoldKey& key) = 0;
  virtual Result<std::vector<HeldOp>> all_held() = 0;
  virtual Result<std::optional<EnrolCode>> code(const Hash& secret_hash) = 0;
  virtual Result<std::optional<Bytes>> meta(std::string_view name) = 0;
};

}  // namespace baraza::server
