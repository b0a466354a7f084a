// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/text_field.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "client/ui/widgets/button.h"
#include "tests/client/ui/support/screen_stage.h"

// Typing into fields, as somebody at the keyboard does it.
namespace baraza::ui {
namespace {

class Field : public testing::Test {
 protected:
  void show(const TextFieldSpec& wanted = {}) {
    spec = wanted;
    spec.id = "field";
    if (spec.rect.empty()) spec.rect = {40, 40, 300, 160};
    spec.label = "A note";
    stage.show([this](Ui& ui, Requests&) {
      ui.first_focus("field");
      if (text_field(ui, spec, text, state)) ++changes;
      const ButtonSpec save{.id = "save",
                            .rect = {40, 300, 200, 56},
                            .text = "Save",
                            .shortcut = Shortcut::of(Key::enter)};
      if (button(ui, save)) ++saved;
      const ButtonSpec worried{.id = "worried",
                               .rect = {40, 400, 200, 56},
                               .text = "Worried",
                               .shortcut = Shortcut::of(U'W')};
      if (button(ui, worried)) ++worries;
    });
    ASSERT_EQ(stage.focused(), "field");
  }
  void chord(char32_t letter, bool shift = false) { stage.say(Chord{letter, shift}); }
  void drag(Point from, Point to) {
    stage.say(PointerMoved{from});
    stage.say(PointerPressed{from});
    stage.say(PointerMoved{to});
    stage.say(PointerReleased{to});
  }

  ScreenStage stage;
  TextFieldSpec spec;
  TextFieldState state;
  std::string text;
  int changes = 0;
  int saved = 0;
  int worries = 0;
};

TEST_F(Field, TakesAndErasesWholeLettersOfAnyLanguage) {
  show();
  stage.type("No");
  stage.say(Character{U'é'});
  stage.say(Character{U'ŋ'});
  stage.say(Character{0x1F33B});
  EXPECT_EQ(text, "No\xC3\xA9\xC5\x8B\xF0\x9F\x8C\xBB");
  EXPECT_EQ(changes, 5);
  stage.press(Key::backspace);
  EXPECT_EQ(text, "No\xC3\xA9\xC5\x8B");
  stage.press(Key::left);
  stage.press(Key::left);
  stage.press(Key::del);
  EXPECT_EQ(text, "No\xC5\x8B");
}

TEST_F(Field, LettersAreItsOwnAndEnterIsTheScreens) {
  show();
  stage.type("w W");
  EXPECT_EQ(text, "w W");
  EXPECT_EQ(worries, 0);
  stage.press(Key::enter);
  EXPECT_EQ(saved, 1);
  EXPECT_EQ(text, "w W");
}

TEST_F(Field, CaretWalksByLettersWordsAndToTheEnds) {
  show();
  stage.type("one two");
  stage.press(Key::home);
  stage.type("a");
  stage.press(Key::end);
  stage.type("z");
  stage.press(Key::left, true);
  stage.type("b");
  EXPECT_EQ(text, "aone btwoz");
  stage.press(Key::home);
  stage.press(Key::right, true);
  stage.type("c");
  EXPECT_EQ(text, "aone cbtwoz");
  stage.press(Key::end);
  stage.press(Key::backspace, true);
  EXPECT_EQ(text, "aone ");
}

TEST_F(Field, WhatIsSelectedIsReplaced) {
  show();
  stage.type("one two");
  stage.press(Key::left, true, true);
  stage.type("three");
  EXPECT_EQ(text, "one three");
  stage.press(Key::home, false, true);
  stage.press(Key::del);
  EXPECT_EQ(text, "");
}

TEST_F(Field, SelectsByPointer) {
  show();
  stage.type("one two");
  drag({45, 120}, {335, 120});
  chord(U'c');
  EXPECT_EQ(stage.scene.clipboard.text, "one two");
  stage.say(PointerMoved{{45, 120}});
  stage.say(PointerPressed{{45, 120}});
  stage.say(PointerReleased{{45, 120}});
  stage.type("x");
  EXPECT_EQ(text, "xone two");
}

TEST_F(Field, CutsCopiesAndPastes) {
  show();
  stage.type("one");
  chord(U'c');
  EXPECT_EQ(stage.scene.clipboard.text, "") << "nothing is selected";
  chord(U'a');
  chord(U'c');
  EXPECT_EQ(stage.scene.clipboard.text, "one");
  EXPECT_EQ(text, "one");
  chord(U'x');
  EXPECT_EQ(text, "");
  chord(U'v');
  chord(U'v');
  EXPECT_EQ(text, "oneone");
}

TEST_F(Field, PastesALineWithoutWhatIsNoLetter) {
  show();
  stage.scene.clipboard.text = "one\r\ntwo\t\x07three";
  chord(U'v');
  EXPECT_EQ(text, "one twothree");
}

TEST_F(Field, TakesNothingThatDoesNotFitWhole) {
  show({.most_bytes = 5});
  stage.type("1234");
  stage.say(Character{U'é'});
  EXPECT_EQ(text, "1234");
  stage.scene.clipboard.text = "56";
  chord(U'v');
  EXPECT_EQ(text, "1234");
  stage.type("56");
  EXPECT_EQ(text, "12345");
  chord(U'a');
  stage.type("7");
  EXPECT_EQ(text, "7") << "what is replaced makes room";
}

TEST_F(Field, UndoesAndDoesAgain) {
  show();
  stage.type("ab");
  chord(U'a');
  stage.press(Key::del);
  EXPECT_EQ(text, "");
  chord(U'z');
  EXPECT_EQ(text, "ab");
  chord(U'z', true);
  EXPECT_EQ(text, "");
  chord(U'z');
  chord(U'z');
  EXPECT_EQ(text, "a");
  chord(U'y');
  EXPECT_EQ(text, "ab");
}

TEST_F(Field, BringsBackALongNoteThatWasErasedByMistake) {
  show({.kind = TextFieldKind::lines, .most_bytes = 8192});
  const std::string note(8000, 'n');
  stage.scene.clipboard.text = note;
  chord(U'v');
  ASSERT_TRUE(text == note);
  chord(U'a');
  stage.press(Key::backspace);
  ASSERT_EQ(text, "");
  chord(U'z');
  EXPECT_TRUE(text == note) << text.size();
}

TEST_F(Field, TakesWhatItsOwnerPutIn) {
  show();
  stage.type("one");
  text = "other";
  stage.settle();
  stage.type("!");
  EXPECT_EQ(text, "other!");
  chord(U'z');
  chord(U'z');
  EXPECT_EQ(text, "other") << "what was there before isn't undone to";
}

TEST_F(Field, ScrollsALongLineToItsCaret) {
  show();
  stage.type(std::string(100, 'm') + "end");
  stage.say(PointerMoved{{320, 120}});
  stage.say(PointerPressed{{320, 120}});
  stage.say(PointerReleased{{320, 120}});
  stage.type("X");
  EXPECT_GE(text.find('X'), 100U) << "its end is in sight";
  stage.press(Key::home);
  stage.say(PointerPressed{{60, 120}});
  stage.say(PointerReleased{{60, 120}});
  stage.type("Y");
  EXPECT_LE(text.find('Y'), 2U) << "its beginning is in sight";
}

TEST_F(Field, LinesBreakAndAreWalkedUpAndDown) {
  show({.kind = TextFieldKind::lines});
  stage.type("one");
  stage.press(Key::enter);
  stage.type("two");
  EXPECT_EQ(text, "one\ntwo");
  EXPECT_EQ(saved, 0);
  stage.press(Key::up);
  stage.press(Key::end);
  stage.type("!");
  EXPECT_EQ(text, "one!\ntwo");
  stage.press(Key::down);
  stage.press(Key::home);
  stage.type("?");
  EXPECT_EQ(text, "one!\n?two");
  stage.press(Key::home, true);
  stage.type(">");
  EXPECT_EQ(text, ">one!\n?two");
}

TEST_F(Field, AWrappedRowEndsBeforeItsSpace) {
  show({.rect = {40, 40, 160, 160}, .kind = TextFieldKind::lines});
  stage.type("mmmmmm mmmmmm nn");
  ASSERT_EQ(text.size(), 16U);
  stage.press(Key::home, true);
  stage.press(Key::end);
  stage.press(Key::end);
  stage.press(Key::down);
  stage.press(Key::up);
  stage.type("1");
  EXPECT_EQ(text, "mmmmmm1 mmmmmm nn");
  stage.press(Key::backspace);
  stage.press(Key::end, true);
  stage.press(Key::home);
  stage.press(Key::up);
  stage.press(Key::end);
  stage.type("2");
  const std::size_t at = text.find('2');
  EXPECT_LE(at, 13U) << "Up leaves the last row";
  chord(U'z');
  // Past the end of the first row.
  stage.say(PointerMoved{{195, 60}});
  stage.say(PointerPressed{{195, 60}});
  stage.say(PointerReleased{{195, 60}});
  stage.type("3");
  EXPECT_EQ(text, "mmmmmm3 mmmmmm nn");
}

TEST_F(Field, ADisabledOneKeepsWhatIsInItAndSaysWhy) {
  text = "kept";
  show({.enabled = false, .why_not = "The session is closed."});
  stage.type("x");
  stage.press(Key::backspace);
  EXPECT_EQ(text, "kept");
  ASSERT_TRUE(stage.click("field"));
  EXPECT_EQ(stage.scene.ui.explanation(), "The session is closed.");
}

class Passphrase : public Field {
 protected:
  void SetUp() override {
    show({.kind = TextFieldKind::passphrase, .show_word = "Show", .hide_word = "Hide"});
  }
  // What scripts and pictures' reports could tell of it.
  bool told(const std::string& words) {
    for (const Drawn& drawn : stage.registry().all()) {
      if (drawn.text.find(words) != std::string::npos) return true;
    }
    return false;
  }
};

TEST_F(Passphrase, IsNeverCopiedNorTold) {
  stage.type("green boat");
  for (const bool shown : {false, true}) {
    if (shown) {
      ASSERT_TRUE(stage.click("field.show"));
    }
    stage.scene.ui.focus("field");
    stage.settle();
    EXPECT_FALSE(told("green boat"));
    EXPECT_TRUE(told(shown ? "Hide" : "Show"));
    chord(U'a');
    chord(U'c');
    chord(U'x');
    EXPECT_EQ(stage.scene.clipboard.text, "");
    EXPECT_EQ(text, "green boat");
  }
}

TEST_F(Passphrase, IsPastedAndForgotten) {
  stage.scene.clipboard.text = "green boat";
  chord(U'v');
  EXPECT_EQ(text, "green boat");
  text.clear();
  state.forget();
  stage.settle();
  chord(U'z');
  chord(U'y');
  EXPECT_EQ(text, "");
}

TEST(NumberField, TakesDigitsUpToTheMost) {
  ScreenStage stage;
  std::optional<std::uint32_t> value;
  NumberFieldState state;
  stage.show([&](Ui& ui, Requests&) {
    ui.first_focus("number");
    number_field(ui, {.id = "number", .rect = {40, 40, 120, 48}, .label = "Minutes", .most = 240},
                 value, state);
  });
  stage.type("1a2-");
  EXPECT_EQ(value, 12U);
  stage.type("34");
  EXPECT_EQ(value, 123U) << "no fourth digit";
  stage.say(Chord{U'a'});
  stage.type("250");
  EXPECT_EQ(value, std::nullopt) << "more than the most";
  EXPECT_EQ(state.text, "250") << "but it stays to be mended";
  stage.press(Key::backspace);
  EXPECT_EQ(value, 25U);
  value = 7;
  stage.settle();
  EXPECT_EQ(state.text, "7");
}

TEST(CheckRow, TurnsByPointerAndKeyboard) {
  ScreenStage stage;
  bool checked = false;
  stage.show([&](Ui& ui, Requests&) {
    CheckRowSpec row{.id = "check", .rect = {40, 40, 400, 0}, .text = "Explained"};
    row.checked = checked;
    row.rect.height = check_row_height(ui, row);
    if (check_row(ui, row)) checked = !checked;
  });
  ASSERT_TRUE(stage.click("check"));
  EXPECT_TRUE(checked);
  stage.type(" ");
  EXPECT_FALSE(checked);
}

}  // namespace
}  // namespace baraza::ui
