// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>

#include "shared/base/bytes.h"
#include "shared/base/clock.h"

namespace baraza::vault {

// The 32 random bytes under which everything of one person on one laptop is sealed. Kept in memory
// of its own that isn't swapped to the disk where the system allows that, and overwritten when the
// key is destroyed. Can be moved, not copied; one that was moved from must not be used.
class MasterKey {
 public:
  static constexpr std::size_t size = 32;

  static MasterKey generate(Random& random);
  // Takes a copy of exactly `size` bytes.
  static MasterKey from(ByteView bytes);

  ByteView view() const { return {reinterpret_cast<const char*>(bytes_.get()), size}; }

  // A key for one purpose, from which neither this one nor that for another purpose can be told.
  // `purpose` is eight characters.
  MasterKey derived(const char (&purpose)[9]) const;

 private:
  struct Wipe {
    void operator()(std::uint8_t* bytes) const;
  };
  MasterKey();
  std::unique_ptr<std::uint8_t, Wipe> bytes_;
};

}  // namespace baraza::vault
