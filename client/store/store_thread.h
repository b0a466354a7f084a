// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "client/core/store_port.h"
#include "client/store/sqlite_store.h"
#include "shared/base/limits.h"

namespace baraza::client {

// Carries out commits on a thread of its own, one transaction each, in the order of submit().
class StoreThread final : public StorePort {
 public:
  // Called on the store thread, once a ticket, in order; must not block for long. A success means
  // that the commit is on disk.
  using OnCompleted = std::function<void(Completion)>;

  // Owns the store, which nobody else uses from here on. At most `capacity` commits wait.
  StoreThread(std::unique_ptr<SqliteStore> store, OnCompleted on_completed,
              std::size_t capacity = limits::client_queue_messages);
  // Carries out what waits, hands over its completions and closes the store.
  ~StoreThread() override;
  StoreThread(const StoreThread&) = delete;
  StoreThread& operator=(const StoreThread&) = delete;

  // From any thread; never waits for the disk. A commit that finds `capacity` others waiting is
  // dropped and completes, in its turn, with too_fast.
  void submit(Ticket ticket, std::uint64_t generation, Commit commit) override;

 private:
  struct Job {
    Ticket ticket = 0;
    std::uint64_t generation = 0;
    bool local = false;
    std::optional<Commit> commit;  // empty: dropped for want of room
  };

  void run();
  Result<void> carry_out(const Job& job);

  std::unique_ptr<SqliteStore> store_;
  OnCompleted on_completed_;
  std::size_t capacity_;
  // Only the store thread looks at these: the last that builds on others and failed, and why.
  std::optional<std::uint64_t> failed_generation_;
  Error failure_;

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;
  std::size_t waiting_commits_ = 0;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses everything above
};

}  // namespace baraza::client
