// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "client/core/client.h"
#include "client/net/link.h"
#include "client/store/store_thread.h"
#include "shared/vault/sealer.h"

namespace baraza::client {

// A whole client without a window: the core on its owner's thread, the store and the link each on a
// thread of their own. The owner calls step() in a loop, looks at client() between the calls, and
// never touches a disk or a socket itself. The window and the scripted clients both sit on it.
class Runtime final : private LinkHandler {
 public:
  struct Options {
    std::filesystem::path folder;
    std::string software;  // name and version, said to the server
    StoreOptions store;
    Link::Deadlines link;
    // Called on other threads when step() has something to do; empty where the owner waits in
    // step() anyway.
    std::function<void()> wake;
  };

  // Opens the folder (new, or of an earlier run) and starts the threads. Errors as of
  // SqliteStore::open(). What is given by reference outlives the runtime.
  static Result<std::unique_ptr<Runtime>> open(Options options, vault::Sealer& sealer,
                                               const Clock& clock, Random& random,
                                               const content::PackLibrary& packs);
  // Carries out what was submitted to the store and cuts the link.
  ~Runtime() override;
  Runtime(const Runtime&) = delete;
  Runtime& operator=(const Runtime&) = delete;

  Client& client() { return *client_; }
  const Client& client() const { return *client_; }
  Now now() const { return clock_.now(); }
  // The store, of which Options names the folder.
  const std::filesystem::path& folder() const { return options_.folder; }

  // Takes in what the other threads reported and what fell due, waiting for it at most `wait`, and
  // carries out what the core asks for. Returns what there is to tell.
  std::vector<Effect> step(Duration wait);

  // Ends a wait in step(); from any thread.
  void nudge();

  // Lets connections happen, or ends the one there is and holds further ones back: for somebody
  // who works without the network on purpose.
  void set_online(bool online);
  bool may_connect() const { return online_; }

 private:
  struct Inbox;

  Runtime(Options options, const Clock& clock);
  void start(std::unique_ptr<SqliteStore> store, Loaded loaded, Random& random,
             const content::PackLibrary& packs);

  // LinkHandler, on the link's thread.
  void on_connected(LinkAttempt attempt, Bytes exporter) override;
  void on_frame(LinkAttempt attempt, Bytes frame) override;
  void on_disconnected(LinkAttempt attempt, Error error) override;

  void carry_out(std::vector<Effect>& told);
  void connect(const effect::Connect& to, Duration delay);

  Options options_;
  const Clock& clock_;
  std::unique_ptr<Inbox> inbox_;
  std::unique_ptr<Signer> signer_;
  std::unique_ptr<StoreThread> store_;
  std::unique_ptr<Client> client_;
  std::unique_ptr<Link> link_;
  LinkAttempt attempt_ = 0;  // what others report is of a connection that nobody wants any more
  bool online_ = true;
  std::optional<effect::Connect> held_back_;
};

}  // namespace baraza::client
