// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace baraza::vault {

// What the first byte of everything sealed says about the rest. Numbers are only appended: a store
// holds rows of several versions while it is being sealed anew.
enum class SealVersion : std::uint8_t {
  plain = 1,      // not sealed at all
  xchacha20 = 2,  // KeySealer: XChaCha20-Poly1305 under a key derived from the master key
};

// The seam through which every value of a client's store passes on its way to the disk and back, so
// that none is ever written in a way that a later sealer would have to hunt down. Used by one
// thread at a time.
class Sealer {
 public:
  virtual ~Sealer() = default;

  // The context says where the bytes are kept (row_context). A real sealer binds them to it, so
  // that a value put into another row does not open; opening must therefore give the same context.
  virtual Bytes seal(ByteView plain, ByteView context) = 0;

  // storage_damaged if these are not the bytes that were sealed for this context;
  // unsupported_version if they were sealed in a version that this sealer can't open.
  virtual Result<Bytes> open(ByteView sealed, ByteView context) const = 0;
};

// The context of one value: its table and the key of its row, which no two rows share.
Bytes row_context(std::string_view table, ByteView row);
Bytes row_context(std::string_view table, std::int64_t row);

// Overwrites and empties bytes that held a secret.
void wipe(Bytes& secret);

}  // namespace baraza::vault
