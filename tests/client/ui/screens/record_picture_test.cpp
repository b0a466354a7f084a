// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "shared/op/derive.h"

#include "attendance_stage.h"
#include "tests/client/ui/support/picture_stage.h"

// Screens over a real record, as pictures.
namespace baraza::ui {
namespace {

class RecordPictures : public NeedsScreen {
 protected:
  // Sessions one to five of the course, with a score in four of them.
  void weeks() {
    for (std::uint32_t week = 1; week < 5; ++week) {
      client::RecordCheckIn check_in = world.check_in(session, 0);
      check_in.member = member("Halima");
      for (auto& each : check_in.answers) each.value = 2;
      check_in.answers[0].value = week;
      check_in.answers[8].value = 0;
      if (check_in.answers[0].value > 3) check_in.answers[0].value = 3;
      if (week != 3) world.act(world.facilitator, check_in);
      world.act(world.facilitator, client::CloseSession{world.group, session});
      const CivilDate day{world.first_day.days + 7 * static_cast<std::int32_t>(week)};
      world.act(world.facilitator, client::OpenTodaySession{world.group, day});
      session = {planned_session_id(world.group, week + 1, 0), day};
    }
    world.now.wall = world.now.wall + hours(24 * 28);
    world.run();
  }
  void shoot(const std::string& name, Size size = {1280, 800}, Theme theme = Theme::light,
             TextSize text = TextSize::normal) {
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
};

TEST_F(RecordPictures, MoodCheck) {
  weeks();
  open(member("Halima"));
  stage.type("2232r111");
  shoot("05-mood-check");
  shoot("14-mood-check-largest", {1280, 800}, Theme::light, TextSize::largest);
  shoot("mood-check-small", {1024, 600});
  shoot("mood-check-dark", {1280, 800}, Theme::dark);
  shoot("mood-check-contrast", {1280, 800}, Theme::high_contrast);
  stage.type("0");
  shoot("mood-check-all");
  stage.type("q");
  shoot("mood-check-quick");
  stage.type("q");
  stage.press(Key::enter);
  open(member("Halima"));
  stage.type("q");
  shoot("mood-check-done");
}

TEST_F(RecordPictures, Attendance) {
  dispute("Halima", model::Mark::present, model::Mark::absent_told);
  open_attendance();
  stage.type("a");
  ASSERT_TRUE(stage.click(row_id("Farida")));
  stage.type("u");
  ASSERT_TRUE(stage.click(row_id("Meena")));
  stage.type("l");
  shoot("attendance");
  shoot("attendance-small", {1024, 600});
  shoot("attendance-largest", {1280, 800}, Theme::dark, TextSize::largest);
  ASSERT_TRUE(stage.click(row_id("Halima")));
  shoot("attendance-disputed", {1280, 800}, Theme::high_contrast);
}

TEST_F(RecordPictures, Needs) {
  refuse_marks();
  world.act(world.facilitator,
            client::MarkAttendance{
                world.group, {session, member("Meena")}, model::Mark::late, 12, "the bus"});
  world.run();
  take_marks();
  dispute("Halima", model::Mark::present, model::Mark::absent_told,
          "Sent word with Amina, the child had fever.");
  open_needs();
  shoot("11-needs");
  shoot("needs-small", {1024, 600});
  shoot("needs-largest", {1280, 800}, Theme::light, TextSize::largest);
  shoot("needs-dark", {1280, 800}, Theme::dark);
  ASSERT_TRUE(stage.click("needs.item.1"));
  shoot("needs-entry");
}

}  // namespace
}  // namespace baraza::ui
