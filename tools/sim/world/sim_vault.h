// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <map>

#include "client/core/store_port.h"
#include "tools/sim/world/event_queue.h"
#include "tools/sim/world/sim_random.h"

namespace baraza::sim {

// A laptop's folder on a simulated disk, with the store thread before it: commits are carried out
// one after the other, each takes a while to write and sync and a while to be told of. It keeps the
// rules of client/store: what doesn't follow what is stored is refused, and local commits after a
// failed one fail untried until a higher generation.
class SimVault final : public client::StorePort {
 public:
  SimVault(EventQueue& events, SimRandom random, Bytes key_seed);

  // The longest time a commit takes to sync, and to be told of.
  void set_pace(Duration sync, Duration tell) {
    sync_ = sync;
    tell_ = tell;
  }
  void set_full(bool full) { full_ = full; }
  // Who hears of completions: the laptop's process as long as it runs.
  void attach(std::function<void(const client::Completion&)> on_completion);
  // The process is gone, or the power. What wasn't synced may be lost, even if it was told of,
  // completions are. True if
  // something was lost.
  bool power_cut();
  // Nothing waits to be stored or told.
  bool idle() const { return jobs_.empty() && untold_ == 0; }

  void submit(client::Ticket ticket, std::uint64_t generation, client::Commit commit) override;

  client::Loaded load() const;
  // Whose folder it is now: enrolling anew changes it.
  const WriterId& writer() const { return writer_; }
  // True if the op with this body is stored here: waiting to be sent, in the tray, or among the
  // stream's entries.
  bool has_act(const StreamId& stream, const Hash& body_digest) const;

  struct Stream {
    client::StreamRecord record;
    std::vector<Entry> entries;
    std::deque<sync::PendingRun> pending;
    WriterPoint own;
  };
  const std::map<StreamId, Stream>& streams() const { return folder_.streams; }
  // An older state of the folder put back, or one copied from another laptop.
  struct Folder {
    std::map<StreamId, Stream> streams;
    std::optional<client::Identity> identity;
    std::vector<client::TrayItem> tray;
    Bytes key_seed;
    bool frozen = false;
    std::optional<client::NextKey> next_key;
    std::vector<client::RetiredWriter> retired;
    std::map<std::string, Bytes> drafts;
  };
  const Folder& copy() const { return folder_; }
  void put_back(Folder folder);

 private:
  struct Job {
    client::Ticket ticket = 0;
    std::uint64_t generation = 0;
    client::Commit commit;
  };
  void begin_next();
  void carry_out();
  Result<void> try_apply(const Job& job);
  Result<void> apply(const client::LocalCommit& commit);
  Result<void> apply(const client::RemoteCommit& commit);
  Result<void> apply(const client::ResolvedCommit& commit);
  Result<void> apply(const client::IdentityCommit& commit);
  Result<void> apply(const client::RecordsCommit& commit);
  Result<void> apply(const client::FrozenCommit& commit);
  Result<void> apply(const client::NextKeyCommit& commit);
  Result<void> apply(const client::RenewalCommit& commit);
  Result<void> apply(const client::DraftCommit& commit);
  void keep(const client::KeptDraft& draft);
  Stream& open(const client::StreamRecord& record);
  bool take_back_late();  // true if a commit was lost so
  void keep_taken(const Stream& stream, const client::ResolvedCommit& commit);

  EventQueue& events_;
  SimRandom random_;
  Duration sync_ = milliseconds(20);
  Duration tell_ = milliseconds(5);
  bool full_ = false;
  std::function<void(const client::Completion&)> on_completion_;
  std::uint64_t incarnation_ = 0;
  std::deque<Job> jobs_;
  bool busy_ = false;
  std::size_t untold_ = 0;
  Tick told_at_;
  std::optional<std::uint64_t> failed_generation_;
  Error failure_;
  // What stood before each commit that may be late, since the last that was synced.
  struct Before {
    StreamId stream;
    client::StreamRecord record;
    std::size_t entries = 0;
    std::deque<sync::PendingRun> pending;
  };
  std::vector<Before> late_;
  // Durable but for those:
  Folder folder_;
  WriterId writer_;
};

}  // namespace baraza::sim
