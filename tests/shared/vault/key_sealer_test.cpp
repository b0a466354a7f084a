// SPDX-License-Identifier: Apache-2.0
#include "shared/vault/key_sealer.h"

#include <gtest/gtest.h>

#include <set>

#include "shared/vault/null_sealer.h"
#include "tests/shared/vault/counting_random.h"

namespace baraza::vault {
namespace {

const Bytes kContext = row_context("entry", 7);
const Bytes kValue("Wanjiru\0said", 12);

class KeySealerTest : public testing::Test {
 protected:
  CountingRandom random_{3};
  MasterKey key_ = MasterKey::generate(random_);
  KeySealer sealer_{key_, random_};
};

TEST_F(KeySealerTest, GivesBackWhatItSealed) {
  for (const Bytes& plain : {kValue, Bytes(), Bytes(100'000, 'x')}) {
    const Bytes sealed = sealer_.seal(plain, kContext);
    EXPECT_EQ(sealed.size(), plain.size() + KeySealer::overhead_bytes);
    EXPECT_EQ(sealed.front(), '\x02');
    EXPECT_EQ(sealer_.open(sealed, kContext).value(), plain);
  }
}

TEST_F(KeySealerTest, AnotherSealerOfTheSameKeyOpensIt) {
  const Bytes sealed = sealer_.seal(kValue, kContext);
  EXPECT_EQ(KeySealer(MasterKey::from(key_.view()), random_).open(sealed, kContext).value(),
            kValue);
}

TEST_F(KeySealerTest, NoByteOfTheValueOrTheKeyStandsInIt) {
  const Bytes plain(500, 'a');
  const Bytes sealed = sealer_.seal(plain, kContext);
  EXPECT_EQ(sealed.find("aaaa"), Bytes::npos);
  EXPECT_EQ(sealed.find(key_.view().substr(0, 4)), Bytes::npos);
}

TEST_F(KeySealerTest, TheSameValueIsSealedAnewEveryTime) {
  std::set<Bytes> seen;
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(seen.insert(sealer_.seal(kValue, kContext)).second);
}

TEST_F(KeySealerTest, AValueOpensInItsPlaceOnly) {
  const auto opened = sealer_.open(sealer_.seal(kValue, kContext), row_context("entry", 8));
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Code::storage_damaged);
}

TEST_F(KeySealerTest, AnotherKeyOpensNothing) {
  const auto opened = KeySealer(MasterKey::generate(random_), random_)
                          .open(sealer_.seal(kValue, kContext), kContext);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Code::storage_damaged);
}

TEST_F(KeySealerTest, AChangedBitOrAMissingByteShows) {
  const Bytes sealed = sealer_.seal(kValue, kContext);
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    Bytes spoilt = sealed;
    spoilt[bit / 8] = static_cast<char>(spoilt[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_FALSE(sealer_.open(spoilt, kContext)) << bit;
  }
  for (std::size_t size = 0; size < sealed.size(); ++size) {
    EXPECT_FALSE(sealer_.open(sealed.substr(0, size), kContext)) << size;
  }
}

// Else whoever can write to the disk would put in what they like.
TEST_F(KeySealerTest, APlainValueIsNotTaken) {
  const auto opened = sealer_.open(NullSealer().seal(kValue, kContext), kContext);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Code::unsupported_version);
}

TEST_F(KeySealerTest, TheKeyForOnePurposeIsNotThatForAnother) {
  EXPECT_NE(key_.derived("purpose1").view(), key_.derived("purpose2").view());
  EXPECT_NE(key_.derived("purpose1").view(), key_.view());
  EXPECT_EQ(key_.derived("purpose1").view(), key_.derived("purpose1").view());
}

}  // namespace
}  // namespace baraza::vault
