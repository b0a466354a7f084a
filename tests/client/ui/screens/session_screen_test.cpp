// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/session_screen.h"

#include <gtest/gtest.h>

#include "sample_session.h"
#include "session_stage.h"

namespace baraza::ui {
namespace {

TEST_F(SessionScreen, SpaceGivesTheWordToTheNextPerson) {
  show(sample::typical_session());
  EXPECT_EQ(stage.focused(), "session.next_person");
  stage.type(" ");
  EXPECT_EQ(asked_run().word, seat(8)) << "Farida isn't here, the others between were heard";
}

TEST_F(SessionScreen, ADigitAsksTheOneInThatSeat) {
  show(sample::typical_session());
  stage.type("9");
  EXPECT_EQ(asked_run().word, seat(9));
  EXPECT_TRUE(asked_run().was_heard(seat(3)));
  stage.type("4");
  EXPECT_EQ(stage.asked<request::Draft>().size(), 1U) << "Farida isn't here";
  EXPECT_EQ(stage.scene.ui.explanation(), "Farida is not here.");
}

TEST_F(SessionScreen, AskButtonsAndTheCircleDoTheSameAsTheKeys) {
  show(sample::typical_session());
  ASSERT_TRUE(stage.click("session.ask.2"));
  EXPECT_EQ(asked_run().word, seat(2));
  ASSERT_TRUE(stage.click("session.circle.8"));
  EXPECT_EQ(asked_run().word, seat(8));
  EXPECT_EQ(stage.focused(), "session.next_person") << "Space is printed there";
}

TEST_F(SessionScreen, PageKeysWalkTheStepsAndPPauses) {
  show(sample::typical_session());
  stage.press(Key::page_down);
  EXPECT_EQ(asked_run().step, 3U);
  stage.press(Key::page_up);
  EXPECT_EQ(asked_run().step, 1U);
  stage.type("p");
  EXPECT_EQ(asked_run().state, SessionRun::State::paused);
}

TEST_F(SessionScreen, WorryNamesWhomAndHowSoonBeforeItIsRaised) {
  show(sample::typical_session());
  stage.type("w");
  EXPECT_EQ(stage.focused(), "worry.back") << "never on an answer";
  ASSERT_NE(stage.registry().find("worry.action"), nullptr);
  EXPECT_FALSE(stage.registry().find("worry.action")->enabled);
  stage.type("5");
  EXPECT_EQ(stage.focused(), "worry.action");
  ASSERT_TRUE(stage.click("worry.urgency.1"));
  ASSERT_TRUE(stage.click("worry.action"));
  const auto acts = stage.asked<request::Act>();
  ASSERT_EQ(acts.size(), 1U);
  const auto& worry = std::get<client::RaiseWorry>(acts[0].intents.at(0));
  EXPECT_EQ(worry.member, seat(5));
  EXPECT_EQ(worry.urgency, model::AlarmUrgency::now);
  EXPECT_EQ(worry.session, model.session.session);
  EXPECT_FALSE(state.worry.open);
}

TEST_F(SessionScreen, ANoteIsKeptWhileItIsTypedAndDroppedWhenItIsSaved) {
  show(sample::typical_session());
  stage.type("n");
  EXPECT_EQ(stage.focused(), "note.text");
  stage.type("Cried w9");
  auto drafts = stage.asked<request::Draft>();
  ASSERT_EQ(drafts.size(), 8U);
  EXPECT_EQ(client::decode_note(drafts.back().bytes)->text, "Cried w9");
  ASSERT_TRUE(stage.click("note.about.2"));
  drafts = stage.asked<request::Draft>();
  EXPECT_EQ(client::decode_note(drafts.back().bytes)->member, seat(2));
  stage.press(Key::enter, true);
  const auto acts = stage.asked<request::Act>();
  ASSERT_EQ(acts.size(), 1U);
  const auto& note = std::get<client::WriteNote>(acts[0].intents.at(0));
  EXPECT_EQ(note.text, "Cried w9");
  EXPECT_EQ(note.member, seat(2));
  EXPECT_EQ(acts[0].drops_drafts, std::vector{model.write_note.draft_key});
  EXPECT_FALSE(state.note.open);
  EXPECT_TRUE(state.note.draft.text.empty());
}

TEST_F(SessionScreen, GoingBackFromANoteKeepsIt) {
  show(sample::typical_session());
  stage.type("n");
  stage.type("Later");
  stage.press(Key::escape);
  EXPECT_FALSE(state.note.open);
  EXPECT_EQ(state.note.draft.text, "Later");
}

TEST_F(SessionScreen, ClosingSaysWhatIsMissingAndAStrayEnterGoesBack) {
  show(sample::typical_session());
  stage.type("c");
  EXPECT_EQ(stage.focused(), "close.back");
  const Drawn* text = stage.registry().find("close.text");
  ASSERT_NE(text, nullptr);
  EXPECT_NE(text->text.find("Not marked yet: Beatrice and Rehema."), std::string::npos);
  stage.press(Key::enter);
  EXPECT_TRUE(stage.asked<request::Act>().empty());
  stage.type("c");
  ASSERT_TRUE(stage.click("close.verb"));
  const auto acts = stage.asked<request::Act>();
  ASSERT_EQ(acts.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<client::CloseSession>(acts[0].intents.at(0)));
  EXPECT_EQ(acts[0].drops_drafts, std::vector{model.run_key});
}

TEST_F(SessionScreen, OpeningStartsTheRunInTheSameGo) {
  show(sample::planned(sample::typical_session()));
  EXPECT_EQ(stage.focused(), "session.open");
  stage.press(Key::enter);
  const auto acts = stage.asked<request::Act>();
  ASSERT_EQ(acts.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<client::OpenTodaySession>(acts[0].intents.at(0)));
  ASSERT_EQ(acts[0].keeps_drafts.size(), 1U);
  EXPECT_EQ(acts[0].keeps_drafts[0].key, model.run_key);
  const auto run = client::decode_run(acts[0].keeps_drafts[0].bytes, model.now);
  ASSERT_TRUE(run);
  EXPECT_EQ(run->state, SessionRun::State::running);
  EXPECT_EQ(run->steps.size(), 7U);
}

TEST_F(SessionScreen, AnExtraSessionIsOpenedWithoutARun) {
  show(sample::planned(sample::typical_session()));
  ASSERT_TRUE(stage.click("session.extra"));
  const auto acts = stage.asked<request::Act>();
  ASSERT_EQ(acts.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<client::OpenExtraSession>(acts[0].intents.at(0)));
  EXPECT_TRUE(acts[0].keeps_drafts.empty());
}

TEST_F(SessionScreen, AClosedSessionIsReadAndAmendedWithAReason) {
  show(sample::closed(sample::typical_session()));
  EXPECT_EQ(stage.focused(), "session.attendance");
  ASSERT_NE(stage.registry().find("session.amend"), nullptr);
  EXPECT_FALSE(stage.registry().find("session.amend")->enabled);
  ASSERT_TRUE(stage.click("session.reason"));
  stage.type("On paper");
  EXPECT_EQ(stage.asked<request::Draft>().back().bytes, "On paper");
  ASSERT_TRUE(stage.click("session.amend"));
  const auto acts = stage.asked<request::Act>();
  ASSERT_EQ(acts.size(), 1U);
  EXPECT_EQ(std::get<client::AmendSession>(acts[0].intents.at(0)).reason, "On paper");
  EXPECT_TRUE(state.reason.empty());
}

TEST_F(SessionScreen, WhereRoomIsShortAllKeysWorkAndTheSheetOpens) {
  show(sample::typical_session());
  stage.resize({1024, 600});
  EXPECT_EQ(stage.registry().find("session.step_back"), nullptr);
  stage.press(Key::page_up);
  EXPECT_EQ(asked_run().step, 1U);
  stage.type("g");
  EXPECT_EQ(stage.focused(), "sheet.back");
  ASSERT_TRUE(stage.click("sheet.step_back"));
  EXPECT_EQ(asked_run().step, 1U);
  EXPECT_EQ(state.panel, SessionState::Panel::none);
  stage.type("m");
  ASSERT_EQ(stage.asked<request::Go>().size(), 1U);
  EXPECT_EQ(std::get<place::MoodCheck>(stage.asked<request::Go>()[0].place).member, seat(3));
  ASSERT_TRUE(stage.click("session.more"));
  EXPECT_NE(stage.registry().find("more.close"), nullptr);
}

TEST_F(SessionScreen, TheStepThatRunsIsInView) {
  SessionModel late = sample::overfull_session();
  late.sheet.steps[4].state = client::SheetStep::State::done;
  late.sheet.steps[9].state = client::SheetStep::State::now;
  late.sheet.step = 9;
  show(late);
  const Drawn* last = stage.registry().find("session.run_sheet.step.10.title");
  ASSERT_NE(last, nullptr);
  EXPECT_EQ(last->visible(), last->rect);
  // Whoever scrolls away from it isn't brought back.
  stage.say(Scrolled{last->rect.centre(), 10});
  stage.settle();
  EXPECT_TRUE(stage.registry().find("session.run_sheet.step.10.title")->visible().empty());
}

// --- layout -------------------------------------------------------------------------------------

struct Case {
  std::string name;
  SessionModel (*model)();
};

TEST_F(SessionLayout, Running) {
  for (const auto& [name, sample] :
       {Case{"typical", sample::typical_session}, Case{"empty", sample::empty_session},
        Case{"overfull", sample::overfull_session}}) {
    show(sample());
    check_everywhere("running " + name);
  }
}

TEST_F(SessionLayout, BelowTheBannerOfAWorry) {
  shell.banner = "Your supervisor has not seen this yet.";
  shell.banner_who = "Amina";
  shell.banner_member = *MemberId::from(Bytes(16, 'm'));
  for (const auto& [name, sample] :
       {Case{"typical", sample::typical_session}, Case{"overfull", sample::overfull_session}}) {
    show(sample());
    check_everywhere("banner " + name);
    show(sample::planned(sample()));
    check_everywhere("banner planned " + name);
  }
}

TEST_F(SessionLayout, BeforeAndAfter) {
  for (const auto& [name, sample] :
       {Case{"typical", sample::typical_session}, Case{"empty", sample::empty_session},
        Case{"overfull", sample::overfull_session}}) {
    show(sample::planned(sample()));
    check_everywhere("planned " + name);
    show(sample::opened(sample()));
    check_everywhere("opened " + name);
    show(sample::closed(sample()));
    check_everywhere("closed " + name);
  }
}

TEST_F(SessionLayout, Panels) {
  for (const auto& [name, sample] :
       {Case{"typical", sample::typical_session}, Case{"overfull", sample::overfull_session}}) {
    show(sample());
    check_everywhere("worry " + name, [&] { state.worry.open = true; });
    show(sample());
    check_everywhere("note " + name, [&] { state.note.open = true; });
    show(sample());
    check_everywhere("close " + name, [&] { state.closing = true; });
    for (const auto panel :
         {SessionState::Panel::sheet, SessionState::Panel::others, SessionState::Panel::more}) {
      show(sample());
      check_everywhere("panel " + name, [&] { state.panel = panel; });
    }
  }
}

TEST_F(SessionLayout, TheKeyboardReachesEverything) {
  for (const Size& size : {Size{1024, 600}, Size{1280, 800}}) {
    for (const TextSize text : {TextSize::normal, TextSize::largest}) {
      stage.scene.size = text;
      show(sample::typical_session());
      stage.resize(size);
      EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
      state.worry.open = true;
      stage.settle();
      EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
      show(sample::closed(sample::typical_session()));
      EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
      show(sample::planned(sample::typical_session()));
      EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
    }
  }
}

}  // namespace
}  // namespace baraza::ui
