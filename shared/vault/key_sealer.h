// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/vault/master_key.h"
#include "shared/vault/sealer.h"

namespace baraza::vault {

// Seals by XChaCha20-Poly1305 under a key derived from the master key, each value under a random
// nonce and bound to its context: without the key nothing can be read, and nothing can be changed
// or put elsewhere unseen.
class KeySealer final : public Sealer {
 public:
  // What sealing adds to a value: version, nonce, and the proof that nothing changed.
  static constexpr std::size_t overhead_bytes = 1 + 24 + 16;

  // `random` outlives the sealer; where it is shared with another thread it must allow that.
  KeySealer(const MasterKey& key, Random& random);

  Bytes seal(ByteView plain, ByteView context) override;
  Result<Bytes> open(ByteView sealed, ByteView context) const override;

 private:
  MasterKey key_;
  Random& random_;
};

}  // namespace baraza::vault
