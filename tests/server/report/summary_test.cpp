// SPDX-License-Identifier: Apache-2.0
#include "server/report/summary.h"

#include <gtest/gtest.h>

#include "tests/server/report/report_support.h"

namespace baraza::server {
namespace {

using test::GroupStory;
using test::MemorySource;

TEST(AttendanceSummaries, CountEachSeatOnceWithDisputedBesideTheRate) {
  GroupStory story;
  MemorySource source;
  source.add(story.context(), story.state());
  RowFilter first_only;
  first_only.last_date = story.first.date;
  const AttendanceSummary summary = summarize_attendance(source, first_only).value();
  // Eight members: late twice, absent three ways, left early, in dispute, present.
  EXPECT_EQ(summary.counts.present, 1);
  EXPECT_EQ(summary.counts.late, 2);
  EXPECT_EQ(summary.counts.left_early, 1);
  EXPECT_EQ(summary.counts.absent_told, 1);
  EXPECT_EQ(summary.counts.absent_unknown, 1);
  EXPECT_EQ(summary.counts.excused, 1);
  EXPECT_EQ(summary.counts.disputed, 1);
  EXPECT_EQ(summary.counts.unmarked, 0);
  EXPECT_DOUBLE_EQ(summary.rate().value(), 4.0 / 7.0);
}

TEST(AttendanceSummaries, AMarkForWhoIsNoMemberIsOutOfTheRate) {
  GroupStory story;
  MemorySource source;
  source.add(story.context(), story.state());
  RowFilter third_day;
  third_day.first_date = story.third.date;
  third_day.last_date = story.third.date;
  const AttendanceSummary summary = summarize_attendance(source, third_day).value();
  EXPECT_EQ(summary.not_member, 1);
  EXPECT_EQ(summary.counts.present, 1);
  EXPECT_EQ(summary.counts.excused, 1);
  EXPECT_EQ(summary.counts.unmarked, 14) << "seven of eight at each of two sessions";
  EXPECT_DOUBLE_EQ(summary.rate().value(), 0.5);
}

TEST(AttendanceSummaries, ARateOfNothingIsNoRate) {
  MemorySource source;
  EXPECT_EQ(summarize_attendance(source, {}).value().rate(), std::nullopt);
}

TEST(AttendanceSummaries, AddUpOverGroups) {
  GroupStory one(1), two(2);
  MemorySource both, first;
  both.add(one.context(), one.state());
  both.add(two.context(), two.state());
  first.add(one.context(), one.state());
  const auto of_both = summarize_attendance(both, {}).value();
  const auto of_one = summarize_attendance(first, {}).value();
  EXPECT_EQ(of_both.counts.counted(), 2 * of_one.counts.counted());
  EXPECT_EQ(of_both.counts.disputed, 2 * of_one.counts.disputed);
  EXPECT_EQ(of_both.not_member, 2 * of_one.not_member);
}

TEST(AttendanceSummaries, FailAsTheirSourceDoes) {
  MemorySource source;
  source.failure = Error{Code::storage_damaged, "a page of the log"};
  EXPECT_EQ(summarize_attendance(source, {}).error().code, Code::storage_damaged);
}

}  // namespace
}  // namespace baraza::server
