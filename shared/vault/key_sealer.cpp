// SPDX-License-Identifier: Apache-2.0
#include "shared/vault/key_sealer.h"

#include <sodium.h>

namespace baraza::vault {
namespace {

constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kProofBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(KeySealer::overhead_bytes == 1 + kNonceBytes + kProofBytes);
static_assert(MasterKey::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

// The version is bound as well: a later one may read the rest in another way.
Bytes bound_to(ByteView context) {
  return Bytes(1, static_cast<char>(SealVersion::xchacha20)).append(context);
}

}  // namespace

KeySealer::KeySealer(const MasterKey& key, Random& random)
    : key_(key.derived("brzseal1")), random_(random) {}

Bytes KeySealer::seal(ByteView plain, ByteView context) {
  const Bytes bound = bound_to(context);
  Bytes sealed(overhead_bytes + plain.size(), '\0');
  auto* bytes = reinterpret_cast<std::uint8_t*>(sealed.data());
  bytes[0] = static_cast<std::uint8_t>(SealVersion::xchacha20);
  random_.fill(bytes + 1, kNonceBytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      bytes + 1 + kNonceBytes, nullptr, reinterpret_cast<const std::uint8_t*>(plain.data()),
      plain.size(), reinterpret_cast<const std::uint8_t*>(bound.data()), bound.size(), nullptr,
      bytes + 1, reinterpret_cast<const std::uint8_t*>(key_.view().data()));
  return sealed;
}

Result<Bytes> KeySealer::open(ByteView sealed, ByteView context) const {
  if (sealed.empty()) {
    return fail(Code::storage_damaged, "a stored value is empty; delete nothing, keep the folder");
  }
  // A plain value isn't taken either: whoever can write to the disk would slip one in.
  if (sealed.front() != static_cast<char>(SealVersion::xchacha20)) {
    return fail(Code::unsupported_version, "a stored value was sealed in another way than this");
  }
  Bytes plain(sealed.size() < overhead_bytes ? 0 : sealed.size() - overhead_bytes, '\0');
  const Bytes bound = bound_to(context);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(sealed.data());
  const bool whole =
      sealed.size() >= overhead_bytes &&
      crypto_aead_xchacha20poly1305_ietf_decrypt(
          reinterpret_cast<std::uint8_t*>(plain.data()), nullptr, nullptr, bytes + 1 + kNonceBytes,
          sealed.size() - 1 - kNonceBytes, reinterpret_cast<const std::uint8_t*>(bound.data()),
          bound.size(), bytes + 1, reinterpret_cast<const std::uint8_t*>(key_.view().data())) == 0;
  if (!whole) {
    return fail(Code::storage_damaged,
                "a stored value doesn't open with this key; delete nothing, keep the folder");
  }
  return plain;
}

}  // namespace baraza::vault
