// SPDX-License-Identifier: Apache-2.0
#include "shared/vault/key_file.h"

#include <gtest/gtest.h>

#include "tests/shared/vault/counting_random.h"

namespace baraza::vault {
namespace {

constexpr PassphraseCost kCheap{1, 8};
constexpr std::string_view kPassphrase = "mango under the tree";

class KeyFileTest : public testing::Test {
 protected:
  Bytes locked(std::string_view passphrase = kPassphrase) {
    return lock_key(key_, passphrase, kCheap, random_).value();
  }
  static Code code_of(ByteView file, std::string_view passphrase = kPassphrase) {
    const auto key = unlock_key(file, passphrase);
    return key ? Code::none : key.error().code;
  }

  CountingRandom random_{3};
  MasterKey key_ = MasterKey::generate(random_);
};

TEST_F(KeyFileTest, ItsPassphraseOpensIt) {
  EXPECT_EQ(unlock_key(locked(), kPassphrase)->view(), key_.view());
}

TEST_F(KeyFileTest, AnotherPassphraseIsSaidToBeAnother) {
  for (const std::string_view wrong : {"mango under the treE", "mango under the tree ", "", "x"}) {
    EXPECT_EQ(code_of(locked(), wrong), Code::passphrase_wrong) << wrong;
  }
}

TEST_F(KeyFileTest, NeitherKeyNorPassphraseStandsInIt) {
  const Bytes file = locked();
  EXPECT_EQ(file.find(key_.view().substr(0, 4)), Bytes::npos);
  EXPECT_EQ(file.find(kPassphrase.substr(0, 4)), Bytes::npos);
}

TEST_F(KeyFileTest, ADamagedFileIsNeverCalledAWrongPassphrase) {
  const Bytes file = locked();
  for (std::size_t bit = 0; bit < file.size() * 8; ++bit) {
    Bytes spoilt = file;
    spoilt[bit / 8] = static_cast<char>(spoilt[bit / 8] ^ (1 << (bit % 8)));
    const Code code = code_of(spoilt);
    EXPECT_TRUE(code == Code::storage_damaged || code == Code::unsupported_version) << bit;
  }
  for (std::size_t size = 0; size < file.size(); ++size) {
    EXPECT_EQ(code_of(ByteView(file).substr(0, size)), Code::storage_damaged) << size;
  }
  EXPECT_EQ(code_of(file + "x"), Code::storage_damaged);
}

TEST_F(KeyFileTest, OfANewerVersionItAsksForAnUpdate) {
  Bytes file = locked();
  file[8] = 2;
  EXPECT_EQ(code_of(file), Code::unsupported_version);
}

TEST_F(KeyFileTest, TheSameKeyAndPassphraseGiveAnotherFileEveryTime) {
  EXPECT_NE(locked(), locked());
}

TEST_F(KeyFileTest, TheCostStandsInIt) {
  const Bytes file = lock_key(key_, kPassphrase, {2, 64}, random_).value();
  EXPECT_EQ(file[10], 2);
  EXPECT_EQ(file[14], 64);
  EXPECT_EQ(code_of(file), Code::none);
}

TEST_F(KeyFileTest, AChangedPassphraseOpensTheSameKeyAndTheOldOneNothing) {
  const Bytes before = locked();
  const auto after = change_passphrase(before, kPassphrase, "a new one, longer", kCheap, random_);
  ASSERT_TRUE(after);
  EXPECT_EQ(unlock_key(*after, "a new one, longer")->view(), key_.view());
  EXPECT_EQ(code_of(*after), Code::passphrase_wrong);
  const auto refused = change_passphrase(before, "not it at all", "another one", kCheap, random_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::passphrase_wrong);
}

TEST_F(KeyFileTest, ATooShortPassphraseIsNotTaken) {
  const auto file = lock_key(key_, "1234567", kCheap, random_);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, Code::invalid_argument);
}

TEST_F(KeyFileTest, TheSameLettersTypedInAnotherWayOpenIt) {
  const Bytes file = locked("caf\u00e9 au lait");
  EXPECT_EQ(code_of(file, "cafe\u0301 au lait"), Code::none);
  EXPECT_EQ(code_of(file, "cafe au lait"), Code::passphrase_wrong);
}

TEST(Passphrase, IsCountedInCharactersNotInBytes) {
  EXPECT_FALSE(check_passphrase("\u00e9\u00e9\u00e9\u00e9"));
  EXPECT_TRUE(check_passphrase("\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"));
  EXPECT_FALSE(check_passphrase(std::string(limits::passphrase_bytes + 1, 'x')));
  EXPECT_FALSE(check_passphrase("not utf-8 \xff"));
}

TEST(Passphrase, MakesAnotherKeyForAnotherSaltOrCost) {
  const auto key = [](char salt, PassphraseCost cost) {
    return Bytes(key_from_passphrase("passphrase", Bytes(salt_bytes, salt), cost)->view());
  };
  EXPECT_EQ(key('a', kCheap), key('a', kCheap));
  EXPECT_NE(key('a', kCheap), key('b', kCheap));
  EXPECT_NE(key('a', kCheap), key('a', {2, 8}));
}

// One try at the cost of the product: it must work at all where the tests run.
TEST(Passphrase, IsTriedAtTheFullCost) {
  EXPECT_TRUE(key_from_passphrase("passphrase", Bytes(salt_bytes, 'a'), {}));
}

}  // namespace
}  // namespace baraza::vault
