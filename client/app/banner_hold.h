// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/app/rest_hold.h"
#include "client/core/screens/shell_model.h"

namespace baraza::app {

// Keeps the risk banner from coming or going under a hand that is at work: everything below it
// moves by its height.
class BannerHold {
 public:
  void touched(Tick now) { hold_.touched(now); }
  void moved() { hold_.moved(); }

  // Makes the model's banner the one that is to be shown now.
  void settle(client::ShellModel& model, Tick now);
  std::optional<Tick> next_change() const { return hold_.next_change(); }

 private:
  client::ShellModel shown_;  // of which the banner alone counts
  RestHold hold_;
};

}  // namespace baraza::app
