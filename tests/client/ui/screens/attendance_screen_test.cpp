// SPDX-License-Identifier: Apache-2.0
#include "attendance_stage.h"

namespace baraza::ui {
namespace {

using State = client::AttendanceRow::State;
using model::Mark;

TEST_F(AttendanceScreen, EverybodyIsHereAndThenTheExceptions) {
  open_attendance();
  stage.type("a");
  EXPECT_EQ(last_act().intents.size(), 9U);
  EXPECT_EQ(attendance().count, "9 of 9 here");
  EXPECT_FALSE(attendance().may_mark_all);
  ASSERT_TRUE(stage.click(row_id("Farida")));
  stage.type("u");
  EXPECT_EQ(row("Farida").value.mark, Mark::absent_unknown);
  stage.press(Key::down);
  stage.type("t");
  EXPECT_EQ(row("Halima").value.mark, Mark::absent_told);
  EXPECT_EQ(attendance().count, "7 of 9 here");
  undo(last_act());
  EXPECT_EQ(row("Halima").value.mark, Mark::present);
}

TEST_F(AttendanceScreen, EachKeyMarksTheRowWithTheFocus) {
  open_attendance();
  ASSERT_TRUE(stage.click(row_id("Meena")));
  for (const auto& [key, mark] :
       {std::pair{"p", Mark::present}, std::pair{"l", Mark::late}, std::pair{"g", Mark::left_early},
        std::pair{"t", Mark::absent_told}, std::pair{"e", Mark::excused},
        std::pair{"u", Mark::absent_unknown}}) {
    stage.type(key);
    EXPECT_EQ(row("Meena").value.mark, mark) << key;
    EXPECT_EQ(stage.focused(), row_id("Meena"));
  }
  stage.type("u");
  EXPECT_EQ(stage.asked<request::Act>().size(), 6U) << "what stands isn't written twice";
}

TEST_F(AttendanceScreen, MinutesAreSteppedAndSavedOnce) {
  open_attendance();
  ASSERT_TRUE(stage.click(row_id("Meena")));
  stage.type("l");
  ASSERT_TRUE(stage.click("attendance.minutes"));
  stage.type("12");
  EXPECT_EQ(stage.asked<request::Act>().size(), 1U);
  ASSERT_TRUE(stage.click("attendance.reason"));
  stage.type("the bus");
  stage.press(Key::enter);
  EXPECT_EQ(stage.asked<request::Act>().size(), 2U);
  EXPECT_EQ(row("Meena").value.minutes, 12U);
  EXPECT_EQ(row("Meena").value.reason, "the bus");
  EXPECT_TRUE(shows("12 min late: the bus"));
  EXPECT_TRUE(drafts.empty());
}

TEST_F(AttendanceScreen, AReasonThatWasTypedIsKept) {
  open_attendance();
  ASSERT_TRUE(stage.click(row_id("Meena")));
  ASSERT_TRUE(stage.click("attendance.reason"));
  stage.type("fever");
  open_attendance();
  EXPECT_EQ(marks.chosen, member("Meena"));
  EXPECT_EQ(marks.edits.at(member("Meena")).draft.reason, "fever");
  ASSERT_TRUE(stage.click(row_id("Esther")));
  stage.type("t");
  EXPECT_EQ(row("Esther").value.reason, "") << "it was about somebody else";
  ASSERT_TRUE(stage.click(row_id("Meena")));
  stage.type("t");
  EXPECT_EQ(row("Meena").value.reason, "fever");
}

// Several people are written about at once, as they come in: each has what was typed of their own.
TEST_F(AttendanceScreen, WhatWasTypedAboutOneSurvivesGoingToAnotherAndBack) {
  open_attendance();
  ASSERT_TRUE(stage.click(row_id("Meena")));
  stage.type("l");
  ASSERT_TRUE(stage.click("attendance.minutes"));
  stage.type("12");
  ASSERT_TRUE(stage.click("attendance.reason"));
  stage.type("the bus");
  ASSERT_TRUE(stage.click(row_id("Esther")));
  ASSERT_TRUE(stage.click("attendance.reason"));
  EXPECT_EQ(typed_reason(), "");
  stage.type("fever");
  ASSERT_TRUE(stage.click(row_id("Meena")));
  EXPECT_EQ(typed_reason(), "the bus");
  EXPECT_TRUE(shows("12 min"));

  open_attendance();  // left, or killed: only what was kept is there
  EXPECT_EQ(drafts.size(), 2U);
  for (const auto& [name, reason] : {std::pair{"Esther", "fever"}, std::pair{"Meena", "the bus"}}) {
    ASSERT_TRUE(stage.click(row_id(name)));
    EXPECT_EQ(typed_reason(), reason);
  }
  ASSERT_TRUE(stage.click("attendance.save"));
  EXPECT_EQ(row("Meena").value.minutes, 12U);
  EXPECT_EQ(row("Meena").value.reason, "the bus");
  EXPECT_EQ(row("Esther").state, State::none);
  EXPECT_EQ(drafts.size(), 1U) << "of Esther";
  ASSERT_TRUE(stage.click(row_id("Esther")));
  stage.type("t");
  EXPECT_EQ(row("Esther").value.reason, "fever");
  EXPECT_TRUE(drafts.empty());
}

TEST_F(AttendanceScreen, AfterClosingEveryMarkSaysWhy) {
  open_attendance();
  ASSERT_TRUE(stage.click(row_id("Meena")));
  stage.type("p");
  world.act(world.facilitator, client::CloseSession{world.group, session});
  world.run();
  open_attendance();
  ASSERT_TRUE(stage.click(row_id("Meena")));
  stage.type("l");
  EXPECT_EQ(stage.asked<request::Act>().size(), 0U);
  EXPECT_EQ(stage.scene.ui.explanation(), "The session is closed. Say why first.");
  stage.type("a");
  EXPECT_EQ(stage.asked<request::Act>().size(), 0U);
  ASSERT_TRUE(stage.click("attendance.reason"));
  stage.type("On the paper list");
  ASSERT_TRUE(stage.click("attendance.mark.L"));
  EXPECT_EQ(row("Meena").value.mark, Mark::late);
  EXPECT_EQ(row("Meena").value.reason, "On the paper list");
  undo(last_act());
  EXPECT_EQ(row("Meena").value.mark, Mark::present);
}

TEST_F(AttendanceScreen, TwoAnswersLeadToWhereTheyAreSettled) {
  dispute("Halima", Mark::present, Mark::absent_told);
  open_attendance();
  EXPECT_EQ(row("Halima").state, State::disputed);
  ASSERT_TRUE(stage.click(row_id("Halima")));
  const auto gone = stage.asked<request::Go>();
  ASSERT_EQ(gone.size(), 1U);
  const std::string item = std::get<place::Needs>(gone[0].place).item;
  EXPECT_EQ(client::needs_model(context(), item).item->member, member("Halima"));
  stage.type("p");
  EXPECT_TRUE(stage.asked<request::Act>().empty());
  ASSERT_TRUE(stage.click("attendance.settle"));
  EXPECT_EQ(stage.asked<request::Go>().size(), 2U);
}

TEST_F(AttendanceScreen, PrivacyHidesNamesAndReasons) {
  open_attendance();
  ASSERT_TRUE(stage.click(row_id("Meena")));
  ASSERT_TRUE(stage.click("attendance.reason"));
  stage.type("malaria");
  ASSERT_TRUE(stage.click("attendance.mark.T"));
  EXPECT_TRUE(shows("malaria"));
  privacy = true;
  stage.settle();
  EXPECT_FALSE(shows("malaria"));
  EXPECT_FALSE(shows("Meena"));
}

TEST_F(AttendanceScreen, WhoOnlySupervisesReads) {
  supervising = true;
  open_attendance();
  stage.type("ap");
  EXPECT_TRUE(stage.asked<request::Act>().empty());
}

TEST_F(AttendanceScreen, HasRoomInEveryLanguageAndSize) {
  dispute("Halima", Mark::present, Mark::absent_told);
  for (const std::string language : {"en", "fr", "sw", "pseudo"}) {
    words = language == "en" ? text::Catalogue::english() : client::words_in(language);
    open_attendance();
    check_everywhere(language + " open", {"attendance.row."});
    ASSERT_TRUE(stage.click("attendance.row.4"));
    stage.type("l");
    check_everywhere(language + " late", {"attendance.row."});
    ASSERT_TRUE(stage.click("attendance.row.8"));
    check_everywhere(language + " disputed", {"attendance.row."});
  }
}

TEST_F(AttendanceScreen, TheKeyboardReachesEverything) {
  for (const Size& size : {Size{1024, 600}, Size{1280, 800}}) {
    for (const TextSize text : {TextSize::normal, TextSize::largest}) {
      stage.scene.size = text;
      open_attendance();
      stage.resize(size);
      stage.type("l");
      EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
    }
  }
}

}  // namespace
}  // namespace baraza::ui
