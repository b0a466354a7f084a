// SPDX-License-Identifier: Apache-2.0
#include "shared/vault/null_sealer.h"

namespace baraza::vault {

Bytes NullSealer::seal(ByteView plain, ByteView) {
  Bytes sealed;
  sealed.reserve(1 + plain.size());
  sealed.push_back(static_cast<char>(SealVersion::plain));
  sealed.append(plain);
  return sealed;
}

Result<Bytes> NullSealer::open(ByteView sealed, ByteView) const {
  if (sealed.empty()) {
    return fail(Code::storage_damaged, "a stored value is empty; delete nothing, keep the folder");
  }
  if (sealed.front() != static_cast<char>(SealVersion::plain)) {
    return fail(Code::unsupported_version,
                "a stored value was sealed by a newer version; update this program");
  }
  return Bytes(sealed.substr(1));
}

}  // namespace baraza::vault
