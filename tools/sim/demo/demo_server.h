// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <filesystem>
#include <map>
#include <memory>

#include "server/app/data_folder.h"
#include "server/core/admin_acts.h"
#include "server/core/hub.h"

namespace baraza::sim {

// A real server without a network: the hub over the real store of a data folder, spoken to by
// calls, with the time that it is given. Holds the folder while it lives. One thread.
class DemoServer final : private server::Outlet {
 public:
  // Makes the folder as `baraza-admin init` would, and opens it.
  static Result<std::unique_ptr<DemoServer>> make(const std::filesystem::path& folder,
                                                  const std::string& administrator, Random& random);

  server::Hub& hub() { return *hub_; }
  const server::HeldFolder& folder() const { return held_; }

  // --- lines ----------------------------------------------------------------------------------
  server::ConnectionId open(Bytes exporter);
  void frame(server::ConnectionId line, ByteView frame, Now now);
  void close(server::ConnectionId line) override;
  // Commits what came in. Frames for the lines are in sent() then.
  void end_batch();
  struct Sent {
    server::ConnectionId line = 0;
    server::FrameBytes frame;  // null: the server closed the line
  };
  std::deque<Sent> take_sent() { return std::exchange(sent_, {}); }

 private:
  explicit DemoServer(server::HeldFolder held) : held_(std::move(held)) {}

  void send(server::ConnectionId line, server::FrameBytes frame) override;
  void mark_authenticated(server::ConnectionId) override {}
  void publish_keys(std::shared_ptr<const sync::KeyTable> keys) override { keys_ = keys; }

  server::HeldFolder held_;
  std::unique_ptr<server::SqliteLog> log_;
  std::shared_ptr<const sync::KeyTable> keys_;
  std::deque<Sent> sent_;
  server::ConnectionId last_line_ = 0;
  std::unique_ptr<server::Hub> hub_;  // last: it uses everything above
};

}  // namespace baraza::sim
