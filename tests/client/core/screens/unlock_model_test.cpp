// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/unlock_model.h"

#include <gtest/gtest.h>

#include "client/core/screens/settings_model.h"
#include "shared/base/limits.h"
#include "shared/sync/enrolment_code.h"

namespace baraza::client {
namespace {

class StoodTime final : public LocalTime {
 public:
  LocalMoment at(Instant, std::string_view) const override { return {{20'000}, 9 * 60}; }
};

class UnlockModels : public testing::Test {
 protected:
  UnlockContext context() { return {words, local, {}, profiles, {"en", "fr", "sw"}, state, 8}; }
  static std::string code() {
    const auto made =
        sync::encode_enrolment_code({Bytes(limits::enrol_secret_bytes, 's'),
                                     Bytes(limits::pin_bytes, 'p'), 8443, "baraza.example"});
    return made ? *made : std::string();
  }
  CodeCheck check(std::string_view typed) { return check_code(words, typed); }

  text::Catalogue words = text::Catalogue::english();
  StoodTime local;
  std::vector<ProfileCard> profiles{{"a", "Rose Akinyi", "Facilitator", 0, 14},
                                    {"b", "Daniel Otieno", "Facilitator", 5, 0}};
  EntryState state;
};

TEST_F(UnlockModels, AskWhoIsHereAndSayWhatWaits) {
  const UnlockModel model = unlock_model(context());
  EXPECT_EQ(model.greeting, "Good morning");
  EXPECT_EQ(model.question, "Who is here?");
  EXPECT_EQ(model.initials, (std::vector<std::string>{"RA", "DO"}));
  EXPECT_EQ(model.passphrase_label[0], "Your passphrase, Rose");
  EXPECT_EQ(model.unsent[0], "14 changes on this laptop wait to be sent. They are safe here.");
  EXPECT_TRUE(model.unsent[1].empty());
  EXPECT_TRUE(model.waiting.empty());
  EXPECT_TRUE(model.error.empty());
  ASSERT_EQ(model.languages.size(), 3U) << "only those that the client speaks";
  EXPECT_EQ(model.languages[1].name, "Français");
  EXPECT_EQ(model.language, "en");
}

TEST_F(UnlockModels, AWrongPassphraseAndAMomentOfWaitingAreSaid) {
  state.failed = Code::passphrase_wrong;
  EXPECT_FALSE(unlock_model(context()).error.empty());
  state = {true, Code::none};
  EXPECT_FALSE(unlock_model(context()).waiting.empty());
  EXPECT_FALSE(enrol_model(context(), false).waiting.empty());
}

TEST_F(UnlockModels, WhoeverIsFirstOnThisLaptopHasNoWayBack) {
  EXPECT_FALSE(enrol_model(context(), false).back.empty());
  profiles.clear();
  EXPECT_TRUE(enrol_model(context(), false).back.empty());
  EXPECT_FALSE(enrol_model(context(), true).back.empty());
  EXPECT_TRUE(enrol_model(context(), true).anew);
}

TEST_F(UnlockModels, TheCodeIsReadHoweverItIsTyped) {
  const std::string whole = code();
  ASSERT_FALSE(whole.empty());
  EXPECT_EQ(check("").state, CodeCheck::State::empty);
  EXPECT_EQ(check(whole).state, CodeCheck::State::complete);
  EXPECT_EQ(check(whole).server, "baraza.example:8443");
  std::string loose;
  for (const char c : whole) {
    if (c == '-') {
      loose += " \n";
    } else {
      loose += c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
    }
  }
  EXPECT_EQ(check(loose).state, CodeCheck::State::complete);
  std::string bare;
  for (const char c : whole) {
    if (c != '-') bare += c;
  }
  EXPECT_EQ(check(bare).state, CodeCheck::State::complete);
}

TEST_F(UnlockModels, AMistypedGroupIsNamedAtOnceAndASlipNeverTakenAsWhole) {
  const std::string whole = code();
  EXPECT_EQ(check(whole.substr(0, 12)).state, CodeCheck::State::typing);
  EXPECT_EQ(check(whole.substr(0, 12)).groups.size(), 3U);
  const CodeCheck wrong = check(whole.substr(0, 5) + "*");
  EXPECT_EQ(wrong.state, CodeCheck::State::wrong);
  EXPECT_EQ(wrong.wrong_group, 2U);
  EXPECT_EQ(wrong.words, "Group 2 holds a sign that no code has. Look at it again.");
  std::string slip = whole;
  slip[7] = slip[7] == 'A' ? 'B' : 'A';
  EXPECT_NE(check(slip).state, CodeCheck::State::complete);
}

TEST_F(UnlockModels, AnAddressHasANameAndAPort) {
  for (const char* good : {"example.org:8443", "10.0.0.1:1", "[::1]:443"}) {
    EXPECT_TRUE(is_address(good)) << good;
  }
  for (const char* bad : {"", "example.org", ":8443", "example.org:", "example.org:0", "a:65536",
                          "a b:443", "https://a:443", "a:443 "}) {
    EXPECT_FALSE(is_address(bad)) << bad;
  }
}

TEST_F(UnlockModels, TheSettingsSayWhatBecameOfAChange) {
  const auto packs = content::PackLibrary::from({}, [](ByteView) { return Hash{}; });
  const Replica replica({}, {});
  const ScreenContext screen{replica, *packs, words, local, {}, {}, false, {}, false, {}, {}};
  LaptopFacts facts;
  facts.label = "Laptop 3";
  facts.server = "old:1";
  facts.languages = {"en", "sw"};
  facts.least_passphrase = 8;
  SettingsModel model = settings_model(screen, facts);
  EXPECT_EQ(model.rows[0].value, "Laptop 3");
  EXPECT_EQ(model.server, "old:1");
  EXPECT_EQ(model.languages.size(), 2U);
  EXPECT_EQ(model.themes.size(), 3U);
  EXPECT_TRUE(model.passphrase_said.empty());
  facts.passphrase.failed = Code::passphrase_wrong;
  model = settings_model(screen, facts);
  EXPECT_TRUE(model.passphrase_wrong);
  EXPECT_EQ(model.passphrase_said, "That is not the passphrase you have now. Try again.");
  facts.passphrase = {};
  facts.passphrase_changed = facts.server_changed = true;
  model = settings_model(screen, facts);
  EXPECT_FALSE(model.passphrase_wrong);
  EXPECT_EQ(model.passphrase_said, "Changed. Use the new one from now on.");
  EXPECT_EQ(model.server_said, "Saved. It is looked for there from now on.");
}

}  // namespace
}  // namespace baraza::client
