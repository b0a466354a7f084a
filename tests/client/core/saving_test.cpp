// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "client/core/views/group_view.h"
#include "tests/client/core/world.h"

namespace baraza::client {
namespace {

using model::Mark;

class Saving : public testing::Test {
 protected:
  AttendanceCell cell(Laptop& of, int member = 0) {
    const auto view = group_view(of->replica(), world.group).value();
    for (const auto& each : view.sessions.front().attendance) {
      if (each.member == world.members[static_cast<std::size_t>(member)]) return each;
    }
    return {};
  }

  World world;
  Laptop& laptop = world.facilitator;
  model::SessionKey session = world.open_session();
};

TEST_F(Saving, AnActShowsAtOnceAndIsSavedOnlyOnceItsCommitIsOnDisk) {
  laptop.disk_works = false;
  laptop.effects.clear();
  const ActId act = world.act(laptop, world.mark(session, Mark::late));
  world.run();
  ASSERT_EQ(cell(laptop).writes.size(), 1U);
  EXPECT_EQ(cell(laptop).writes[0].where, Where::saving);
  EXPECT_TRUE(laptop.told<effect::Saved>().empty());
  EXPECT_EQ(laptop->badge().saving, 1U);
  EXPECT_EQ(world.server.count(world.main), 4U) << "nothing is sent that isn't on disk";

  world.offline(laptop);
  laptop.disk_works = true;
  world.run();
  ASSERT_EQ(laptop.told<effect::Saved>().size(), 1U);
  EXPECT_EQ(laptop.told<effect::Saved>()[0].act, act);
  EXPECT_EQ(cell(laptop).writes[0].where, Where::on_this_laptop);
  EXPECT_EQ(laptop->badge().state, SyncBadge::State::on_this_laptop);
  EXPECT_TRUE(laptop.told<effect::OnServer>().empty());

  world.online(laptop);
  ASSERT_EQ(laptop.told<effect::OnServer>().size(), 1U);
  EXPECT_EQ(laptop.told<effect::OnServer>()[0].act, act);
  EXPECT_EQ(cell(laptop).writes[0].where, Where::on_the_server);
  EXPECT_EQ(laptop->badge().state, SyncBadge::State::on_the_server);
  EXPECT_EQ(cell(world.worker).writes.size(), 1U);
}

TEST_F(Saving, AFailedCommitDropsExactlyWhatIsNotOnDiskAndLaterActsWork) {
  world.offline(laptop);
  world.act(laptop, world.mark(session, Mark::late, 0));
  world.run();
  laptop.effects.clear();
  laptop.disk_works = false;
  const ActId second = world.act(laptop, world.mark(session, Mark::late, 1));
  const ActId third = world.act(laptop, world.mark(session, Mark::late, 2));
  laptop->on_completion(laptop.store->complete(Code::storage_full));
  // One act before the second failure was heard of, one after the first.
  const ActId fourth = world.act(laptop, world.mark(session, Mark::excused, 2));
  laptop.disk_works = true;
  world.run();

  const auto lost = laptop.told<effect::NotSaved>();
  ASSERT_EQ(lost.size(), 2U);
  EXPECT_EQ(lost[0].act, second);
  EXPECT_EQ(lost[1].act, third);
  EXPECT_EQ(lost[0].error.code, Code::storage_full);
  ASSERT_EQ(laptop.told<effect::Saved>().size(), 1U);
  EXPECT_EQ(laptop.told<effect::Saved>()[0].act, fourth);
  EXPECT_EQ(cell(laptop, 0).writes.size(), 1U);
  EXPECT_EQ(cell(laptop, 1).state, AttendanceCell::State::none);
  ASSERT_EQ(cell(laptop, 2).writes.size(), 1U);
  EXPECT_EQ(cell(laptop, 2).writes[0].mark, Mark::excused);

  world.online(laptop);
  EXPECT_EQ(laptop->badge().state, SyncBadge::State::on_the_server);
  EXPECT_FALSE(laptop->frozen());
  EXPECT_EQ(cell(world.worker, 2).writes.size(), 1U);
}

TEST_F(Saving, ASaveThatFailedNeedsAPersonUntilOneWorks) {
  laptop.disk_works = false;
  world.act(laptop, world.mark(session, Mark::late));
  laptop->on_completion(laptop.store->complete(Code::storage_full));
  EXPECT_EQ(laptop->badge().state, SyncBadge::State::needs_you);
  EXPECT_EQ(laptop->badge().code, Code::storage_full);
  laptop.disk_works = true;
  world.act(laptop, world.mark(session, Mark::late));
  world.run();
  EXPECT_EQ(laptop->badge().state, SyncBadge::State::on_the_server);
}

TEST_F(Saving, WhatArrivesIsShownAndCountedOnlyOnceItIsOnDisk) {
  laptop.disk_works = false;
  const Position before = laptop->replica().find(world.main)->record.position;
  world.act(world.worker, world.mark(session, Mark::late));
  world.run();
  EXPECT_EQ(cell(laptop).state, AttendanceCell::State::none);
  EXPECT_EQ(laptop->replica().find(world.main)->record.position, before);
  laptop.disk_works = true;
  world.run();
  EXPECT_EQ(cell(laptop).state, AttendanceCell::State::marked);
  EXPECT_EQ(laptop->replica().find(world.main)->record.position, before + 1);
}

TEST_F(Saving, WhatCouldNotBeStoredIsAskedForAgain) {
  laptop.disk_works = false;
  world.act(world.worker, world.mark(session, Mark::late, 0));
  world.run();
  world.act(world.worker, world.mark(session, Mark::late, 1));
  world.run();
  ASSERT_EQ(laptop.store->waiting.size(), 2U);
  laptop.effects.clear();
  laptop->on_completion(laptop.store->complete(Code::storage_failed));
  laptop.disk_works = true;
  world.run();
  EXPECT_EQ(laptop.told<effect::Hangup>().size(), 1U);
  EXPECT_EQ(cell(laptop, 0).state, AttendanceCell::State::marked);
  EXPECT_EQ(cell(laptop, 1).state, AttendanceCell::State::marked);
  EXPECT_TRUE(laptop->online());
}

TEST_F(Saving, NoConnectionIsAskedForWhileWhatArrivedIsStillBeingStored) {
  laptop.disk_works = false;
  world.act(world.worker, world.mark(session, Mark::late));
  world.run();
  laptop.effects.clear();
  laptop->on_disconnected({Code::unavailable, "gone"});
  world.server.disconnect(laptop.connection);
  world.run();
  EXPECT_TRUE(laptop.told<effect::Connect>().empty());
  laptop.disk_works = true;
  world.run();
  EXPECT_EQ(laptop.told<effect::Connect>().size(), 1U);
  EXPECT_TRUE(laptop->online());
}

TEST_F(Saving, ARestartKeepsWhatWasSavedAndSendsIt) {
  world.offline(laptop);
  world.act(laptop, world.mark(session, Mark::late, 0));
  world.run();
  laptop.disk_works = false;
  world.act(laptop, world.mark(session, Mark::late, 1));
  laptop.disk_works = true;
  world.restart(laptop);
  EXPECT_EQ(cell(laptop, 0).writes.at(0).where, Where::on_this_laptop);
  EXPECT_EQ(cell(laptop, 1).state, AttendanceCell::State::none);
  EXPECT_EQ(laptop->badge().state, SyncBadge::State::on_this_laptop);
  EXPECT_EQ(laptop->badge().count, 1U);
  world.online(laptop);
  EXPECT_FALSE(laptop->frozen());
  EXPECT_EQ(cell(world.worker, 0).state, AttendanceCell::State::marked);
  EXPECT_EQ(laptop->badge().state, SyncBadge::State::on_the_server);
}

}  // namespace
}  // namespace baraza::client
