// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/left_rail.h"
#include "client/ui/widgets/top_bar.h"
#include "tests/client/ui/support/layout_check.h"
#include "tests/client/ui/support/screen_stage.h"

// What stands around a screen and over it: dialogs, toasts, banners, the top bar, the rail.
namespace baraza::ui {
namespace {

class Question : public testing::Test {
 protected:
  Question() {
    spec.id = "close";
    spec.question = "Close session 5?";
    spec.text = "Wambui has no mood score.";
    spec.back = "Go back";
    spec.verb = "Close session";
    stage.show([this](Ui& ui, Requests&) {
      ui.first_focus("one");
      if (button(ui, {.id = "one", .rect = {40, 40, 120, 44}, .text = "One"})) ++below;
      if (button(ui, {.id = "two", .rect = {40, 100, 120, 44}, .text = "Two"})) ++below;
      if (!open) return;
      const DialogAnswer said = dialog(ui, spec);
      if (said == DialogAnswer::none) return;
      answer = said;
      open = false;
    });
    stage.scene.ui.focus("two");
    stage.settle();
  }
  void ask() {
    open = true;
    stage.settle();
  }

  ScreenStage stage;
  DialogSpec spec;
  DialogAnswer answer = DialogAnswer::none;
  bool open = false;
  int below = 0;
};

TEST_F(Question, TakesTheFocusAndGivesItBack) {
  ask();
  EXPECT_EQ(stage.focused(), "close.verb");
  stage.press(Key::tab);
  EXPECT_EQ(stage.focused(), "close.back") << "Tab stays in the dialog";
  stage.press(Key::tab);
  EXPECT_EQ(stage.focused(), "close.verb");
  stage.press(Key::escape);
  EXPECT_EQ(answer, DialogAnswer::back);
  stage.settle();
  EXPECT_EQ(stage.focused(), "two");
}

TEST_F(Question, AnswersEnterWithItsVerb) {
  ask();
  stage.press(Key::enter);
  EXPECT_EQ(answer, DialogAnswer::verb);
  EXPECT_EQ(below, 0);
}

TEST_F(Question, BeginsWithGoBackWhereSomethingIsLost) {
  spec.loses = true;
  ask();
  EXPECT_EQ(stage.focused(), "close.back");
  stage.press(Key::enter);
  EXPECT_EQ(answer, DialogAnswer::back);
}

TEST_F(Question, LetsNothingThroughToWhatLiesBelow) {
  ask();
  stage.say(PointerMoved{{60, 60}});
  stage.say(PointerPressed{{60, 60}});
  stage.say(PointerReleased{{60, 60}});
  EXPECT_EQ(below, 0);
  EXPECT_TRUE(open);
  EXPECT_EQ(stage.focused(), "close.verb");
}

TEST_F(Question, HasAThirdWayAndAVerbThatCannotBePressedYet) {
  spec.other_verb = "Close without score";
  spec.verb_enabled = false;
  spec.why_not = "Item 9 is open.";
  ask();
  EXPECT_EQ(stage.focused(), "close.back");
  ASSERT_TRUE(stage.click("close.verb"));
  EXPECT_EQ(answer, DialogAnswer::none);
  EXPECT_EQ(stage.scene.ui.explanation(), "Item 9 is open.");
  ASSERT_TRUE(stage.click("close.other"));
  EXPECT_EQ(answer, DialogAnswer::other);
}

TEST_F(Question, HasRoomInEveryTextSize) {
  spec.other_verb = "Close without score";
  ask();
  for (const Size window : {Size{1024, 600}, Size{1920, 1080}}) {
    stage.resize(window);
    for (const TextSize size : all_text_sizes) {
      stage.scene.size = size;
      stage.settle();
      for (const auto& fault :
           layout_faults(stage.registry(), {0, 0, window.width, window.height})) {
        ADD_FAILURE() << fault;
      }
    }
  }
}

TEST(Toast, OffersToUndo) {
  ScreenStage stage;
  int undone = 0;
  stage.show([&](Ui& ui, Requests&) {
    const ToastSpec spec{.id = "toast", .text = "Saved on this laptop", .undo = "Undo"};
    if (toast(ui, spec, ui.window())) ++undone;
  });
  for (const TextSize size : all_text_sizes) {
    stage.scene.size = size;
    stage.settle();
    for (const auto& fault : layout_faults(stage.registry(), {0, 0, 1280, 800})) {
      ADD_FAILURE() << fault;
    }
  }
  ASSERT_TRUE(stage.click("toast.undo"));
  EXPECT_EQ(undone, 1);
}

TEST(Banner, TellsWhichActionWasPressedBesideItsWordsOrBelow) {
  const std::array actions = {
      BannerAction{.id = "open", .text = "Open", .shortcut = Shortcut::of(U'O')},
      BannerAction{.id = "call", .text = "Call Josephine"}};
  for (const float width : {320.0F, 900.0F}) {
    for (const TextSize size : all_text_sizes) {
      ScreenStage stage;
      stage.scene.size = size;
      std::vector<std::size_t> pressed;
      stage.show([&](Ui& ui, Requests&) {
        BannerSpec spec{.id = "risk",
                        .rect = {40, 40, width, 0},
                        .tone = Tone::risk,
                        .icon = icon::visibility_off,
                        .text = "Your supervisor has not seen this yet.",
                        .actions = actions};
        spec.rect.height = banner_height(ui, spec);
        if (const auto which = banner(ui, spec)) pressed.push_back(*which);
      });
      for (const auto& fault : layout_faults(stage.registry(), {0, 0, 1280, 800})) {
        ADD_FAILURE() << width << ": " << fault;
      }
      ASSERT_TRUE(stage.click("risk.call"));
      stage.type("o");
      stage.press(Key::escape);
      EXPECT_EQ(pressed, (std::vector<std::size_t>{1, 0}));
      EXPECT_NE(stage.registry().find("risk"), nullptr) << "it can't be dismissed";
    }
  }
}

TEST(Whisper, IsAnsweredOrAskedWhy) {
  ScreenStage stage;
  std::vector<WhisperAnswer> said;
  stage.show([&](Ui& ui, Requests&) {
    WhisperSpec spec{.id = "whisper",
                     .rect = {40, 40, 320, 0},
                     .title = "A quiet word",
                     .text = "Wambui has said little for two sessions.",
                     .know = "I know",
                     .why = "Why this?"};
    spec.rect.height = whisper_height(ui, spec);
    const WhisperAnswer answer = whisper(ui, spec);
    if (answer != WhisperAnswer::none) said.push_back(answer);
  });
  ASSERT_TRUE(stage.click("whisper.why"));
  ASSERT_TRUE(stage.click("whisper.know"));
  EXPECT_EQ(said, (std::vector{WhisperAnswer::why, WhisperAnswer::know}));
}

class Bar : public testing::Test {
 protected:
  Bar() {
    stage.show([this](Ui& ui, Requests&) {
      const std::array actions = {
          ButtonSpec{.id = "worried",
                     .text = "Worried",
                     .kind = ButtonKind::worried,
                     .icon = icon::favorite_border,
                     .shortcut = Shortcut::of(U'W')},
          ButtonSpec{
              .id = "edit", .text = "Note", .icon = icon::edit, .shortcut = Shortcut::of(U'N')}};
      const std::array people = {DiscSpec{.letters = "Am", .name = "Amina"},
                                 DiscSpec{.letters = "Da", .name = "Daniel"}};
      const SyncBadgeModel sync{SyncBadgeModel::State::on_this_laptop, "14 on this laptop",
                                "No network since 08:15"};
      const TopBarPressed now = top_bar(ui, {.id = "top",
                                             .rect = {24, 0, width, top_bar_height(ui)},
                                             .back = "Groups",
                                             .title = "Tuesday group",
                                             .note = "Session 5 of 8",
                                             .actions = actions,
                                             .sync = &sync,
                                             .people = people});
      if (now.back) ++backs;
      if (now.sync) ++syncs;
      if (now.action) acted.push_back(*now.action);
    });
  }
  void make(float wanted) {
    width = wanted;
    stage.settle();
  }
  bool there(const std::string& id) const { return stage.registry().find(id) != nullptr; }
  float wide(const std::string& id) const {
    const Drawn* drawn = stage.registry().find(id);
    return drawn == nullptr ? 0 : drawn->rect.width;
  }
  bool shortened(const std::string& id) const {
    const Drawn* drawn = stage.registry().find(id);
    return drawn != nullptr && drawn->shortened;
  }

  ScreenStage stage;
  float width = 1200;
  int backs = 0;
  int syncs = 0;
  std::vector<std::size_t> acted;
};

TEST_F(Bar, LetsItsPartsGoInTheWrittenOrder) {
  // The widths at which each part was missing for the first time, from wide to narrow.
  std::optional<float> people;
  std::optional<float> badge_note;
  std::vector<float> narrower;  // the action lost its key cap, then its icon
  std::optional<float> back_words;
  std::optional<float> title;
  const auto gone = [](std::optional<float>& when, bool is_gone, float now) {
    if (!when && is_gone) when = now;
  };
  float beside_words = wide("top.edit") - wide("top.edit.text");
  for (float each = 1200; each >= 560; each -= 2) {
    make(each);
    gone(people, !there("top.person.0"), each);
    gone(badge_note, !there("top.sync.note"), each);
    gone(back_words, !there("top.back.text"), each);
    gone(title, shortened("top.title"), each);
    const float now = wide("top.edit") - wide("top.edit.text");
    if (now < beside_words - 1) narrower.push_back(each);
    beside_words = now;
    for (const char* stays : {"top.worried", "top.sync", "top.back"}) {
      EXPECT_TRUE(there(stays)) << each;
      EXPECT_GE(wide(stays), space::target) << each;
    }
    for (const char* whole : {"top.worried.text", "top.sync.text", "top.edit.text"}) {
      EXPECT_TRUE(there(whole)) << each;
      EXPECT_FALSE(shortened(whole)) << each;
    }
  }
  ASSERT_TRUE(people && badge_note && back_words && title);
  ASSERT_EQ(narrower.size(), 2U);
  EXPECT_GT(*people, *badge_note);
  EXPECT_GT(*badge_note, narrower[0]);
  EXPECT_GT(narrower[0], narrower[1]);
  EXPECT_GT(narrower[1], *back_words);
  EXPECT_GT(*back_words, *title);
}

TEST_F(Bar, IsPressedByPointerAndKey) {
  for (const float each : {1200.0F, 600.0F}) {
    make(each);
    acted.clear();
    backs = syncs = 0;
    ASSERT_TRUE(stage.click("top.back"));
    ASSERT_TRUE(stage.click("top.sync"));
    ASSERT_TRUE(stage.click("top.edit"));
    stage.type("w");
    stage.press(Key::escape);
    EXPECT_EQ(backs, 2);
    EXPECT_EQ(syncs, 1);
    EXPECT_EQ(acted, (std::vector<std::size_t>{1, 0})) << "the key works where its cap is gone";
  }
}

TEST_F(Bar, HasRoomInEveryTextSize) {
  // What a window of 1024 has beside the rail; the title may end in dots.
  make(1024 - space::rail_width_largest - 2 * space::window_margin_compact);
  for (const TextSize size : all_text_sizes) {
    stage.scene.size = size;
    stage.settle();
    for (const auto& fault :
         layout_faults(stage.registry(), {0, 0, 1280, 800},
                       {.may_shorten = {"top.title", "top.line"}, .leave_out = {}})) {
      ADD_FAILURE() << fault;
    }
  }
}

TEST(LeftRail, GoesByPointerAndByCtrlAndNumber) {
  ScreenStage stage;
  std::vector<RailPressed> pressed;
  stage.show([&](Ui& ui, Requests&) {
    static constexpr std::array places = {
        RailEntry{.id = "home", .icon = icon::home, .word = "Home", .chosen = true},
        RailEntry{.id = "groups", .icon = icon::groups, .word = "Groups"},
        RailEntry{.id = "needs", .icon = icon::back_hand, .word = "Needs you", .badge = 120}};
    const std::array tools = {
        RailEntry{.id = "privacy",
                  .icon = icon::visibility_off,
                  .word = "Privacy",
                  .shortcut = {Key::f9, 0, false}},
        RailEntry{
            .id = "lock", .icon = icon::lock, .word = "Lock", .shortcut = {Key::none, U'l', true}}};
    const LeftRailSpec spec{.id = "rail",
                            .rect = {0, 0, rail_width(ui), ui.window().height},
                            .places = places,
                            .tools = tools};
    if (const auto now = left_rail(ui, spec)) pressed.push_back(*now);
  });
  ASSERT_TRUE(stage.click("rail.needs"));
  stage.say(Chord{U'2'});
  stage.press(Key::f9);
  stage.say(Chord{U'l'});
  ASSERT_EQ(pressed.size(), 4U);
  EXPECT_FALSE(pressed[0].tool);
  EXPECT_EQ(pressed[0].place, 2U);
  EXPECT_FALSE(pressed[1].tool);
  EXPECT_EQ(pressed[1].place, 1U);
  EXPECT_TRUE(pressed[2].tool);
  EXPECT_EQ(pressed[2].place, 0U);
  EXPECT_TRUE(pressed[3].tool);
  EXPECT_EQ(pressed[3].place, 1U);
  EXPECT_TRUE(stage.unreachable().empty());
  for (const Size window : {Size{1024, 600}, Size{1280, 800}}) {
    stage.resize(window);
    for (const TextSize size : all_text_sizes) {
      stage.scene.size = size;
      stage.settle();
      for (const auto& fault :
           layout_faults(stage.registry(), {0, 0, window.width, window.height})) {
        ADD_FAILURE() << fault;
      }
    }
  }
}

}  // namespace
}  // namespace baraza::ui
