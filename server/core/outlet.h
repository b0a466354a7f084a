// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/sync/server_session.h"

namespace baraza::server {

using sync::ConnectionId;
using sync::FrameBytes;

// The network as the core sees it. Called on the store thread; never blocks. A connection that is
// gone already is ignored.
class Outlet {
 public:
  virtual ~Outlet() = default;
  virtual void send(ConnectionId connection, FrameBytes frame) = 0;
  // Ends the connection once what was sent before is out.
  virtual void close(ConnectionId connection) = 0;
  virtual void mark_authenticated(ConnectionId connection) = 0;
  // The keys of all writers, for checks on the network threads.
  virtual void publish_keys(std::shared_ptr<const sync::KeyTable> keys) = 0;
};

}  // namespace baraza::server
