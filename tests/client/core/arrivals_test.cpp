// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "client/core/views/group_view.h"
#include "tests/client/core/world.h"

// What arrives while the owner holds it back: stored, and shown when the hold is over.
namespace baraza::client {
namespace {

using model::Mark;
using State = AttendanceCell::State;

class HeldArrivals : public testing::Test {
 protected:
  HeldArrivals() { one.effects.clear(); }
  State cell(Laptop& laptop, std::size_t member) {
    const auto view = group_view(laptop->replica(), world.group).value();
    for (const auto& each : view.sessions.front().attendance) {
      if (each.member == world.members[member]) return each.state;
    }
    return State::none;
  }

  World world;
  Laptop& one = world.facilitator;
  Laptop& two = world.worker;
  model::SessionKey session = world.open_session();
};

TEST_F(HeldArrivals, AreShownWhenTheHoldIsOver) {
  one->hold_arrivals(true);
  const auto revision = one->replica().revision();
  world.act(two, world.mark(session, Mark::present));
  world.run();
  EXPECT_TRUE(one->arrivals_wait());
  EXPECT_EQ(one->replica().revision(), revision);
  EXPECT_EQ(cell(one, 0), State::none);
  one->hold_arrivals(false);
  EXPECT_FALSE(one->arrivals_wait());
  EXPECT_EQ(cell(one, 0), State::marked);
}

TEST_F(HeldArrivals, AreOnTheDiskMeanwhile) {
  one->hold_arrivals(true);
  world.act(two, world.mark(session, Mark::present));
  world.run();
  world.restart(one);
  EXPECT_EQ(cell(one, 0), State::marked);
}

TEST_F(HeldArrivals, TheServersWordOnOwnWorkShowsMeanwhile) {
  one->hold_arrivals(true);
  world.act(one, world.mark(session, Mark::present));
  world.run();
  EXPECT_FALSE(one->arrivals_wait());
  EXPECT_EQ(one.told<effect::OnServer>().size(), 1U);
}

TEST_F(HeldArrivals, ItComesBehindWhatWaitsInItsOrder) {
  one->hold_arrivals(true);
  world.act(two, world.mark(session, Mark::present, 1));
  world.run();
  world.act(one, world.mark(session, Mark::present));
  world.run();
  EXPECT_TRUE(one.told<effect::OnServer>().empty());
  one->hold_arrivals(false);
  world.run();
  EXPECT_EQ(one.told<effect::OnServer>().size(), 1U);
  EXPECT_EQ(cell(one, 0), State::marked);
  EXPECT_EQ(cell(one, 1), State::marked);
}

// A mark says what it replaces: only what was to be seen when it was made.
TEST_F(HeldArrivals, AMarkThatNobodySawIsNotReplaced) {
  one->hold_arrivals(true);
  world.act(two, world.mark(session, Mark::absent_told));
  world.run();
  world.act(one, world.mark(session, Mark::present));
  one->hold_arrivals(false);
  world.run();
  for (Laptop* laptop : {&one, &two, &world.supervisor}) {
    EXPECT_EQ(cell(*laptop, 0), State::disputed);
  }
}

TEST_F(HeldArrivals, ARefusalOfOwnWorkWaitsToo) {
  world.server.ruling = [](const OpHead& head) {
    const bool is_mark = head.kind == static_cast<std::uint32_t>(model::Kind::attendance_marked);
    return is_mark ? ServerDouble::Ruling{Verdict::refused, Code::not_allowed}
                   : ServerDouble::Ruling{};
  };
  one->hold_arrivals(true);
  world.act(one, world.mark(session, Mark::present));
  world.run();
  EXPECT_TRUE(one->arrivals_wait());
  EXPECT_EQ(cell(one, 0), State::marked);
  one->hold_arrivals(false);
  EXPECT_EQ(cell(one, 0), State::none);
}

TEST_F(HeldArrivals, ALinkThatWentIsAskedForOnceTheyAreShown) {
  one->hold_arrivals(true);
  world.act(two, world.mark(session, Mark::present));
  world.run();
  world.offline(one);
  world.act(two, world.mark(session, Mark::present, 1));
  world.run();
  world.online(one);
  EXPECT_FALSE(one.connected);
  one->hold_arrivals(false);
  world.run();
  EXPECT_TRUE(one.connected);
  EXPECT_EQ(cell(one, 0), State::marked);
  EXPECT_EQ(cell(one, 1), State::marked);
}

}  // namespace
}  // namespace baraza::client
