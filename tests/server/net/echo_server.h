// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>

#include "server/net/listener.h"

namespace baraza::server {

// A folder for one test, removed at its end.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

// A listener on a free port whose handler sends every frame back and remembers what happened.
class EchoServer final : private ConnectionHandler {
 public:
  struct Habits {
    bool logs_in = true;  // marks connections as authenticated when they open
    bool echoes = true;
  };
  struct Seen {
    std::vector<ConnectionId> opened;
    std::map<ConnectionId, Bytes> exporters;
    std::vector<Bytes> frames;
    std::map<ConnectionId, Code> closed;
    std::size_t most_queued = 0;
    int out_of_turn = 0;  // calls that broke the order on_open, frames, one on_closed
  };

  explicit EchoServer(NetOptions options = {}, Habits habits = {true, true});
  // Fails the test if the listener broke its promise about the order of calls.
  ~EchoServer() override;

  std::uint16_t port() const { return listener_->port(); }
  const Bytes& pin() const { return identity_->pin; }
  Listener& listener() { return *listener_; }
  void stop();

  Seen seen();
  // Waits until it is so, for longer than anything here takes. False: it never was.
  bool wait(const std::function<bool(const Seen&)>& is_so);
  // Waits for the reason with which the first connection closed.
  std::optional<Code> first_closed();

 private:
  void on_open(ConnectionId connection, Bytes exporter) override;
  void on_frame(ConnectionId connection, Bytes frame) override;
  void on_queued(ConnectionId connection, std::size_t bytes) override;
  void on_closed(ConnectionId connection, Code reason) override;
  Listener& ready_listener();
  bool is_open(ConnectionId connection) const;

  ScratchFolder folder_;
  const Habits habits_;
  std::optional<TlsIdentity> identity_;
  std::mutex mutex_;  // guards what follows
  std::condition_variable changed_;
  Seen seen_;
  bool ready_ = false;
  std::unique_ptr<Listener> listener_;
};

}  // namespace baraza::server
