// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <imgui.h>

#include <cstdlib>
#include <fstream>
#include <thread>

#include "client/platform/frame_loop.h"
#include "client/ui/kernel/canvas.h"
#include "robot.h"
#include "shared/system/clock.h"
#include "test_card.h"
#include "test_scene.h"

namespace baraza::platform {
namespace {

using ui::Character;
using ui::Chord;
using ui::InputEvent;
using ui::Key;
using ui::KeyPress;
using ui::KeyRelease;
using ui::Rgb;
using ui::Token;

std::unique_ptr<Window> open(const WindowOptions& options) {
  auto window = Window::open(options);
  EXPECT_TRUE(window) << window.error().detail;
  return window ? std::move(*window) : nullptr;
}

// A window with a scene in it, and somebody at the keyboard.
class InAWindow : public testing::Test {
 protected:
  InAWindow() : InAWindow(WindowOptions{"Baraza", {800, 600}, std::nullopt, true}) {}
  explicit InAWindow(const WindowOptions& options) : window_(open(options)) {
    loop_ = std::make_unique<FrameLoop>(*window_, clock_, installed_fonts());
    // The desktop's own events of opening a window come first.
    until([&] { return window_has_focus(); });
    settle();
  }

  void turn() {
    const auto done = loop_->turn(scene_);
    ASSERT_TRUE(done) << done.error().detail;
  }
  // Takes in what the X server has for us, and answers it.
  void settle() {
    for (int i = 0; i < 20; ++i) {
      window_->wait(milliseconds(5));
      turn();
    }
    scene_.events.clear();
  }
  // Turns until it is so; a test that waits for ever is ended by its time limit.
  template <class Condition>
  void until(const Condition& condition) {
    while (!condition()) {
      window_->wait(milliseconds(10));
      turn();
    }
  }
  bool window_has_focus() {
    // The first key that arrives says that we have it.
    robot_.tap("F12");
    window_->wait(milliseconds(20));
    turn();
    return !scene_.events.empty();
  }
  void draw(std::function<void(ui::Canvas&)> what) {
    scene_.draw = [what = std::move(what)](const ui::FontSet& fonts, ImDrawList& list) {
      ui::Canvas canvas;
      canvas.begin(&list, fonts, ui::Theme::light, {0, 0, 1280, 800});
      what(canvas);
    };
  }
  static Rgb token(Token token) { return ui::colour(ui::Theme::light, token); }

  SystemClock clock_;
  TestScene scene_;
  Robot robot_;
  std::unique_ptr<Window> window_;
  std::unique_ptr<FrameLoop> loop_;  // uses the window, so it goes first
};

TEST_F(InAWindow, NineKeysPressedAndReleasedBeforeOneFrameGiveNineEventsInOrder) {
  const std::string keys = "012332101";
  for (const char key : keys) robot_.tap(std::string(1, key));
  const std::uint64_t frames = loop_->frames();
  until([&] { return scene_.events.size() >= keys.size(); });
  std::string got;
  for (const InputEvent& event : scene_.events) {
    got += static_cast<char>(std::get<Character>(event).value);
  }
  EXPECT_EQ(got, keys);
  EXPECT_EQ(loop_->frames(), frames) << "nothing shown changed";
}

TEST_F(InAWindow, NamedKeysCharactersAndChordsComeInTheOrderOfTheFingers) {
  robot_.tap("a");
  robot_.tap("Return");
  robot_.press("Shift_L");
  robot_.tap("b");
  robot_.tap("Tab");
  robot_.release("Shift_L");
  robot_.tap("space");
  robot_.press("Control_L");
  robot_.tap("l");
  robot_.tap("1");
  robot_.tap("Left");
  robot_.release("Control_L");
  robot_.tap("KP_Enter");
  robot_.tap("F9");
  const std::vector<InputEvent> expected = {
      Character{U'a'},
      KeyPress{Key::enter},
      KeyRelease{Key::enter},
      Character{U'B'},
      KeyPress{Key::tab, true},
      KeyRelease{Key::tab},
      Character{U' '},
      Chord{U'l'},
      Chord{U'1'},
      KeyPress{Key::left, false, true},
      KeyRelease{Key::left},
      KeyPress{Key::enter},
      KeyRelease{Key::enter},
      KeyPress{Key::f9},
      KeyRelease{Key::f9},
  };
  until([&] { return scene_.events.size() >= expected.size(); });
  EXPECT_EQ(scene_.events, expected);
}

TEST_F(InAWindow, TheKeypadGivesDigitsOrArrowsAsNumLockSays) {
  robot_.tap("KP_8");
  until([&] { return scene_.events.size() >= 2; });
  EXPECT_EQ(scene_.events[0], InputEvent(KeyPress{Key::up}));
  scene_.events.clear();
  robot_.tap("Num_Lock");
  robot_.tap("KP_8");
  until([&] { return !scene_.events.empty(); });
  EXPECT_EQ(scene_.events[0], InputEvent(Character{U'8'}));
  robot_.tap("Num_Lock");
}

TEST_F(InAWindow, AKeyHeldDownSaysSoOnceItRepeats) {
  robot_.press("BackSpace");
  until([&] { return scene_.events.size() >= 3; });
  robot_.release("BackSpace");
  EXPECT_EQ(scene_.events[0], InputEvent(KeyPress{Key::backspace}));
  EXPECT_EQ(scene_.events[1], InputEvent(KeyPress{Key::backspace, false, false, false, true}));
  settle();
  robot_.press("2");
  until([&] { return scene_.events.size() >= 3; });
  robot_.release("2");
  EXPECT_EQ(scene_.events[0], InputEvent(Character{U'2', false}));
  EXPECT_EQ(scene_.events[1], InputEvent(Character{U'2', true}));
}

TEST_F(InAWindow, PressesOfThePointerSayWhereItWas) {
  robot_.move(100, 100);
  robot_.button(1, true);
  robot_.move(120, 130);
  robot_.button(1, false);
  robot_.button(4, true);
  robot_.button(4, false);
  until([&] { return scene_.events.size() >= 5; });
  ASSERT_TRUE(std::holds_alternative<ui::PointerMoved>(scene_.events[0]));
  const auto* pressed = std::get_if<ui::PointerPressed>(&scene_.events[1]);
  const auto* moved = std::get_if<ui::PointerMoved>(&scene_.events[2]);
  const auto* released = std::get_if<ui::PointerReleased>(&scene_.events[3]);
  const auto* scrolled = std::get_if<ui::Scrolled>(&scene_.events[4]);
  ASSERT_TRUE(pressed && moved && released && scrolled);
  EXPECT_EQ(released->at.x - pressed->at.x, 20);
  EXPECT_EQ(released->at.y - pressed->at.y, 30);
  EXPECT_EQ(released->at, moved->at);
  EXPECT_EQ(scrolled->lines, 1);
}

TEST_F(InAWindow, LosingTheFocusWithTheButtonDownIsNoClick) {
  robot_.move(100, 100);
  robot_.button(1, true);
  until([&] { return scene_.events.size() >= 2; });
  scene_.events.clear();
  robot_.take_focus();
  until([&] { return scene_.events.size() >= 2; });
  EXPECT_EQ(scene_.events[0], InputEvent(ui::PointerLeft{}));
  EXPECT_EQ(scene_.events[1], InputEvent(ui::PointerReleased{{-1, -1}}));
  robot_.button(1, false);
}

TEST_F(InAWindow, APictureShowsTheseColoursAtThesePlaces) {
  draw([](ui::Canvas& canvas) {
    canvas.fill({0, 0, 100, 50}, Token::accent);
    canvas.fill({100, 50, 100, 50}, Token::risk);
    canvas.fill({799, 599, 1, 1}, Token::warn_mark);
  });
  turn();
  const Picture picture = loop_->picture();
  ASSERT_EQ(picture.width, 800);
  ASSERT_EQ(picture.height, 600);
  EXPECT_EQ(picture.at(0, 0), token(Token::accent));
  EXPECT_EQ(picture.at(99, 49), token(Token::accent));
  EXPECT_EQ(picture.at(100, 49), token(Token::bg));
  EXPECT_EQ(picture.at(100, 50), token(Token::risk));
  EXPECT_EQ(picture.at(199, 99), token(Token::risk));
  EXPECT_EQ(picture.at(0, 599), token(Token::bg));
  EXPECT_EQ(picture.at(799, 599), token(Token::warn_mark));
  const auto png = to_png(picture);
  ASSERT_TRUE(png);
  EXPECT_EQ(png->substr(1, 3), "PNG");
}

TEST_F(InAWindow, LettersAreDrawnInTheirColourAlsoAfterTheFontsWereMadeAnew) {
  draw([](ui::Canvas& canvas) {
    canvas.fill({0, 0, 400, 100}, Token::surface);
    canvas.text({10, 10, 300, 60}, "HHHH", {ui::Role::figure, ui::Weight::bold, Token::risk});
  });
  const auto inked = [&] {
    int count = 0;
    const Picture picture = loop_->picture();
    for (const Rgb& pixel : picture.pixels) count += pixel == token(Token::risk) ? 1 : 0;
    return count;
  };
  turn();
  const int normal = inked();
  EXPECT_GT(normal, 300);
  scene_.size = ui::TextSize::largest;
  turn();
  EXPECT_GT(inked(), normal);
}

TEST_F(InAWindow, NothingIsDrawnAgainWhileNothingShownChanges) {
  draw([](ui::Canvas& canvas) { canvas.text({10, 10, 300, 30}, "All on the server", {}); });
  turn();
  const std::uint64_t frames = loop_->frames();
  robot_.move(200, 200);
  robot_.move(300, 300);
  robot_.tap("x");
  until([&] { return scene_.events.size() >= 2; });
  for (int i = 0; i < 50; ++i) turn();
  EXPECT_EQ(loop_->frames(), frames);
  draw([](ui::Canvas& canvas) { canvas.text({10, 10, 300, 30}, "1 on this laptop", {}); });
  turn();
  turn();
  EXPECT_EQ(loop_->frames(), frames + 1);
}

TEST_F(InAWindow, AWakeFromAnotherThreadIsDrawn) {
  draw([](ui::Canvas&) {});
  turn();
  const std::uint64_t frames = loop_->frames();
  std::atomic<bool> arrived = false;
  scene_.on_update = [&](Now) {
    if (!arrived) return;
    draw([](ui::Canvas& canvas) { canvas.fill({0, 0, 10, 10}, Token::ink); });
  };
  scene_.on_shown = [&](Now) { scene_.done = arrived; };
  std::thread other([&] {
    arrived = true;
    window_->wake();
  });
  // Sleeps without end, unless woken.
  const auto done = loop_->run(scene_);
  other.join();
  EXPECT_TRUE(done);
  EXPECT_EQ(loop_->frames(), frames + 1);
}

TEST_F(InAWindow, TheNextChangeEndsTheSleep) {
  turn();
  const Tick begin = clock_.now().tick;
  scene_.change = begin + milliseconds(80);
  scene_.on_update = [&](Now now) { scene_.done = now.tick >= *scene_.change; };
  EXPECT_TRUE(loop_->run(scene_));
  EXPECT_GE(clock_.now().tick, begin + milliseconds(80));
}

TEST_F(InAWindow, WhatAScriptPushesGoesTheSameWay) {
  robot_.tap("a");
  until([&] { return !scene_.events.empty(); });
  window_->events().push(Character{U'b'});
  turn();
  EXPECT_EQ(scene_.events, (std::vector<InputEvent>{Character{U'a'}, Character{U'b'}}));
}

TEST_F(InAWindow, TheClipboardGivesBackWhatItWasGiven) {
  window_->clipboard().write("Ẹ kú àárọ̀");
  EXPECT_EQ(window_->clipboard().read(), "Ẹ kú àárọ̀");
}

// What keyboards in much of Africa print on their keys.
struct FrenchLayout {
  FrenchLayout() { EXPECT_EQ(std::system("setxkbmap fr"), 0); }
  ~FrenchLayout() { EXPECT_EQ(std::system("setxkbmap us"), 0); }
};
// The layout first: the window asks for it when it opens.
class OnAFrenchKeyboard : private FrenchLayout, public InAWindow {};

TEST_F(OnAFrenchKeyboard, CharactersAreThoseOfTheLayoutAndDigitsAreKnownByTheirKey) {
  robot_.tap("ampersand");
  robot_.tap("q");
  robot_.press("Shift_L");
  robot_.tap("ampersand");
  robot_.release("Shift_L");
  robot_.press("Control_L");
  robot_.tap("a");
  robot_.tap("eacute");
  robot_.release("Control_L");
  const std::vector<InputEvent> expected = {Character{U'&', false, U'1'}, Character{U'q'},
                                            Character{U'1'}, Chord{U'a'}, Chord{U'2'}};
  until([&] { return scene_.events.size() >= expected.size(); });
  EXPECT_EQ(scene_.events, expected);
}

class AtScaleTwo : public InAWindow {
 protected:
  AtScaleTwo() : InAWindow(WindowOptions{"Baraza", {400, 300}, 2.0F, true}) {}
};

TEST_F(AtScaleTwo, PlacesAreLogicalAndThePictureHasTheMonitorsPixels) {
  draw([](ui::Canvas& canvas) { canvas.fill({10, 20, 30, 40}, Token::accent); });
  turn();
  EXPECT_EQ(scene_.sizes.back(), (ui::Size{400, 300}));
  const Picture picture = loop_->picture();
  ASSERT_EQ(picture.width, 800);
  EXPECT_EQ(picture.at(20, 40), token(Token::accent));
  EXPECT_EQ(picture.at(79, 119), token(Token::accent));
  EXPECT_EQ(picture.at(80, 120), token(Token::bg));
  robot_.move(300, 300);
  settle();
  robot_.move(340, 360);
  until([&] { return !scene_.events.empty(); });
  const auto first = std::get<ui::PointerMoved>(scene_.events.back()).at;
  scene_.events.clear();
  robot_.move(350, 380);
  until([&] { return !scene_.events.empty(); });
  const auto second = std::get<ui::PointerMoved>(scene_.events.back()).at;
  EXPECT_EQ(second.x - first.x, 5);
  EXPECT_EQ(second.y - first.y, 10);
}

// For the eye: BARAZA_TEST_CARD names a folder that gets the card in each theme, text size and at
// two scales.
TEST(TestCard, IsDrawnWholeInEveryThemeAndSize) {
  const char* folder = std::getenv("BARAZA_TEST_CARD");
  const FontFiles files = installed_fonts();
  const SystemClock clock;
  for (const float scale : {1.0F, 1.5F}) {
    const auto window = open({"Card", {1272, 720}, scale, true});
    FrameLoop loop(*window, clock, files);
    TestScene scene;
    for (const ui::Theme theme : ui::all_themes) {
      for (const ui::TextSize text_size : ui::all_text_sizes) {
        scene.size = text_size;
        scene.ground = ui::colour(theme, Token::bg);
        scene.draw = [theme](const ui::FontSet& fonts, ImDrawList& list) {
          ui::Canvas canvas;
          canvas.begin(&list, fonts, theme, {0, 0, 1272, 720});
          draw_test_card(canvas);
        };
        ASSERT_TRUE(loop.turn(scene));
        const Picture picture = loop.picture();
        EXPECT_EQ(picture.at(2, 2), ui::colour(theme, Token::bg));
        EXPECT_EQ(picture.at(static_cast<int>(30 * scale), static_cast<int>(300 * scale)),
                  ui::colour(theme, Token::surface));
        if (folder == nullptr) continue;
        const auto png = to_png(picture);
        ASSERT_TRUE(png);
        std::ofstream(std::string(folder) + "/card-" + std::to_string(static_cast<int>(theme)) +
                          "-" + std::to_string(static_cast<int>(text_size)) + "-" +
                          std::to_string(static_cast<int>(scale * 100)) + ".png",
                      std::ios::binary)
            << *png;
      }
    }
  }
}

TEST(NoDisplay, IsAnErrorThatSaysSo) {
  const std::string display = std::getenv("DISPLAY");
  ASSERT_EQ(unsetenv("DISPLAY"), 0);
  const auto window = Window::open({});
  ASSERT_EQ(setenv("DISPLAY", display.c_str(), 1), 0);
  ASSERT_FALSE(window);
  EXPECT_EQ(window.error().code, Code::unavailable);
  EXPECT_NE(window.error().detail.find("display"), std::string::npos);
}

}  // namespace
}  // namespace baraza::platform
