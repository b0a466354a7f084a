// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/groups_screen.h"
#include "client/ui/screens/home_screen.h"
#include "client/ui/screens/settings_screen.h"
#include "client/ui/screens/unlock_screen.h"
#include "record_stage.h"

namespace baraza::ui {
namespace {

constexpr const char* long_name = "Women who carry each other across the river of Nyangombe";

// Home, groups and settings over a real record, and what comes before unlocking.
class HomeScreens : public RecordStage {
 protected:
  client::HomeModel home() {
    client::HomeModel out = client::home_model(context());
    if (overfull) overfill(out);
    return out;
  }
  client::GroupsModel groups() {
    client::GroupsModel out = client::groups_model(context());
    if (overfull) out.groups = many(out.groups);
    return out;
  }
  client::SettingsModel settings() { return client::settings_model(context(), facts); }
  client::UnlockContext before() {
    return {words, local, world.now, profiles, {"en", "fr", "sw"}, entry, 10};
  }

  void show_home() {
    show([this](Layout) { return home_top_bar(home()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_home(ui, frame, home(), requests);
         });
  }
  void show_groups() {
    show([this](Layout) { return groups_top_bar(groups()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_groups(ui, frame, groups(), requests);
         });
  }
  void show_settings() {
    facts.label = "Rose's laptop";
    facts.version = "0.1.0";
    facts.server = "baraza.example.org:8443";
    facts.languages = {"en", "fr", "sw"};
    facts.least_passphrase = 10;
    show([this](Layout) { return settings_top_bar(settings()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_settings(ui, frame, settings(), settings_state, requests);
         });
  }
  void fill_profiles(std::size_t persons) {
    profiles.clear();
    const char* names[] = {"Rose Akinyi", "Daniel Otieno", "Josephine Wekesa-Nyangombe",
                           "Tekle Haile"};
    for (std::size_t i = 0; i < persons; ++i) {
      profiles.push_back({"p" + std::to_string(i), names[i % 4], "Facilitator",
                          static_cast<std::uint32_t>(i),
                          i == 0 ? std::size_t{14} : std::size_t{0}});
    }
  }
  void show_unlock(std::size_t persons = 3) {
    fill_profiles(persons);
    stage.scene.requests.clear();
    stage.show([this](Ui& ui, Requests& requests) {
      draw_unlock(ui, client::unlock_model(before()), unlock, requests);
    });
  }
  void show_enrol() {
    stage.scene.requests.clear();
    stage.show([this](Ui& ui, Requests& requests) {
      draw_enrol(ui, client::enrol_model(before(), false), words, enrol, requests);
    });
  }

  std::vector<client::GroupCard> many(const std::vector<client::GroupCard>& some) {
    std::vector<client::GroupCard> out;
    for (int i = 0; i < 7 && !some.empty(); ++i) {
      out.push_back(some.front());
      out.back().name = long_name;
      out.back().risk = words.translate("A worry is open");
      out.back().risk_unseen = i % 2 == 0;
    }
    return out;
  }
  void overfill(client::HomeModel& out) {
    out.groups = many(out.groups);
    if (out.next) {
      out.next->title = std::string(long_name) + ", session 12";
      for (std::uint32_t seat = 10; seat <= 16; ++seat) out.next->seats.push_back({"Mw", seat});
      out.next->dots.resize(16);
    }
    client::NeedItem item;
    item.id = "need";
    item.title = "Two of you wrote something different about Nyangombe's attendance on 4 October";
    item.why = "Both answers are kept until one of you says which of the two it was.";
    item.action = "Look at both";
    out.needs = {item, item, item};
    out.needs_count = "3";
  }
  void in_every_language(const std::string& name) {
    for (const char* language : {"en", "fr", "sw", "pseudo"}) {
      words = client::words_in(language);
      stage.settle();
      // The words of no language are as long as these, brackets in brackets.
      std::vector<std::string> may_shorten;
      if (std::string_view(language) == "pseudo") {
        may_shorten = {"home.group.", "groups.group.", "home.open.text"};
      }
      check_everywhere(name + " " + language, may_shorten);
    }
    words = text::Catalogue::english();
    stage.settle();
  }
  void expect_all_reached() {
    for (const Size& size : {Size{1024, 600}, Size{1280, 800}}) {
      for (const TextSize text : {TextSize::normal, TextSize::largest}) {
        stage.scene.size = text;
        stage.resize(size);
        EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
      }
    }
  }
  bool overfull = false;
  client::LaptopFacts facts;
  SettingsState settings_state;
  std::vector<client::ProfileCard> profiles;
  client::EntryState entry;
  UnlockState unlock;
  EnrolState enrol;
};

TEST_F(HomeScreens, HomeGoesOnWithTheSessionThatIsOpen) {
  show_home();
  EXPECT_EQ(stage.focused(), "home.open");
  EXPECT_TRUE(shows("Go on with the session"));
  stage.press(Key::enter);
  const auto went = stage.asked<request::Go>();
  ASSERT_EQ(went.size(), 1U);
  EXPECT_EQ(went[0].place, Place(place::Session{world.group, session}));
  EXPECT_TRUE(stage.asked<request::Act>().empty()) << "nothing is written by going on";
}

TEST_F(HomeScreens, HomeLeadsToTheGroup) {
  show_home();
  ASSERT_TRUE(stage.click("home.plan"));
  ASSERT_TRUE(stage.click("home.group.0"));
  const auto went = stage.asked<request::Go>();
  ASSERT_EQ(went.size(), 2U);
  EXPECT_EQ(went[0].place, Place(place::Group{world.group}));
  EXPECT_EQ(went[1].place, Place(place::Group{world.group}));
}

TEST_F(HomeScreens, TheTwoWaysOnFitInOneRowBesideTheRing) {
  show_home();
  const Drawn* open = stage.registry().find("home.open");
  const Drawn* plan = stage.registry().find("home.plan");
  ASSERT_TRUE(open != nullptr && plan != nullptr);
  EXPECT_EQ(open->rect.y, plan->rect.y);
}

TEST_F(HomeScreens, HomeSaysWhereTheWorkIsAndNeverMoreThanIsKnown) {
  world.offline(world.facilitator);
  world.act(world.facilitator, world.mark(session, model::Mark::present));
  world.run();
  show_home();
  const client::HomeModel model = home();
  EXPECT_EQ(model.work.size(), 4U);
  EXPECT_EQ(model.work[0].second, "1 change, saved");
  EXPECT_TRUE(model.work[0].look_here);
  EXPECT_EQ(model.work[1].second, "waits for a network");
  for (const auto& row : model.work) EXPECT_NE(row.state, client::SyncModel::State::in_backup);
  EXPECT_TRUE(shows("You can go on as usual."));
}

TEST_F(HomeScreens, PrivacyLeavesNoMembersNameOnHome) {
  client::MarkAttendance away{world.group, {session, members[0]}, model::Mark::absent_told, 0, {}};
  world.act(world.facilitator, away);
  world.act(world.facilitator, client::CloseSession{world.group, session});
  world.run();
  world.now.wall = world.now.wall + hours(72);
  EXPECT_FALSE(home().before.empty());
  privacy = true;
  show_home();
  for (const char* name : {"Amina", "Beatrice", "Esther", "Farida", "Halima", "Meena"}) {
    EXPECT_FALSE(shows(name)) << name;
  }
}

TEST_F(HomeScreens, GroupsAreOpenedByEnter) {
  show_groups();
  EXPECT_EQ(stage.focused(), "groups.group.0");
  stage.press(Key::enter);
  const auto went = stage.asked<request::Go>();
  ASSERT_EQ(went.size(), 1U);
  EXPECT_EQ(went[0].place, Place(place::Group{world.group}));
}

TEST_F(HomeScreens, SettingsAreAskedForAtOnce) {
  show_settings();
  EXPECT_EQ(stage.focused(), "settings.language.0");
  ASSERT_TRUE(stage.click("settings.language.2"));
  ASSERT_TRUE(stage.click("settings.theme.1"));
  ASSERT_TRUE(stage.click("settings.text_size.2"));
  ASSERT_TRUE(stage.click("settings.privacy.1"));
  ASSERT_EQ(stage.asked<request::SetLanguage>().size(), 1U);
  EXPECT_EQ(stage.asked<request::SetTheme>().size(), 1U);
  EXPECT_EQ(stage.asked<request::SetTextSize>().size(), 1U);
  EXPECT_EQ(stage.asked<request::SetPrivacyAtStart>().size(), 1U);
}

TEST_F(HomeScreens, APassphraseIsChangedOnlyWhenBothAreTheSame) {
  show_settings();
  ASSERT_TRUE(stage.click("settings.old"));
  stage.type("three quiet trees");
  ASSERT_TRUE(stage.click("settings.new"));
  stage.type("four quiet rivers");
  ASSERT_TRUE(stage.click("settings.again"));
  stage.type("four quiet river");
  ASSERT_TRUE(stage.click("settings.change"));
  EXPECT_TRUE(stage.asked<request::ChangePassphrase>().empty());
  ASSERT_TRUE(stage.click("settings.again"));
  stage.press(Key::end);
  stage.type("s");
  ASSERT_TRUE(stage.click("settings.change"));
  ASSERT_EQ(stage.asked<request::ChangePassphrase>().size(), 1U);
  EXPECT_TRUE(settings_state.new_passphrase.empty()) << "nothing of it stays on the screen";
}

TEST_F(HomeScreens, UnlockingAsksForWhoIsChosenAndForgetsWhatWasTyped) {
  show_unlock();
  EXPECT_EQ(stage.focused(), "unlock.passphrase");
  stage.press(Key::enter);
  EXPECT_TRUE(stage.asked<request::Unlock>().empty());
  ASSERT_TRUE(stage.click("unlock.person.p1"));
  EXPECT_EQ(stage.focused(), "unlock.passphrase");
  stage.type("three quiet trees");
  EXPECT_FALSE(shows("three quiet trees"));
  stage.press(Key::enter);
  const auto asked = stage.asked<request::Unlock>();
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].profile, "p1");
  EXPECT_EQ(asked[0].passphrase, "three quiet trees");
  EXPECT_TRUE(unlock.passphrase.empty());
}

TEST_F(HomeScreens, ThePassphraseIsInViewHoweverManyShareTheLaptop) {
  for (const Size& size : {Size{1024, 600}, Size{1280, 800}}) {
    for (const TextSize text : all_text_sizes) {
      for (const std::size_t persons : {1U, 4U, 5U, 9U}) {
        UnlockState state;
        ScreenStage fresh;
        fresh.scene.size = text;
        fresh.resize(size);
        fill_profiles(persons);
        fresh.show([&](Ui& ui, Requests& requests) {
          draw_unlock(ui, client::unlock_model(before()), state, requests);
        });
        EXPECT_EQ(fresh.focused(), "unlock.passphrase");
        const Drawn* field = fresh.registry().find("unlock.passphrase");
        ASSERT_NE(field, nullptr);
        EXPECT_EQ(field->visible(), field->rect)
            << size.width << ", " << static_cast<int>(text) << ", " << persons;
      }
    }
  }
}

TEST_F(HomeScreens, JoiningBeginsWithTheCode) {
  profiles = {{"p0", "Rose Akinyi", "Facilitator", 1, 0}};
  show_enrol();
  EXPECT_EQ(stage.focused(), "enrol.code");
  stage.type("7KQM");
  stage.press(Key::enter);
  EXPECT_TRUE(stage.asked<request::Enrol>().empty()) << "the code isn't whole";
}

// --- layout -------------------------------------------------------------------------------------

TEST_F(HomeScreens, HomeHasRoomForItsWords) {
  show_home();
  in_every_language("home");
  overfull = true;
  in_every_language("home overfull");
  expect_all_reached();
}

TEST_F(HomeScreens, HomeHasRoomBeforeTheSession) {
  world.act(world.facilitator, client::CloseSession{world.group, session});
  world.run();
  show_home();
  in_every_language("home closed");
  world.now.wall = world.now.wall + hours(72);
  in_every_language("home planned");
  expect_all_reached();
}

TEST_F(HomeScreens, GroupsHaveRoomForTheirWords) {
  show_groups();
  in_every_language("groups");
  overfull = true;
  in_every_language("groups overfull");
  expect_all_reached();
}

TEST_F(HomeScreens, SettingsHaveRoomForTheirWords) {
  show_settings();
  in_every_language("settings");
  facts.passphrase.failed = Code::passphrase_wrong;
  facts.server_changed = true;
  in_every_language("settings said");
  expect_all_reached();
}

TEST_F(HomeScreens, UnlockHasRoomForItsWords) {
  show_unlock();
  in_every_language("unlock");
  entry.failed = Code::passphrase_wrong;
  show_unlock(9);
  in_every_language("unlock nine");
  expect_all_reached();
}

TEST_F(HomeScreens, JoiningHasRoomForItsWords) {
  profiles = {{"p0", "Rose Akinyi", "Facilitator", 1, 0}};
  show_enrol();
  in_every_language("enrol");
  enrol.code = "7KQM-XXXX";
  enrol.passphrase = "short";
  enrol.again = "shorter";
  entry.failed = Code::passphrase_wrong;
  in_every_language("enrol wrong");
  expect_all_reached();
}

}  // namespace
}  // namespace baraza::ui
