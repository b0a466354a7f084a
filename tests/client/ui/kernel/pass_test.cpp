// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <imgui.h>

#include "client/ui/kernel/text_layout.h"
#include "client/ui/kernel/ui.h"

namespace baraza::ui {
namespace {

class NoClipboard final : public Clipboard {
 public:
  std::string read() override { return {}; }
  void write(const std::string&) override {}
};

// A small screen of four answers, a field and a button, drawn pass by pass without a window, in the
// font that Dear ImGui brings along.
class Passes : public testing::Test {
 protected:
  Passes() {
    ImFont* font = atlas_.AddFontDefault();
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    atlas_.GetTexDataAsRGBA32(&pixels, &width, &height);
    for (auto& weights : fonts_.text) weights.fill(font);
    fonts_.icons.fill(font);
  }

  void pass(const InputEvent* event) {
    ui_.begin({{1280, 800}, event, false}, fonts_, Theme::light, nullptr);
    draw();
    ui_.end();
  }
  // As the frame loop does it: the event, then a pass in which all settles.
  void say(const InputEvent& event) {
    pass(&event);
    pass(nullptr);
  }
  void type(const std::string& keys) {
    for (const char key : keys) say(Character{static_cast<char32_t>(key)});
  }

  void draw() {
    const auto screen = ui_.scope("screen");
    ui_.first_focus(ui_.id("done"));
    for (int value = 0; value < 4; ++value) {
      const std::string id = "answer." + std::to_string(value);
      ControlSpec spec;
      spec.id = id;
      spec.rect = {static_cast<float>(value) * 90, 0, 80, 44};
      spec.group = "answers";
      spec.shortcut = Shortcut::of(static_cast<char32_t>(U'0' + value));
      if (ui_.control(spec).activated) answers_.push_back(value);
    }
    ControlSpec field;
    field.id = "field";
    field.rect = {0, 100, 300, 48};
    field.keeps_text = field.keeps_arrows = true;
    field.keeps_enter = false;
    ui_.control(field);
    ControlSpec done;
    done.id = "done";
    done.rect = {0, 200, 120, 44};
    done.shortcut = Shortcut::of(Key::enter);
    done.enabled = !forbidden_;
    done.why_not = "Item 9 is open.";
    if (ui_.control(done).activated) ++done_;
    if (dialog_) {
      const auto over = ui_.over();
      ui_.first_focus(ui_.id("back"));
      ControlSpec back;
      back.id = "back";
      back.rect = {0, 0, 120, 44};
      back.shortcut = Shortcut::of(Key::escape);
      if (ui_.control(back).activated) dialog_ = false;
    }
  }

  ImFontAtlas atlas_;
  FontSet fonts_;
  NoClipboard clipboard_;
  Ui ui_{clipboard_};
  std::vector<int> answers_;
  int done_ = 0;
  bool forbidden_ = false;
  bool dialog_ = false;
};

TEST_F(Passes, NineKeysBetweenTwoFramesGiveNineAnswers) {
  pass(nullptr);
  type("012301230");
  EXPECT_EQ(answers_, (std::vector<int>{0, 1, 2, 3, 0, 1, 2, 3, 0}));
}

TEST_F(Passes, TheFirstFocusIsWhereTheScreenSays) {
  pass(nullptr);
  EXPECT_EQ(ui_.focused(), "screen.done");
  say(KeyPress{Key::enter, false, false, false, false});
  EXPECT_EQ(done_, 1);
}

TEST_F(Passes, WhileSomebodyTypesLettersAreNoShortcuts) {
  pass(nullptr);
  say(PointerPressed{{10, 110}});
  say(PointerReleased{{10, 110}});
  ASSERT_TRUE(ui_.typing());
  type("12 ");
  EXPECT_TRUE(answers_.empty());
  say(KeyPress{Key::enter, false, false, false, false});
  EXPECT_EQ(done_, 1);
}

TEST_F(Passes, EnterPressesWhatHasTheFocusAndNothingElse) {
  pass(nullptr);
  say(PointerPressed{{100, 10}});
  say(PointerMoved{{600, 600}});
  say(PointerReleased{{600, 600}});
  EXPECT_TRUE(answers_.empty()) << "a press that slid off is no press";
  EXPECT_EQ(ui_.focused(), "screen.answer.1");
  say(KeyPress{Key::enter, false, false, false, false});
  EXPECT_EQ(answers_, std::vector<int>{1});
  EXPECT_EQ(done_, 0);
}

TEST_F(Passes, ADisabledControlSaysWhy) {
  forbidden_ = true;
  pass(nullptr);
  say(KeyPress{Key::enter, false, false, false, false});
  EXPECT_EQ(done_, 0);
  EXPECT_EQ(ui_.explanation(), "Item 9 is open.");
  say(KeyPress{Key::tab, false, false, false, false});
  EXPECT_EQ(ui_.explanation(), "");
}

TEST_F(Passes, ADialogTakesTheFocusAndGivesItBack) {
  pass(nullptr);
  say(KeyPress{Key::tab, true, false, false, false});
  const std::string before = ui_.focused();
  EXPECT_EQ(before, "screen.field");
  dialog_ = true;
  pass(nullptr);
  pass(nullptr);
  EXPECT_EQ(ui_.focused(), "screen.back");
  type("2");
  say(PointerPressed{{100, 210}});
  say(PointerReleased{{100, 210}});
  EXPECT_TRUE(answers_.empty());
  EXPECT_EQ(done_, 0);
  say(KeyPress{Key::escape, false, false, false, false});
  EXPECT_FALSE(dialog_);
  EXPECT_EQ(ui_.focused(), before);
}

TEST_F(Passes, LinesBreakBetweenWordsAndOnlyLongWordsInside) {
  pass(nullptr);
  const Canvas& canvas = ui_.canvas();
  const float width = canvas.text_width("one two", Role::body, Weight::regular);
  EXPECT_EQ(wrap(canvas, "one two three", Role::body, Weight::regular, width),
            (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap(canvas, "one\ntwo", Role::body, Weight::regular, width).size(), 2U);
  for (const std::string& line :
       wrap(canvas, "Donaudampfschifffahrt", Role::body, Weight::regular, width)) {
    EXPECT_LE(canvas.text_width(line, Role::body, Weight::regular), width + 1);
  }
  EXPECT_EQ(shorten(canvas, "one two", Role::body, Weight::regular, width), "one two");
  const std::string shorter = shorten(canvas, "one two three", Role::body, Weight::regular, width);
  EXPECT_TRUE(shorter.ends_with("...")) << shorter;
  EXPECT_LE(canvas.text_width(shorter, Role::body, Weight::regular), width + 1);
}

}  // namespace
}  // namespace baraza::ui
