// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "server/app/inbox.h"
#include "server/net/listener.h"

namespace baraza::server {

// Where frames come in: decodes them and checks signatures on the network's threads, so that the
// store thread only decides. A frame that can't be decoded, or for which there is no room, ends its
// connection with a Bye that says why; the client keeps what it has and comes back.
class FrameGate final : public ConnectionHandler {
 public:
  explicit FrameGate(Inbox& inbox) : inbox_(inbox) {}

  // From any thread; signatures are checked against the newest table.
  void set_keys(std::shared_ptr<const sync::KeyTable> keys);

  void on_open(ConnectionId connection, Bytes exporter) override;
  void on_frame(ConnectionId connection, Bytes frame) override;
  void on_queued(ConnectionId connection, std::size_t bytes) override;
  void on_closed(ConnectionId connection, Code reason) override;

 private:
  std::shared_ptr<const sync::KeyTable> keys();
  bool is_refused(ConnectionId connection);
  void refuse(ConnectionId connection, Code code);

  Inbox& inbox_;
  std::mutex mutex_;  // guards what follows
  std::shared_ptr<const sync::KeyTable> keys_ = std::make_shared<sync::KeyTable>();
  std::set<ConnectionId> refused_;  // said goodbye to: nothing more of theirs is looked at
};

// The listener as the hub sees it. attach() before anything is sent.
class NetOutlet final : public Outlet {
 public:
  explicit NetOutlet(FrameGate& gate) : gate_(gate) {}
  void attach(Listener& listener) { listener_ = &listener; }

  void send(ConnectionId connection, FrameBytes frame) override {
    listener_->send(connection, std::move(frame));
  }
  void close(ConnectionId connection) override { listener_->close(connection); }
  void mark_authenticated(ConnectionId connection) override {
    listener_->mark_authenticated(connection);
  }
  void publish_keys(std::shared_ptr<const sync::KeyTable> keys) override {
    gate_.set_keys(std::move(keys));
  }

 private:
  FrameGate& gate_;
  Listener* listener_ = nullptr;
};

}  // namespace baraza::server
