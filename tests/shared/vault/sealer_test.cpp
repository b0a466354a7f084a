// SPDX-License-Identifier: Apache-2.0
#include "shared/vault/sealer.h"

#include <gtest/gtest.h>

#include "shared/vault/null_sealer.h"
#include "tests/support/xor_sealer.h"

namespace baraza::vault {
namespace {

const Bytes kContext = row_context("op", 7);
const Bytes kValue("Wanjiru\0said", 12);

TEST(NullSealer, GivesBackWhatItTookAndSaysThatItIsPlain) {
  NullSealer sealer;
  for (const Bytes& plain : {kValue, Bytes()}) {
    const Bytes sealed = sealer.seal(plain, kContext);
    EXPECT_EQ(sealed, Bytes(1, '\x01') + plain);
    EXPECT_EQ(*sealer.open(sealed, kContext), plain);
  }
}

TEST(NullSealer, DoesNotTakeASealedValueForAPlainOne) {
  test::XorSealer other("key");
  const auto opened = NullSealer().open(other.seal(kValue, kContext), kContext);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Code::unsupported_version);
}

TEST(NullSealer, TakesNothingAtAllForDamage) {
  const auto opened = NullSealer().open({}, kContext);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Code::storage_damaged);
}

TEST(RowContext, NoTwoPlacesShareOne) {
  EXPECT_NE(row_context("op", 1), row_context("op", 2));
  EXPECT_NE(row_context("op", 1), row_context("draft", 1));
  EXPECT_NE(row_context("ab", "c"), row_context("a", "bc"));
  EXPECT_NE(row_context("op", 1), row_context("op", std::int64_t{1} << 40));
  EXPECT_EQ(row_context("op", 1), row_context("op", 1));
}

TEST(XorSealer, OpensOnlyWhatItSealedForTheSamePlace) {
  test::XorSealer sealer("key");
  const Bytes sealed = sealer.seal(kValue, kContext);
  EXPECT_EQ(*sealer.open(sealed, kContext), kValue);
  EXPECT_FALSE(sealer.open(sealed, row_context("op", 8)));
  EXPECT_FALSE(test::XorSealer("other").open(sealed, kContext));
  EXPECT_FALSE(sealer.open(NullSealer().seal(kValue, kContext), kContext));
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    Bytes spoilt = sealed;
    spoilt[i] = static_cast<char>(spoilt[i] ^ 1);
    EXPECT_FALSE(sealer.open(spoilt, kContext)) << i;
  }
}

TEST(XorSealer, LeavesNoByteOfTheValueInItsPlace) {
  test::XorSealer sealer("key");
  const Bytes plain(500, 'a');
  const Bytes sealed = sealer.seal(plain, kContext);
  EXPECT_EQ(sealed.find('a', 17), Bytes::npos);
}

}  // namespace
}  // namespace baraza::vault
