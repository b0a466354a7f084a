// SPDX-License-Identifier: Apache-2.0
#include "tests/client/net/link_watcher.h"

#include <chrono>

namespace baraza::client {

LinkWatcher::Seen LinkWatcher::seen() {
  const std::lock_guard lock(mutex_);
  return seen_;
}

bool LinkWatcher::wait(const std::function<bool(const Seen&)>& is_so) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, std::chrono::seconds(60), [&] { return is_so(seen_); });
}

bool LinkWatcher::wait_connected(std::size_t times) {
  return wait([=](const Seen& seen) { return seen.exporters.size() >= times; });
}

bool LinkWatcher::wait_ends(std::size_t times) {
  return wait([=](const Seen& seen) { return seen.ends.size() >= times; });
}

void LinkWatcher::expect_silence() {
  const std::lock_guard lock(mutex_);
  seen_.connected = false;
}

void LinkWatcher::on_connected(LinkAttempt, Bytes exporter) {
  const std::lock_guard lock(mutex_);
  if (seen_.connected) ++seen_.out_of_turn;
  seen_.connected = true;
  seen_.exporters.push_back(std::move(exporter));
  changed_.notify_all();
}

void LinkWatcher::on_frame(LinkAttempt, Bytes frame) {
  const std::lock_guard lock(mutex_);
  if (!seen_.connected) ++seen_.out_of_turn;
  seen_.frames.push_back(std::move(frame));
  changed_.notify_all();
}

void LinkWatcher::on_disconnected(LinkAttempt, Error error) {
  const std::lock_guard lock(mutex_);
  seen_.connected = false;
  seen_.ends.push_back(std::move(error));
  changed_.notify_all();
}

}  // namespace baraza::client
