// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "shared/base/limits.h"
#include "shared/base/result.h"
#include "shared/vault/master_key.h"

namespace baraza::vault {

// What trying one passphrase costs, the owner as well as a thief. Stored beside what it protects.
struct PassphraseCost {
  std::uint32_t passes = limits::passphrase_passes;
  std::uint32_t memory_kib = limits::passphrase_memory_kib;
  bool operator==(const PassphraseCost&) const = default;
};

// invalid_argument if it is too short to hold, too long, or not UTF-8. Asked when a person chooses
// one.
Result<void> check_passphrase(std::string_view passphrase);

// The same for every way in which the same letters can be typed: Unicode's form NFC. Wipe it after
// use.
Bytes normal_form(std::string_view passphrase);

constexpr std::size_t salt_bytes = 16;

// The key that Argon2id makes of the passphrase: about a second, and memory_kib of memory.
// unavailable if there isn't as much memory.
Result<MasterKey> key_from_passphrase(std::string_view passphrase, ByteView salt,
                                      const PassphraseCost& cost);

}  // namespace baraza::vault
