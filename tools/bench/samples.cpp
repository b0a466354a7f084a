// SPDX-License-Identifier: Apache-2.0
#include "tools/bench/samples.h"

#include <algorithm>
#include <cmath>

namespace baraza::bench {

double ms_between(SteadyTime from, SteadyTime to) {
  return std::chrono::duration<double, std::milli>(to - from).count();
}

double Samples::percentile_ms(double percent) const {
  if (all_ms_.empty()) return 0;
  std::vector<double> sorted = all_ms_;
  std::sort(sorted.begin(), sorted.end());
  const double rank = std::ceil(percent / 100 * static_cast<double>(sorted.size()));
  const auto index = static_cast<std::size_t>(std::max(rank, 1.0)) - 1;
  return sorted[std::min(index, sorted.size() - 1)];
}

Json Samples::json() const {
  // Microseconds are what the clock is good for.
  const auto rounded = [this](double percent) {
    return std::round(percentile_ms(percent) * 1000) / 1000;
  };
  return {{"median_ms", rounded(50)}, {"p99_ms", rounded(99)}, {"max_ms", rounded(100)}};
}

}  // namespace baraza::bench
