// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "shared/base/clock.h"

namespace baraza::sim {

// The seeded source of everything random in a simulated world: xoshiro256** with distributions of
// our own, so that a seed means the same on every platform and with every standard library.
class SimRandom final : public Random {
 public:
  explicit SimRandom(std::uint64_t seed);

  void fill(std::uint8_t* out, std::size_t size) override;
  std::uint64_t next();
  std::uint64_t below(std::uint64_t bound);                   // 0 .. bound-1; bound above 0
  std::int64_t between(std::int64_t low, std::int64_t high);  // both included
  bool chance(std::uint64_t permille) { return below(1000) < permille; }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }
  // A source of its own, so that drawing more here doesn't change what is drawn there.
  SimRandom fork() { return SimRandom(next()); }

 private:
  std::uint64_t state_[4];
};

}  // namespace baraza::sim
