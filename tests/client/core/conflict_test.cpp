// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "client/core/views/group_view.h"
#include "client/core/views/tray_view.h"
#include "shared/op/derive.h"
#include "tests/client/core/world.h"

namespace baraza::client {
namespace {

using model::Mark;
using State = AttendanceCell::State;

class Conflict : public testing::Test {
 protected:
  AttendanceCell cell(Laptop& laptop) {
    const auto view = group_view(laptop->replica(), world.group).value();
    for (const auto& each : view.sessions.front().attendance) {
      if (each.member == world.members[0]) return each;
    }
    return {};
  }
  SettleAttendance settle(Mark mark) {
    SettleAttendance out;
    out.group = world.group;
    out.key = {session, world.members[0]};
    out.mark = mark;
    return out;
  }
  // Every mark by this laptop gets this verdict.
  void rule(Verdict verdict, Code code) {
    world.server.ruling = [=](const OpHead& head) {
      const bool is_mark = head.kind == static_cast<std::uint32_t>(model::Kind::attendance_marked);
      return is_mark ? ServerDouble::Ruling{verdict, code} : ServerDouble::Ruling{};
    };
  }

  World world;
  Laptop& one = world.facilitator;
  Laptop& two = world.worker;
  model::SessionKey session = world.open_session();
};

TEST_F(Conflict, MarksOfTwoLaptopsAreDisputedWithBothShownUntilAPersonSettlesThem) {
  world.offline(one);
  world.offline(two);
  world.act(one, world.mark(session, Mark::present));
  world.act(two, world.mark(session, Mark::absent_told));
  world.online(one);
  world.online(two);
  for (Laptop* laptop : {&one, &two, &world.supervisor}) {
    EXPECT_EQ(cell(*laptop).state, State::disputed);
    ASSERT_EQ(cell(*laptop).writes.size(), 2U);
    EXPECT_NE(cell(*laptop).writes[0].by, cell(*laptop).writes[1].by);
    EXPECT_FALSE(cell(*laptop).writes[0].by.empty());
  }
  EXPECT_EQ(world.refusal(one, world.mark(session, Mark::late)), Code::invalid_argument);
  world.act(one, settle(Mark::late));
  world.run();
  for (Laptop* laptop : {&one, &two}) {
    EXPECT_EQ(cell(*laptop).state, State::marked);
    ASSERT_EQ(cell(*laptop).writes.size(), 1U);
    EXPECT_EQ(cell(*laptop).writes[0].mark, Mark::late);
  }
  EXPECT_EQ(world.refusal(one, settle(Mark::late)), Code::not_found);
}

TEST_F(Conflict, TheSameMarkByTwoLaptopsIsNoDispute) {
  world.offline(one);
  world.act(one, world.mark(session, Mark::present));
  world.act(two, world.mark(session, Mark::present));
  world.online(one);
  EXPECT_EQ(cell(one).state, State::marked);
}

TEST_F(Conflict, OnesOwnCorrectionMadeOfflineIsNoConflict) {
  world.offline(one);
  world.act(one, world.mark(session, Mark::present));
  world.act(one, world.mark(session, Mark::late));
  EXPECT_EQ(cell(one).state, State::marked);
  world.online(one);
  for (Laptop* laptop : {&one, &two}) {
    EXPECT_EQ(cell(*laptop).state, State::marked);
    EXPECT_EQ(cell(*laptop).writes.at(0).mark, Mark::late);
  }
}

TEST_F(Conflict, TwoLaptopsThatOpenTodaysSessionOpenOne) {
  const CivilDate day = world.first_day + 7;
  world.offline(one);
  world.act(one, OpenTodaySession{world.group, day});
  world.act(two, OpenTodaySession{world.group, day});
  world.online(one);
  const auto view = group_view(one->replica(), world.group).value();
  ASSERT_EQ(view.sessions.size(), 2U);
  EXPECT_EQ(view.sessions[1].plan_number, 2U);
}

TEST_F(Conflict, ARefusedOwnOpLeavesTheViewAndStandsInTheTray) {
  rule(Verdict::refused, Code::not_allowed);
  const ActId act = world.act(one, world.mark(session, Mark::late));
  EXPECT_EQ(cell(one).state, State::marked);
  world.run();
  EXPECT_EQ(cell(one).state, State::none);
  ASSERT_EQ(one.told<effect::Refused>().size(), 1U);
  EXPECT_EQ(one.told<effect::OnServer>().back().act, act) << "its verdict is in the log";
  const auto tray = tray_view(one->replica());
  ASSERT_EQ(tray.size(), 1U);
  EXPECT_EQ(tray[0].kind, "AttendanceMarked");
  EXPECT_EQ(tray[0].state, TrayRow::State::refused);
  EXPECT_EQ(tray[0].code, Code::not_allowed);
  EXPECT_EQ(tray[0].when, world.now.wall);
  EXPECT_EQ(one->badge().state, SyncBadge::State::needs_you);
  EXPECT_TRUE(tray_view(two->replica()).empty());
  world.restart(one);
  EXPECT_EQ(tray_view(one->replica()).size(), 1U);
}

TEST_F(Conflict, ARefusedWriteInTheMiddleOfThreeMakesNoDispute) {
  world.offline(one);
  world.act(one, world.mark(session, Mark::present));
  world.act(one, world.mark(session, Mark::late));
  world.act(one, world.mark(session, Mark::excused));
  int marks = 0;
  world.server.ruling = [&](const OpHead&) {
    return ++marks == 2 ? ServerDouble::Ruling{Verdict::refused, Code::too_large}
                        : ServerDouble::Ruling{};
  };
  world.online(one);
  EXPECT_EQ(marks, 3);
  for (Laptop* laptop : {&one, &two}) {
    EXPECT_EQ(cell(*laptop).state, State::marked);
    EXPECT_EQ(cell(*laptop).writes.at(0).mark, Mark::excused);
  }
}

TEST_F(Conflict, AHeldOpWaitsInTheTrayAndComesBackWhenReleased) {
  rule(Verdict::held, Code::authority_ended);
  world.offline(one);
  world.act(one, world.mark(session, Mark::late));
  const RawOp raw = one->replica().find(world.main)->pending.back().run.run.ops.back();
  world.online(one);
  EXPECT_EQ(one.told<effect::Held>().size(), 1U);
  EXPECT_EQ(tray_view(one->replica()).at(0).state, TrayRow::State::held);
  EXPECT_EQ(cell(one).state, State::none);
  EXPECT_EQ(one->badge().state, SyncBadge::State::needs_you) << "somebody has to settle it";
  EXPECT_EQ(one->badge().reason_key, "badge.held");
  world.server.release(world.main, one.writer, raw);
  world.run();
  EXPECT_TRUE(tray_view(one->replica()).empty());
  EXPECT_EQ(cell(one).state, State::marked);
  EXPECT_EQ(cell(two).state, State::marked);
}

TEST_F(Conflict, AHeldOpThatAPersonRefusedSaysSo) {
  rule(Verdict::held, Code::authority_ended);
  world.act(one, world.mark(session, Mark::late));
  world.run();
  const TrayRow row = tray_view(one->replica()).at(0);
  world.write(StreamKind::site, id_cast<AnyId>(world.site),
              model::make_hold_settled(
                  {{row.stream, one.writer, row.op.number}, false, "no", world.administrator}));
  world.run();
  EXPECT_EQ(tray_view(one->replica()).at(0).state, TrayRow::State::refused_by_person);
}

TEST_F(Conflict, AVerdictInAStreamThatIsNotReadHereStandsInTheTrayToo) {
  const StreamId words = stream_id(StreamKind::words, world.group);
  world.server.unread = {words};
  world.offline(one);
  world.act(one, WriteNote{world.group, {}, {}, "quiet today"});
  world.server.ruling = [](const OpHead&) {
    return ServerDouble::Ruling{Verdict::refused, Code::not_allowed};
  };
  world.online(one);
  ASSERT_EQ(tray_view(one->replica()).size(), 1U);
  EXPECT_EQ(tray_view(one->replica())[0].kind, "NoteWritten");
  EXPECT_TRUE(one->replica().find(words)->pending.empty());
  EXPECT_TRUE(one->replica().words(world.group).notes.empty());
}

}  // namespace
}  // namespace baraza::client
