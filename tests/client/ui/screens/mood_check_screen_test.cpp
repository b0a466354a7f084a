// SPDX-License-Identifier: Apache-2.0
#include "mood_check_stage.h"

namespace baraza::ui {
namespace {

using model::AnswerState;

TEST_F(MoodCheckScreen, NineKeysAndEnterRecordIt) {
  open(member("Halima"));
  EXPECT_EQ(stage.focused(), "mood.done") << "never on an answer";
  stage.type("223201110");
  EXPECT_TRUE(stage.asked<request::Act>().empty());
  stage.press(Key::enter);
  ASSERT_EQ(check_ins().size(), 1U);
  EXPECT_EQ(check_ins()[0].instrument, "phq9");
  std::string answers;
  const auto written = check_ins();
  for (const auto& each : written[0].answers) answers += std::to_string(each.value);
  EXPECT_EQ(answers, "223201110");
  EXPECT_TRUE(drafts.empty()) << "it became an entry";
  EXPECT_TRUE(risks().empty());
}

TEST_F(MoodCheckScreen, EnterSaysWhatIsOpenUntilDoneCanBePressed) {
  open(member("Halima"));
  stage.type("22320111");
  stage.press(Key::enter);
  EXPECT_TRUE(stage.asked<request::Act>().empty());
  EXPECT_EQ(stage.scene.ui.explanation(), "Still open: question 9.");
}

TEST_F(MoodCheckScreen, NoTotalBeforeTheQuestionAboutRisk) {
  open(member("Halima"));
  stage.type("2232r111");
  EXPECT_EQ(text_of("mood.score.title"), "So far");
  EXPECT_EQ(text_of("mood.score.figure"), "12");
  EXPECT_EQ(text_of("mood.score.band"), "moderate");
  EXPECT_TRUE(shows("2 answers are open. With them the total is 12 to 18."));
  stage.type("x");
  EXPECT_EQ(text_of("mood.score.title"), "No total");
  EXPECT_EQ(stage.registry().find("mood.score.figure"), nullptr);
  EXPECT_TRUE(shows("Question 9 has no answer."));
  stage.press(Key::backspace);
  stage.type("0");
  EXPECT_EQ(text_of("mood.score.title"), "Total");
  EXPECT_EQ(text_of("mood.score.figure"), "14") << "12 of 8 answers, for 9";
  EXPECT_TRUE(shows("Worked out from 8 of 9 answers."));
}

TEST_F(MoodCheckScreen, RefusedAndNotAskedAreKeptApartAndBackspaceGoesBack) {
  open(member("Halima"));
  stage.type("1rx1");
  stage.press(Key::backspace);
  stage.press(Key::backspace);
  stage.type("3");
  const auto draft = client::decode_check_in(drafts.begin()->second);
  ASSERT_TRUE(draft);
  EXPECT_EQ(draft->answers[1]->state, AnswerState::refused);
  EXPECT_EQ(draft->answers[2], (model::Answer{AnswerState::answered, 3}));
  EXPECT_EQ(draft->at, 3U);
}

TEST_F(MoodCheckScreen, AnAnswerAboveNoughtLeadsToWhatToDoNext) {
  open(member("Halima"));
  stage.type("111111112");
  stage.press(Key::enter);
  ASSERT_TRUE(last_act().then);
  EXPECT_EQ(std::get<place::Alarm>(*last_act().then).member, member("Halima"));
  ASSERT_EQ(risks().size(), 1U);
  EXPECT_TRUE(risks()[0].evidence[0].flagged);
}

TEST_F(MoodCheckScreen, EveryAnswerIsKeptAndFoundAgain) {
  open(member("Halima"));
  stage.type("12");
  EXPECT_EQ(stage.asked<request::Draft>().size(), 2U);
  open(member("Halima"));
  stage.type("3");
  stage.press(Key::backspace);
  EXPECT_EQ(model().at, 2U);
  EXPECT_EQ(model().items[1].answer->value, 2U);
  EXPECT_EQ(model().items[2].answer->value, 3U);
}

TEST_F(MoodCheckScreen, ThePointerAnswersToo) {
  open(member("Halima"));
  ASSERT_TRUE(stage.click("mood.item.1.2"));
  ASSERT_TRUE(stage.click("mood.rather_not"));
  ASSERT_TRUE(stage.click("mood.not_asked"));
  ASSERT_TRUE(stage.click("mood.item.9.offer"));
  const auto items = model().items;
  EXPECT_EQ(items[0].answer->value, 2U);
  EXPECT_EQ(items[1].answer->state, AnswerState::refused);
  EXPECT_EQ(items[2].answer->state, AnswerState::not_asked);
  EXPECT_EQ(items[8].answer->state, AnswerState::not_asked);
  EXPECT_EQ(model().at, 3U) << "on to one that is still open";
}

TEST_F(MoodCheckScreen, WalkingAmongTheBoxesEnterStaysDone) {
  open(member("Halima"));
  ASSERT_TRUE(stage.click("mood.item.1.1"));
  EXPECT_EQ(stage.focused(), "mood.item.2.0") << "goes with the question";
  stage.press(Key::enter);
  EXPECT_FALSE(model().items[1].answer) << "Enter answers nothing";
  stage.scene.ui.focus("mood.item.2.0");
  stage.settle();
  stage.press(Key::right);
  stage.type(" ");
  EXPECT_EQ(model().items[1].answer->value, 1U);
  stage.type("1111111");
  EXPECT_EQ(stage.focused(), "mood.done");
  stage.press(Key::enter);
  EXPECT_EQ(check_ins().size(), 1U);
}

TEST_F(MoodCheckScreen, TheQuickMoodIsASheetOfItsOwn) {
  open(member("Halima"));
  stage.type("q");
  EXPECT_EQ(model().pack->id, "mood10");
  stage.type("t");
  EXPECT_EQ(text_of("mood.score.figure"), "10");
  stage.press(Key::enter);
  ASSERT_EQ(check_ins().size(), 1U);
  EXPECT_EQ(check_ins()[0].answers[0].value, 10U);
  EXPECT_FALSE(last_act().then) << "the other sheet is still to be asked";
  EXPECT_EQ(model().pack->id, "phq9");
  stage.type("000000000");
  stage.press(Key::enter);
  ASSERT_TRUE(last_act().then);
  EXPECT_TRUE(std::holds_alternative<place::Session>(*last_act().then));
}

TEST_F(MoodCheckScreen, ACorrectionTakesThePlaceOfWhatWasWrong) {
  open(member("Halima"));
  stage.type("111111110");
  stage.press(Key::enter);
  open(member("Halima"));
  stage.type("q");
  ASSERT_EQ(model().state, client::MoodCheckModel::State::done);
  EXPECT_TRUE(shows("Several days"));
  ASSERT_TRUE(stage.click("mood.correct"));
  EXPECT_TRUE(model().correcting);
  EXPECT_EQ(model().finish_not, "Nothing was changed.");
  EXPECT_TRUE(drafts.empty());
  ASSERT_TRUE(stage.click("mood.item.1.3"));
  stage.press(Key::enter);
  EXPECT_TRUE(std::holds_alternative<client::CorrectCheckIn>(last_act().intents.at(0)));
  ASSERT_EQ(check_ins().size(), 1U);
  EXPECT_EQ(check_ins()[0].answers[0].value, 3U);
  EXPECT_FALSE(check_ins()[0].conflicted);
}

TEST_F(MoodCheckScreen, ACorrectionCanBeLeft) {
  open(member("Halima"));
  stage.type("111111112");
  stage.press(Key::enter);
  const auto raised = laptop()->replica().alarm(world.group).raised.size();
  open(member("Halima"));
  stage.type("q");
  ASSERT_TRUE(stage.click("mood.correct"));
  ASSERT_TRUE(stage.click("mood.item.1.3"));
  EXPECT_FALSE(drafts.empty());
  ASSERT_TRUE(stage.click("mood.leave"));
  EXPECT_TRUE(drafts.empty());
  EXPECT_EQ(model().state, client::MoodCheckModel::State::done);
  EXPECT_EQ(laptop()->replica().alarm(world.group).raised.size(), raised)
      << "the answer about risk was there before";
}

TEST_F(MoodCheckScreen, WithdrawingSaysWhyAndAsksAnew) {
  open(member("Halima"));
  stage.type("111111110");
  stage.press(Key::enter);
  open(member("Halima"));
  stage.type("q");
  ASSERT_TRUE(stage.click("mood.withdraw"));
  EXPECT_EQ(stage.focused(), "withdraw.reason");
  EXPECT_FALSE(stage.registry().find("withdraw.action")->enabled);
  stage.type("It was Meena");
  ASSERT_TRUE(stage.click("withdraw.action"));
  EXPECT_EQ(std::get<client::WithdrawCheckIn>(last_act().intents.at(0)).reason, "It was Meena");
  EXPECT_TRUE(check_ins().empty());
  EXPECT_EQ(model().state, client::MoodCheckModel::State::asking);
  stage.type("000000000");
  stage.press(Key::enter);
  EXPECT_EQ(check_ins().size(), 1U);
}

TEST_F(MoodCheckScreen, TwoThatCountLeadToSettling) {
  auto other = world.check_in(session, 0);
  other.member = member("Halima");
  world.offline(world.worker);
  world.act(world.worker, other);
  world.offline(world.facilitator);
  world.act(world.facilitator, other);
  world.online(world.worker);
  world.online(world.facilitator);
  open(member("Halima"));
  stage.type("q");
  ASSERT_TRUE(stage.click("mood.settle"));
  const auto gone = stage.asked<request::Go>();
  ASSERT_EQ(gone.size(), 1U);
  EXPECT_EQ(std::get<place::Needs>(gone[0].place).item, model().twice_item);
}

TEST_F(MoodCheckScreen, PrivacyHidesNamesAndScores) {
  open(member("Halima"));
  stage.type("22320111");
  privacy = true;
  stage.settle();
  EXPECT_FALSE(shows("Halima"));
  EXPECT_FALSE(shows("12"));
  EXPECT_TRUE(shows("Hidden while privacy is on"));
  stage.type("0");
  stage.press(Key::enter);
  open(asked_of);
  stage.type("q");
  EXPECT_FALSE(shows("Several days"));
}

TEST_F(MoodCheckScreen, WhoOnlySupervisesReads) {
  supervising = true;
  open(members[4]);
  EXPECT_FALSE(model().may_finish);
  stage.type("000000000");
  stage.press(Key::enter);
  EXPECT_TRUE(stage.asked<request::Act>().empty());
}

TEST_F(MoodCheckScreen, WorriedLeadsToTheMember) {
  open(member("Halima"));
  stage.type("w");
  ASSERT_EQ(stage.asked<request::Go>().size(), 1U);
  EXPECT_EQ(std::get<place::Alarm>(stage.asked<request::Go>()[0].place).member, asked_of);
}

TEST_F(MoodCheckScreen, BeforeTheSessionIsOpenNothingIsAsked) {
  session.date.days += 7;
  open(member("Halima"));
  EXPECT_EQ(text_of("mood.none.text"), "The session is not open yet.");
}

TEST_F(MoodCheckScreen, HasRoomInEveryLanguageAndSize) {
  for (const std::string language : {"en", "fr", "sw", "pseudo"}) {
    words = language == "en" ? text::Catalogue::english() : client::words_in(language);
    drafts.clear();
    open(members[4]);
    check_everywhere(language + " empty");
    stage.type("2232r111");
    check_everywhere(language + " typical");
    stage.type("x");
    check_everywhere(language + " all");
    stage.type("q");
    check_everywhere(language + " quick mood");
  }
  words = text::Catalogue::english();
  open(members[4]);
  stage.press(Key::enter);
  open(members[4]);
  check_everywhere("done");
  ASSERT_TRUE(stage.click("mood.correct"));
  check_everywhere("correcting");
}

TEST_F(MoodCheckScreen, TheKeyboardReachesEverything) {
  for (const Size& size : {Size{1024, 600}, Size{1280, 800}}) {
    for (const TextSize text : {TextSize::normal, TextSize::largest}) {
      stage.scene.size = text;
      open(members[4]);
      stage.resize(size);
      EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
    }
  }
}

}  // namespace
}  // namespace baraza::ui
