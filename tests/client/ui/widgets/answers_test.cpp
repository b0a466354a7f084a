// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <vector>

#include "client/ui/widgets/button.h"
#include "client/ui/widgets/choice.h"
#include "client/ui/widgets/score_pad.h"
#include "client/ui/widgets/stepper.h"
#include "tests/client/ui/support/screen_stage.h"

// What is answered with: score pads, choices, steppers.
namespace baraza::ui {
namespace {

// Nine items below each other, as a mood check has them: an answer makes the next one current.
class NineItems : public testing::Test {
 protected:
  using State = ScorePadSpec::State;

  NineItems() {
    stage.show([this](Ui& ui, Requests&) {
      // Everything is judged by what was so at the beginning of the pass.
      const std::size_t at = current;
      for (std::size_t i = 0; i < answers.size(); ++i) {
        const std::string id = "item." + std::to_string(i);
        ScorePadSpec spec;
        spec.id = id;
        spec.label = "Little interest";
        spec.state = states[i];
        spec.answer = answers[i].value_or(0);
        spec.current = i == at;
        spec.mark = "Rather not";
        spec.group = "items";
        const Size size = score_pad_size(ui, spec);
        spec.rect = {100, 40 + static_cast<float>(i) * (size.height + 8), size.width, size.height};
        take(i, score_pad(ui, spec));
      }
    });
  }

  void take(std::size_t i, const ScorePadPressed& pressed) {
    if (pressed.back && current > 0) --current;
    if (pressed.answer) answers[i] = pressed.answer;
    if (pressed.answer) states[i] = State::answered;
    if (pressed.refused) states[i] = State::refused;
    if (pressed.not_asked) states[i] = State::not_asked;
    const bool said = pressed.answer || pressed.refused || pressed.not_asked;
    if (said && current == i && current + 1 < answers.size()) ++current;
    if (said) ++changes;
  }

  std::array<std::optional<std::uint32_t>, 9> answers;
  std::array<State, 9> states{};
  std::size_t current = 0;
  int changes = 0;
  ScreenStage stage;
};

TEST_F(NineItems, NineDigitsInNinePassesAreNineAnswers) {
  stage.type("012301230");
  const std::array<std::uint32_t, 9> typed = {0, 1, 2, 3, 0, 1, 2, 3, 0};
  for (std::size_t i = 0; i < typed.size(); ++i) EXPECT_EQ(answers[i], typed[i]) << "item " << i;
  EXPECT_EQ(changes, 9);
}

TEST_F(NineItems, ADigitThatIsNoAnswerDoesNothing) {
  stage.type("45789");
  EXPECT_EQ(changes, 0);
  EXPECT_EQ(current, 0U);
}

TEST_F(NineItems, RefusedNotAskedAndBack) {
  stage.type("1rX");
  EXPECT_EQ(states[0], State::answered);
  EXPECT_EQ(states[1], State::refused);
  EXPECT_EQ(states[2], State::not_asked);
  EXPECT_NE(stage.registry().find("item.1.mark"), nullptr);
  EXPECT_EQ(stage.registry().find("item.0.mark"), nullptr);
  stage.press(Key::backspace);
  stage.type("2");
  EXPECT_EQ(states[2], State::answered);
  EXPECT_EQ(answers[2], 2U);
}

TEST_F(NineItems, AHeldDigitAnswersOnce) {
  stage.say(Character{U'2'});
  stage.say(Character{U'2', true});
  stage.say(Character{U'2', true});
  EXPECT_EQ(changes, 1);
  EXPECT_FALSE(answers[1]);
}

TEST_F(NineItems, ThePointerAndSpaceAnswerTheRowTheyAreIn) {
  ASSERT_TRUE(stage.click("item.4.3"));
  EXPECT_EQ(answers[4], 3U);
  EXPECT_EQ(stage.focused(), "item.4.3");
  stage.press(Key::left);
  EXPECT_EQ(stage.focused(), "item.4.2");
  stage.press(Key::down);
  EXPECT_EQ(stage.focused(), "item.5.2");
  stage.type(" ");
  EXPECT_EQ(answers[5], 2U);
}

class OfThree : public testing::Test {
 protected:
  OfThree() {
    stage.show([this](Ui& ui, Requests&) {
      static constexpr std::array<std::string_view, 3> parts = {"No", "Yes", "Not asked"};
      ui.first_focus("before");
      (void)button(ui, {.id = "before", .rect = {10, 10, 100, 44}, .text = "Before"});
      ChoiceSpec spec;
      spec.id = "choice";
      spec.label = "A plan";
      spec.parts = parts;
      spec.chosen = chosen;
      spec.enabled = enabled;
      spec.why_not = "Ask item 9 first.";
      const Size size = choice_size(ui, spec);
      spec.rect = {10, 100, size.width, size.height};
      if (const auto part = choice(ui, spec)) {
        chosen = part;
        ++changes;
      }
    });
  }
  std::optional<std::size_t> chosen;
  bool enabled = true;
  int changes = 0;
  ScreenStage stage;
};

TEST_F(OfThree, TabComesInWithoutChoosing) {
  stage.press(Key::tab);
  EXPECT_EQ(stage.focused(), "choice.0");
  EXPECT_FALSE(chosen);
  chosen = 2;
  stage.settle();
  stage.press(Key::tab);
  stage.press(Key::tab);
  EXPECT_EQ(stage.focused(), "choice.2");
  EXPECT_EQ(changes, 0);
}

TEST_F(OfThree, ArrowsChooseAtOnceAndStopAtTheEnds) {
  stage.press(Key::tab);
  stage.press(Key::right);
  EXPECT_EQ(chosen, 1U);
  stage.press(Key::right);
  EXPECT_EQ(chosen, 2U);
  stage.press(Key::right);
  EXPECT_EQ(chosen, 2U);
  EXPECT_EQ(changes, 2);
  stage.press(Key::home);
  EXPECT_EQ(chosen, 0U);
}

TEST_F(OfThree, SpaceChoosesWhatHasTheFocus) {
  stage.press(Key::tab);
  stage.type(" ");
  EXPECT_EQ(chosen, 0U);
  stage.type(" ");
  EXPECT_EQ(changes, 1) << "what is chosen already isn't chosen again";
}

TEST_F(OfThree, DisabledItSaysWhyAndKeepsWhatIsChosen) {
  enabled = false;
  chosen = 0;
  stage.settle();
  stage.press(Key::tab);
  stage.press(Key::right);
  EXPECT_EQ(stage.focused(), "choice.1");
  EXPECT_EQ(chosen, 0U);
  stage.press(Key::enter);
  EXPECT_EQ(chosen, 0U);
  EXPECT_EQ(stage.scene.ui.explanation(), "Ask item 9 first.");
}

class Minutes : public testing::Test {
 protected:
  Minutes() {
    stage.show([this](Ui& ui, Requests&) {
      ui.first_focus("minutes");
      // A screen on which digits mean something else while nothing else wants them.
      if (ui.pressed(Shortcut::of(U'3'))) ++asked_third;
      StepperSpec spec;
      spec.id = "minutes";
      spec.label = "Minutes";
      spec.value = value;
      spec.least = 5;
      spec.most = 90;
      const std::string words = std::to_string(value) + " min";
      spec.text = words;
      spec.less_word = "Less";
      spec.more_word = "More";
      spec.enabled = enabled;
      spec.why_not = "This step is over.";
      const Size size = stepper_size(ui, spec);
      spec.rect = {10, 10, size.width, size.height};
      if (const auto changed = stepper(ui, spec, state)) value = *changed;
      (void)button(ui, {.id = "after", .rect = {10, 100, 100, 44}, .text = "After"});
    });
  }
  std::string shown() const { return stage.registry().find("minutes.text")->text; }

  int value = 20;
  bool enabled = true;
  int asked_third = 0;
  StepperState state;
  ScreenStage stage;
};

TEST_F(Minutes, ArrowsByOnePagesByFiveWithinTheBounds) {
  stage.press(Key::up);
  EXPECT_EQ(value, 21);
  stage.press(Key::page_down);
  EXPECT_EQ(value, 16);
  for (int i = 0; i < 4; ++i) stage.press(Key::page_down);
  EXPECT_EQ(value, 5);
  stage.press(Key::down);
  EXPECT_EQ(value, 5);
  for (int i = 0; i < 30; ++i) stage.press(Key::page_up);
  EXPECT_EQ(value, 90);
  EXPECT_EQ(stage.focused(), "minutes");
}

TEST_F(Minutes, DigitsAreTypedAndNeverPassTheBounds) {
  stage.type("3");
  EXPECT_EQ(value, 20) << "3 is below the least, so nothing is said yet";
  EXPECT_EQ(shown(), "3");
  stage.type("5");
  EXPECT_EQ(value, 35);
  stage.type("1");
  EXPECT_EQ(value, 35) << "351 is too much: 1 begins anew";
  EXPECT_EQ(shown(), "1");
  stage.type("2");
  EXPECT_EQ(value, 12);
  stage.press(Key::backspace);
  EXPECT_EQ(shown(), "1");
  EXPECT_EQ(value, 12);
  EXPECT_EQ(asked_third, 0) << "digits are its own while it has the focus";
}

TEST_F(Minutes, WhatWasTypedAndIsNoValueIsForgottenWithTheFocus) {
  stage.type("3");
  stage.press(Key::tab);
  EXPECT_EQ(value, 20);
  EXPECT_EQ(shown(), "20 min");
  stage.type("3");
  EXPECT_EQ(asked_third, 1);
}

TEST_F(Minutes, TheUpperRowOfAFrenchKeyboardTypesDigits) {
  stage.say(Character{U'"', false, U'3'});
  stage.say(Character{U'\'', false, U'4'});
  EXPECT_EQ(value, 34);
  EXPECT_EQ(asked_third, 0);
}

TEST_F(Minutes, TheButtonsStepFromWhatWasTyped) {
  stage.type("12");
  ASSERT_TRUE(stage.click("minutes.less"));
  EXPECT_EQ(value, 11);
  EXPECT_EQ(shown(), "11 min");
  value = 90;
  stage.settle();
  ASSERT_TRUE(stage.click("minutes.more"));
  EXPECT_EQ(value, 90);
}

TEST_F(Minutes, DisabledItSaysWhy) {
  enabled = false;
  stage.settle();
  stage.press(Key::up);
  stage.type("30");
  EXPECT_EQ(value, 20);
  stage.press(Key::enter);
  EXPECT_EQ(stage.scene.ui.explanation(), "This step is over.");
}

}  // namespace
}  // namespace baraza::ui
