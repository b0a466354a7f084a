// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/base/clock.h"

namespace baraza::vault {

// Bytes that count up: no two draws of some length are the same.
class CountingRandom final : public Random {
 public:
  explicit CountingRandom(std::uint8_t first) : next_(first) {}
  void fill(std::uint8_t* out, std::size_t size) override {
    for (std::size_t i = 0; i < size; ++i) out[i] = next_++;
  }

 private:
  std::uint8_t next_;
};

}  // namespace baraza::vault
