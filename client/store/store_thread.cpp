// SPDX-License-Identifier: Apache-2.0
#include "client/store/store_thread.h"

#include <utility>
#include <variant>

namespace baraza::client {

StoreThread::StoreThread(std::unique_ptr<SqliteStore> store, OnCompleted on_completed,
                         std::size_t capacity)
    : store_(std::move(store)),
      on_completed_(std::move(on_completed)),
      capacity_(capacity),
      thread_([this] { run(); }) {}

StoreThread::~StoreThread() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void StoreThread::submit(Ticket ticket, std::uint64_t generation, Commit commit) {
  const bool local = builds_on_others(commit);
  Job job{ticket, generation, local, std::move(commit)};
  {
    const std::lock_guard lock(mutex_);
    // The ticket stays in the queue, so that completions keep their order; the bytes go.
    if (waiting_commits_ >= capacity_) {
      job.commit.reset();
    } else {
      ++waiting_commits_;
    }
    jobs_.push_back(std::move(job));
  }
  wake_.notify_one();
}

void StoreThread::run() {
  for (;;) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
      if (jobs_.empty()) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
      if (job.commit) --waiting_commits_;
    }
    on_completed_({job.ticket, carry_out(job)});
  }
}

Result<void> StoreThread::carry_out(const Job& job) {
  if (job.local && failed_generation_ && job.generation <= *failed_generation_) {
    return fail(failure_);
  }
  Result<void> done = job.commit
                          ? store_->apply(*job.commit)
                          : fail(Code::too_fast, "the store has too much waiting to be saved");
  if (!done && job.local) {
    failed_generation_ = job.generation;
    failure_ = done.error();
  }
  return done;
}

}  // namespace baraza::client
