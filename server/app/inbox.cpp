// SPDX-License-Identifier: Apache-2.0
#include "server/app/inbox.h"

#include "shared/base/limits.h"

namespace baraza::server {
namespace {

std::size_t ops_in(const Inbox::Event& event) {
  const auto* arrived = std::get_if<Inbox::Arrived>(&event);
  const auto* push = arrived == nullptr ? nullptr : std::get_if<sync::Push>(&arrived->message);
  if (push == nullptr) return 1;
  std::size_t ops = 0;
  for (const SignedRun& run : push->runs) ops += run.ops.size();
  return ops;
}

}  // namespace

bool Inbox::post(Arrived message) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_ || messages_ >= limits::server_inbox_messages ||
        message_bytes_ + message.bytes > limits::server_inbox_bytes) {
      return false;
    }
    ++messages_;
    message_bytes_ += message.bytes;
    events_.emplace_back(std::move(message));
  }
  filled_.notify_one();
  return true;
}

bool Inbox::post(Event event) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return false;
    events_.push_back(std::move(event));
  }
  filled_.notify_one();
  return true;
}

void Inbox::note_queued(ConnectionId connection, std::size_t bytes) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return;
    queued_[connection] = bytes;
  }
  filled_.notify_one();
}

Inbox::Batch Inbox::take(std::size_t ops, bool wait) {
  std::unique_lock lock(mutex_);
  if (wait) {
    filled_.wait(lock, [this] { return closed_ || !events_.empty() || !queued_.empty(); });
  }
  Batch out;
  std::size_t taken = 0;
  while (!events_.empty()) {
    const std::size_t next = ops_in(events_.front());
    if (!out.events.empty() && taken + next > ops) break;
    taken += next;
    if (const auto* arrived = std::get_if<Arrived>(&events_.front())) {
      --messages_;
      message_bytes_ -= arrived->bytes;
    }
    out.events.push_back(std::move(events_.front()));
    events_.pop_front();
  }
  // An old report of a connection may overtake the news that it closed; that harms nothing, while
  // one that overtook its opening would be lost. It can't: reports follow the first frame sent.
  out.queued.assign(queued_.begin(), queued_.end());
  queued_.clear();
  out.closed = closed_ && events_.empty();
  return out;
}

void Inbox::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  filled_.notify_all();
}

}  // namespace baraza::server
