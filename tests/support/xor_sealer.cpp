// SPDX-License-Identifier: Apache-2.0
#include "tests/support/xor_sealer.h"

#include <sodium.h>

namespace baraza::test {
namespace {

constexpr std::size_t kProofBytes = 16;

Bytes hash(ByteView a, ByteView b, ByteView c, std::size_t size) {
  Bytes input;
  for (const ByteView part : {a, b, c}) input.append(std::to_string(part.size())).append(part);
  Bytes out(size, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(out.data()), out.size(),
                     reinterpret_cast<const unsigned char*>(input.data()), input.size(), nullptr,
                     0);
  return out;
}

}  // namespace

Bytes XorSealer::proof(ByteView plain, ByteView context) const {
  return hash(key_, context, plain, kProofBytes);
}

Bytes XorSealer::changed(ByteView bytes, ByteView context) const {
  Bytes out(bytes);
  Bytes stream;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (i % 64 == 0) stream = hash(key_, context, std::to_string(i), 64);
    // The top bit always differs, so that no letter stays a letter.
    out[i] = static_cast<char>(out[i] ^ (stream[i % 64] | '\x80'));
  }
  return out;
}

Bytes XorSealer::seal(ByteView plain, ByteView context) {
  return Bytes(1, version) + proof(plain, context) + changed(plain, context);
}

Result<Bytes> XorSealer::open(ByteView sealed, ByteView context) const {
  if (sealed.empty() || sealed.front() != version) {
    return fail(Code::unsupported_version, "a value that this sealer did not seal");
  }
  if (sealed.size() < 1 + kProofBytes) return fail(Code::storage_damaged, "a value cut short");
  Bytes plain = changed(sealed.substr(1 + kProofBytes), context);
  if (proof(plain, context) != sealed.substr(1, kProofBytes)) {
    return fail(Code::storage_damaged, "a changed value, or one of another place");
  }
  return plain;
}

}  // namespace baraza::test
