// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <unordered_map>
#include <variant>
#include <vector>

#include "server/core/hub.h"

namespace baraza::server {

// What waits for the store thread. Messages are bounded by count and by bytes; what the network
// must be able to say (opened, closed, a frame that can't be taken) is bounded by the connections
// there are and is always taken. Any thread may post; the store thread takes.
class Inbox {
 public:
  struct Opened {
    ConnectionId connection = 0;
    Bytes exporter;
  };
  struct Arrived {
    ConnectionId connection = 0;
    sync::Message message;
    std::vector<sync::SignatureState> signatures;
    std::size_t bytes = 0;  // of the frame
  };
  struct BadFrame {
    ConnectionId connection = 0;
    Code code = Code::none;
  };
  struct Closed {
    ConnectionId connection = 0;
  };
  // Has a batch of its own.
  struct Act {
    std::function<void(Hub&)> run;
  };
  using Event = std::variant<Opened, Arrived, BadFrame, Closed, Act>;

  struct Batch {
    std::vector<Event> events;
    std::vector<std::pair<ConnectionId, std::size_t>> queued;  // bytes waiting, the newest word
    bool closed = false;                                       // there will never be more
  };

  // False if there is no room: nothing was taken, and the sender has to be told.
  bool post(Arrived message);
  // False once the inbox is closed.
  bool post(Event event);
  void note_queued(ConnectionId connection, std::size_t bytes);

  // Everything that waits, in order, up to `ops` ops, for one batch. Blocks while there is nothing
  // and `wait`.
  Batch take(std::size_t ops, bool wait);

  // Nothing more is taken in; what waits can still be taken out.
  void close();

 private:
  std::mutex mutex_;
  std::condition_variable filled_;
  std::deque<Event> events_;
  std::unordered_map<ConnectionId, std::size_t> queued_;
  std::size_t messages_ = 0;
  std::size_t message_bytes_ = 0;
  bool closed_ = false;
};

}  // namespace baraza::server
