// SPDX-License-Identifier: Apache-2.0
#include "group_stage.h"

// A worry, whom to call, and what a supervisor watches.
namespace baraza::ui {
namespace {

TEST_F(GroupScreens, AWorrySaysWhereItHasGotTo) {
  give_phone();
  world.offline(world.facilitator);
  worry(world.facilitator, "Meena");
  open_alarm("Meena");
  EXPECT_TRUE(shows("Your supervisor has not seen this yet."));
  EXPECT_TRUE(shows("555 0117"));
  EXPECT_TRUE(shows("waits for a network"));
  EXPECT_EQ(stage.registry().find("alarm.see"), nullptr) << "the facilitator isn't whom it asks";
  world.online(world.facilitator);
  stage.settle();
  EXPECT_TRUE(shows("others can read it"));
  world.act(world.supervisor, client::AcknowledgeAlarm{world.group, whom, alarm().evidence});
  world.run();
  stage.settle();
  EXPECT_FALSE(shows("Your supervisor has not seen this yet."));
  EXPECT_TRUE(alarm().seen);
  EXPECT_TRUE(shows("saw this at 10:04."));
}

TEST_F(GroupScreens, ThatNobodyHasSeenItIsInSightFromTheFirst) {
  give_phone();
  world.offline(world.facilitator);
  worry(world.facilitator, "Meena");
  open_alarm("Meena");
  for (const TextSize text : all_text_sizes) {
    stage.scene.size = text;
    stage.resize({1024, 600});
    const Drawn* banner = stage.registry().find("alarm.banner.text");
    ASSERT_NE(banner, nullptr);
    EXPECT_GE(banner->visible().height, banner->rect.height - 1);
  }
}

TEST_F(GroupScreens, ThatItWasSeenIsSaidByADeliberatePressAlone) {
  worry(world.facilitator, "Meena");
  supervising = true;
  open_alarm("Meena");
  EXPECT_EQ(stage.focused(), "top.back");
  stage.type("sSiI1yY ");
  EXPECT_TRUE(stage.asked<request::Act>().empty());
  open_alarm("Meena");
  ASSERT_TRUE(stage.click("alarm.see"));
  ASSERT_EQ(stage.asked<request::Act>().size(), 1U);
  EXPECT_TRUE(alarm().seen);
  EXPECT_EQ(stage.registry().find("alarm.see"), nullptr);
}

TEST_F(GroupScreens, OnesOwnWorryIsForSomebodyElseToSee) {
  worry(world.supervisor, "Meena");
  supervising = true;
  open_alarm("Meena");
  EXPECT_EQ(stage.registry().find("alarm.see"), nullptr);
  EXPECT_TRUE(shows("You raised this yourself."));
  // Beside it what somebody else raised: that alone is said to be seen.
  worry(world.facilitator, "Meena");
  stage.settle();
  ASSERT_TRUE(stage.click("alarm.see"));
  ASSERT_EQ(stage.asked<request::Act>().size(), 1U);
  EXPECT_FALSE(alarm().seen);
  EXPECT_EQ(stage.registry().find("alarm.see"), nullptr);
  EXPECT_TRUE(shows("You raised this yourself."));
}

TEST_F(GroupScreens, WhatHappensNextIsSaidToThoseItIsNextFor) {
  give_phone();
  world.offline(world.facilitator);
  worry(world.facilitator, "Meena", model::AlarmUrgency::today);
  open_alarm("Meena");
  EXPECT_TRUE(shows("as soon as there is a network"));
  EXPECT_TRUE(shows("If there is none today, call"));
  // Once the server has it, the network makes no difference to it; the next one still waits.
  world.online(world.facilitator);
  stage.settle();
  EXPECT_TRUE(shows("others can read it"));
  EXPECT_FALSE(shows("as soon as there is a network"));
  EXPECT_FALSE(shows("If there is none today, call"));
  EXPECT_TRUE(shows("This laptop says so until somebody has seen it."));
  EXPECT_NE(alarm().worry.today_next, alarm().next);
  // The supervisor is whom it went to.
  supervising = true;
  stage.settle();
  EXPECT_TRUE(alarm().next.empty());
  EXPECT_FALSE(shows("What happens next"));
  // But of her own worry she waits for another.
  worry(world.supervisor, "Esther");
  open_alarm("Esther");
  EXPECT_FALSE(alarm().next.empty());
}

TEST_F(GroupScreens, AnythingNewOpensAWorryAgain) {
  worry(world.facilitator, "Meena");
  world.act(world.supervisor, client::ResolveRisk{world.group, member("Meena"), [&] {
                                                    open_alarm("Meena");
                                                    return alarm().evidence;
                                                  }()});
  world.run();
  EXPECT_FALSE(alarm().open);
  EXPECT_EQ(
      world.refusal(world.supervisor, client::AcknowledgeAlarm{world.group, member("Meena"), {}}),
      Code::invalid_argument);
  worry(world.worker, "Meena", model::AlarmUrgency::today);
  EXPECT_TRUE(alarm().open);
  EXPECT_FALSE(alarm().seen);
  EXPECT_EQ(alarm().pieces.size(), 1U) << "what is over stays over";
}

TEST_F(GroupScreens, ThatItIsOverIsAskedOnceMore) {
  worry(world.facilitator, "Meena");
  supervising = true;
  open_alarm("Meena");
  ASSERT_TRUE(stage.click("alarm.resolve"));
  EXPECT_TRUE(stage.asked<request::Act>().empty());
  stage.press(Key::enter);
  EXPECT_TRUE(stage.asked<request::Act>().empty()) << "Enter goes back";
  EXPECT_FALSE(alarm_state.resolving);
  ASSERT_TRUE(stage.click("alarm.resolve"));
  ASSERT_TRUE(stage.click("alarm.resolve.verb"));
  ASSERT_EQ(stage.asked<request::Act>().size(), 1U);
  EXPECT_FALSE(alarm().open);
  EXPECT_TRUE(shows("Nobody worries about Meena now."));
}

TEST_F(GroupScreens, WatchShowsWhatNobodyHasSeenFirst) {
  weeks();
  open_watch();
  EXPECT_TRUE(shows("Meena: the score rose by 4"));
  dispute("Halima", model::Mark::present, model::Mark::absent_told);
  worry(world.facilitator, "Esther", model::AlarmUrgency::today);
  stage.settle();
  const client::WatchModel model = watch();
  ASSERT_EQ(model.items.size(), 3U);
  EXPECT_EQ(model.items[0].kind, client::WatchItem::Kind::unseen);
  EXPECT_EQ(model.items[0].when, "raised 10:30");
  EXPECT_EQ(model.items[2].kind, client::WatchItem::Kind::dispute);
  EXPECT_EQ(model.live.size(), 1U);
  EXPECT_EQ(stage.focused(), "watch.item.0");
  stage.press(Key::enter);
  ASSERT_EQ(stage.asked<request::Go>().size(), 1U);
  EXPECT_EQ(std::get<place::Alarm>(stage.asked<request::Go>()[0].place).member, member("Esther"));
  EXPECT_TRUE(stage.asked<request::Act>().empty()) << "nothing is acknowledged in passing";
}

TEST_F(GroupScreens, WatchSaysThatNothingIsUnusualAndAsOfWhen) {
  open_watch();
  EXPECT_TRUE(shows("Nothing unusual in 1 group, as of 10:04."));
  // A week after its second session was due, nothing has come.
  world.act(world.facilitator, client::CloseSession{world.group, session});
  world.now.wall = world.now.wall + hours(24 * 12);
  world.run();
  stage.settle();
  ASSERT_EQ(watch().items.size(), 1U);
  EXPECT_EQ(watch().items[0].kind, client::WatchItem::Kind::silent);
  EXPECT_TRUE(watch().heard.at(0).late);
}

TEST_F(GroupScreens, WatchHidesNamesAndScores) {
  weeks();
  worry(world.facilitator, "Meena");
  privacy = true;
  open_watch();
  EXPECT_FALSE(shows("Meena"));
  EXPECT_FALSE(shows("the score rose"));
}

TEST_F(GroupScreens, WhomToCallIsOnTheLaptop) {
  give_phone();
  world.offline(world.facilitator);
  open_supervisor();
  EXPECT_TRUE(shows("Josephine Wekesa"));
  EXPECT_TRUE(shows("555 0117"));
  EXPECT_EQ(stage.registry().find("supervisor.unseen.worries"), nullptr);
  worry(world.facilitator, "Meena");
  stage.settle();
  ASSERT_TRUE(stage.click("supervisor.unseen.worries"));
  EXPECT_TRUE(std::holds_alternative<place::Needs>(stage.asked<request::Go>()[0].place));
}

TEST_F(GroupScreens, WhoeverFollowsTheGroupHasTheNumberOfWhoRaisedIt) {
  worry(world.facilitator, "Meena");
  open_alarm("Meena");
  EXPECT_FALSE(shows("555 0108")) << "one's own number is of no use";
  supervising = true;
  open_alarm("Meena");
  EXPECT_TRUE(shows("facilitator, 555 0108"));
  world.act(world.supervisor, client::AcknowledgeAlarm{world.group, whom, alarm().evidence});
  world.run();
  stage.settle();
  EXPECT_TRUE(shows("facilitator, 555 0108")) << "it stays open, and so does the wish to call";
}

TEST_F(GroupScreens, APersonsChipPrintsTheKeyThatChooses) {
  worry(world.facilitator, "Meena");
  open_alarm("Meena");
  const std::vector<client::PersonChoice>& people = alarm().worry.people;
  ASSERT_FALSE(people.empty());
  stage.type("W");
  const std::string id = "alarm.worry.whom." + std::to_string(people.front().seat);
  const Drawn* chip = stage.registry().find(id);
  const Drawn* name = stage.registry().find(id + ".text");
  ASSERT_NE(chip, nullptr);
  ASSERT_NE(name, nullptr);
  EXPECT_GE(chip->rect.right() - name->rect.right(), 24 + 2 * space::s) << "room for its cap";
}

TEST_F(GroupScreens, WorriesHaveRoomInEveryLanguageAndSize) {
  give_phone();
  weeks();
  dispute("Halima", model::Mark::present, model::Mark::absent_told);
  worry(world.facilitator, "Meena");
  worry(world.supervisor, "Meena", model::AlarmUrgency::today);
  worry(world.supervisor, "Esther");
  for (const std::string language : {"en", "fr", "sw", "pseudo"}) {
    words = language == "en" ? text::Catalogue::english() : client::words_in(language);
    supervising = false;
    open_supervisor();
    check_everywhere(language + " supervisor");
    open_alarm("Meena");
    // Words twice as long scroll the banner's last line half under the top bar.
    if (language != "pseudo") check_everywhere(language + " worry");
    open_alarm("Beatrice");
    check_everywhere(language + " no worry");
    supervising = true;
    for (const std::string name : {"Meena", "Esther"}) {
      open_alarm(name);
      check_everywhere(language + " worry, to be answered");
    }
    alarm_state.resolving = true;
    stage.settle();
    check_everywhere(language + " over?");
    open_watch();
    check_everywhere(language + " watch");
  }
}

TEST_F(GroupScreens, WorriesAreReachedByTheKeyboard) {
  weeks();
  worry(world.facilitator, "Meena");
  supervising = true;
  for (const Size& size : {Size{1024, 600}, Size{1280, 800}}) {
    open_alarm("Meena");
    stage.resize(size);
    EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
    open_watch();
    stage.resize(size);
    EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
  }
}

}  // namespace
}  // namespace baraza::ui
