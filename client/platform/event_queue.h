// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>
#include <variant>

#include "client/ui/kernel/input.h"

namespace baraza::platform {

// What the person did and nobody has seen yet, in order. Filled by the window, and by scripts in
// the same way. Nothing is dropped; a pointer that moves on before anybody looked counts as one
// move. Used by the window's thread.
class EventQueue {
 public:
  void push(ui::InputEvent event) {
    const bool moves_on = !events_.empty() && std::holds_alternative<ui::PointerMoved>(event) &&
                          std::holds_alternative<ui::PointerMoved>(events_.back());
    if (moves_on) events_.pop_back();
    events_.push_back(event);
  }
  std::optional<ui::InputEvent> pop() {
    if (events_.empty()) return std::nullopt;
    std::optional<ui::InputEvent> event = std::move(events_.front());
    events_.pop_front();
    return event;
  }
  bool empty() const { return events_.empty(); }
  std::size_t size() const { return events_.size(); }

 private:
  std::deque<ui::InputEvent> events_;
};

}  // namespace baraza::platform
