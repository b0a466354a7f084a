// SPDX-License-Identifier: Apache-2.0
#include "attendance_stage.h"
#include "client/core/views/tray_view.h"

namespace baraza::ui {
namespace {

using model::Mark;

TEST_F(NeedsScreen, TwoAnswersStandSideBySideWithEqualWeight) {
  dispute("Halima", Mark::present, Mark::absent_told, "The child had a fever");
  open_needs();
  EXPECT_TRUE(shows("Was Halima there on 4 October?"));
  EXPECT_TRUE(shows("You wrote"));
  EXPECT_TRUE(shows("worker wrote"));
  EXPECT_TRUE(shows("“The child had a fever”"));
  EXPECT_TRUE(shows("left out of the attendance rate"));
  const Drawn* one = stage.registry().find("needs.answer.0.card");
  const Drawn* two = stage.registry().find("needs.answer.1.card");
  ASSERT_TRUE(one != nullptr && two != nullptr);
  EXPECT_EQ(one->rect.width, two->rect.width);
  EXPECT_EQ(one->rect.height, two->rect.height);
  EXPECT_EQ(one->rect.y, two->rect.y);
  EXPECT_EQ(stage.focused(), "needs.item.0") << "never on settling";
  stage.press(Key::enter);
  EXPECT_TRUE(stage.asked<request::Act>().empty());
}

TEST_F(NeedsScreen, APressSettlesAndUndoLetsBothStandAgain) {
  dispute("Halima", Mark::present, Mark::absent_told, "The child had a fever");
  open_needs();
  stage.type("2");
  EXPECT_EQ(row("Halima").value.mark, Mark::absent_told);
  EXPECT_EQ(row("Halima").value.reason, "The child had a fever");
  EXPECT_TRUE(needs_now().items.empty());
  undo(last_act());
  EXPECT_EQ(row("Halima").state, client::AttendanceRow::State::disputed);
  ASSERT_EQ(needs_now().items.size(), 1U);
  open_needs();
  EXPECT_TRUE(shows("worker wrote")) << "whoever said it first, not who undid";
}

TEST_F(NeedsScreen, TheWayBackStaysWhenTheToastIsGone) {
  dispute("Halima", Mark::present, Mark::absent_told);
  open_needs();
  stage.type("1");
  EXPECT_TRUE(shows("It is settled."));
  ASSERT_TRUE(stage.click("needs.undo"));
  EXPECT_EQ(row("Halima").state, client::AttendanceRow::State::disputed);
  EXPECT_NE(stage.registry().find("needs.answer.1"), nullptr) << "it is open again";
}

TEST_F(NeedsScreen, WhatWasSettledBeforeIsListedAndCanBeUndoneLater) {
  dispute("Halima", Mark::present, Mark::absent_told, "The child had a fever");
  open_needs();
  stage.type("2");
  // Another day, and a mark that nobody disputed.
  world.now.wall = world.now.wall + hours(24);
  world.act(world.facilitator,
            client::MarkAttendance{world.group, {session, member("Meena")}, Mark::present, 0, {}});
  world.act(world.facilitator,
            client::MarkAttendance{world.group, {session, member("Meena")}, Mark::late, 5, {}});
  world.run();
  open_needs();
  EXPECT_TRUE(shows("Settled before: 1"));
  EXPECT_TRUE(shows("Halima, 4 October"));
  ASSERT_TRUE(stage.click("needs.before.0"));
  EXPECT_TRUE(shows("You wrote, 4 October, 10:04: Came"));
  EXPECT_TRUE(shows("worker wrote, 4 October, 10:30: Did not come, told us"));
  ASSERT_TRUE(stage.click("needs.reopen"));
  EXPECT_EQ(row("Halima").state, client::AttendanceRow::State::disputed);
  EXPECT_TRUE(shows("Was Halima there on 4 October?"));
  EXPECT_FALSE(shows("Settled before"));
  stage.type("1");
  EXPECT_TRUE(shows("Settled before: 1"));
  check_everywhere("settled before");
}

TEST_F(NeedsScreen, WhatIsSettledDoesNotTurnIntoAnotherUnderThePointer) {
  dispute("Halima", Mark::present, Mark::absent_told);
  dispute("Meena", Mark::present, Mark::excused);
  open_needs();
  ASSERT_TRUE(stage.click("needs.answer.0"));
  EXPECT_EQ(needs_now().items.size(), 1U);
  EXPECT_TRUE(shows("It is settled."));
  EXPECT_EQ(stage.registry().find("needs.answer.0"), nullptr);
  stage.type("1");
  EXPECT_EQ(stage.asked<request::Act>().size(), 1U);
  ASSERT_TRUE(stage.click("needs.item.0"));
  EXPECT_TRUE(shows("Was Meena there on 4 October?") || shows("Was Halima there on 4 October?"));
}

TEST_F(NeedsScreen, LeavingItForNowChangesNothing) {
  dispute("Halima", Mark::present, Mark::absent_told);
  open_needs();
  stage.press(Key::escape);
  EXPECT_EQ(stage.registry().find("needs.answer.0"), nullptr);
  EXPECT_TRUE(stage.asked<request::Act>().empty());
  EXPECT_TRUE(stage.asked<request::Back>().empty());
  EXPECT_EQ(needs_now().items.size(), 1U);
}

TEST_F(NeedsScreen, OfTwoMoodChecksOneCounts) {
  auto one = world.check_in(session, 0);
  one.member = member("Halima");
  auto other = one;
  other.answers[0].value = 3;
  world.offline(world.worker);
  world.offline(world.facilitator);
  world.act(world.worker, other);
  world.act(world.facilitator, one);
  world.online(world.worker);
  world.online(world.facilitator);
  open_needs();
  EXPECT_TRUE(shows("Halima has two mood checks on 4 October"));
  EXPECT_TRUE(shows("8, mild"));
  EXPECT_TRUE(shows("10, moderate"));
  stage.type("1");
  asked_of = member("Halima");
  ASSERT_EQ(check_ins().size(), 1U);
  EXPECT_TRUE(needs_now().items.empty());
}

TEST_F(NeedsScreen, ARefusedEntrySaysWhyAndIsWrittenAgain) {
  refuse_marks();
  client::MarkAttendance late{world.group, {session, member("Meena")}, Mark::late, 12, "the bus"};
  world.act(world.facilitator, late);
  world.run();
  take_marks();
  open_needs();
  EXPECT_TRUE(shows("An attendance mark was not taken"));
  EXPECT_TRUE(shows("Meena"));
  EXPECT_TRUE(shows("Came 12 minutes late"));
  EXPECT_TRUE(shows("“the bus”"));
  EXPECT_FALSE(needs_now().detail.intro.empty()) << "the reason in words";
  ASSERT_TRUE(stage.click("needs.again"));
  EXPECT_EQ(row("Meena").value.minutes, 12U);
  EXPECT_TRUE(needs_now().items.empty()) << "the old one needs nobody any more";
  ASSERT_EQ(needs_now().kept.size(), 1U);
  ASSERT_TRUE(stage.click("needs.kept.0"));
  EXPECT_TRUE(shows("Came 12 minutes late")) << "it stays readable";
}

TEST_F(NeedsScreen, ARefusedEntryIsKeptAsItIs) {
  refuse_marks();
  world.act(world.facilitator,
            client::MarkAttendance{world.group, {session, member("Meena")}, Mark::late, 0, {}});
  world.run();
  open_needs();
  ASSERT_TRUE(stage.click("needs.keep"));
  EXPECT_TRUE(needs_now().items.empty());
  ASSERT_EQ(needs_now().kept.size(), 1U);
  EXPECT_TRUE(last_act().intents.empty()) << "nothing is written";
  EXPECT_EQ(stage.registry().find("needs.keep"), nullptr);
  EXPECT_EQ(last_act().done, "Kept. It stays readable here.");
  undo(last_act());
  ASSERT_EQ(needs_now().items.size(), 1U) << "the toast takes it back";
  EXPECT_TRUE(needs_now().kept.empty());
}

TEST_F(NeedsScreen, WhatIsDealtWithElsewhereLeadsThere) {
  world.act(world.facilitator,
            client::RaiseWorry{world.group, member("Meena"), model::AlarmUrgency::now, {}});
  world.run();
  open_needs();
  ASSERT_TRUE(stage.click("needs.go"));
  ASSERT_EQ(stage.asked<request::Go>().size(), 1U);
  EXPECT_EQ(std::get<place::Alarm>(stage.asked<request::Go>()[0].place).member, member("Meena"));
}

TEST_F(NeedsScreen, TheQuestionThatWasNotAskedStaysAfterAQuickMood) {
  open(member("Meena"));
  stage.type("00000000x");
  stage.press(Key::enter);
  EXPECT_EQ(client::needs_list(context()).size(), 1U);
  stage.type("7");
  stage.press(Key::enter);
  ASSERT_EQ(check_ins().size(), 2U);
  open_needs();
  EXPECT_TRUE(shows("Ask Meena question 9"));
  ASSERT_TRUE(stage.click("needs.go"));
  EXPECT_EQ(std::get<place::MoodCheck>(stage.asked<request::Go>()[0].place).member,
            member("Meena"));
  open(member("Meena"));
  ASSERT_TRUE(stage.click("mood.correct"));
  ASSERT_TRUE(stage.click("mood.item.9.0"));
  stage.press(Key::enter);
  EXPECT_TRUE(client::needs_list(context()).empty());
}

TEST_F(NeedsScreen, WhatCannotBeReadIsSaidAndNothingIsOffered) {
  client::Loaded loaded = laptop().store->loaded();
  for (auto& stream : loaded.streams) {
    if (stream.record.stream == world.main) stream.entries.back().head = "damaged";
  }
  laptop().start(std::move(loaded));
  open_needs();
  EXPECT_TRUE(shows("1 entry cannot be read"));
  EXPECT_EQ(stage.registry().find("needs.again"), nullptr);
  EXPECT_EQ(stage.registry().find("needs.keep"), nullptr);
  EXPECT_TRUE(stage.asked<request::Act>().empty());
  check_everywhere("damaged", {"needs.item."});
}

TEST_F(NeedsScreen, WorriesStandFirstAndTheOrderHolds) {
  dispute("Halima", Mark::present, Mark::absent_told);
  world.act(world.facilitator,
            client::RaiseWorry{world.group, member("Meena"), model::AlarmUrgency::today, {}});
  world.run();
  const auto items = client::needs_list(context());
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0].kind, client::NeedItem::Kind::worry);
  EXPECT_EQ(items[1].kind, client::NeedItem::Kind::attendance);
}

TEST_F(NeedsScreen, WhoDoesNotRunTheGroupIsNotAskedToSettle) {
  dispute("Halima", Mark::present, Mark::absent_told);
  supervising = true;
  EXPECT_TRUE(client::needs_list(context()).empty());
}

TEST_F(NeedsScreen, PrivacyHidesNamesScoresAndReasons) {
  dispute("Halima", Mark::present, Mark::absent_told, "The child had a fever");
  privacy = true;
  open_needs();
  EXPECT_FALSE(shows("Halima"));
  EXPECT_FALSE(shows("fever"));
}

TEST_F(NeedsScreen, NothingNeedsYou) {
  open_needs();
  EXPECT_TRUE(shows("Nothing needs you now."));
}

TEST_F(NeedsScreen, HasRoomInEveryLanguageAndSize) {
  dispute("Halima", Mark::present, Mark::absent_told, "Sent word with Amina, the child had fever.");
  refuse_marks();
  world.act(world.facilitator,
            client::MarkAttendance{world.group, {session, member("Meena")}, Mark::late, 12, "bus"});
  world.run();
  world.act(world.facilitator,
            client::RaiseWorry{world.group, member("Esther"), model::AlarmUrgency::now, {}});
  const std::vector<std::string> list{"needs.item.", "needs.kept."};
  for (const std::string language : {"en", "fr", "sw", "pseudo"}) {
    words = language == "en" ? text::Catalogue::english() : client::words_in(language);
    for (const auto& item : client::needs_list(context())) {
      open_needs(item.id);
      check_everywhere(language + " " + item.id.substr(0, 5), list);
    }
    open_needs("-");
    check_everywhere(language + " none open", list);
  }
}

TEST_F(NeedsScreen, TheKeyboardReachesEverything) {
  dispute("Halima", Mark::present, Mark::absent_told, "Sent word");
  for (const Size& size : {Size{1024, 600}, Size{1280, 800}}) {
    for (const TextSize text : {TextSize::normal, TextSize::largest}) {
      stage.scene.size = text;
      open_needs();
      stage.resize(size);
      EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
    }
  }
}

}  // namespace
}  // namespace baraza::ui
