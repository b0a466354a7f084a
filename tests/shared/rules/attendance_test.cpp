// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/attendance.h"

#include <gtest/gtest.h>

#include <vector>

namespace baraza::rules {
namespace {

using model::Mark;

TEST(Attendance, LateAndLeftEarlyCame) {
  const std::vector<StandingMark> seats{{Mark::present},
                                        {Mark::late},
                                        {Mark::left_early},
                                        {Mark::absent_told},
                                        {Mark::absent_unknown}};
  const AttendanceCounts counts = count_attendance(seats);
  EXPECT_EQ(counts.came(), 3);
  EXPECT_EQ(counts.counted(), 5);
  EXPECT_DOUBLE_EQ(*counts.rate(), 0.6);
}

TEST(Attendance, DisputedAndUnmarkedSeatsAreOutOfTheRateAndBesideIt) {
  const std::vector<StandingMark> seats{
      {Mark::present}, {Mark::absent_told, true}, {Mark::present, true}, {std::nullopt}};
  const AttendanceCounts counts = count_attendance(seats);
  EXPECT_EQ(counts.disputed, 2);
  EXPECT_EQ(counts.unmarked, 1);
  EXPECT_EQ(counts.counted(), 1);
  EXPECT_DOUBLE_EQ(*counts.rate(), 1.0);
}

TEST(Attendance, ExcusedCountsAsAbsentAndIsReported) {
  const std::vector<StandingMark> seats{{Mark::present}, {Mark::excused}};
  const AttendanceCounts counts = count_attendance(seats);
  EXPECT_EQ(counts.excused, 1);
  EXPECT_DOUBLE_EQ(*counts.rate(), 0.5);
}

TEST(Attendance, NothingThatCountsIsNoRate) {
  EXPECT_FALSE(count_attendance({}).rate());
  const std::vector<StandingMark> seats{{Mark::present, true}, {std::nullopt}};
  EXPECT_FALSE(count_attendance(seats).rate());
}

class StandingMarkTest : public testing::Test {
 protected:
  // A mark by the op of this number; numbers rise as clocks do.
  OpRef mark(OpNumber number, Mark said, const std::vector<OpRef>& replaces = {}) {
    OpRef ref;
    ref.id.number = number;
    model::Attendance value;
    value.mark = said;
    marks_.add({ref, number, {}, value});
    replaced_.add(ref, replaces, true);
    return ref;
  }

  model::Register<model::Attendance> marks_;
  model::Replaced replaced_;
};

TEST_F(StandingMarkTest, NothingStandsWhereNobodyMarked) {
  const StandingMark standing = standing_mark(marks_, replaced_);
  EXPECT_FALSE(standing.mark);
  EXPECT_FALSE(standing.disputed);
}

TEST_F(StandingMarkTest, ACorrectionThatNamesTheMarkIsNoDispute) {
  const OpRef first = mark(1, Mark::absent_unknown);
  mark(2, Mark::late, {first});
  const StandingMark standing = standing_mark(marks_, replaced_);
  EXPECT_EQ(standing.mark, Mark::late);
  EXPECT_FALSE(standing.disputed);
}

TEST_F(StandingMarkTest, TwoDifferentMarksAreDisputedAndTwoEqualOnesAreNot) {
  mark(1, Mark::present);
  mark(2, Mark::present);
  EXPECT_FALSE(standing_mark(marks_, replaced_).disputed);
  mark(3, Mark::absent_told);
  EXPECT_TRUE(standing_mark(marks_, replaced_).disputed);
}

}  // namespace
}  // namespace baraza::rules
