// SPDX-License-Identifier: Apache-2.0
#include "client/ui/kernel/navigation.h"

#include <gtest/gtest.h>

namespace baraza::ui {
namespace {

// Two buttons, a grid of two rows of three, a text field; a dialog over them when asked for.
class Navigation : public testing::Test {
 protected:
  Navigation() {
    add("first", {0, 0, 80, 44});
    for (int row = 0; row < 2; ++row) {
      for (int column = 0; column < 3; ++column) {
        const auto x = static_cast<float>(column * 100);
        const auto y = static_cast<float>(100 + row * 60);
        add("cell" + std::to_string(row) + std::to_string(column), {x, y, 80, 44}).group = "grid";
      }
    }
    Drawn& field = add("field", {0, 300, 300, 48});
    field.keeps_arrows = field.keeps_text = true;
    add("last", {0, 400, 80, 44});
  }

  Drawn& add(const std::string& id, const Rect& rect) {
    Drawn drawn;
    drawn.id = id;
    drawn.kind = Drawn::Kind::control;
    drawn.rect = drawn.clip = rect;
    return shown_.add(std::move(drawn));
  }

  std::string after(const std::string& focused, Key key, bool shift = false) {
    return next_focus(shown_, focused, KeyPress{key, shift, false, false, false}, layer_, memory_);
  }

  Registry shown_;
  GroupMemory memory_;
  int layer_ = 0;
};

TEST_F(Navigation, TabWalksBetweenGroupsAndComesRound) {
  EXPECT_EQ(after("first", Key::tab), "cell00");
  EXPECT_EQ(after("cell12", Key::tab), "field");
  EXPECT_EQ(after("field", Key::tab), "last");
  EXPECT_EQ(after("last", Key::tab), "first");
  EXPECT_EQ(after("first", Key::tab, true), "last");
  EXPECT_EQ(after("field", Key::tab, true), "cell00");
}

TEST_F(Navigation, TabComesBackToWhereItWasInAGroup) {
  memory_["grid"] = "cell11";
  EXPECT_EQ(after("first", Key::tab), "cell11");
}

TEST_F(Navigation, TabEntersAGroupAtItsChosenPart) {
  memory_["grid"] = "cell11";
  add("cell2", {0, 220, 80, 44}).group = "grid";
  shown_.last().group_entry = true;
  EXPECT_EQ(after("first", Key::tab), "cell2");
}

TEST_F(Navigation, ArrowsWalkInsideAGroupToTheNearest) {
  EXPECT_EQ(after("cell00", Key::right), "cell01");
  EXPECT_EQ(after("cell01", Key::down), "cell11");
  EXPECT_EQ(after("cell12", Key::left), "cell11");
  EXPECT_EQ(after("cell11", Key::up), "cell01");
  EXPECT_EQ(after("cell02", Key::right), "");
  EXPECT_EQ(after("cell01", Key::home), "cell00");
  EXPECT_EQ(after("cell01", Key::end), "cell12");
  EXPECT_EQ(after("first", Key::down), "");
}

TEST_F(Navigation, ATextFieldKeepsItsArrows) {
  EXPECT_EQ(after("field", Key::left), "");
  EXPECT_EQ(after("field", Key::home), "");
}

TEST_F(Navigation, WithADialogOpenNothingUnderItIsReached) {
  add("safe", {500, 0, 80, 44}).layer = 1;
  add("sure", {600, 0, 80, 44}).layer = 1;
  layer_ = 1;
  EXPECT_EQ(after("safe", Key::tab), "sure");
  EXPECT_EQ(after("sure", Key::tab), "safe");
  EXPECT_EQ(after("first", Key::tab), "safe");
}

TEST_F(Navigation, OtherKeysMoveNothing) {
  EXPECT_EQ(next_focus(shown_, "first", Character{U'x'}, 0, memory_), "");
  EXPECT_EQ(next_focus(shown_, "first", KeyPress{Key::tab, false, true, false, false}, 0, memory_),
            "");
}

}  // namespace
}  // namespace baraza::ui
