// SPDX-License-Identifier: Apache-2.0
#include "shared/op/signer.h"

#include <sodium.h>

#include "shared/op/hash.h"

namespace baraza {
namespace {

const unsigned char* raw(ByteView bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

bool verify_signature(const PublicKey& key, ByteView message, const Signature& signature) {
  return crypto_sign_verify_detached(signature.bytes.data(), raw(message), message.size(),
                                     key.bytes.data()) == 0;
}

WriterId writer_id(const PublicKey& key) {
  return id_from<WriterId>(Hasher("baraza writer v1").add(key).finish());
}

KeySigner::KeySigner(ByteView seed) {
  std::array<std::uint8_t, seed_bytes> padded{};
  std::memcpy(padded.data(), seed.data(), std::min(seed.size(), padded.size()));
  crypto_sign_seed_keypair(public_key_.bytes.data(), secret_key_.data(), padded.data());
  sodium_memzero(padded.data(), padded.size());
}

std::unique_ptr<KeySigner> KeySigner::generate(Random& random) {
  Bytes seed = random.bytes(seed_bytes);
  auto signer = std::make_unique<KeySigner>(seed);
  sodium_memzero(seed.data(), seed.size());
  return signer;
}

KeySigner::~KeySigner() {
  sodium_memzero(secret_key_.data(), secret_key_.size());
}

Signature KeySigner::sign(ByteView message) const {
  Signature out;
  crypto_sign_detached(out.bytes.data(), nullptr, raw(message), message.size(), secret_key_.data());
  return out;
}

}  // namespace baraza
