// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/base/clock.h"

namespace baraza::client {

// How long to wait before the next try to reach the server: anything up to a bound that doubles
// with every failure, from limits::reconnect_first to limits::reconnect_max. Twelve thousand
// laptops that lost the same server come back spread out, not together.
class ReconnectDelay {
 public:
  // The next wait, at least `at_least`, and on top of it the jitter.
  Duration next(Random& random, Duration at_least = {});
  // A connection held: the next failure is a first one.
  void reset() { failures_ = 0; }

 private:
  int failures_ = 0;
};

}  // namespace baraza::client
