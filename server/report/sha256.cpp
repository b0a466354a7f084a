// SPDX-License-Identifier: Apache-2.0
#include "server/report/sha256.h"

#include <sodium.h>

namespace baraza::server {

struct Sha256::State {
  crypto_hash_sha256_state sodium;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  crypto_hash_sha256_init(&state_->sodium);
}

Sha256::~Sha256() = default;

void Sha256::add(ByteView bytes) {
  crypto_hash_sha256_update(&state_->sodium, reinterpret_cast<const unsigned char*>(bytes.data()),
                            bytes.size());
}

Sha256Digest Sha256::finish() {
  Sha256Digest out;
  crypto_hash_sha256_final(&state_->sodium, out.bytes.data());
  return out;
}

}  // namespace baraza::server
