// SPDX-License-Identifier: Apache-2.0
#include "shared/vault/secret_key.h"

#include <gtest/gtest.h>

#include "shared/op/signer.h"
#include "shared/vault/null_sealer.h"
#include "tests/shared/vault/counting_random.h"
#include "tests/support/xor_sealer.h"

namespace baraza::vault {
namespace {

SecretKey key_from(std::uint8_t first) {
  CountingRandom random(first);
  return SecretKey::generate(random);
}

const Bytes kContext = row_context("writer", 1);

TEST(SecretKey, ComesBackThroughTheSealerAndSignsAsBefore) {
  const SecretKey key = key_from(3);
  test::XorSealer sealer("key");
  const Bytes sealed = encode_secret_key(key, sealer, kContext);
  EXPECT_EQ(sealed.find(key.seed()), Bytes::npos);
  const auto again = decode_secret_key(sealed, sealer, kContext);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->seed(), key.seed());
  const KeySigner signer(again->seed());
  EXPECT_EQ(signer.public_key(), key.public_key());
  EXPECT_TRUE(verify_signature(key.public_key(), "m", signer.sign("m")));
}

TEST(SecretKey, OfAnotherPlaceDoesNotOpen) {
  test::XorSealer sealer("key");
  const Bytes sealed = encode_secret_key(key_from(3), sealer, kContext);
  EXPECT_FALSE(decode_secret_key(sealed, sealer, row_context("writer", 2)));
}

TEST(SecretKey, NeverBecomesAnotherKeyByAChangedBit) {
  NullSealer sealer;
  const Bytes sealed = encode_secret_key(key_from(3), sealer, kContext);
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    Bytes spoilt = sealed;
    spoilt[bit / 8] = static_cast<char>(spoilt[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_FALSE(decode_secret_key(spoilt, sealer, kContext)) << bit;
  }
  for (std::size_t size = 0; size < sealed.size(); ++size) {
    EXPECT_FALSE(decode_secret_key(sealed.substr(0, size), sealer, kContext)) << size;
  }
}

TEST(SecretKey, OfANewerVersionAsksForAnUpdate) {
  NullSealer sealer;
  const auto opened = decode_secret_key(sealer.seal("\x02 whatever", kContext), sealer, kContext);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Code::unsupported_version);
}

TEST(SecretKey, LeavesNothingWhereItWasMovedFrom) {
  const Bytes nothing(SecretKey::seed_bytes, '\0');
  SecretKey key = key_from(3);
  const Bytes seed(key.seed());
  SecretKey moved = std::move(key);
  EXPECT_EQ(moved.seed(), seed);
  // NOLINTNEXTLINE(bugprone-use-after-move,clang-analyzer-cplusplus.Move): that is the rule
  EXPECT_EQ(key.seed(), nothing);
  SecretKey other = key_from(9);
  other = std::move(moved);
  EXPECT_EQ(other.seed(), seed);
  // NOLINTNEXTLINE(bugprone-use-after-move,clang-analyzer-cplusplus.Move)
  EXPECT_EQ(moved.seed(), nothing);
}

TEST(SecretKey, IsOverwrittenWhenDestroyed) {
  alignas(SecretKey) std::array<unsigned char, sizeof(SecretKey)> place{};
  auto* key = new (place.data()) SecretKey(key_from(3));
  key->~SecretKey();
  for (const unsigned char byte : place) EXPECT_EQ(byte, 0);
}

}  // namespace
}  // namespace baraza::vault
