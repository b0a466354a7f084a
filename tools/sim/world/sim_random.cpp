// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/sim_random.h"

#include <bit>

namespace baraza::sim {

SimRandom::SimRandom(std::uint64_t seed) {
  // splitmix64 spreads neighbouring seeds over the whole state.
  for (std::uint64_t& word : state_) {
    seed += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = seed;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    word = mixed ^ (mixed >> 31);
  }
}

std::uint64_t SimRandom::next() {
  const std::uint64_t out = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return out;
}

void SimRandom::fill(std::uint8_t* out, std::size_t size) {
  for (std::size_t i = 0; i < size;) {
    std::uint64_t word = next();
    for (int byte = 0; byte < 8 && i < size; ++byte, ++i, word >>= 8) {
      out[i] = static_cast<std::uint8_t>(word);
    }
  }
}

std::uint64_t SimRandom::below(std::uint64_t bound) {
  // The bias of a remainder is far below anything a fault rate could show.
  return next() % bound;
}

std::int64_t SimRandom::between(std::int64_t low, std::int64_t high) {
  return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
}

}  // namespace baraza::sim
