// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/vault/sealer.h"

namespace baraza::vault {

// Seals nothing: writes the version byte `plain` and the bytes as they are. For a store without a
// passphrase. It can't notice a changed byte or a wrong context.
class NullSealer final : public Sealer {
 public:
  Bytes seal(ByteView plain, ByteView context) override;
  Result<Bytes> open(ByteView sealed, ByteView context) const override;
};

}  // namespace baraza::vault
