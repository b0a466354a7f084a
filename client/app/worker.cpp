// SPDX-License-Identifier: Apache-2.0
#include "client/app/worker.h"

#include <utility>

namespace baraza::app {

Worker::Worker(std::function<void()> wake) : wake_(std::move(wake)), thread_([this] { work(); }) {}

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  posted_.notify_one();
  thread_.join();
}

void Worker::post(std::function<Ending()> job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  posted_.notify_one();
}

void Worker::deliver() {
  std::vector<Ending> endings;
  {
    const std::lock_guard lock(mutex_);
    endings = std::exchange(endings_, {});
  }
  for (const Ending& ending : endings) {
    if (ending) ending();
  }
}

void Worker::work() {
  while (true) {
    std::function<Ending()> job;
    {
      std::unique_lock lock(mutex_);
      posted_.wait(lock, [this] { return closing_ || !jobs_.empty(); });
      if (jobs_.empty()) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    Ending ending = job();
    job = nullptr;  // what it held goes on this thread
    {
      const std::lock_guard lock(mutex_);
      if (closing_) continue;
      endings_.push_back(std::move(ending));
    }
    if (wake_) wake_();
  }
}

}  // namespace baraza::app
