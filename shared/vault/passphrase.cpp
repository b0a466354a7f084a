// SPDX-License-Identifier: Apache-2.0
#include "shared/vault/passphrase.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <boost/locale/conversion.hpp>
#include <boost/locale/generator.hpp>
#include <boost/locale/utf.hpp>

#include "shared/vault/sealer.h"

namespace baraza::vault {
namespace {

// How many characters; empty if it isn't UTF-8.
std::optional<std::size_t> length_of(std::string_view text) {
  std::size_t count = 0;
  for (const char* at = text.data(); at != text.data() + text.size(); ++count) {
    const auto point = boost::locale::utf::utf_traits<char>::decode(at, text.data() + text.size());
    if (!boost::locale::utf::is_valid_codepoint(point)) return std::nullopt;
  }
  return count;
}

}  // namespace

Result<void> check_passphrase(std::string_view passphrase) {
  const auto length = length_of(passphrase);
  if (!length || passphrase.size() > limits::passphrase_bytes) {
    return fail(Code::invalid_argument, "that can't be a passphrase: too long, or not text");
  }
  if (*length < limits::passphrase_letters) {
    return fail(
        Code::invalid_argument,
        "a passphrase has at least " + std::to_string(limits::passphrase_letters) + " characters");
  }
  return {};
}

Bytes normal_form(std::string_view passphrase) {
  const bool ascii = std::all_of(passphrase.begin(), passphrase.end(),
                                 [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
  if (ascii || !length_of(passphrase)) return Bytes(passphrase);
  // Which language doesn't matter to the form; nothing of the system's own is asked.
  boost::locale::generator generator;
  generator.categories(boost::locale::category_t::convert);
  const std::locale locale = generator("en_US.UTF-8");
  return boost::locale::normalize(passphrase.data(), passphrase.data() + passphrase.size(),
                                  boost::locale::norm_nfc, locale);
}

Result<MasterKey> key_from_passphrase(std::string_view passphrase, ByteView salt,
                                      const PassphraseCost& cost) {
  static_assert(salt_bytes == crypto_pwhash_SALTBYTES);
  if (salt.size() != salt_bytes) return fail(Code::internal, "a salt of another size");
  Bytes normal = normal_form(passphrase);
  std::array<std::uint8_t, MasterKey::size> bytes{};
  const int failed =
      crypto_pwhash(bytes.data(), bytes.size(), normal.data(), normal.size(),
                    reinterpret_cast<const std::uint8_t*>(salt.data()), cost.passes,
                    std::size_t{cost.memory_kib} * 1024, crypto_pwhash_ALG_ARGON2ID13);
  wipe(normal);
  if (failed != 0) {
    return fail(Code::unavailable, "not enough memory to try the passphrase, which takes " +
                                       std::to_string(cost.memory_kib / 1024) +
                                       " MiB; close other programs and try again");
  }
  auto key = MasterKey::from({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

}  // namespace baraza::vault
