// SPDX-License-Identifier: Apache-2.0
#include "client/app/puppet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baraza::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// A screen with a button, a sentence, and a dialog's button over half of the first.
class PuppetTest : public testing::Test {
 protected:
  ui::Drawn& draw(const std::string& id, const ui::Rect& rect, ui::Drawn::Kind kind,
                  const std::string& text) {
    ui::Drawn drawn;
    drawn.id = id;
    drawn.kind = kind;
    drawn.rect = rect;
    drawn.clip = {0, 0, 1280, 800};
    drawn.text = text;
    return shown_.add(std::move(drawn));
  }
  ui::Drawn& button(const std::string& id, const ui::Rect& rect) {
    return draw(id, rect, ui::Drawn::Kind::control, id);
  }
  Puppet::Step step() { return puppet_.step(shown_, "home.open", now_); }
  Puppet::Step run(const std::string& line) {
    puppet_.add(line);
    return step();
  }
  static std::string error_of(const Puppet::Step& step) {
    return step.answer && step.answer->contains("error") ? (*step.answer)["error"] : "";
  }

  ui::Registry shown_;
  Tick now_{1000};
  Puppet puppet_{seconds(5)};
};

TEST_F(PuppetTest, PressesKeysOneAfterTheOther) {
  const auto step = run("press 3 W Enter Ctrl+L Space");
  ASSERT_TRUE(step.answer);
  EXPECT_TRUE((*step.answer)["ok"]);
  EXPECT_THAT(
      step.events,
      ElementsAre(ui::InputEvent{ui::Character{U'3'}}, ui::InputEvent{ui::Character{U'W'}},
                  ui::InputEvent{ui::KeyPress{ui::Key::enter}},
                  ui::InputEvent{ui::KeyRelease{ui::Key::enter}},
                  ui::InputEvent{ui::Chord{U'l', false}}, ui::InputEvent{ui::Character{U' '}}));
  EXPECT_THAT(error_of(run("press Hyper")), HasSubstr("no key \"Hyper\""));
}

TEST_F(PuppetTest, TypesEveryCharacterOfAText) {
  const auto step = run("type \"Zo\u00eb 5\"");
  ASSERT_EQ(step.events.size(), 5U);
  EXPECT_EQ(step.events[2], ui::InputEvent{ui::Character{U'\u00eb'}});
}

TEST_F(PuppetTest, TypesNothingOfATextWhoseQuotesWereForgotten) {
  const auto step = run("type three quiet trees");
  EXPECT_TRUE(step.events.empty());
  EXPECT_THAT(error_of(step), HasSubstr("in quotes"));
  EXPECT_THAT(error_of(run("click home.open now")), HasSubstr("fewer words"));
  EXPECT_THAT(error_of(run("quit now")), HasSubstr("fewer words"));
}

TEST_F(PuppetTest, ClicksOnlyWhatAPersonCouldHit) {
  button("home.open", {100, 100, 200, 44});
  const auto clicked = run("click home.open");
  EXPECT_THAT(clicked.events, ElementsAre(ui::InputEvent{ui::PointerMoved{{200, 122}}},
                                          ui::InputEvent{ui::PointerPressed{{200, 122}}},
                                          ui::InputEvent{ui::PointerReleased{{200, 122}}}));
  EXPECT_THAT(error_of(run("click home.plan")), HasSubstr("isn't shown"));
  button("dialog.back", {150, 90, 200, 60}).layer = 1;
  EXPECT_THAT(error_of(run("click home.open")), HasSubstr("would press dialog.back"));
  button("list.far", {100, 900, 200, 44});
  EXPECT_THAT(error_of(run("click list.far")), HasSubstr("isn't shown"));
}

TEST_F(PuppetTest, WaitsUntilItIsShownAndGivesUp) {
  EXPECT_FALSE(run("wait badge \"on the server\"").answer);
  EXPECT_EQ(puppet_.next_at(), Tick{6000});
  draw("badge", {0, 0, 100, 20}, ui::Drawn::Kind::text, "3 on this laptop");
  EXPECT_FALSE(step().answer);
  shown_.clear();
  draw("badge", {0, 0, 100, 20}, ui::Drawn::Kind::text, "All on the server");
  const auto done = step();
  ASSERT_TRUE(done.answer);
  EXPECT_EQ((*done.answer)["text"], "All on the server");
  EXPECT_FALSE(run("gone badge").answer);
  now_ = Tick{7000};
  EXPECT_THAT(error_of(step()), HasSubstr("badge says \"All on the server\""));
  EXPECT_TRUE(puppet_.idle());
}

TEST_F(PuppetTest, ExpectsAndShowsWhatIsDrawn) {
  draw("title", {0, 0, 100, 20}, ui::Drawn::Kind::text, "Mwembe group");
  button("home.open", {100, 100, 200, 44}).enabled = false;
  EXPECT_EQ(error_of(run("expect title Mwembe")), "");
  EXPECT_THAT(error_of(run("expect title Bahari")), HasSubstr("title says \"Mwembe group\""));
  const auto shown = run("show home");
  ASSERT_TRUE(shown.answer);
  ASSERT_EQ((*shown.answer)["widgets"].size(), 1U);
  EXPECT_EQ((*shown.answer)["widgets"][0]["id"], "home.open");
  EXPECT_EQ((*shown.answer)["widgets"][0]["enabled"], false);
  EXPECT_EQ((*shown.answer)["focused"], "home.open");
}

TEST_F(PuppetTest, PausesTakesPicturesAndQuits) {
  EXPECT_FALSE(run("pause 200").answer);
  EXPECT_EQ(puppet_.next_at(), Tick{1200});
  now_ = Tick{1200};
  EXPECT_TRUE(step().answer);
  EXPECT_EQ(run("picture 02-home").picture, "02-home");
  EXPECT_TRUE(run("quit").quit);
}

TEST_F(PuppetTest, CommentsDoNothingAndSlipsAreNamed) {
  puppet_.add("# a comment");
  puppet_.add("");
  puppet_.add("dance home");
  const auto next = step();
  ASSERT_TRUE(next.answer);
  EXPECT_EQ((*next.answer)["ok"], false);
  EXPECT_THAT(error_of(run("click")), HasSubstr("lacks a word"));
}

}  // namespace
}  // namespace baraza::app
