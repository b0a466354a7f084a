// SPDX-License-Identifier: Apache-2.0
#include "home_stage.h"

namespace baraza::ui {
namespace {

constexpr std::int64_t day_ms = 86'400'000;

TEST_F(HomeScreen, EnterOnArrivalOpensTheSession) {
  world.act(world.facilitator, client::CloseSession{world.group, session});
  world.run();
  world.now.wall = world.now.wall + Duration{7 * day_ms};
  open_home();
  EXPECT_EQ(stage.focused(), "home.open");
  stage.press(Key::enter);
  const auto acts = stage.asked<request::Act>();
  ASSERT_EQ(acts.size(), 1U);
  ASSERT_EQ(acts[0].intents.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<client::OpenTodaySession>(acts[0].intents[0]));
  ASSERT_TRUE(acts[0].then);
  EXPECT_TRUE(std::holds_alternative<place::Session>(*acts[0].then));
}

TEST_F(HomeScreen, AnOpenSessionIsGoneOnWith) {
  open_home();
  stage.press(Key::enter);
  EXPECT_TRUE(stage.asked<request::Act>().empty()) << "nothing is written twice";
  ASSERT_EQ(stage.asked<request::Go>().size(), 1U);
  EXPECT_TRUE(std::holds_alternative<place::Session>(stage.asked<request::Go>()[0].place));
}

TEST_F(HomeScreen, CardsAndItemsLeadWhereTheySay) {
  worry("Meena");
  open_home();
  ASSERT_TRUE(stage.click("home.plan"));
  ASSERT_TRUE(stage.click("home.need.0"));
  ASSERT_TRUE(stage.click("home.needs_all"));
  const auto gone = stage.asked<request::Go>();
  ASSERT_EQ(gone.size(), 3U);
  EXPECT_EQ(gone[0].place, Place(place::Group{world.group}));
  EXPECT_EQ(gone[1].place, Place(place::Alarm{world.group, member("Meena")}));
  EXPECT_EQ(gone[2].place, Place(place::Needs{}));
  open_groups();
  stage.press(Key::enter);
  ASSERT_EQ(stage.asked<request::Go>().size(), 1U);
  EXPECT_EQ(stage.asked<request::Go>()[0].place, Place(place::Group{world.group}));
}

TEST_F(HomeScreen, WithoutGroupsItSaysWhoAddsThem) {
  no_groups = true;
  open_home();
  EXPECT_TRUE(shows("No groups here yet."));
  EXPECT_TRUE(shows("Your supervisor adds them."));
  EXPECT_EQ(stage.registry().find("home.open"), nullptr);
  check_everywhere("home without groups");
  open_groups();
  EXPECT_TRUE(shows("No groups here yet."));
  check_everywhere("no groups");
}

TEST_F(HomeScreen, TheRailLeadsToItsPlacesByKeyToo) {
  open_home();
  const char* ids[] = {"rail.home", "rail.groups", "rail.session", "rail.needs", "rail.supervisor"};
  for (const char* id : ids) ASSERT_TRUE(stage.click(id)) << id;
  for (const char32_t digit : {U'1', U'2', U'3', U'4', U'5'}) {
    stage.say(Chord{digit, false});
  }
  const auto gone = stage.asked<request::Go>();
  ASSERT_EQ(gone.size(), 10U);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(gone[i].place, gone[i + 5].place);
  EXPECT_EQ(gone[1].place, Place(place::Groups{}));
  stage.press(Key::f9);
  EXPECT_EQ(stage.asked<request::TogglePrivacy>().size(), 1U);
  ASSERT_TRUE(stage.click("rail.lock"));
  EXPECT_EQ(stage.asked<request::Lock>().size(), 1U);
}

TEST_F(HomeScreen, ASupervisorHasNoHomeInTheRail) {
  supervising = true;
  open_groups();
  EXPECT_EQ(stage.registry().find("rail.home"), nullptr);
  ASSERT_TRUE(stage.click("rail.watch"));
  EXPECT_EQ(stage.asked<request::Go>()[0].place, Place(place::Watch{}));
}

TEST_F(HomeScreen, HelpOpensAndClosesByF1) {
  open_home();
  stage.press(Key::f1);
  EXPECT_TRUE(shell_state.help);
  EXPECT_TRUE(shows("Keys on this screen"));
  check_everywhere("help");
  EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
  stage.press(Key::f1);
  EXPECT_FALSE(shell_state.help);
  stage.press(Key::f1);
  stage.press(Key::escape);
  EXPECT_FALSE(shell_state.help);
}

TEST_F(HomeScreen, LeavingIsAskedAboutOnlyWhileAWorryReachedNoOne) {
  world.offline(world.facilitator);
  worry("Meena");
  open_home();
  ASSERT_TRUE(stage.click("rail.lock"));
  EXPECT_TRUE(stage.asked<request::Lock>().empty());
  EXPECT_TRUE(shows("Call supervisor before you close."));
  check_everywhere("leaving");
  stage.press(Key::escape);
  EXPECT_TRUE(stage.asked<request::Lock>().empty()) << "Esc goes back";
  EXPECT_FALSE(shell_state.leaving);
  ASSERT_TRUE(stage.click("rail.lock"));
  ASSERT_TRUE(stage.click("leaving.verb"));
  EXPECT_EQ(stage.asked<request::Lock>().size(), 1U);
}

TEST_F(HomeScreen, AWorryNobodyHasSeenStandsOnItsGroupsScreens) {
  worry("Meena");
  open_home();
  here = place::Group{world.group};
  stage.settle();
  EXPECT_TRUE(shows("Meena: Your supervisor has not seen this yet."));
  ASSERT_TRUE(stage.click("shell.banner.open"));
  EXPECT_EQ(stage.asked<request::Go>()[0].place, Place(place::Alarm{world.group, member("Meena")}));
  privacy = true;
  stage.settle();
  EXPECT_FALSE(shows("Meena"));
  here = place::Home{};
  stage.settle();
  EXPECT_EQ(stage.registry().find("shell.banner.open"), nullptr);
}

TEST_F(HomeScreen, AToastHasItsWayBackAndWhyNotIsExplained) {
  open_home();
  toast = ToastModel{"Saved on this laptop", true};
  stage.settle();
  EXPECT_TRUE(shows("Saved on this laptop"));
  ASSERT_TRUE(stage.click("toast.undo"));
  EXPECT_EQ(stage.asked<request::Undo>().size(), 1U);
  toast.reset();
  world.act(world.facilitator, client::CloseSession{world.group, session});
  world.run();
  stage.settle();
  ASSERT_TRUE(stage.click("home.open"));
  EXPECT_TRUE(stage.asked<request::Act>().empty());
  EXPECT_TRUE(shows("A session of this group was held and closed today."));
}

TEST_F(HomeScreen, NothingIsWrittenOfNamesInPrivacy) {
  world.act(world.facilitator,
            client::MarkAttendance{
                world.group, {session, member("Halima")}, model::Mark::absent_unknown, 0, {}});
  world.act(world.facilitator, client::CloseSession{world.group, session});
  world.run();
  world.now.wall = world.now.wall + Duration{7 * day_ms};
  open_home();
  EXPECT_TRUE(shows("Halima"));
  privacy = true;
  stage.settle();
  EXPECT_FALSE(shows("Halima"));
}

TEST_F(HomeScreen, HasRoomInEveryLanguageAndSize) {
  worry("Meena");
  world.act(world.facilitator,
            client::MarkAttendance{
                world.group, {session, member("Halima")}, model::Mark::absent_unknown, 0, {}});
  world.act(world.facilitator, client::CloseSession{world.group, session});
  world.run();
  world.now.wall = world.now.wall + Duration{7 * day_ms};
  for (const std::string language : {"en", "fr", "sw", "pseudo"}) {
    words = language == "en" ? text::Catalogue::english() : client::words_in(language);
    open_home();
    check_everywhere("home " + language);
    open_groups();
    check_everywhere("groups " + language);
  }
  words = text::Catalogue::english();
  open_home([](client::HomeModel& model) {
    fill(model.groups);
    const client::NeedItem one = model.needs.at(0);
    for (int i = 0; i < 12; ++i) model.needs.push_back(one);
  });
  check_everywhere("home overfull");
  open_groups([](client::GroupsModel& model) { fill(model.groups); });
  check_everywhere("groups overfull");
}

TEST_F(HomeScreen, TheKeyboardReachesEverything) {
  worry("Meena");
  for (const Size& size : {Size{1024, 600}, Size{1280, 800}}) {
    for (const TextSize text : {TextSize::normal, TextSize::largest}) {
      stage.scene.size = text;
      stage.resize(size);
      open_home([](client::HomeModel& model) { fill(model.groups); });
      EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
      open_groups([](client::GroupsModel& model) { fill(model.groups); });
      EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
    }
  }
}

}  // namespace
}  // namespace baraza::ui
