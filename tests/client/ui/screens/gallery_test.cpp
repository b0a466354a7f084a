// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/gallery.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/client/ui/support/layout_check.h"
#include "tests/client/ui/support/picture_stage.h"

namespace baraza::ui {
namespace {

void show(ScreenStage& stage, GalleryState& state) {
  stage.show([&state](Ui& ui, Requests&) { draw_gallery(ui, ui.window(), state); });
}

TEST(Gallery, HasRoomInEverySizeAndTheme) {
  ScreenStage stage;
  GalleryState state;
  show(stage, state);
  for (const Size window : {Size{1024, 600}, Size{1280, 800}, Size{1920, 1080}}) {
    stage.resize(window);
    for (const TextSize size : all_text_sizes) {
      stage.scene.size = size;
      for (const Theme theme : all_themes) {
        stage.scene.theme = theme;
        stage.settle();
        const std::string which = std::to_string(static_cast<int>(window.width)) + ", text size " +
                                  std::to_string(static_cast<int>(size)) + ", theme " +
                                  std::to_string(static_cast<int>(theme));
        for (const std::string& fault :
             layout_faults(stage.registry(), {0, 0, window.width, window.height})) {
          ADD_FAILURE() << which << ": " << fault;
        }
      }
    }
  }
}

TEST(Gallery, IsWalkedByKeyboardAndScrollsWhereTheFocusGoes) {
  ScreenStage stage;
  stage.scene.size = TextSize::largest;
  GalleryState state;
  show(stage, state);
  stage.resize({1024, 600});
  const std::vector<std::string> missed = stage.unreachable();
  EXPECT_TRUE(missed.empty()) << missed.front();
  stage.scene.ui.focus("gallery.lines");
  stage.settle();
  const Drawn* lines = stage.registry().find("gallery.lines");
  ASSERT_NE(lines, nullptr);
  EXPECT_FALSE(lines->visible().empty());
}

TEST(Gallery, WidgetsInItWork) {
  ScreenStage stage;
  GalleryState state;
  show(stage, state);
  ASSERT_TRUE(stage.click("gallery.stepper.more"));
  EXPECT_EQ(state.minutes, 13);
  stage.scene.ui.focus("gallery.line");
  stage.settle();
  stage.press(Key::end);
  stage.type(" w");
  EXPECT_EQ(state.line, "Ask Mama Aisha to walk to market w");
}

struct Shot {
  const char* name;
  Theme theme = Theme::light;
  TextSize text = TextSize::normal;
  Size size{1280, 800};
};

TEST(GalleryPictures, StandBesideTheDesignedOne) {
  for (const Shot& shot :
       {Shot{"17-widgets"}, Shot{"17-dark", Theme::dark}, Shot{"17-contrast", Theme::high_contrast},
        Shot{"17-whole", Theme::light, TextSize::normal, {1280, 2000}},
        Shot{"17-whole-dark", Theme::dark, TextSize::normal, {1280, 2000}},
        Shot{"17-largest", Theme::light, TextSize::largest}}) {
    ScreenScene scene;
    scene.theme = shot.theme;
    scene.size = shot.text;
    GalleryState state;
    scene.draw = [&](Ui& ui, Requests&) { draw_gallery(ui, ui.window(), state); };
    PictureStage stage(shot.size);
    const auto picture = stage.shoot(scene, shot.name);
    ASSERT_TRUE(picture) << picture.error().detail;
    std::set<std::uint32_t> colours;
    for (const Rgb& pixel : picture->pixels) {
      colours.insert(pixel.red * 65'536U + pixel.green * 256U + pixel.blue);
    }
    EXPECT_GT(colours.size(), 20U) << "something is drawn";
  }
}

}  // namespace
}  // namespace baraza::ui
