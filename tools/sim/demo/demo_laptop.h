// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <filesystem>
#include <memory>

#include "client/core/client.h"
#include "client/store/sqlite_store.h"
#include "tools/sim/demo/demo_server.h"

namespace baraza::sim {

// One person's laptop in the demo district: a real client over a real store, which commits at once.
// Its line to the server is a call. One thread.
class DemoLaptop final : private client::StorePort {
 public:
  struct Parts {
    vault::Sealer& sealer;
    Random& random;
    const content::PackLibrary& packs;
    DemoServer& server;
  };
  static Result<std::unique_ptr<DemoLaptop>> open(const std::filesystem::path& folder,
                                                  const Parts& parts);

  client::Client& client() { return *client_; }

  Result<void> enrol(const std::string& code, const std::string& label, Now now);
  // Writes the intent and lets it be saved.
  Result<void> act(const client::Intent& intent, Now now);

  // With a network, and without.
  void go_online(Now now);
  void go_offline();

  // Takes in what the store and the server said and carries out what the client asks. True if
  // anything happened.
  bool step(Now now);
  bool owns(server::ConnectionId line) const { return line_ == line; }
  void on_sent(const DemoServer::Sent& sent, Now now);

 private:
  explicit DemoLaptop(const Parts& parts) : parts_(parts) {}

  void submit(client::Ticket ticket, std::uint64_t generation, client::Commit commit) override;
  bool carry_out(Now now);

  Parts parts_;
  std::unique_ptr<client::SqliteStore> store_;
  std::unique_ptr<Signer> signer_;
  std::deque<client::Completion> completions_;
  std::optional<server::ConnectionId> line_;
  bool online_ = false;
  bool wants_line_ = false;
  std::optional<Error> enrol_failed_;
  std::unique_ptr<client::Client> client_;  // last: it uses everything above
};

}  // namespace baraza::sim
