// SPDX-License-Identifier: Apache-2.0
#include "shared/vault/master_key.h"

#include <sodium.h>

#include <cassert>
#include <new>

namespace baraza::vault {

void MasterKey::Wipe::operator()(std::uint8_t* bytes) const {
  sodium_free(bytes);  // overwrites first
}

MasterKey::MasterKey() {
  // Its guarded memory has to be readied; a second time does nothing.
  if (sodium_init() < 0) throw std::bad_alloc();
  bytes_.reset(static_cast<std::uint8_t*>(sodium_malloc(size)));
  if (!bytes_) throw std::bad_alloc();
}

MasterKey MasterKey::generate(Random& random) {
  MasterKey key;
  random.fill(key.bytes_.get(), size);
  return key;
}

MasterKey MasterKey::from(ByteView bytes) {
  assert(bytes.size() == size);
  MasterKey key;
  std::memcpy(key.bytes_.get(), bytes.data(), size);
  return key;
}

MasterKey MasterKey::derived(const char (&purpose)[9]) const {
  static_assert(size == crypto_kdf_KEYBYTES && sizeof purpose > crypto_kdf_CONTEXTBYTES);
  MasterKey key;
  crypto_kdf_derive_from_key(key.bytes_.get(), size, 1, purpose, bytes_.get());
  return key;
}

}  // namespace baraza::vault
