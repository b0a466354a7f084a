// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <queue>
#include <vector>

#include "shared/base/time.h"

namespace baraza::sim {

// The virtual clock and what is to happen on it. Events of one moment run in the order in which
// they were asked for, so a seed always runs the same way.
class EventQueue {
 public:
  using Event = std::function<void()>;

  Tick now() const { return now_; }
  void at(Tick when, Event event) {
    events_.push({std::max(when, now_), ++last_, std::move(event)});
  }
  void after(Duration delay, Event event) { at(now_ + delay, std::move(event)); }
  bool empty() const { return events_.empty(); }
  Tick next_at() const { return events_.top().when; }
  // Moves the clock to the next event and runs it. Not on an empty queue.
  void run_next() {
    now_ = events_.top().when;
    // The queue gives const access only; the event is gone right after.
    const Event event = std::move(const_cast<Scheduled&>(events_.top()).event);
    events_.pop();
    event();
  }
  // Nothing happens in between.
  void skip_to(Tick when) { now_ = std::max(now_, when); }

 private:
  struct Scheduled {
    Tick when;
    std::uint64_t order = 0;
    Event event;
    bool operator<(const Scheduled& other) const {
      return std::tie(other.when, other.order) < std::tie(when, order);
    }
  };
  Tick now_{1'000'000};
  std::uint64_t last_ = 0;
  std::priority_queue<Scheduled> events_;
};

}  // namespace baraza::sim
