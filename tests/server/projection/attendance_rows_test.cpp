// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/server/projection/group_story.h"

namespace baraza::server {
namespace {

using model::Mark;
using test::GroupStory;

class AttendanceRows : public ::testing::Test {
 protected:
  // The row of a member at a session; there must be exactly one.
  const AttendanceRow& row(const model::SessionKey& session, int seat) const {
    const auto is_it = [&](const AttendanceRow& each) {
      return each.session.key == session && each.member == GroupStory::member(seat);
    };
    EXPECT_EQ(std::count_if(rows.begin(), rows.end(), is_it), 1) << "seat " << seat;
    return *std::find_if(rows.begin(), rows.end(), is_it);
  }
  std::vector<int> seats_at(const model::SessionKey& session) const {
    std::vector<int> out;
    for (const AttendanceRow& each : rows) {
      if (each.session.key == session) out.push_back(static_cast<int>(each.seat));
    }
    return out;
  }

  GroupStory story;
  std::vector<AttendanceRow> rows = attendance_rows(story.context(), story.state());
};

TEST_F(AttendanceRows, OneForEachMemberOfThatDayInOrderOfSeats) {
  EXPECT_EQ(seats_at(story.first), (std::vector{1, 2, 3, 4, 5, 6, 7, 9}));
  EXPECT_EQ(seats_at(story.second), (std::vector{1, 2, 3, 4, 5, 6, 7, 8}));
  EXPECT_EQ(seats_at(story.extra), (std::vector{1, 2, 3, 4, 5, 6, 7, 8}));
}

TEST_F(AttendanceRows, ACorrectionTakesThePlaceOfWhatItCorrects) {
  EXPECT_EQ(row(story.first, 1).mark.mark, Mark::late);
  EXPECT_EQ(row(story.first, 1).minutes, 5U);
  EXPECT_EQ(row(story.first, 1).marks, 1U);
}

TEST_F(AttendanceRows, DifferentMarksAreInDisputeAndNeitherIsTold) {
  const AttendanceRow& seven = row(story.first, 7);
  EXPECT_TRUE(seven.mark.disputed);
  EXPECT_EQ(seven.marks, 2U);
  EXPECT_EQ(seven.reason, "");
  EXPECT_FALSE(seven.minutes.has_value());
}

TEST_F(AttendanceRows, EqualMarksAreNotInDispute) {
  const AttendanceRow& nine = row(story.first, 9);
  EXPECT_FALSE(nine.mark.disputed);
  EXPECT_EQ(nine.mark.mark, Mark::present);
  EXPECT_EQ(nine.marks, 2U);
}

TEST_F(AttendanceRows, AreSignedByAccountWhereKnownElseByWriter) {
  EXPECT_EQ(row(story.first, 2).marked_by, std::vector{id_cast<AnyId>(GroupStory::account())});
  EXPECT_EQ(row(story.first, 3).marked_by, std::vector{id_cast<AnyId>(story.second_writer())});
  EXPECT_EQ(row(story.first, 9).marked_by.size(), 2U);

  GroupContext without_directory = story.context();
  without_directory.directory = nullptr;
  rows = attendance_rows(without_directory, story.state());
  EXPECT_EQ(row(story.first, 2).marked_by, std::vector{id_cast<AnyId>(story.first_writer())});
}

TEST_F(AttendanceRows, AMarkByWhoKnewOfTheClosingIsAddedAfterIt) {
  EXPECT_TRUE(row(story.first, 6).added_after_closing);
  EXPECT_FALSE(row(story.first, 5).added_after_closing);
}

TEST_F(AttendanceRows, NoMarkIsNoAbsence) {
  const AttendanceRow& two = row(story.third, 2);
  EXPECT_FALSE(two.mark.mark.has_value());
  EXPECT_EQ(two.marks, 0U);
  EXPECT_TRUE(two.marked_by.empty());
  EXPECT_FALSE(two.marked_clock_time.has_value());
}

TEST_F(AttendanceRows, WhoWasMarkedWithoutBeingAMemberHasARowThatSaysSo) {
  EXPECT_FALSE(row(story.third, 9).is_member);
  EXPECT_EQ(row(story.third, 9).mark.mark, Mark::present);
  EXPECT_TRUE(row(story.first, 9).is_member) << "the day of leaving counts";
}

TEST_F(AttendanceRows, SessionsSayTheirStatusAndNumber) {
  EXPECT_EQ(row(story.first, 1).session.status, SessionStatus::closed);
  EXPECT_EQ(row(story.second, 1).session.status, SessionStatus::amended);
  EXPECT_EQ(row(story.third, 1).session.status, SessionStatus::open);
  EXPECT_EQ(row(story.unopened, 3).session.status, SessionStatus::waiting);
  EXPECT_EQ(row(story.third, 1).session.number, 3U);
  EXPECT_FALSE(row(story.extra, 1).session.number.has_value());
  EXPECT_FALSE(row(story.unopened, 3).session.number.has_value());
}

TEST_F(AttendanceRows, ANumberedSessionComesBeforeAnExtraOneOfTheSameDay) {
  const auto first_of = [&](const model::SessionKey& session) {
    return std::find_if(rows.begin(), rows.end(),
                        [&](const AttendanceRow& each) { return each.session.key == session; });
  };
  EXPECT_LT(first_of(story.third), first_of(story.extra));
  EXPECT_LT(first_of(story.extra), first_of(story.unopened));
}

TEST_F(AttendanceRows, ASessionOpenedOnTwoDaysIsTwo) {
  model::MainState state = story.state();
  const model::SessionKey moved{story.third.session, story.third.date + 1};
  const OpRef ref{{story.second_writer(), 900}, {}};
  state.sessions[moved].openings[ref] = {ref, 900, {}, {moved, 3, 0}};
  rows = attendance_rows(story.context(), state);
  EXPECT_EQ(row(moved, 1).mark.mark, std::nullopt);
  EXPECT_EQ(row(story.third, 1).mark.mark, Mark::present);
}

TEST_F(AttendanceRows, EntriesByANewerVersionAreCounted) {
  for (const AttendanceRow& each : rows) EXPECT_EQ(each.entries_by_newer_version, 1U);
}

TEST(GroupContexts, AnUnknownGroupIsNotFound) {
  EXPECT_EQ(group_context(policy::Directory{}, test::id_of<GroupId>(1)).error().code,
            Code::not_found);
}

}  // namespace
}  // namespace baraza::server
