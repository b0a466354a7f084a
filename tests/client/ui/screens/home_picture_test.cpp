// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "home_stage.h"
#include "tests/client/ui/support/picture_stage.h"
#include "unlock_stage.h"

// The front door, home, groups and settings, as pictures.
namespace baraza::ui {
namespace {

void shoot(const ScreenScene::Draw& draw, const std::string& name, Size size = {1280, 800},
           Theme theme = Theme::light, TextSize text = TextSize::normal) {
  ScreenScene scene;
  scene.theme = theme;
  scene.size = text;
  scene.draw = draw;
  const auto picture = PictureStage(size).shoot(scene, name);
  ASSERT_TRUE(picture) << picture.error().detail;
  std::set<std::uint32_t> colours;
  for (const Rgb& pixel : picture->pixels) {
    colours.insert(pixel.red * 65'536U + pixel.green * 256U + pixel.blue);
  }
  EXPECT_GT(colours.size(), 20U) << "something is drawn";
}

using HomePictures = HomeScreen;
using FrontPictures = FrontScreen;

TEST_F(HomePictures, HomeAndGroups) {
  world.act(world.facilitator,
            client::MarkAttendance{
                world.group, {session, member("Halima")}, model::Mark::absent_unknown, 0, {}});
  world.act(world.facilitator, client::CloseSession{world.group, session});
  world.run();
  world.now.wall = world.now.wall + hours(24 * 7);
  open_home();
  shoot(draw, "02-home");
  shoot(draw, "15-home-contrast", {1280, 800}, Theme::high_contrast);
  shoot(draw, "home-largest", {1280, 800}, Theme::dark, TextSize::largest);
  worry("Meena");
  shoot(draw, "home-small", {1024, 600});
  stage.press(Key::f1);
  shoot(draw, "help");
  stage.press(Key::f1);
  no_groups = true;
  shoot(draw, "home-empty");
  no_groups = false;
  open_groups([](client::GroupsModel& model) { fill(model.groups); });
  shoot(draw, "groups");
}

TEST_F(FrontPictures, TheFrontDoor) {
  open_unlock();
  stage.type("nine keys");
  shoot(draw, "01-unlock");
  shoot(draw, "unlock-small", {1024, 600});
  shoot(draw, "unlock-largest", {1280, 800}, Theme::dark, TextSize::largest);
  open_enrol();
  stage.type(code());
  shoot(draw, "enrol");
  open_settings();
  shoot(draw, "settings");
  shoot(draw, "settings-largest", {1280, 800}, Theme::high_contrast, TextSize::largest);
}

}  // namespace
}  // namespace baraza::ui
