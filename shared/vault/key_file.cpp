// SPDX-License-Identifier: Apache-2.0
#include "shared/vault/key_file.h"

#include <sodium.h>

#include <array>

#include "shared/vault/sealer.h"

namespace baraza::vault {
namespace {

constexpr ByteView kMagic = "BRZVAULT";
constexpr char kVersion = 1;
constexpr char kArgon2id = 1;  // with XChaCha20-Poly1305
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kDigestBytes = 32;

// magic, version, algorithm, cost, salt; then nonce, wrapped key; then a digest of it all. The
// digest holds no secret: it tells a damaged file from a wrong passphrase.
constexpr std::size_t kVersionAt = kMagic.size();
constexpr std::size_t kCostAt = kVersionAt + 2;
constexpr std::size_t kSaltAt = kCostAt + 8;
constexpr std::size_t kNonceAt = kSaltAt + salt_bytes;
constexpr std::size_t kWrappedAt = kNonceAt + kNonceBytes;
constexpr std::size_t kWrappedBytes = MasterKey::size + crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kDigestAt = kWrappedAt + kWrappedBytes;
constexpr std::size_t kFileBytes = kDigestAt + kDigestBytes;

const std::uint8_t* u8(ByteView bytes) {
  return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

void append_number(Bytes& out, std::uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(number >> shift);
}

std::uint32_t number_at(ByteView bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    number |= std::uint32_t{static_cast<std::uint8_t>(bytes[at + i])} << (8 * i);
  }
  return number;
}

Bytes digest_of(ByteView bytes) {
  Bytes digest(kDigestBytes, '\0');
  crypto_generichash(reinterpret_cast<std::uint8_t*>(digest.data()), digest.size(), u8(bytes),
                     bytes.size(), nullptr, 0);
  return digest;
}

// Nothing that lock_key() writes; a file that asks for more than this laptop has is no key file.
bool is_payable(const PassphraseCost& cost) {
  return cost.passes >= 1 && cost.passes <= limits::passphrase_passes_most &&
         cost.memory_kib >= 8 && cost.memory_kib <= limits::passphrase_memory_most_kib;
}

Result<PassphraseCost> read_cost(ByteView file) {
  const auto damaged = [] {
    return fail(Code::storage_damaged,
                "the key of this record is damaged; delete nothing, call for help");
  };
  if (file.size() <= kVersionAt || file.substr(0, kMagic.size()) != kMagic) return damaged();
  if (file[kVersionAt] > kVersion) {
    return fail(Code::unsupported_version,
                "the key of this record was written by a newer version; update this program");
  }
  if (file.size() != kFileBytes || file.substr(kDigestAt) != digest_of(file.substr(0, kDigestAt))) {
    return damaged();
  }
  const PassphraseCost cost{number_at(file, kCostAt), number_at(file, kCostAt + 4)};
  if (file[kVersionAt + 1] != kArgon2id || !is_payable(cost)) return damaged();
  return cost;
}

}  // namespace

Result<Bytes> lock_key(const MasterKey& key, std::string_view passphrase,
                       const PassphraseCost& cost, Random& random) {
  if (auto good = check_passphrase(passphrase); !good) return fail(good.error());
  if (!is_payable(cost)) return fail(Code::invalid_argument, "a cost that can't be paid");
  Bytes file(kMagic);
  file += {kVersion, kArgon2id};
  append_number(file, cost.passes);
  append_number(file, cost.memory_kib);
  file += random.bytes(salt_bytes);
  const auto outer = key_from_passphrase(passphrase, ByteView(file).substr(kSaltAt), cost);
  if (!outer) return fail(outer.error());

  const Bytes bound = file;
  file += random.bytes(kNonceBytes);
  Bytes wrapped(kWrappedBytes, '\0');
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      reinterpret_cast<std::uint8_t*>(wrapped.data()), nullptr, u8(key.view()), MasterKey::size,
      u8(bound), bound.size(), nullptr, u8(ByteView(file).substr(kNonceAt)), u8(outer->view()));
  file += wrapped;
  file += digest_of(file);
  return file;
}

Result<MasterKey> unlock_key(ByteView file, std::string_view passphrase) {
  const auto cost = read_cost(file);
  if (!cost) return fail(cost.error());
  const auto outer = key_from_passphrase(passphrase, file.substr(kSaltAt, salt_bytes), *cost);
  if (!outer) return fail(outer.error());
  std::array<std::uint8_t, MasterKey::size> bytes{};
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      bytes.data(), nullptr, nullptr, u8(file.substr(kWrappedAt)), kWrappedBytes, u8(file),
      kNonceAt, u8(file.substr(kNonceAt)), u8(outer->view()));
  if (failed != 0) {
    return fail(Code::passphrase_wrong, "that passphrase doesn't open this record");
  }
  auto key = MasterKey::from({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

Result<Bytes> change_passphrase(ByteView file, std::string_view old_passphrase,
                                std::string_view new_passphrase, const PassphraseCost& cost,
                                Random& random) {
  const auto key = unlock_key(file, old_passphrase);
  if (!key) return fail(key.error());
  return lock_key(*key, new_passphrase, cost, random);
}

}  // namespace baraza::vault
