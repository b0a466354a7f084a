// SPDX-License-Identifier: Apache-2.0
#include "client/app/screen.h"
#include "shared/system/random.h"
#include "tests/client/ui/screens/group_stage.h"

// Whatever others write while the hand is at work, no control of any screen leaves its place.
namespace baraza::app {
namespace {

namespace place = ui::place;
using ui::Rect;

class OthersWrite : public ui::GroupScreens {
 protected:
  OthersWrite() {
    weeks();
    give_phone();
    worry(world.facilitator, "Meena");
    dispute("Halima", model::Mark::present, model::Mark::absent_told);
    world.act(world.facilitator, client::WriteNote{world.group, session.session, {}, "Of us all"});
    world.act(world.facilitator, client::WriteNote{world.group, {}, member("Meena"), "Of Meena"});
    world.run();
  }

  void open(const ui::Place& at) {
    screen_ = open_screen(at, {context(), drafts, random_});
    refresh(true, true);
    stage.show([this](ui::Ui& ui, ui::Requests& requests) {
      const ui::TopBarModel bar = screen_->top_bar(ui.layout());
      const ui::ShellFrame frame = draw_shell(ui, shell, bar, place::Home{}, shell_state, requests);
      screen_->draw(ui, frame, requests);
      draw_shell_over(ui, shell, bar, std::nullopt, shell_state, requests);
    });
  }
  void refresh(bool others_may_move, bool own_change) {
    const client::LaptopFacts facts;
    screen_->refresh({context(), drafts, facts, others_may_move, own_change});
    if (stage.scene.draw) stage.settle();
  }
  std::map<std::string, Rect> controls() {
    std::map<std::string, Rect> out;
    for (const ui::Drawn& drawn : stage.registry().all()) {
      const bool of_screen = !drawn.id.starts_with("top.") && !drawn.id.starts_with("rail.");
      if (drawn.kind == ui::Drawn::Kind::control && of_screen) out[drawn.id] = drawn.rect;
    }
    return out;
  }
  // Another laptop of the same room, and one far away.
  void others_write() {
    world.now.wall = world.now.wall + minutes(1);
    const auto key = [&](const std::string& name) {
      return model::AttendanceKey{session, member(name)};
    };
    world.act(world.worker,
              client::MarkAttendance{world.group, key("Amina"), model::Mark::late, 12, "travel"});
    world.act(world.worker, client::MarkAttendance{world.group, key("Farida"),
                                                   model::Mark::absent_told, 0, "illness"});
    world.act(world.worker, client::WriteNote{world.group, session.session, {}, "Of this session"});
    for (const char* name : {"Amina", "Meena"}) {
      world.act(world.worker, client::WriteNote{world.group, {}, member(name), "Somebody called"});
      worry(world.worker, name);
    }
    client::RecordCheckIn check_in = world.check_in(session, 0);
    check_in.member = member("Esther");
    check_in.answers[8].value = 2;
    world.act(world.worker, check_in);
    world.run();
  }
  void expect_still(const ui::Place& at, const std::string& name) {
    open(at);
    const auto before = controls();
    ASSERT_FALSE(before.empty()) << name;
    others_write();
    refresh(false, false);
    const auto after = controls();
    for (const auto& [id, rect] : before) {
      const auto found = after.find(id);
      if (found == after.end()) {
        ADD_FAILURE() << name << ": " << id << " went away";
      } else {
        EXPECT_EQ(found->second.x, rect.x) << name << ": " << id;
        EXPECT_EQ(found->second.y, rect.y) << name << ": " << id;
      }
    }
    refresh(true, false);
    EXPECT_FALSE(controls().empty()) << name << ": the hand rests, and what came is shown";
  }

  SystemRandom random_;
  std::unique_ptr<Screen> screen_;
};

TEST_F(OthersWrite, AndTheScreensOfOneWhoRunsTheGroupStandStill) {
  const auto note = client::member_notes(context(), world.group, member("Meena")).front().note;
  expect_still(place::Home{}, "home");
  expect_still(place::Groups{}, "groups");
  expect_still(place::Group{world.group}, "group");
  expect_still(place::Member{world.group, member("Meena")}, "member");
  expect_still(place::Note{world.group, note}, "note");
  expect_still(place::Attendance{world.group, session}, "attendance");
  expect_still(place::MoodCheck{world.group, session, member("Amina")}, "mood check");
  expect_still(place::Alarm{world.group, member("Meena")}, "alarm");
  expect_still(place::Needs{}, "needs");
  expect_still(place::Supervisor{}, "supervisor");
}

TEST_F(OthersWrite, AndTheSessionStandsStillBeforeInAndAfterIt) {
  expect_still(place::Session{world.group, session}, "session that is open");
  ASSERT_TRUE(stage.click("session.begin"));
  for (const auto& each : stage.asked<ui::request::Draft>()) keep(each);
  refresh(true, true);
  ASSERT_NE(stage.registry().find("session.next_person"), nullptr);
  expect_still(place::Session{world.group, session}, "session that runs");
  world.act(world.facilitator, client::CloseSession{world.group, session});
  world.run();
  expect_still(place::Session{world.group, session}, "session that was closed");
}

TEST_F(OthersWrite, AndTheListOfWhoFollowsGroupsStandsStill) {
  supervising = true;
  expect_still(place::Watch{}, "watch");
  expect_still(place::Group{world.group}, "group");
  expect_still(place::Alarm{world.group, member("Meena")}, "alarm");
}

TEST_F(OthersWrite, AndWhatIsOnesOwnShowsAtOnce) {
  open(place::Member{world.group, member("Meena")});
  const auto before = controls().size();
  world.act(world.facilitator, client::WriteNote{world.group, {}, member("Meena"), "My own"});
  world.run();
  refresh(false, true);
  EXPECT_GT(controls().size(), before);
}

}  // namespace
}  // namespace baraza::app
