// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/server/projection/group_story.h"

namespace baraza::server {
namespace {

using test::GroupStory;

class MoodRows : public ::testing::Test {
 protected:
  std::vector<const MoodRow*> of(const model::SessionKey& session, int seat) const {
    std::vector<const MoodRow*> out;
    for (const MoodRow& each : rows) {
      if (each.session.key == session && each.check_in.member == GroupStory::member(seat)) {
        out.push_back(&each);
      }
    }
    return out;
  }
  std::vector<CheckInStatus> statuses(const model::SessionKey& session, int seat) const {
    std::vector<CheckInStatus> out;
    for (const MoodRow* each : of(session, seat)) out.push_back(each->status);
    return out;
  }

  content::PackLibrary packs = test::shipped_library();
  GroupStory story;
  std::vector<MoodRow> rows = mood_rows(story.context(), story.state(), packs);
};

TEST_F(MoodRows, EveryCheckInHasARow) {
  EXPECT_EQ(rows.size(), story.state().check_ins.size());
  EXPECT_EQ(rows.size(), 16U);
}

TEST_F(MoodRows, SayWhatBecameOfEachCheckIn) {
  using enum CheckInStatus;
  EXPECT_EQ(statuses(story.first, 1), std::vector{current});
  EXPECT_EQ(statuses(story.first, 4), (std::vector{superseded, current}));
  EXPECT_EQ(statuses(story.first, 5), std::vector{withdrawn});
  EXPECT_EQ(statuses(story.first, 6), (std::vector{duplicate, duplicate}));
}

TEST_F(MoodRows, HaveTheScoreOfThePack) {
  EXPECT_EQ(of(story.first, 1)[0]->score.total, 0);
  EXPECT_EQ(of(story.first, 2)[0]->score.total, 8) << "6 of 7 answers, times 9 by 7, is 7.7";
  EXPECT_TRUE(of(story.first, 2)[0]->score.prorated);
  EXPECT_FALSE(of(story.first, 3)[0]->score.total.has_value()) << "item 9 is never filled in";
  EXPECT_FALSE(of(story.first, 7)[0]->score.total.has_value());
}

TEST_F(MoodRows, AnInstrumentThatTheLibraryLacksIsKeptWithoutAScore) {
  EXPECT_EQ(of(story.second, 5)[0]->instrument, nullptr);
  EXPECT_EQ(of(story.second, 6)[0]->instrument, nullptr);
  EXPECT_EQ(of(story.second, 6)[0]->check_in.answers.size(), 5U);
}

TEST_F(MoodRows, WaitForTheirSession) {
  EXPECT_EQ(of(story.unopened, 3)[0]->session.status, SessionStatus::waiting);
}

TEST_F(MoodRows, OfOneMemberAndSessionComeInAuthorOrder) {
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const MoodRow& before = rows[i - 1];
    const MoodRow& after = rows[i];
    EXPECT_LE(before.session.key.date, after.session.key.date);
    if (before.session.key != after.session.key) continue;
    EXPECT_LE(before.seat, after.seat);
    if (before.seat == after.seat) {
      EXPECT_LT(before.clock, after.clock);
    }
  }
}

}  // namespace
}  // namespace baraza::server
