// SPDX-License-Identifier: Apache-2.0
#include "tests/client/app/still_room.h"

// Nothing moves under a hand at work when others write, on any screen; and all of it is there when
// the hand rests.
namespace baraza::app {
namespace {

namespace place = ui::place;
using model::Mark;

class NothingMovesWhenOthersWrite : public StillRoom {
 protected:
  NothingMovesWhenOthersWrite() {
    give_phone();
    // Somebody else who runs the group too.
    world.write(StreamKind::site, id_cast<AnyId>(world.site),
                model::make_grant_given({random.id<GrantId>(), world.worker.account,
                                         model::Role::facilitator, world.group, true, true,
                                         world.administrator}));
    weeks();
    dispute("Amina", Mark::present, Mark::absent_told);
    worry(world.worker, "Halima");
    mark("Meena", Mark::late);
    note(world.facilitator, "Halima", "Wants to speak first next week.");
    world.run();
  }
  void note(client::Laptop& by, const std::string& about, const std::string& text) {
    world.act(by, client::WriteNote{world.group, session.session, member(about), text});
  }
  // What the laptop of the screen wrote, on its way and going to be refused.
  void write_what_is_refused() {
    refuse_marks();
    world.act(
        world.facilitator,
        client::MarkAttendance{world.group, {session, member("Beatrice")}, Mark::late, 0, {}});
  }
  void others_write() {
    // Its own group, so that lists of groups grow.
    const auto other = random.id<GroupId>();
    const AnyId site = id_cast<AnyId>(world.site);
    for (const StreamKind kind :
         {StreamKind::people, StreamKind::alarm, StreamKind::main, StreamKind::words}) {
      world.server.add(stream_id(kind, id_cast<AnyId>(other)), kind, id_cast<AnyId>(other));
    }
    const auto* course = world.packs.find_course("who8", 1);
    world.write(StreamKind::site, site,
                model::make_group_opened({other,
                                          "A new group",
                                          {"who8", 1, course->version_hash},
                                          world.first_day + 35,
                                          7,
                                          world.administrator}));
    for (const auto& [who, role] : {std::pair{world.facilitator.account, model::Role::facilitator},
                                    {world.supervisor.account, model::Role::supervisor}}) {
      world.write(StreamKind::site, site,
                  model::make_grant_given(
                      {random.id<GrantId>(), who, role, other, true, true, world.administrator}));
    }
    for (const char* name : {"Aaliyah", "Gift"}) {
      client::AddMember add;
      add.group = world.group;
      add.name = name;
      add.from = world.first_day + 35;
      world.act(world.worker, add);
    }
    for (const char* name : {"Esther", "Farida"}) {
      world.act(world.worker, client::MarkAttendance{
                                  world.group, {session, member(name)}, Mark::absent_told, 0, {}});
      client::RecordCheckIn check_in = world.check_in(session, 0);
      check_in.member = member(name);
      world.act(world.worker, check_in);
    }
    if (!worries) world.act(world.worker, settle_amina());
    note(world.worker, "Halima", "Her brother came back.");
    note(world.worker, "Farida", "Came with her child.");
    if (!worries) {
      const model::FocalChoice choice{
          member("Halima"), model::FocalArea::grief, {}, model::FocalReason::first_talks};
      world.act(world.worker, client::ChooseFocalArea{world.group, choice, false});
    }
    if (!worries) return world.run();
    world.act(world.worker,
              client::RaiseWorry{world.group, member("Beatrice"), model::AlarmUrgency::now, {}});
    for (const auto& row :
         client::alarm_view(world.supervisor->replica(), world.packs, world.group)) {
      if (supervising || row.name != "Halima") continue;
      world.act(world.supervisor,
                client::AcknowledgeAlarm{world.group, row.member,
                                         row.raised_without(world.supervisor.account)});
    }
    world.run();
  }
  NoteId note_of_halima() {
    return client::member_model(context(), world.group, member("Halima")).notes.at(0).note;
  }
  client::SettleAttendance settle_amina() {
    client::SettleAttendance out;
    out.group = world.group;
    out.key = {session, member("Amina")};
    out.mark = Mark::present;
    return out;
  }

  struct Opening {
    ui::Place at;
    std::vector<std::string> presses = {};  // until what is meant lies open
    // What a list that grew moves once the hand rests: beginnings of ids.
    std::vector<std::string> moved_at_rest = {};
    ui::Size size{1280, 800};
    ui::TextSize text_size = ui::TextSize::normal;
  };

  // With a worry nobody has seen, whose banner moves the screen once the hand rests, and without.
  void check(const Opening& opening) {
    stage.scene.size = opening.text_size;
    stage.resize(opening.size);
    go(opening.at);
    for (const std::string& id : opening.presses) {
      ASSERT_TRUE(stage.click(id)) << id;
      stage.settle();
    }
    write_what_is_refused();
    wait(seconds(20));
    others_write_under_the_hand();
    const Places before = controls();
    EXPECT_TRUE(wait(RestHold::quiet));
    EXPECT_FALSE(laptop()->arrivals_wait());
    for (const std::string& each : moved(before, controls())) {
      const bool may =
          std::any_of(opening.moved_at_rest.begin(), opening.moved_at_rest.end(),
                      [&](const std::string& beginning) { return each.starts_with(beginning); });
      EXPECT_TRUE(may || each.starts_with("top.sync (Sending 1) is now")) << "at rest: " << each;
    }
    worries = true;
    others_write_under_the_hand();
    EXPECT_TRUE(wait(RestHold::quiet));
    const auto open = client::alarm_view(laptop()->replica(), world.packs, world.group);
    EXPECT_TRUE(std::any_of(open.begin(), open.end(),
                            [](const auto& row) { return row.name == "Beatrice"; }));
  }
  void others_write_under_the_hand() {
    const Places before = controls();
    ASSERT_FALSE(before.empty());
    touch();
    others_write();
    for (int i = 0; i < 4; ++i) {
      EXPECT_FALSE(wait(milliseconds(900)));
      for (const std::string& each : moved(before, controls())) ADD_FAILURE() << each;
      touch();
    }
    EXPECT_TRUE(laptop()->arrivals_wait());
  }

  bool worries = false;
};

TEST_F(NothingMovesWhenOthersWrite, OnHome) {
  check({.at = place::Home{}, .moved_at_rest = {"home."}});
}
TEST_F(NothingMovesWhenOthersWrite, OnTheListOfGroups) {
  check({.at = place::Groups{}});
}
TEST_F(NothingMovesWhenOthersWrite, OnTheGroup) {
  check({.at = place::Group{world.group}, .moved_at_rest = {"group.add", "group.cells.5.4"}});
}
TEST_F(NothingMovesWhenOthersWrite, InANote) {
  check({.at = place::Group{world.group},
         .presses = {"top.note"},
         .moved_at_rest = {"group.add", "group.cells.5.4"}});
}
TEST_F(NothingMovesWhenOthersWrite, OnTheMember) {
  check({.at = place::Member{world.group, member("Halima")}, .moved_at_rest = {"member."}});
}
TEST_F(NothingMovesWhenOthersWrite, OnWhatAMemberWorksOn) {
  check({.at = place::FocalArea{world.group, member("Halima")}, .moved_at_rest = {"area."}});
}
TEST_F(NothingMovesWhenOthersWrite, OnTheWorkWithAMember) {
  check({.at = place::Work{world.group, member("Halima")}, .moved_at_rest = {"work."}});
}
TEST_F(NothingMovesWhenOthersWrite, OnWhatASessionUsed) {
  check({.at = place::Techniques{world.group, session}});
}
TEST_F(NothingMovesWhenOthersWrite, OnANote) {
  check({.at = place::Note{world.group, note_of_halima()}});
}
TEST_F(NothingMovesWhenOthersWrite, OnAPlannedSession) {
  check({.at = place::Session{world.group,
                              {planned_session_id(world.group, 7, 0), world.first_day + 42}},
         .moved_at_rest = {"session.notes."}});
}
TEST_F(NothingMovesWhenOthersWrite, OnAnOpenSession) {
  check({.at = place::Session{world.group, session}, .moved_at_rest = {"session.notes."}});
}
TEST_F(NothingMovesWhenOthersWrite, OnTheSessionThatRuns) {
  check({.at = place::Session{world.group, session},
         .presses = {"session.begin"},
         .moved_at_rest = {"session.notes."}});
}
TEST_F(NothingMovesWhenOthersWrite, OnTheRunSheet) {
  check({.at = place::Session{world.group, session},
         .presses = {"session.begin", "session.sheet"},
         .size = {1024, 600}});
}
TEST_F(NothingMovesWhenOthersWrite, OnThoseNotHeardYet) {
  check({.at = place::Session{world.group, session},
         .presses = {"session.begin", "session.others"},
         .size = {1024, 600},
         .text_size = ui::TextSize::large});
}
TEST_F(NothingMovesWhenOthersWrite, OnAClosedSession) {
  check({.at = place::Session{world.group,
                              {planned_session_id(world.group, 1, 0), world.first_day}}});
}
TEST_F(NothingMovesWhenOthersWrite, OnTheAttendance) {
  check({.at = place::Attendance{world.group, session}});
}
TEST_F(NothingMovesWhenOthersWrite, InAMoodCheck) {
  check({.at = place::MoodCheck{world.group, session, member("Farida")},
         .presses = {"mood.item.1.2"},
         .moved_at_rest = {"mood."}});
}
TEST_F(NothingMovesWhenOthersWrite, OnAWorry) {
  check({.at = place::Alarm{world.group, member("Halima")}});
}
TEST_F(NothingMovesWhenOthersWrite, WhileAWorryIsRaised) {
  check({.at = place::Group{world.group},
         .presses = {"top.worried"},
         .moved_at_rest = {"group.add", "group.cells.5.4", "worry."}});
}
TEST_F(NothingMovesWhenOthersWrite, OnWhatNeedsYou) {
  check({.at = place::Needs{}});
}
TEST_F(NothingMovesWhenOthersWrite, OnWhomToCall) {
  check({.at = place::Supervisor{}});
}
TEST_F(NothingMovesWhenOthersWrite, OnTheSupervisorsWatch) {
  supervising = true;
  check({.at = place::Watch{}});
}

}  // namespace
}  // namespace baraza::app
