// SPDX-License-Identifier: Apache-2.0
#include "unlock_stage.h"

namespace baraza::ui {
namespace {

TEST_F(FrontScreen, TypingAndEnterUnlock) {
  open_unlock();
  EXPECT_EQ(stage.focused(), "unlock.passphrase");
  EXPECT_TRUE(shows("14 changes on this laptop wait to be sent. They are safe here."));
  stage.press(Key::enter);
  EXPECT_TRUE(stage.asked<request::Unlock>().empty()) << "nothing is typed yet";
  stage.type("open sesame");
  stage.press(Key::enter);
  const auto asked = stage.asked<request::Unlock>();
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].profile, "a");
  EXPECT_EQ(asked[0].passphrase, "open sesame");
  EXPECT_TRUE(unlock.passphrase.empty()) << "it isn't kept";
}

TEST_F(FrontScreen, AnotherPersonStartsAnew) {
  open_unlock();
  stage.type("mine");
  ASSERT_TRUE(stage.click("unlock.person.b"));
  EXPECT_TRUE(unlock.passphrase.empty());
  EXPECT_EQ(stage.focused(), "unlock.passphrase");
  EXPECT_TRUE(shows("Your passphrase, Daniel"));
  EXPECT_FALSE(shows("wait to be sent"));
  stage.type("his own");
  ASSERT_TRUE(stage.click("unlock.go"));
  ASSERT_EQ(stage.asked<request::Unlock>().size(), 1U);
  EXPECT_EQ(stage.asked<request::Unlock>()[0].profile, "b");
}

TEST_F(FrontScreen, ThePassphraseIsReadOnlyWhereShowWasPressed) {
  open_unlock();
  stage.type("secret words");
  EXPECT_FALSE(shows("secret words"));
  EXPECT_EQ(text_of("unlock.passphrase").find("secret"), std::string::npos);
  ASSERT_NE(stage.registry().find("unlock.passphrase.show"), nullptr);
  ASSERT_TRUE(stage.click("unlock.passphrase.show"));
  EXPECT_EQ(unlock.passphrase, "secret words");
}

TEST_F(FrontScreen, WaitingTakesNoSecondTryAndAWrongOneIsSaid) {
  open_unlock();
  stage.type("wrong");
  state.waiting = true;
  stage.settle();
  stage.press(Key::enter);
  EXPECT_TRUE(stage.asked<request::Unlock>().empty());
  EXPECT_TRUE(shows("Opening. This takes a moment."));
  state = {false, Code::passphrase_wrong};
  stage.settle();
  EXPECT_EQ(stage.focused(), "unlock.passphrase") << "ready to be typed again";
  EXPECT_TRUE(shows(client::unlock_model(front()).error));
  check_everywhere("wrong");
}

TEST_F(FrontScreen, LanguageAndTextSizeAreChosenBeforeUnlocking) {
  open_unlock();
  ASSERT_TRUE(stage.click("unlock.language.2"));
  ASSERT_TRUE(stage.click("unlock.text_size.1"));
  ASSERT_TRUE(stage.click("unlock.someone_else"));
  ASSERT_EQ(stage.asked<request::SetLanguage>().size(), 1U);
  EXPECT_EQ(stage.asked<request::SetLanguage>()[0].language, "sw");
  ASSERT_EQ(stage.asked<request::SetTextSize>().size(), 1U);
  EXPECT_EQ(stage.asked<request::SetTextSize>()[0].text_size, TextSize::large);
  EXPECT_EQ(stage.asked<request::Go>()[0].place, Place(place::Enrol{}));
}

TEST_F(FrontScreen, JoiningTakesAWholeCodeAndAPassphraseTwice) {
  open_enrol();
  EXPECT_EQ(stage.focused(), "enrol.code");
  ASSERT_TRUE(stage.click("enrol.go"));
  EXPECT_TRUE(shows("Type the whole code first."));
  stage.scene.ui.focus("enrol.code");
  stage.settle();
  stage.type("AB*");
  EXPECT_TRUE(shows("Group 1 holds a sign that no code has."));
  for (int i = 0; i < 3; ++i) stage.press(Key::backspace);
  std::string typed = code();
  for (char& c : typed) c = c == '-' ? ' ' : static_cast<char>(std::tolower(c));
  stage.type(typed);
  EXPECT_TRUE(shows("It leads to baraza.example:8443."));
  stage.press(Key::tab);
  EXPECT_EQ(stage.focused(), "enrol.passphrase");
  stage.type("short");
  ASSERT_TRUE(stage.click("enrol.go"));
  EXPECT_TRUE(shows("At least 8 letters or signs."));
  stage.scene.ui.focus("enrol.passphrase");
  stage.settle();
  stage.type(" but sweet");
  ASSERT_TRUE(stage.click("enrol.again"));
  stage.type("short but sour!");
  EXPECT_TRUE(shows("The two are not the same yet."));
  for (int i = 0; i < 5; ++i) stage.press(Key::backspace);
  stage.type("sweet");
  EXPECT_TRUE(stage.asked<request::Enrol>().empty());
  stage.press(Key::enter);
  const auto asked = stage.asked<request::Enrol>();
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].passphrase, "short but sweet");
  EXPECT_TRUE(sync::decode_enrolment_code(asked[0].code));
}

TEST_F(FrontScreen, JoiningAnewKeepsThePassphrase) {
  anew = true;
  open_enrol();
  EXPECT_EQ(stage.registry().find("enrol.passphrase"), nullptr);
  stage.type(code());
  ASSERT_TRUE(stage.click("enrol.go"));
  ASSERT_EQ(stage.asked<request::Enrol>().size(), 1U);
  EXPECT_TRUE(stage.asked<request::Enrol>()[0].passphrase.empty());
}

TEST_F(FrontScreen, EscGoesBackFromJoiningAndForgetsWhatWasTyped) {
  open_enrol();
  stage.type(code());
  stage.press(Key::escape);
  EXPECT_EQ(stage.asked<request::Back>().size(), 1U);
  EXPECT_TRUE(enrol.code.empty());
  profiles.clear();
  open_enrol();
  EXPECT_EQ(stage.registry().find("enrol.back"), nullptr);
}

TEST_F(FrontScreen, WhatTheServerSaidToACodeIsSaid) {
  open_enrol();
  stage.type(code());
  state = {true, Code::none};
  stage.settle();
  EXPECT_TRUE(shows("Asking the server. One moment."));
  state = {false, Code::unavailable};
  stage.settle();
  EXPECT_TRUE(shows(client::enrol_model(front(), false).error));
  check_everywhere("not joined");
}

TEST_F(FrontScreen, SettingsHoldAtOnce) {
  open_settings();
  EXPECT_EQ(stage.focused(), "settings.language.0");
  ASSERT_TRUE(stage.click("settings.language.1"));
  ASSERT_TRUE(stage.click("settings.text_size.2"));
  ASSERT_TRUE(stage.click("settings.theme.1"));
  ASSERT_TRUE(stage.click("settings.privacy.1"));
  EXPECT_EQ(stage.asked<request::SetLanguage>()[0].language, "fr");
  EXPECT_EQ(stage.asked<request::SetTextSize>()[0].text_size, TextSize::largest);
  EXPECT_EQ(stage.asked<request::SetTheme>()[0].theme, Theme::dark);
  EXPECT_TRUE(stage.asked<request::SetPrivacyAtStart>()[0].on);
}

TEST_F(FrontScreen, ThePassphraseChangesOnlyWithTheOldOneAndTheNewTwice) {
  open_settings();
  const auto fill = [&](const char* id, const char* text) {
    ASSERT_TRUE(stage.click(id)) << id;
    stage.type(text);
  };
  fill("settings.new", "a new one");
  fill("settings.again", "a new one");
  ASSERT_TRUE(stage.click("settings.change"));
  EXPECT_TRUE(shows("Type the one you have now first."));
  fill("settings.old", "the old one");
  ASSERT_TRUE(stage.click("settings.change"));
  const auto asked = stage.asked<request::ChangePassphrase>();
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].old_passphrase, "the old one");
  EXPECT_EQ(asked[0].new_passphrase, "a new one");
  EXPECT_TRUE(laptop_settings.old_passphrase.empty());
  facts.passphrase.failed = Code::passphrase_wrong;
  stage.settle();
  EXPECT_TRUE(shows("That is not the passphrase you have now. Try again."));
}

TEST_F(FrontScreen, ANewServerAddressIsTakenOnlyIfItIsOne) {
  stage.resize({1920, 1080});
  open_settings();
  ASSERT_TRUE(stage.click("settings.server"));
  stage.press(Key::end);
  stage.type("x");
  ASSERT_TRUE(stage.click("settings.set_server"));
  EXPECT_TRUE(stage.asked<request::SetServer>().empty());
  EXPECT_TRUE(shows("A name or number, a colon and a port"));
  ASSERT_TRUE(stage.click("settings.server"));
  stage.press(Key::end);
  stage.press(Key::backspace);
  stage.press(Key::backspace);
  stage.type("4");
  ASSERT_TRUE(stage.click("settings.set_server"));
  ASSERT_EQ(stage.asked<request::SetServer>().size(), 1U);
  EXPECT_EQ(stage.asked<request::SetServer>()[0].address, "old.example:8444");
}

TEST_F(FrontScreen, HasRoomInEveryLanguageAndSize) {
  for (const std::string language : {"en", "fr", "sw", "pseudo"}) {
    words = language == "en" ? text::Catalogue::english() : client::words_in(language);
    open_unlock();
    check_everywhere("unlock " + language);
    open_enrol();
    check_everywhere("enrol " + language);
    open_settings();
    check_everywhere("settings " + language);
  }
  words = text::Catalogue::english();
  spoken = {"en", "es", "fr", "pt", "sw"};
  for (int i = 0; i < 7; ++i) {
    profiles.push_back({std::to_string(i), "Wilhelmina Nakabuye-Ssempijja", "Supervisor", 3, 2});
  }
  facts.label = "The third laptop of the health post at the upper lake road";
  facts.server = "a-very-long-name-of-a-server.district.health.example.org:8443";
  open_unlock();
  check_everywhere("unlock overfull");
  open_settings();
  check_everywhere("settings overfull", {"settings.server"});
}

TEST_F(FrontScreen, TheKeyboardReachesEverything) {
  for (const Size& size : {Size{1024, 600}, Size{1280, 800}}) {
    for (const TextSize text : {TextSize::normal, TextSize::largest}) {
      stage.scene.size = text;
      stage.resize(size);
      open_unlock();
      EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
      open_enrol();
      EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
      open_settings();
      EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
    }
  }
}

}  // namespace
}  // namespace baraza::ui
