// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

#include "client/net/link.h"

namespace baraza::client {

// Remembers what a link reports, and whether it kept its word: never connected twice without
// "disconnected" between, no frame outside a connection.
class LinkWatcher final : public LinkHandler {
 public:
  struct Seen {
    std::vector<Bytes> exporters;  // one for each time connected
    std::vector<Bytes> frames;
    std::vector<Error> ends;  // one for each time disconnected
    bool connected = false;
    int out_of_turn = 0;
  };

  Seen seen();
  // Waits until it is so, for longer than anything here takes. False: it never was.
  bool wait(const std::function<bool(const Seen&)>& is_so);
  bool wait_connected(std::size_t times = 1);
  bool wait_ends(std::size_t times = 1);
  // The test replaced or dropped a connection, about which the link says nothing.
  void expect_silence();

  void on_connected(LinkAttempt, Bytes exporter) override;
  void on_frame(LinkAttempt, Bytes frame) override;
  void on_disconnected(LinkAttempt, Error error) override;

 private:
  std::mutex mutex_;  // guards what follows
  std::condition_variable changed_;
  Seen seen_;
};

}  // namespace baraza::client
