// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "shared/base/limits.h"
#include "shared/base/result.h"
#include "shared/sync/messages.h"

namespace baraza::client {

// Where the server is and which key it must show.
struct LinkTarget {
  std::string host;
  std::uint16_t port = 0;
  Bytes pin;  // limits::pin_bytes of SHA-256 over the key's SubjectPublicKeyInfo
};

// Which connect() a report is of, from 1. A report that was under way when the owner asked for
// another connection, or dropped it, still arrives: the owner knows it by its number.
using LinkAttempt = std::uint64_t;

// What the link reports, on its own thread, one call at a time. Must not block for long.
class LinkHandler {
 public:
  virtual ~LinkHandler() = default;
  // The WebSocket is open to a server that showed the pinned key.
  virtual void on_connected(LinkAttempt attempt, Bytes exporter) = 0;
  virtual void on_frame(LinkAttempt attempt, Bytes frame) = 0;
  // Said once for every connect(), whether it came to a connection or not, unless another connect()
  // or drop() took its place. pin_mismatch: another server answered; nothing of ours was sent to
  // it. too_large, protocol_error: it sent what no server of ours sends. Else unavailable or
  // timed_out: try again.
  virtual void on_disconnected(LinkAttempt attempt, Error error) = 0;
};

// One WebSocket at a time to the server, on a thread of its own. It never decides to connect: its
// owner asks, after whatever delay it finds right. Any thread may call it.
class Link {
 public:
  // How long connecting and closing may take; tests shorten them.
  struct Deadlines {
    Duration connect = limits::handshake_deadline;
    Duration close = limits::close_deadline;
  };

  // The handler outlives the link.
  explicit Link(LinkHandler& handler);
  Link(LinkHandler& handler, Deadlines deadlines);
  // Cuts the connection, without a word to the handler, and joins the thread. Doesn't wait for the
  // network.
  ~Link();
  Link(const Link&) = delete;
  Link& operator=(const Link&) = delete;

  // Connects after `delay`. Replaces a connection or an attempt that is there.
  LinkAttempt connect(const LinkTarget& target, Duration delay);
  // Queues a frame; dropped without a word if there is no connection.
  void send(sync::FrameBytes frame);
  // Closes politely, sending what is queued first. on_disconnected follows.
  void disconnect();
  // Cuts the connection or the attempt; nothing is said about it.
  void drop();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace baraza::client
