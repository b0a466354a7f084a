// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "client/core/screens/shell_model.h"
#include "shared/base/time.h"

namespace baraza::app {

// Keeps the risk banner from coming or going under a hand that is at work: everything below it
// moves by its height, and a press meant for one person would meet another. A change waits until
// nothing was done for a second, and at most five; on another screen it is there at once.
class BannerHold {
 public:
  static constexpr Duration quiet = seconds(1);
  static constexpr Duration longest = seconds(5);

  // A key, or the pointer.
  void touched(Tick now) { touched_ = now; }
  // What is drawn from now on is another screen.
  void moved() { moved_ = true; }

  // Makes the model's banner the one that is to be shown now.
  void settle(client::ShellModel& model, Tick now);
  // When a change that waits is due, if the person does nothing until then.
  std::optional<Tick> next_change() const;

 private:
  Tick due() const;

  client::ShellModel shown_;  // of which the banner alone counts
  std::optional<Tick> waits_since_;
  Tick touched_;
  bool moved_ = true;
};

}  // namespace baraza::app
