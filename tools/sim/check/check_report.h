// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tools/sim/world/counts.h"
#include "tools/sim/world/findings.h"

namespace baraza::sim {

// What a run of `check` comes to.
struct CheckReport {
  Counts counts;
  // Of a seed or a scenario; the lowest seed if several broke.
  std::optional<Finding> finding;
  std::string where;   // "seed 7", "scenario copied_disk"
  std::string repeat;  // the command that shows it again
  double seconds = 0;
};

// Words on stderr, counts on stdout; or everything as one JSON object on stdout.
void print_report(const CheckReport& report, bool json);

}  // namespace baraza::sim
