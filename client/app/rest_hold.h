// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "shared/base/time.h"

namespace baraza::app {

// Keeps what others wrote from moving things under a hand that is at work: a press meant for one
// person would meet another. What would move them waits until nothing was done for a second, and at
// most five; on another screen it is there at once.
class RestHold {
 public:
  static constexpr Duration quiet = seconds(1);
  static constexpr Duration longest = seconds(5);

  // A key, or the pointer.
  void touched(Tick now) { touched_ = now; }
  // What is drawn from now on is another screen.
  void moved() { moved_ = true; }

  // Whether it may show now; `waits`: there is something that would move others.
  bool lets(bool waits, Tick now);
  // When what waits is due, if the person does nothing until then.
  std::optional<Tick> next_change() const;

 private:
  Tick due() const;

  std::optional<Tick> waits_since_;
  Tick touched_;
  bool moved_ = true;
};

}  // namespace baraza::app
