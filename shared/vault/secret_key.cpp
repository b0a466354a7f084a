// SPDX-License-Identifier: Apache-2.0
#include "shared/vault/secret_key.h"

#include <sodium.h>

#include <algorithm>

namespace baraza::vault {
namespace {

constexpr char kKeyVersion = 1;
constexpr char kEd25519Seed = 1;
constexpr std::size_t kKeyBytes = 2 + SecretKey::seed_bytes + PublicKey::size;

}  // namespace

SecretKey SecretKey::generate(Random& random) {
  SecretKey key;
  random.fill(key.seed_.data(), key.seed_.size());
  return key;
}

std::optional<SecretKey> SecretKey::from_seed(ByteView seed) {
  if (seed.size() != seed_bytes) return std::nullopt;
  SecretKey key;
  std::copy(seed.begin(), seed.end(), reinterpret_cast<char*>(key.seed_.data()));
  return key;
}

SecretKey::SecretKey(SecretKey&& other) noexcept : seed_(other.seed_) {
  sodium_memzero(other.seed_.data(), other.seed_.size());
}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept {
  if (this != &other) {
    seed_ = other.seed_;
    sodium_memzero(other.seed_.data(), other.seed_.size());
  }
  return *this;
}

SecretKey::~SecretKey() {
  sodium_memzero(seed_.data(), seed_.size());
}

PublicKey SecretKey::public_key() const {
  PublicKey public_key;
  std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret{};
  crypto_sign_seed_keypair(public_key.bytes.data(), secret.data(), seed_.data());
  sodium_memzero(secret.data(), secret.size());
  return public_key;
}

Bytes encode_secret_key(const SecretKey& key, Sealer& sealer, ByteView context) {
  Bytes plain;
  plain.reserve(kKeyBytes);  // growing would leave copies of the secret behind
  plain.push_back(kKeyVersion);
  plain.push_back(kEd25519Seed);
  plain.append(key.seed());
  plain.append(key.public_key().view());
  Bytes sealed = sealer.seal(plain, context);
  wipe(plain);
  return sealed;
}

Result<SecretKey> decode_secret_key(ByteView sealed, const Sealer& sealer, ByteView context) {
  auto plain = sealer.open(sealed, context);
  if (!plain) return fail(plain.error());
  const ByteView view = *plain;
  const bool known = view.size() == kKeyBytes && view[0] == kKeyVersion && view[1] == kEd25519Seed;
  SecretKey key;
  if (known) std::memcpy(key.seed_.data(), view.data() + 2, SecretKey::seed_bytes);
  const bool whole = known && key.public_key().view() == view.substr(2 + SecretKey::seed_bytes);
  const bool newer = !view.empty() && view[0] > kKeyVersion;
  wipe(*plain);
  if (newer) {
    return fail(Code::unsupported_version,
                "this laptop's key was written by a newer version; update this program");
  }
  if (!whole) {
    return fail(Code::storage_damaged,
                "this laptop's key is damaged; delete nothing, enrol the laptop anew");
  }
  return key;
}

}  // namespace baraza::vault
