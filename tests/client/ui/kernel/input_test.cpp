// SPDX-License-Identifier: Apache-2.0
#include "client/ui/kernel/input.h"

#include <gtest/gtest.h>

namespace baraza::ui {
namespace {

TEST(Shortcut, EitherCaseOfALetterCounts) {
  const Shortcut worried = Shortcut::of(U'W');
  EXPECT_TRUE(worried.matches(Character{U'w'}));
  EXPECT_TRUE(worried.matches(Character{U'W'}));
  EXPECT_FALSE(worried.matches(Character{U'v'}));
  EXPECT_FALSE(worried.matches(Chord{U'w', false}));
  EXPECT_EQ(worried.cap(), "W");
}

TEST(Shortcut, WithCtrlIsAnotherKey) {
  const Shortcut lock = Shortcut::with_ctrl(U'l');
  EXPECT_TRUE(lock.matches(Chord{U'l', false}));
  EXPECT_FALSE(lock.matches(Character{U'l'}));
  EXPECT_EQ(lock.cap(), "Ctrl+L");
  const Shortcut save = Shortcut::with_ctrl(Key::enter);
  EXPECT_TRUE(save.matches(KeyPress{Key::enter, false, true, false, false}));
  EXPECT_FALSE(save.matches(KeyPress{Key::enter, false, false, false, false}));
  EXPECT_EQ(save.cap(), "Ctrl+Enter");
}

TEST(Shortcut, AKeyHeldDownCountsOnce) {
  EXPECT_TRUE(
      Shortcut::of(Key::page_down).matches(KeyPress{Key::page_down, false, false, false, false}));
  EXPECT_FALSE(
      Shortcut::of(Key::page_down).matches(KeyPress{Key::page_down, false, false, false, true}));
  EXPECT_FALSE(Shortcut::of(U'2').matches(Character{U'2', true})) << "it would answer nine items";
}

TEST(Shortcut, ADigitsKeyCountsWhereTheLayoutNeedsShiftForTheDigit) {
  const Shortcut one = Shortcut::of(U'1');
  EXPECT_TRUE(one.matches(Character{U'&', false, U'1'}));
  EXPECT_FALSE(one.matches(Character{U'&'}));
  EXPECT_FALSE(one.matches(Character{U'\u00E9', false, U'2'}));
}

TEST(Shortcut, CapsAreWhatStandsOnTheKeys) {
  EXPECT_EQ(Shortcut::of(U' ').cap(), "Space");
  EXPECT_EQ(Shortcut::of(Key::escape).cap(), "Esc");
  EXPECT_EQ(Shortcut::of(Key::f12).cap(), "F12");
  EXPECT_EQ(Shortcut::of(U'3').cap(), "3");
  EXPECT_FALSE(Shortcut{});
}

}  // namespace
}  // namespace baraza::ui
