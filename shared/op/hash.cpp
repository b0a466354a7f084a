// SPDX-License-Identifier: Apache-2.0
#include "shared/op/hash.h"

#include <sodium.h>

namespace baraza {

struct Hasher::State {
  crypto_generichash_state state;
};

Hasher::Hasher(std::string_view purpose) : state_(std::make_unique<State>()) {
  crypto_generichash_init(&state_->state, nullptr, 0, Hash::size);
  add(purpose);
}

Hasher::~Hasher() = default;

Hasher& Hasher::add(ByteView bytes) {
  add(static_cast<std::uint64_t>(bytes.size()));
  crypto_generichash_update(&state_->state, reinterpret_cast<const unsigned char*>(bytes.data()),
                            bytes.size());
  return *this;
}

Hasher& Hasher::add(std::uint64_t number) {
  std::array<std::uint8_t, 8> little{};
  for (std::size_t i = 0; i < 8; ++i) little[i] = static_cast<std::uint8_t>(number >> (8 * i));
  crypto_generichash_update(&state_->state, little.data(), little.size());
  return *this;
}

Hash Hasher::finish() {
  Hash out;
  crypto_generichash_final(&state_->state, out.bytes.data(), out.bytes.size());
  return out;
}

}  // namespace baraza
