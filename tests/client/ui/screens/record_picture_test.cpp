// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "client/ui/screens/area_screen.h"
#include "group_stage.h"
#include "tests/client/ui/support/picture_stage.h"

// Screens over a real record, as pictures.
namespace baraza::ui {
namespace {

class RecordPictures : public GroupScreens {
 protected:
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

TEST_F(RecordPictures, WhatMembersWorkOn) {
  weeks();
  using model::FocalArea;
  using model::FocalReason;
  const auto choose = [&](const std::string& name, FocalArea primary,
                          std::optional<FocalArea> secondary = {},
                          FocalReason reason = FocalReason::first_talks) {
    world.act(
        world.facilitator,
        client::ChooseFocalArea{world.group, {member(name), primary, secondary, reason}, false});
    world.run();
  };
  choose("Amina", FocalArea::disagreements);
  choose("Beatrice", FocalArea::grief);
  choose("Esther", FocalArea::disagreements);
  choose("Halima", FocalArea::loneliness);
  choose("Halima", FocalArea::life_changes, FocalArea::grief, FocalReason::understood_better);
  choose("Meena", FocalArea::grief);
  open_group();
  shoot("03-areas");
  shoot("03-areas-small", {1024, 600});
  open_member("Halima");
  shoot("07-area");
  AreaState chosen;
  show([this](Layout) { return area_top_bar(client::area_model(context(), world.group, whom)); },
       [&, this](Ui& ui, const ShellFrame& frame, Requests& requests) {
         draw_area(ui, frame, client::area_model(context(), world.group, whom), chosen, requests);
       });
  shoot("area");
  shoot("area-small", {1024, 600});
  shoot("area-largest", {1280, 800}, Theme::dark, TextSize::largest);
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

TEST_F(RecordPictures, Group) {
  weeks();
  worry(world.facilitator, "Meena");
  dispute("Halima", model::Mark::present, model::Mark::absent_told);
  open_group();
  shoot("03-group");
  shoot("group-small", {1024, 600});
  shoot("group-largest", {1280, 800}, Theme::dark, TextSize::largest);
  group_state.adding = true;
  stage.settle();
  stage.type("Naliaka");
  shoot("group-add");
}

TEST_F(RecordPictures, Member) {
  weeks();
  mark("Halima", model::Mark::present);
  world.act(world.facilitator, client::WriteNote{world.group, session.session, member("Halima"),
                                                 "Called her sister on Sunday."});
  worry(world.worker, "Halima", model::AlarmUrgency::today);
  open_member("Halima");
  shoot("07-member");
  shoot("member-small", {1024, 600});
  shoot("member-largest", {1280, 800}, Theme::high_contrast, TextSize::largest);
}

TEST_F(RecordPictures, Alarm) {
  give_phone();
  world.offline(world.facilitator);
  worry(world.facilitator, "Meena");
  open_alarm("Meena");
  shoot("08-alarm");
  shoot("alarm-small", {1024, 600});
  shoot("alarm-largest", {1280, 800}, Theme::dark, TextSize::largest);
  world.online(world.facilitator);
  supervising = true;
  stage.settle();
  shoot("alarm-of-supervisor");
  worry(world.supervisor, "Esther");
  open_alarm("Esther");
  shoot("alarm-own");
}

TEST_F(RecordPictures, Watch) {
  give_phone();
  weeks();
  dispute("Halima", model::Mark::present, model::Mark::absent_told);
  worry(world.facilitator, "Meena");
  open_watch();
  shoot("10-watch");
  shoot("watch-small", {1024, 600});
  shoot("watch-largest", {1280, 800}, Theme::dark, TextSize::largest);
  supervising = false;
  open_supervisor();
  shoot("supervisor");
}

}  // namespace
}  // namespace baraza::ui
