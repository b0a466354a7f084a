// SPDX-License-Identifier: Apache-2.0
#include "shared/vault/sealer.h"

#include <sodium.h>

namespace baraza::vault {

Bytes row_context(std::string_view table, ByteView row) {
  // The length keeps ("ab", "c") and ("a", "bc") apart; names of tables are short.
  Bytes context(1, static_cast<char>(table.size()));
  context.append(table).append(row);
  return context;
}

Bytes row_context(std::string_view table, std::int64_t row) {
  Bytes key(8, '\0');
  for (std::size_t i = 0; i < key.size(); ++i) {
    key[i] = static_cast<char>(static_cast<std::uint64_t>(row) >> (56 - 8 * i));
  }
  return row_context(table, key);
}

void wipe(Bytes& secret) {
  sodium_memzero(secret.data(), secret.size());
  secret.clear();
}

}  // namespace baraza::vault
