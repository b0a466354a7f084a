// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/base/clock.h"

namespace baraza {

// The computer's own clocks: wall time in UTC, which a person may set wrongly, and a tick that only
// goes forward while the computer runs. Safe to use from any thread.
class SystemClock final : public Clock {
 public:
  Now now() const override;
};

}  // namespace baraza
