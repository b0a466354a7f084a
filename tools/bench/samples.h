// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <vector>

#include "tools/bench/benches.h"

namespace baraza::bench {

using SteadyTime = std::chrono::steady_clock::time_point;

inline SteadyTime steady_now() {
  return std::chrono::steady_clock::now();
}
double ms_between(SteadyTime from, SteadyTime to);

// Lengths of time in milliseconds. Of none, all figures are 0.
class Samples {
 public:
  void add(double ms) { all_ms_.push_back(ms); }
  std::size_t count() const { return all_ms_.size(); }
  // The smallest value that at least `percent` of them don't exceed (nearest rank).
  double percentile_ms(double percent) const;
  // {"median_ms", "p99_ms", "max_ms"}
  Json json() const;

 private:
  std::vector<double> all_ms_;
};

}  // namespace baraza::bench
