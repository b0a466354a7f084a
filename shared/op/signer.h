// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "shared/base/clock.h"
#include "shared/base/ids.h"

namespace baraza {

// Signs with a writer's key without showing it. Used by one thread at a time.
class Signer {
 public:
  virtual ~Signer() = default;
  virtual const PublicKey& public_key() const = 0;
  virtual Signature sign(ByteView message) const = 0;
};

// True if `signature` is the Ed25519 signature of `message` by the holder of `key`.
bool verify_signature(const PublicKey& key, ByteView message, const Signature& signature);

// A writer's id is the hash of its public key, so nobody has to hand out numbers.
WriterId writer_id(const PublicKey& key);

// An Ed25519 key in memory; wiped when destroyed. `seed` is 32 bytes.
class KeySigner final : public Signer {
 public:
  static constexpr std::size_t seed_bytes = 32;

  explicit KeySigner(ByteView seed);
  static std::unique_ptr<KeySigner> generate(Random& random);
  ~KeySigner() override;
  KeySigner(const KeySigner&) = delete;
  KeySigner& operator=(const KeySigner&) = delete;

  const PublicKey& public_key() const override { return public_key_; }
  Signature sign(ByteView message) const override;

 private:
  PublicKey public_key_;
  std::array<std::uint8_t, 64> secret_key_{};
};

}  // namespace baraza
