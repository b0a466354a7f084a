// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <thread>

#include "server/app/admin_executor.h"
#include "server/app/inbox.h"
#include "server/app/journal.h"

namespace baraza::server {

// The one thread that decides and writes. Takes everything that came in while the last commit ran
// as the next batch. Owns nothing but the thread; hub, inbox, clock and journal outlive it.
class StoreThread final : public ActRunner {
 public:
  StoreThread(Hub& hub, Inbox& inbox, const Clock& clock, Journal& journal);
  // Closes the inbox, does what still waits in it, and joins.
  ~StoreThread() override;

  // Runs the act in a batch of its own and waits until it is durable. Any thread but this one.
  // unavailable once the inbox is closed.
  Result<void> run(const Hub::Act& act) override;
  // Says goodbye to every connection, and waits until that is handed to the network.
  void say_goodbye(Code code, Duration retry_after);

 private:
  void work();
  void handle(Inbox::Event& event);
  void tell_failure();

  Hub& hub_;
  Inbox& inbox_;
  const Clock& clock_;
  Journal& journal_;
  Code told_ = Code::none;    // the failure that was logged last, until a commit succeeds
  CommitNumber told_at_ = 0;  // the last commit before it
  std::thread thread_;
};

}  // namespace baraza::server
