// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "client/core/kept.h"
#include "client/core/views/group_view.h"
#include "client/core/views/tray_view.h"
#include "shared/op/derive.h"
#include "tests/client/core/world.h"

namespace baraza::client {
namespace {

using model::Mark;
using State = AttendanceCell::State;

class Again : public testing::Test {
 protected:
  // Every op of this kind by this laptop gets this verdict until rule_nothing().
  void rule(model::Kind kind, Verdict verdict, Code code) {
    world.server.ruling = [=](const OpHead& head) {
      return head.kind == static_cast<std::uint32_t>(kind) ? ServerDouble::Ruling{verdict, code}
                                                           : ServerDouble::Ruling{};
    };
  }
  void rule_nothing() {
    world.server.ruling = [](const OpHead&) { return ServerDouble::Ruling{}; };
  }
  WriteAgain newest() {
    const auto tray = tray_view(one->replica());
    return {tray.at(0).stream, tray.at(0).op};
  }
  AttendanceCell cell(Laptop& laptop) {
    const auto view = group_view(laptop->replica(), world.group).value();
    for (const auto& each : view.sessions.front().attendance) {
      if (each.member == world.members[0]) return each;
    }
    return {};
  }

  World world;
  Laptop& one = world.facilitator;
  Laptop& two = world.worker;
  model::SessionKey session = world.open_session();
};

TEST_F(Again, ARefusedMarkIsWrittenOnceMoreAndStandsForEverybody) {
  rule(model::Kind::attendance_marked, Verdict::refused, Code::not_allowed);
  MarkAttendance late = world.mark(session, Mark::late);
  late.minutes = 12;
  world.act(one, late);
  world.run();
  ASSERT_EQ(cell(one).state, State::none);
  rule_nothing();
  world.act(one, newest());
  world.run();
  for (Laptop* laptop : {&one, &two}) {
    ASSERT_EQ(cell(*laptop).state, State::marked);
    EXPECT_EQ(cell(*laptop).writes.at(0).mark, Mark::late);
    EXPECT_EQ(cell(*laptop).writes.at(0).minutes, 12U);
  }
  // The refused one stays readable.
  EXPECT_EQ(tray_view(one->replica()).size(), 1U);
}

TEST_F(Again, ItReplacesWhatStandsNowSoThatNothingIsInDispute) {
  rule(model::Kind::attendance_marked, Verdict::refused, Code::not_allowed);
  world.act(one, world.mark(session, Mark::late));
  world.run();
  rule_nothing();
  world.act(two, world.mark(session, Mark::absent_told));
  world.run();
  world.act(one, newest());
  world.run();
  EXPECT_EQ(cell(two).state, State::marked);
  EXPECT_EQ(cell(two).writes.at(0).mark, Mark::late);
}

TEST_F(Again, WhatWasWrittenIsStillThereAfterARestart) {
  rule(model::Kind::attendance_marked, Verdict::refused, Code::not_allowed);
  world.act(one, world.mark(session, Mark::excused));
  world.run();
  world.restart(one);
  rule_nothing();
  world.act(one, newest());
  world.run();
  EXPECT_EQ(cell(two).writes.at(0).mark, Mark::excused);
}

TEST_F(Again, ACheckInKeepsItsAnswersAndItsName) {
  rule(model::Kind::check_in_recorded, Verdict::refused, Code::not_allowed);
  world.act(one, world.check_in(session, 0));
  world.run();
  ASSERT_TRUE(world.worker->replica().main(world.group).check_ins.empty());
  rule_nothing();
  world.act(one, newest());
  world.run();
  const auto& check_ins = two->replica().main(world.group).check_ins;
  ASSERT_EQ(check_ins.size(), 1U);
  EXPECT_EQ(check_ins.begin()->second.value.answers.at(3).value, 1U);
}

TEST_F(Again, ANoteAsFirstWrittenComesBackWithItsText) {
  rule(model::Kind::note_written, Verdict::refused, Code::too_large);
  world.act(one, WriteNote{world.group, {}, {}, "The tree was full of birds."});
  world.run();
  rule_nothing();
  world.act(one, newest());
  world.run();
  const auto& texts = two->replica().words(world.group).texts;
  ASSERT_EQ(texts.size(), 1U);
  EXPECT_EQ(texts.begin()->second.writes.at(0).value, "The tree was full of birds.");
}

TEST_F(Again, OnlyWhatIsInTheTrayIsWrittenAgain) {
  world.act(one, world.mark(session, Mark::present));
  world.run();
  EXPECT_EQ(world.refusal(one, WriteAgain{world.main, {one.writer, 1}}), Code::not_found);
}

TEST_F(Again, KeptEntriesNeedNobody) {
  rule(model::Kind::attendance_marked, Verdict::refused, Code::not_allowed);
  world.act(one, world.mark(session, Mark::late));
  world.run();
  ASSERT_EQ(one->badge().state, SyncBadge::State::needs_you);
  const WriteAgain entry = newest();
  const std::string key = kept_key({entry.stream, entry.op});
  ASSERT_TRUE(kept_entry(key).has_value());
  EXPECT_EQ(one->badge({*kept_entry(key)}).state, SyncBadge::State::on_the_server);
}

TEST_F(Again, AKeyThatIsNoKeptEntryIsNone) {
  EXPECT_FALSE(kept_entry("note/1"));
  EXPECT_FALSE(kept_entry("kept/"));
  EXPECT_FALSE(kept_entry("kept/00/11/1"));
  const std::string key = kept_key({world.main, {one.writer, 7}});
  EXPECT_EQ(kept_entry(key)->second.number, 7U);
  EXPECT_FALSE(kept_entry(key + "x"));
}

TEST_F(Again, ASettlementTakenBackLetsBothAnswersStandAgain) {
  world.offline(one);
  world.offline(two);
  world.act(one, world.mark(session, Mark::present));
  world.act(two, world.mark(session, Mark::absent_told));
  world.online(one);
  world.online(two);
  ReopenAttendance reopen;
  reopen.group = world.group;
  reopen.key = {session, world.members[0]};
  for (const Mark mark : {Mark::present, Mark::absent_told}) {
    reopen.answers.push_back({reopen.key, mark, 0, ""});
  }
  EXPECT_EQ(world.refusal(one, reopen), Code::already_exists);
  world.act(one, SettleAttendance{world.group, reopen.key, Mark::present, 0, ""});
  world.run();
  ASSERT_EQ(cell(two).state, State::marked);
  world.act(one, reopen);
  world.run();
  for (Laptop* laptop : {&one, &two, &world.supervisor}) {
    EXPECT_EQ(cell(*laptop).state, State::disputed);
    EXPECT_EQ(cell(*laptop).writes.size(), 2U);
  }
}

}  // namespace
}  // namespace baraza::client
