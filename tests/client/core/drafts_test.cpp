// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "client/core/views/group_view.h"
#include "tests/client/core/world.h"

namespace baraza::client {
namespace {

using model::Mark;

class DraftsTest : public testing::Test {
 protected:
  Bytes draft(const std::string& key) {
    const auto found = laptop->drafts().find(key);
    return found == laptop->drafts().end() ? Bytes{} : found->second;
  }
  std::size_t on_the_way() {
    std::size_t out = 0;
    for (const auto& each : laptop.store->waiting) {
      if (std::holds_alternative<DraftCommit>(each.commit)) ++out;
    }
    return out;
  }
  std::vector<AttendanceCell> marks() {
    return group_view(laptop->replica(), world.group).value().sessions.front().attendance;
  }

  World world;
  Laptop& laptop = world.facilitator;
  model::SessionKey session = world.open_session();
};

TEST_F(DraftsTest, ADraftIsThereAfterARestart) {
  laptop->keep_draft({"note/1", "Moved to"});
  world.run();
  world.restart(laptop);
  EXPECT_EQ(draft("note/1"), "Moved to");
  laptop->keep_draft({"note/1", {}});
  world.run();
  world.restart(laptop);
  EXPECT_TRUE(laptop->drafts().empty());
}

TEST_F(DraftsTest, WhileOneIsOnItsWayOnlyTheLastOfItsKeyFollows) {
  laptop.disk_works = false;
  for (const char* words : {"M", "Mo", "Mov", "Move"}) laptop->keep_draft({"note/1", words});
  laptop->keep_draft({"note/2", "another"});
  EXPECT_EQ(on_the_way(), 2U);
  EXPECT_EQ(draft("note/1"), "Move");
  laptop.disk_works = true;
  world.run();
  world.restart(laptop);
  EXPECT_EQ(draft("note/1"), "Move");
  EXPECT_EQ(draft("note/2"), "another");
}

TEST_F(DraftsTest, AnEntryAndTheDraftItCameFromAreOneCommit) {
  laptop->keep_draft({"mark/1", "late"});
  world.run();
  laptop.disk_works = false;
  const auto act = laptop->act({world.mark(session, Mark::late)},
                               {{"mark/1", {}}, {"mark/2", "next"}}, world.now);
  ASSERT_TRUE(act);
  EXPECT_EQ(on_the_way(), 0U) << "nothing of it goes by itself";
  EXPECT_TRUE(draft("mark/1").empty());
  laptop.disk_works = true;
  world.run();
  world.restart(laptop);
  EXPECT_TRUE(draft("mark/1").empty());
  EXPECT_EQ(draft("mark/2"), "next");
}

TEST_F(DraftsTest, WhatCouldNotBeSavedIsADraftAgain) {
  laptop->keep_draft({"mark/1", "late"});
  world.run();
  laptop.disk_works = false;
  ASSERT_TRUE(laptop->act({world.mark(session, Mark::late)}, {{"mark/1", {}}}, world.now));
  laptop->on_completion(laptop.store->complete(Code::storage_full));
  EXPECT_EQ(draft("mark/1"), "late");
}

TEST_F(DraftsTest, ADraftThatCannotBeKeptIsToldOf) {
  laptop.disk_works = false;
  laptop->keep_draft({"note/1", "words"});
  laptop->on_completion(laptop.store->complete(Code::storage_full));
  laptop.disk_works = true;
  world.run();
  ASSERT_EQ(laptop.told<effect::DraftNotKept>().size(), 1U);
  EXPECT_EQ(laptop.told<effect::DraftNotKept>()[0].key, "note/1");
  EXPECT_EQ(draft("note/1"), "words") << "it is still in memory";
}

TEST_F(DraftsTest, SeveralIntentsAreOneActAndOneCommit) {
  laptop.disk_works = false;
  std::vector<Intent> all;
  for (int member = 0; member < 3; ++member) {
    all.emplace_back(world.mark(session, Mark::present, member));
  }
  ASSERT_TRUE(laptop->act(all, {}, world.now));
  EXPECT_EQ(laptop.store->waiting.size(), 1U);
  laptop.disk_works = true;
  world.run();
  for (const AttendanceCell& cell : marks()) {
    ASSERT_EQ(cell.writes.size(), 1U);
    EXPECT_EQ(cell.writes[0].mark, Mark::present);
    EXPECT_EQ(cell.writes[0].where, Where::on_the_server);
  }
}

TEST_F(DraftsTest, NothingIsWrittenIfOneOfSeveralMayNotBe) {
  MarkAttendance wrong = world.mark(session, Mark::late, 1);
  wrong.minutes = 100'000;
  EXPECT_FALSE(laptop->act({world.mark(session, Mark::late), wrong}, {{"mark/1", "x"}}, world.now));
  world.run();
  EXPECT_TRUE(laptop->drafts().empty());
  for (const AttendanceCell& cell : marks()) {
    EXPECT_EQ(cell.state, AttendanceCell::State::none);
  }
}

}  // namespace
}  // namespace baraza::client
