// SPDX-License-Identifier: Apache-2.0
#include "client/profiles/profiles.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <iterator>

#include "client/store/sqlite_store.h"
#include "shared/system/random.h"
#include "tests/shared/system/temporary_folder.h"

namespace baraza::client {
namespace {

// The least that Argon2id allows: what is tried here isn't what it costs.
constexpr vault::PassphraseCost cheap{1, 8 * 1024};
constexpr const char* passphrase = "three quiet trees";

class Profiles : public testing::Test {
 protected:
  Unlocked made(const std::string& name) {
    auto out = make_profile(folder.path(), passphrase, cheap, random);
    EXPECT_TRUE(out) << out.error().detail;
    out->profile.name = name;
    EXPECT_TRUE(keep_card(out->profile));
    return *std::move(out);
  }
  Code code_of(const std::string& id, const std::string& words) {
    const auto opened = open_profile(folder.path(), id, words, random);
    return opened ? Code::none : opened.error().code;
  }

  TemporaryFolder folder;
  SystemRandom random;
};

TEST_F(Profiles, AreListedByNameWithoutAPassphrase) {
  EXPECT_TRUE(list_profiles(folder.path() / "nowhere")->empty());
  made("Rose Akinyi");
  made("Daniel Otieno");
  made("");
  const auto list = list_profiles(folder.path());
  ASSERT_EQ(list->size(), 3U);
  EXPECT_EQ(list->at(0).name, "Daniel Otieno");
  EXPECT_EQ(list->at(1).name, "Rose Akinyi");
  EXPECT_EQ(list->at(2).name, "") << "who hasn't joined yet is last";
}

TEST_F(Profiles, OpenWithTheirPassphraseOnly) {
  const Profile rose = made("Rose Akinyi").profile;
  EXPECT_EQ(code_of(rose.id, passphrase), Code::none);
  EXPECT_EQ(code_of(rose.id, "three quiet tree"), Code::passphrase_wrong);
  EXPECT_EQ(code_of("0123456789abcdef", passphrase), Code::not_found);
  EXPECT_EQ(code_of("../" + rose.id, passphrase), Code::not_found);
}

TEST_F(Profiles, WhoOpenedTheirPartLastWasHereLast) {
  const Profile rose = made("Rose Akinyi").profile;
  const Profile daniel = made("Daniel Otieno").profile;
  const auto long_ago = std::filesystem::file_time_type::clock::now() - std::chrono::hours(24);
  for (const Profile& each : {rose, daniel}) {
    std::filesystem::last_write_time(each.folder / "card.json", long_ago);
  }
  EXPECT_EQ(code_of(rose.id, passphrase), Code::none);
  EXPECT_EQ(code_of(daniel.id, "not this one"), Code::passphrase_wrong);
  const auto list = list_profiles(folder.path());
  EXPECT_GT(list->at(1).used, list->at(0).used) << "Rose, after Daniel who didn't get in";
}

TEST_F(Profiles, AChangedPassphraseOpensWhatWasSealedBefore) {
  const Unlocked rose = made("Rose Akinyi");
  const Bytes sealed = rose.sealer->seal("words", "row");
  EXPECT_EQ(change_profile_passphrase(rose.profile, "a wrong guess", "another one", cheap, random)
                .error()
                .code,
            Code::passphrase_wrong);
  ASSERT_TRUE(
      change_profile_passphrase(rose.profile, passphrase, "the river is high", cheap, random));
  EXPECT_EQ(code_of(rose.profile.id, passphrase), Code::passphrase_wrong);
  const auto opened = open_profile(folder.path(), rose.profile.id, "the river is high", random);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->sealer->open(sealed, "row"), "words");
}

TEST_F(Profiles, AShortPassphraseIsNotTaken) {
  const auto refused = make_profile(folder.path(), "short", cheap, random);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::invalid_argument);
  EXPECT_TRUE(list_profiles(folder.path())->empty());
}

TEST_F(Profiles, WhatACrashLeftBetweenCardAndKeyIsNobodyAndGoes) {
  const Profile half = made("").profile;
  std::filesystem::remove(half.folder / "vault.key");
  EXPECT_TRUE(list_profiles(folder.path())->empty());
  made("Rose Akinyi");
  EXPECT_FALSE(std::filesystem::exists(half.folder));
}

TEST_F(Profiles, AFolderWithAStoreIsNeverTakenForAHalf) {
  const Unlocked rose = made("Rose Akinyi");
  { ASSERT_TRUE(SqliteStore::open(rose.profile.folder, *rose.sealer, random)); }
  std::filesystem::remove(rose.profile.folder / "vault.key");
  made("Daniel Otieno");
  EXPECT_TRUE(std::filesystem::exists(rose.profile.folder / "client.db"));
}

TEST_F(Profiles, WhoHasJoinedIsNeverRemoved) {
  const Profile rose = made("Rose Akinyi").profile;
  EXPECT_FALSE(drop_profile(rose));
  const Profile nobody = made("").profile;
  EXPECT_TRUE(drop_profile(nobody));
  EXPECT_EQ(list_profiles(folder.path())->size(), 1U);
}

TEST_F(Profiles, TheStoreOfOneHoldsNoPlainWord) {
  const std::string canary = "CanaryAmina";
  const Unlocked rose = made("Rose Akinyi");
  {
    auto store = SqliteStore::open(rose.profile.folder, *rose.sealer, random);
    ASSERT_TRUE(store) << store.error().detail;
    ASSERT_TRUE((*store)->apply(DraftCommit{{"note/" + canary, canary}}));
    EXPECT_EQ((*store)->load()->drafts.at("note/" + canary), canary);
  }
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path())) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    EXPECT_EQ(bytes.find(canary), std::string::npos) << file.path();
  }
  // Somebody else's key opens nothing of it.
  const Unlocked daniel = made("Daniel Otieno");
  const auto wrong = SqliteStore::open(rose.profile.folder, *daniel.sealer, random);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, Code::storage_damaged);
}

}  // namespace
}  // namespace baraza::client
