// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace baraza::app {

// A thread for what takes long or touches the disk, so that the window's never does: opening a
// profile, changing a passphrase, keeping settings, writing pictures. Jobs run one after the other,
// in the order in which they were posted; the end of each is handed back to the owner's thread.
class Worker {
 public:
  using Ending = std::function<void()>;

  // `wake` is called on the worker's thread when there is something to deliver.
  explicit Worker(std::function<void()> wake);
  // Finishes the jobs that were posted; their endings are dropped.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // `job` runs on the worker's thread. What it returns runs in deliver().
  void post(std::function<Ending()> job);
  // Runs the endings that are there, on the caller's thread.
  void deliver();

 private:
  void work();

  std::function<void()> wake_;
  std::mutex mutex_;
  std::condition_variable posted_;
  std::deque<std::function<Ending()>> jobs_;
  std::vector<Ending> endings_;
  bool closing_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace baraza::app
