// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "shared/base/clock.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/vault/sealer.h"

namespace baraza::vault {

// The secret half of a writer's Ed25519 key, as its 32-byte seed. Can be moved, not copied; its
// bytes are overwritten when it is moved from or destroyed.
class SecretKey {
 public:
  static constexpr std::size_t seed_bytes = 32;

  static SecretKey generate(Random& random);
  // Empty if these aren't seed_bytes.
  static std::optional<SecretKey> from_seed(ByteView seed);

  SecretKey(SecretKey&& other) noexcept;
  SecretKey& operator=(SecretKey&& other) noexcept;
  SecretKey(const SecretKey&) = delete;
  SecretKey& operator=(const SecretKey&) = delete;
  ~SecretKey();

  // What KeySigner takes. Lives as long as this object stays where it is.
  ByteView seed() const { return {reinterpret_cast<const char*>(seed_.data()), seed_.size()}; }
  PublicKey public_key() const;

 private:
  friend Result<SecretKey> decode_secret_key(ByteView, const Sealer&, ByteView);
  SecretKey() = default;
  std::array<std::uint8_t, seed_bytes> seed_{};
};

// The key as bytes to be kept, sealed for the place that the context names. Where it is kept is the
// caller's business; a file for it belongs to its owner alone (0600).
Bytes encode_secret_key(const SecretKey& key, Sealer& sealer, ByteView context);

// The error of the sealer, or storage_damaged if what it opened isn't such a key: a changed bit
// never gives another key.
Result<SecretKey> decode_secret_key(ByteView sealed, const Sealer& sealer, ByteView context);

}  // namespace baraza::vault
