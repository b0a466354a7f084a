// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "server/net/identity.h"
#include "server/net/options.h"
#include "shared/sync/server_session.h"

namespace baraza::server {

using sync::ConnectionId;
using sync::FrameBytes;

// What the network reports. Called on network threads, for one connection never at the same time
// and in order: on_open, then frames and queue reports, then on_closed once. Must not block for
// long and must not throw.
class ConnectionHandler {
 public:
  virtual ~ConnectionHandler() = default;
  // The WebSocket is open. `exporter` is the TLS channel binding, 32 bytes.
  virtual void on_open(ConnectionId connection, Bytes exporter) = 0;
  virtual void on_frame(ConnectionId connection, Bytes frame) = 0;
  // Bytes handed over by send() that wait for the socket. Said after each frame that went out.
  virtual void on_queued(ConnectionId connection, std::size_t bytes) = 0;
  virtual void on_closed(ConnectionId connection, Code reason) = 0;
};

// WebSocket over TLS 1.3 on one address, path /v1/sync; GET /healthz and /version beside it. Every
// limit and deadline of NetOptions holds before and after login. Any thread may call it.
class Listener {
 public:
  // Listens and starts its threads. address_in_use if the port is taken. The handler outlives it.
  static Result<std::unique_ptr<Listener>> create(const NetOptions& options,
                                                  const TlsIdentity& identity,
                                                  ConnectionHandler& handler);
  // Drops what is still open and joins the threads.
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  std::uint16_t port() const;

  // Queues a frame; never blocks. A connection whose queue would grow past 1 MiB is closed.
  void send(ConnectionId connection, FrameBytes frame);
  // Sends what is queued, then closes; after the close deadline the hard way.
  void close(ConnectionId connection);
  // Lifts the handshake deadline and the count of connections before login.
  void mark_authenticated(ConnectionId connection);

  // Takes no more connections, closes all with "service restart" after what is queued, waits for
  // them until the drain deadline and cuts the rest. Blocks.
  void drain();

 private:
  class Impl;
  explicit Listener(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace baraza::server
