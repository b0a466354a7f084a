// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <functional>
#include <memory>

#include "server/net/listener.h"

namespace baraza::server {

// What a close frame says: that this connection is over, or that the server goes and comes back.
enum class Farewell { normal, restart };

// One accepted TCP connection through its life: TLS, HTTP, WebSocket, frames, close. Lives in
// shared pointers held by its pending operations and by the listener's table. All calls may come
// from any thread; the work is done on the connection's strand.
class Connection {
 public:
  virtual ~Connection() = default;
  virtual void start() = 0;
  virtual void send(FrameBytes frame) = 0;
  virtual void close(Farewell farewell) = 0;  // after what is queued
  virtual void cut() = 0;                     // at once
  virtual void mark_authenticated() = 0;
};

// Told when a connection is over, or logged in, for the listener's counts.
struct ConnectionOwner {
  std::function<void(ConnectionId)> gone;
  std::function<void(ConnectionId)> logged_in;
};

// The socket's executor is the connection's strand.
std::shared_ptr<Connection> make_connection(boost::asio::ip::tcp::socket socket,
                                            boost::asio::ssl::context& tls, ConnectionId id,
                                            const NetOptions& options, ConnectionHandler& handler,
                                            ConnectionOwner owner);

}  // namespace baraza::server
