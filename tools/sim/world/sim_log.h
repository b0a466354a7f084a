// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <variant>

#include "server/core/log_store.h"
#include "tools/sim/world/disk_faults.h"

namespace baraza::sim {

// The server's log on a simulated disk: a journal of batches, each there whole or not at all, as a
// transaction is. A batch is durable once it is synced; at a power cut one that was only written
// may have reached the disk, may be torn (and is then discarded by its checksum), or is gone.
class SimLog final : public server::LogStore {
 public:
  struct Append {
    StreamId stream;
    Position position = 0;
    Entry entry;
    OpRef op;
    bool consumes = false;
    Hash chain_hash;
  };
  struct SettleHeld {
    model::HoldKey key;
  };
  struct UseCode {
    Hash secret_hash;
    PublicKey by;
  };
  struct PutMeta {
    std::string name;
    Bytes value;
  };
  using Write = std::variant<server::StreamInfo, Append, server::HeldOp, SettleHeld,
                             server::EnrolCode, UseCode, PutMeta>;
  using Batch = std::vector<Write>;

  // `on_durable` hears of each batch once, at the moment from which no crash takes it away.
  SimLog(SimRandom random, std::function<void(const Batch&)> on_durable);

  DiskFaults& faults() { return faults_; }
  // The power is back after a PowerCut (or the process was killed between two steps). True if
  // something that was written was lost.
  bool recover();

  Result<void> begin() override;
  Result<void> commit() override;
  void rollback() override;
  Result<void> open_stream(const server::StreamInfo& stream) override;
  Result<void> append(const StreamId& stream, Position position, const Entry& entry,
                      const OpRef& op, bool consumes, const Hash& chain_hash) override;
  Result<void> put_held(const server::HeldOp& held) override;
  Result<void> settle_held(const model::HoldKey& key) override;
  Result<void> put_code(const server::EnrolCode& code) override;
  Result<void> use_code(const Hash& secret_hash, const PublicKey& by) override;
  Result<void> put_meta(std::string_view name, ByteView value) override;

  Result<std::vector<server::StreamInfo>> streams() override;
  Result<WriterPoint> writer_point(const StreamId& stream, const WriterId& writer) override;
  Result<std::vector<Hash>> hashes_of(const StreamId& stream, const OpId& op) override;
  Result<std::vector<Hash>> beside_of(const StreamId& stream, const WriterId& writer,
                                      std::size_t most) override;
  Result<Hash> chain_hash_at(const StreamId& stream, Position position) override;
  Result<std::vector<Entry>> read_after(const StreamId& stream, Position position,
                                        std::size_t max_bytes) override;
  Result<std::vector<WriterVerdict>> verdicts_of(const StreamId& stream,
                                                 const WriterId& writer) override;
  Result<std::optional<server::HeldOp>> held(const model::HoldKey& key) override;
  Result<std::vector<server::HeldOp>> all_held() override;
  Result<std::optional<server::EnrolCode>> code(const Hash& secret_hash) override;
  Result<std::optional<Bytes>> meta(std::string_view name) override;

 private:
  struct Stream {
    server::StreamInfo info;
    std::vector<Entry> entries;
    std::vector<Hash> chain;
    std::map<WriterId, WriterPoint> points;
    std::map<OpId, std::vector<Hash>> hashes;
    std::map<WriterId, std::vector<WriterVerdict>> verdicts;
  };
  // What the journal comes to.
  struct State {
    std::map<StreamId, Stream> streams;
    std::map<model::HoldKey, server::HeldOp> held;
    std::map<Hash, server::EnrolCode> codes;
    std::map<std::string, Bytes, std::less<>> meta;
    void apply(const Write& write);
  };

  Result<void> write(Write write);
  void keep(Batch batch);
  void rebuild();
  Stream* find(const StreamId& stream);

  SimRandom random_;
  std::function<void(const Batch&)> on_durable_;
  DiskFaults faults_;
  std::vector<Batch> journal_;  // durable
  Batch batch_;                 // being written
  bool written_ = false;        // the batch is in the file, not synced
  State state_;                 // with the batch
};

}  // namespace baraza::sim
