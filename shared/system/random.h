// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/base/clock.h"

namespace baraza {

// Cryptographic random bytes from the operating system, by libsodium. Making one readies libsodium
// for the whole process. Ends the process where the system has no randomness to give: a key or an
// id made without it would be worse. Safe to use from any thread.
class SystemRandom final : public Random {
 public:
  SystemRandom();
  void fill(std::uint8_t* out, std::size_t size) override;
};

}  // namespace baraza
