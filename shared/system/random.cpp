// SPDX-License-Identifier: Apache-2.0
#include "shared/system/random.h"

#include <sodium.h>

#include <cstdio>
#include <cstdlib>

namespace baraza {

SystemRandom::SystemRandom() {
  if (sodium_init() < 0) {
    std::fputs("baraza: the system gives no random bytes; stopping\n", stderr);
    std::abort();
  }
}

void SystemRandom::fill(std::uint8_t* out, std::size_t size) {
  randombytes_buf(out, size);
}

}  // namespace baraza
