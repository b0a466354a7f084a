// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "server/core/admin_acts.h"
#include "server/core/holds.h"
#include "tools/sim/world/log_book.h"
#include "tools/sim/world/network.h"

namespace baraza::sim {

// The server: a real Hub over a simulated disk, fed batch by batch as the store thread of barazad
// would feed it. The process may lose its power at any step of the disk.
class ServerNode final : public ServerEnd, private server::Outlet {
 public:
  ServerNode(EventQueue& events, SimRandom random, Network& network, LogBook& book,
             Findings& findings, Counts& counts, Trace& trace);

  // Makes the log of a new programme and starts; nothing goes wrong in it.
  void found();

  SimLog& log() { return log_; }
  server::Hub* hub() { return hub_.get(); }  // null while it is down
  bool up() const { return hub_ != nullptr; }
  void set_pace(Duration commit) { commit_ = commit; }
  // The power goes now, or the process is killed; it starts again after `down`.
  void crash(Duration down);
  // Commits and answers whatever came in. Also done by itself, a little after something came.
  void run_batch();
  bool quiet() const { return inbox_.empty() && !scheduled_; }

  // Something an administrator does, in a batch of its own. False if it couldn't be done now.
  bool administer(const server::Hub::Act& act);
  server::Asking asking() const { return {"admin", now()}; }
  Now now() const { return {Instant{kEpoch.ms + events_.now().ms}, events_.now()}; }
  SimRandom& random() { return random_; }

  // --- ServerEnd ----------------------------------------------------------------------------
  bool accepts() const override { return hub_ != nullptr; }
  void on_line_open(ConnectionId line, Bytes exporter) override;
  void on_line_frame(ConnectionId line, FrameBytes frame) override;
  void on_line_queued(ConnectionId line, std::size_t bytes) override;
  void on_line_closed(ConnectionId line) override;

  // Where virtual time lies in people's time.
  static constexpr Instant kEpoch{1'795'000'000'000};

 private:
  struct Arrival {
    enum class What : std::uint8_t { open, frame, queued, closed };
    What what = What::frame;
    ConnectionId line = 0;
    Bytes exporter;
    FrameBytes frame;
    std::size_t bytes = 0;
  };
  // What a frame on its way said is in the log.
  struct Claim {
    StreamId stream;
    WriterId writer;
    OpNumber through = 0;
  };

  // server::Outlet
  void send(ConnectionId connection, FrameBytes frame) override;
  void close(ConnectionId connection) override;
  void mark_authenticated(ConnectionId connection) override;
  void publish_keys(std::shared_ptr<const sync::KeyTable> keys) override { keys_ = keys; }

  void start();
  void schedule();
  void take(const Arrival& arrival);
  void note_claims(ConnectionId line, const FrameBytes& frame);
  void check_claims();

  EventQueue& events_;
  SimRandom random_;
  Network& network_;
  LogBook& book_;
  Findings& findings_;
  Counts& counts_;
  Trace& trace_;
  std::unique_ptr<Signer> signer_;
  std::unique_ptr<Signer> programme_key_;
  SimLog log_;
  std::unique_ptr<server::Hub> hub_;
  std::shared_ptr<const sync::KeyTable> keys_;
  std::vector<Arrival> inbox_;
  std::map<ConnectionId, WriterId> writers_;  // as they said Hello
  std::vector<Claim> claims_;
  bool scheduled_ = false;
  std::uint64_t incarnation_ = 0;
  Duration commit_ = milliseconds(10);
};

}  // namespace baraza::sim
