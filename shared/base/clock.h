// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/time.h"

namespace baraza {

// The clocks, read only at the edges (shared/system, the simulator, tests). Everything inside
// takes a Now with the call. Safe to use from any thread.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Now now() const = 0;
};

// A source of random bytes. The real one is cryptographic (shared/system); the simulator's is
// seeded. Used by one thread at a time.
class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::uint8_t* out, std::size_t size) = 0;

  template <class Id>
  Id id() {
    Id out;
    fill(out.bytes.data(), out.bytes.size());
    return out;
  }
  Bytes bytes(std::size_t size) {
    Bytes out(size, '\0');
    fill(reinterpret_cast<std::uint8_t*>(out.data()), size);
    return out;
  }
};

}  // namespace baraza
