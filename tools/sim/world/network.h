// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>

#include "server/core/outlet.h"
#include "tools/sim/world/counts.h"
#include "tools/sim/world/event_queue.h"
#include "tools/sim/world/findings.h"
#include "tools/sim/world/swarm.h"
#include "tools/sim/world/trace.h"

namespace baraza::sim {

using sync::ConnectionId;
using sync::FrameBytes;

// What an end of a line hears. Each call comes as an event of its own.
class ServerEnd {
 public:
  virtual ~ServerEnd() = default;
  virtual bool accepts() const = 0;  // a process listens
  virtual void on_line_open(ConnectionId line, Bytes exporter) = 0;
  virtual void on_line_frame(ConnectionId line, FrameBytes frame) = 0;
  virtual void on_line_queued(ConnectionId line, std::size_t bytes) = 0;
  virtual void on_line_closed(ConnectionId line) = 0;
};
class ClientEnd {
 public:
  virtual ~ClientEnd() = default;
  virtual void on_line_up(ConnectionId line, Bytes exporter) = 0;
  virtual void on_line_frame(ConnectionId line, FrameBytes frame) = 0;
  virtual void on_line_down(ConnectionId line) = 0;
};

// Lines between laptops and the server: ordered and whole like TLS over TCP, as long as they last.
// Frames are delayed; a cut loses what is on its way, at one end or both; of a half-open line
// neither end hears until its own deadline; a stalled one takes nothing. The server end keeps the
// deadlines of server/net (idle, progress) and its bound on queued bytes.
class Network {
 public:
  Network(EventQueue& events, SimRandom random, Counts& counts, Findings& findings, Trace& trace);

  void attach(ServerEnd& server) { server_ = &server; }
  void attach(int client, ClientEnd& end);
  void set_swarm(const Swarm& swarm) { swarm_ = swarm; }
  void set_offline(int client, bool offline);
  bool offline(int client) const;

  // --- the client's end ---------------------------------------------------------------------
  // on_line_up or on_line_down follows.
  ConnectionId connect(int client);
  void client_send(ConnectionId line, FrameBytes frame);
  void client_close(ConnectionId line);

  // --- the server's end ---------------------------------------------------------------------
  void server_send(ConnectionId line, FrameBytes frame);
  void server_close(ConnectionId line);  // once what was sent is out
  void authenticated(ConnectionId line);
  int client_of(ConnectionId line) const;  // -1 if gone

  // --- what goes wrong ----------------------------------------------------------------------
  void cut(ConnectionId line, bool half_open);
  void cut_all();
  void stall(ConnectionId line, bool stalled);
  void set_rate(ConnectionId line, std::int64_t bytes_a_second);
  void server_gone();            // its process ended: nothing it had queued leaves
  void client_gone(int client);  // likewise
  // Anything a carrier does to a frame of a client: what comes back is what arrives, in order.
  using Carrier = std::function<std::vector<FrameBytes>(int client, const FrameBytes& frame)>;
  void set_carrier(Carrier carrier) { carrier_ = std::move(carrier); }
  // Every frame that the server hands to a line, before it leaves.
  using Watch = std::function<void(ConnectionId line, int client, const FrameBytes& frame)>;
  void set_watch(Watch watch) { watch_ = std::move(watch); }
  // Every frame that a client hands to its line.
  void set_client_watch(Watch watch) { client_watch_ = std::move(watch); }

  std::optional<ConnectionId> line_of(int client) const;  // the one its end holds
  std::vector<ConnectionId> lines() const;
  std::size_t most_queued_bytes() const { return most_queued_; }

 private:
  struct Line {
    int client = 0;
    bool client_open = false;
    bool server_open = false;
    bool severed = false;  // nothing gets through any more
    bool stalled = false;
    bool closing = false;
    bool authenticated = false;
    std::int64_t bytes_a_second = 0;  // 0: as fast as you like
    std::deque<FrameBytes> outbox;    // handed over by the server, not taken by the socket
    std::size_t queued = 0;
    bool taking = false;
    Tick last_up;  // when the last frame arrives, either way
    Tick last_down;
    Tick opened;
    Tick heard;     // by the server
    Tick progress;  // the socket took something, or had nothing to take
  };
  Line* find(ConnectionId line);
  void take_next(ConnectionId line);
  void taken(ConnectionId line);
  void lose(Line& line);
  void end_server(ConnectionId line);
  void end_client(ConnectionId line);
  void forget_if_dead(ConnectionId line);
  void watch_deadlines(ConnectionId line);
  Duration delay();

  EventQueue& events_;
  SimRandom random_;
  Counts& counts_;
  Findings& findings_;
  Trace& trace_;
  Swarm swarm_;
  ServerEnd* server_ = nullptr;
  std::map<int, ClientEnd*> clients_;
  std::map<int, bool> offline_;
  std::map<ConnectionId, Line> lines_;
  ConnectionId last_line_ = 0;
  Carrier carrier_;
  Watch watch_;
  Watch client_watch_;
  std::size_t most_queued_ = 0;
};

}  // namespace baraza::sim
