// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <imgui.h>

#include <cmath>

#include "client/platform/headless_stage.h"
#include "client/ui/kernel/canvas.h"
#include "test_card.h"
#include "test_scene.h"

namespace baraza::platform {
namespace {

using ui::TextSize;

class Headless : public testing::Test {
 protected:
  bool turn() {
    auto differs = stage_.turn(scene_);
    EXPECT_TRUE(differs) << differs.error().detail;
    return differs.value_or(false);
  }
  // Has the scene draw these words.
  void show(const std::string& words) {
    scene_.draw = [words](const ui::FontSet& fonts, ImDrawList& list) {
      ui::Canvas canvas;
      canvas.begin(&list, fonts, ui::Theme::light, {0, 0, 1280, 800});
      canvas.text({20, 20, 300, 24}, words, {});
    };
  }

  StoodClock clock_;
  TestScene scene_;
  HeadlessStage stage_{clock_, installed_fonts(), {{1280, 800}, 1}};
};

TEST_F(Headless, EachEventHasAPassOfItsOwnAndTimeToSettle) {
  turn();
  scene_.on_event = [&](const ui::InputEvent&) { scene_.unsettled = 3; };
  for (const char32_t key : U"012301230") {
    if (key != 0) stage_.events().push(ui::Character{key});
  }
  const int renders = scene_.renders;
  turn();
  ASSERT_EQ(scene_.events.size(), 9U);
  for (std::size_t i = 0; i < 9; ++i) {
    EXPECT_EQ(scene_.events[i], ui::InputEvent(ui::Character{U"012301230"[i]}));
    // The pass of the event is the first of three; the last event's are followed by the drawing.
    EXPECT_EQ(scene_.passes_since_event[i], i < 8 ? 2 : 3);
  }
  EXPECT_EQ(scene_.renders, renders + 1) << "only the last pass draws";
}

TEST_F(Headless, ASceneThatNeverSettlesIsDrawnAllTheSame) {
  scene_.unsettled = 1'000'000;
  turn();
  EXPECT_EQ(scene_.renders, 1);
  EXPECT_LT(stage_.passes(), 20U);
}

TEST_F(Headless, APointerThatMovesOnIsOneMoveAndNothingElseIsDropped) {
  stage_.events().push(ui::PointerMoved{{1, 1}});
  stage_.events().push(ui::PointerMoved{{2, 2}});
  stage_.events().push(ui::PointerPressed{{2, 2}});
  stage_.events().push(ui::PointerMoved{{3, 3}});
  stage_.events().push(ui::PointerMoved{{4, 4}});
  stage_.events().push(ui::PointerReleased{{4, 4}});
  stage_.events().push(ui::Character{U'a'});
  stage_.events().push(ui::Character{U'a'});
  turn();
  const std::vector<ui::InputEvent> expected = {
      ui::PointerMoved{{2, 2}},    ui::PointerPressed{{2, 2}}, ui::PointerMoved{{4, 4}},
      ui::PointerReleased{{4, 4}}, ui::Character{U'a'},        ui::Character{U'a'}};
  EXPECT_EQ(scene_.events, expected);
}

TEST_F(Headless, AFrameIsNewOnlyIfSomethingShownIsDifferent) {
  show("14 on this laptop");
  EXPECT_TRUE(turn());
  EXPECT_FALSE(turn());
  stage_.events().push(ui::Character{U'x'});
  EXPECT_FALSE(turn()) << "an event that changes nothing";
  show("15 on this laptop");
  EXPECT_TRUE(turn());
  EXPECT_FALSE(turn());
  scene_.ground = ui::colour(ui::Theme::dark, ui::Token::bg);
  EXPECT_TRUE(turn());
  stage_.resize({{1024, 600}, 1});
  EXPECT_TRUE(turn());
  EXPECT_EQ(stage_.frames(), 4U);
}

TEST_F(Headless, AnotherTextSizeOrScaleMakesTheFontsAnewWithinTheTurn) {
  show("words");
  turn();
  EXPECT_EQ(stage_.fonts().fonts().text_size, TextSize::normal);
  scene_.on_event = [&](const ui::InputEvent&) { scene_.size = TextSize::largest; };
  stage_.events().push(ui::Character{U'+'});
  EXPECT_TRUE(turn());
  EXPECT_EQ(stage_.fonts().fonts().text_size, TextSize::largest);
  stage_.resize({{640, 400}, 2});
  EXPECT_TRUE(turn());
  EXPECT_EQ(stage_.fonts().scale(), 2);
  EXPECT_EQ(scene_.sizes.back(), (ui::Size{640, 400}));
  EXPECT_FALSE(turn());
}

TEST_F(Headless, AtEveryScaleLettersStandOnWholePixels) {
  for (const float scale : {1.0F, 1.25F, 1.5F, 1.75F, 2.0F}) {
    stage_.resize({{1280, 800}, scale});
    scene_.draw = [](const ui::FontSet& fonts, ImDrawList& list) {
      ui::Canvas canvas;
      canvas.begin(&list, fonts, ui::Theme::light, {0, 0, 1280, 800});
      draw_test_card(canvas);
    };
    turn();
    int letters = 0;
    const ImDrawList& list = *stage_.drawn()->CmdLists[0];
    for (int i = 0; i + 3 < list.VtxBuffer.Size; ++i) {
      const ImDrawVert& a = list.VtxBuffer[i];
      const ImDrawVert& c = list.VtxBuffer[i + 2];
      const float width = (c.uv.x - a.uv.x) * static_cast<float>(stage_.fonts().atlas().TexWidth);
      const float height = (c.uv.y - a.uv.y) * static_cast<float>(stage_.fonts().atlas().TexHeight);
      if (list.VtxBuffer[i + 1].pos.y != a.pos.y || width < 1.5F || height < 1.5F ||
          list.VtxBuffer[i + 1].uv.x != c.uv.x) {
        continue;
      }
      ++letters;
      const auto off = [&](float at) { return std::abs(at * scale - std::round(at * scale)); };
      ASSERT_LT(off(a.pos.x), 0.01F) << scale;
      ASSERT_LT(off(a.pos.y), 0.01F) << scale;
      // One pixel of the letter is one of the monitor.
      ASSERT_NEAR((c.pos.x - a.pos.x) * scale, width, 0.01F);
      ASSERT_NEAR((c.pos.y - a.pos.y) * scale, height, 0.01F);
      i += 3;
    }
    EXPECT_GT(letters, 300) << scale;
  }
}

}  // namespace
}  // namespace baraza::platform
