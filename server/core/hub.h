// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <unordered_map>

#include "server/core/decider.h"
#include "server/core/outlet.h"

namespace baraza::server {

// The server's heart: connections, the log and the directory, in batches. Whatever came in while
// the last commit ran is the next batch: begin with the first call, end with end_batch(), which
// makes it durable and only then lets anything out. Runs on the store thread; nothing in it locks.
class Hub final : private sync::ServerHost {
 public:
  // The store, outlet, signer and random source outlive the hub.
  static Result<std::unique_ptr<Hub>> open(LogStore& store, Outlet& outlet,
                                           const Signer& server_writer, Random& random);

  // --- what the network reports -------------------------------------------------------------
  void on_open(ConnectionId connection, Bytes exporter);
  void on_message(ConnectionId connection, const sync::Message& message,
                  const std::vector<sync::SignatureState>& signatures, Now now);
  // A frame that couldn't be decoded.
  void on_bad_frame(ConnectionId connection, Code code);
  // Bytes handed to the connection that its socket hasn't taken yet.
  void on_queued(ConnectionId connection, std::size_t bytes);
  void on_closed(ConnectionId connection);

  // Something an administrator does. `act` stages through ledger() and directory(); if it fails,
  // what it staged is abandoned with everything else of its batch, so it has one of its own.
  using Act = std::function<Result<void>(Hub&)>;
  Result<void> run_alone(const Act& act);

  // Commits what is staged, then sends. True if there is more to hand out: call again soon.
  bool end_batch();

  // Tells every connection that the server is going away.
  void say_goodbye(Code code, Duration retry_after);

  Ledger& ledger() { return ledger_; }
  DirectoryKeeper& keeper() { return keeper_; }
  const policy::Directory& directory() const { return keeper_.directory(); }
  const policy::Directory::WriterEntry* writer(const WriterId& id) const {
    return keeper_.directory().writer(id);
  }
  std::size_t connections() const { return connections_.size(); }
  // The last failure of a commit, for the log; empty if none since the last call.
  std::optional<Error> take_failure() { return std::exchange(failure_, std::nullopt); }

 private:
  struct Connection {
    std::unique_ptr<sync::ServerSession> session;
    std::size_t queued_bytes = 0;
    bool announced = false;  // mark_authenticated() was said
  };

  Hub(Ledger ledger, Outlet& outlet, const Signer& server_writer, Random& random);

  // ServerHost
  std::optional<PublicKey> key_of(const WriterId& writer) override;
  Result<sync::Enrolled> enrol(const sync::Enrol& request, Now now) override;
  Result<std::vector<sync::StreamOffer>> offers(const WriterId& writer) override;
  Code standing(const WriterId& writer) override;
  Result<Hash> chain_hash_at(const StreamId& stream, Position position) override;
  Result<OpsFrame> ops_after(const StreamId& stream, Position position) override;
  PushAnswer push(const WriterId& by, const sync::Push& push,
                  const std::vector<sync::SignatureState>& signatures, Now now) override;
  Result<sync::Taken> taken(const StreamId& stream, const WriterId& writer) override;

  Result<void> open_missing_streams();
  Result<void> enrol_writer(const AccountId& account, const sync::Enrol& request, Now now);
  void flush(ConnectionId id, Connection& connection);
  void abandon(const Error& why);
  void directory_changed();
  void wake_followers();
  void note_follows(ConnectionId id, const Connection& connection);
  bool pump();

  Ledger ledger_;
  Outlet& outlet_;
  Random& random_;
  DirectoryKeeper keeper_;
  Decider decider_;
  std::map<ConnectionId, Connection> connections_;
  std::set<ConnectionId> active_;  // spoke or were spoken to in this batch
  std::set<ConnectionId> hungry_;  // may have entries waiting
  std::unordered_map<StreamId, std::set<ConnectionId>> followers_;
  std::map<std::pair<StreamId, Position>, OpsFrame> frames_;  // of one round of pumping
  bool broken_ = false;  // staging failed: the batch can't be kept
  std::optional<Error> failure_;
  Tick wrong_codes_since_;
  int wrong_codes_ = 0;
};

}  // namespace baraza::server
