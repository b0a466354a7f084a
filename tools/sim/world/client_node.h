// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <set>

#include "client/core/client.h"
#include "tools/sim/world/log_book.h"
#include "tools/sim/world/network.h"
#include "tools/sim/world/sim_vault.h"

namespace baraza::sim {

// What a laptop told its person, kept beside it so that no crash takes it away.
struct Witness {
  struct SavedOp {
    StreamId stream;
    OpNumber number = 0;
    Hash body_digest;  // names the act, whichever writer it is sent by
    std::uint32_t kind = 0;
  };
  std::vector<SavedOp> saved;      // everything ever reported Saved
  std::vector<SavedOp> unsettled;  // of these, what the server's log isn't known to have
  std::vector<client::OwnVerdict> refused;
  bool frozen = false;
};

// A laptop of one person: a real Client over a simulated folder. Its process may die at any moment
// and start again from what is on its disk.
class ClientNode final : public ClientEnd {
 public:
  ClientNode(int index, std::string handle, model::Role role, Bytes key_seed, EventQueue& events,
             SimRandom random, Network& network, LogBook& book, const content::PackLibrary& packs,
             Findings& findings, Counts& counts, Trace& trace);

  int index() const { return index_; }
  const std::string& handle() const { return handle_; }
  model::Role role() const { return role_; }
  const WriterId& writer() const { return vault_.writer(); }
  // Another laptop has a copy of its folder, or it is one.
  bool has_copies() const { return has_copies_; }
  void note_copy() { has_copies_ = true; }
  // It is frozen, and nobody has entered a code for it yet.
  bool waits_for_code() const;
  SimVault& vault() { return vault_; }
  const SimVault& vault() const { return vault_; }
  client::Client* client() { return client_.get(); }  // null while it is off
  const client::Client* client() const { return client_.get(); }
  const Witness& witness() const { return witness_; }
  bool up() const { return client_ != nullptr; }

  // The process starts from what is on disk.
  void start();
  // It dies, or the power goes; it starts again after `down`. Nothing starts with a negative one.
  void crash(Duration down);
  void set_clock(Duration ahead) { ahead_ = ahead; }
  Now now() const;
  // With a fresh code; a frozen laptop is enrolled anew.
  void enrol(const Bytes& secret);
  // True if the intent was written.
  bool act(const client::Intent& intent);
  std::optional<Code> declined() const { return declined_; }
  // Nothing waits here: no commit, no pending op, logged in.
  bool settled() const;
  bool caught_up() const { return caught_up_; }
  // Why it last hung up by itself.
  const std::string& last_hangup() const { return last_hangup_; }
  // The folder becomes an older or another one, while the process is off.
  void put_back(SimVault::Folder folder) { vault_.put_back(std::move(folder)); }

  // --- ClientEnd ----------------------------------------------------------------------------
  void on_line_up(ConnectionId line, Bytes exporter) override;
  void on_line_frame(ConnectionId line, FrameBytes frame) override;
  void on_line_down(ConnectionId line) override;

  // nothing_saved_is_lost, on every op that was reported saved.
  void check_saved();

 private:
  void carry_out();
  void arm();
  void on_saved(const client::effect::Saved& saved);
  void on_server(client::ActId act);

  int index_;
  std::string handle_;
  model::Role role_;
  EventQueue& events_;
  SimRandom random_;
  Network& network_;
  LogBook& book_;
  const content::PackLibrary& packs_;
  Findings& findings_;
  Counts& counts_;
  Trace& trace_;
  SimVault vault_;
  std::unique_ptr<Signer> signer_;  // as it was when the process started
  std::unique_ptr<client::Client> client_;
  std::uint64_t incarnation_ = 0;
  std::uint64_t attempt_ = 0;  // of a connection: earlier ones no longer count
  std::optional<ConnectionId> line_;
  std::optional<Tick> armed_;
  Duration ahead_;
  std::optional<Bytes> secret_;  // of a code that was entered, until it is done
  bool has_copies_ = false;
  // Of this incarnation: what isn't reported saved, and what isn't reported to be on the server.
  std::map<client::ActId, std::vector<Witness::SavedOp>> acts_;
  std::map<client::ActId, std::vector<Witness::SavedOp>> saved_acts_;
  Witness witness_;
  std::optional<Code> declined_;
  bool caught_up_ = false;
  std::string last_hangup_;
};

}  // namespace baraza::sim
