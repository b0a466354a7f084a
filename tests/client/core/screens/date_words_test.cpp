// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/date_words.h"

#include <gtest/gtest.h>

#include <set>

namespace baraza::client {
namespace {

const text::Catalogue kEnglish = text::Catalogue::english();
const CivilDate kTuesday = *civil_date_from("2026-05-12");

TEST(DateWords, SayDaysAsPeopleDo) {
  EXPECT_EQ(day_words(kEnglish, kTuesday), "Tuesday 12 May");
  EXPECT_EQ(short_day_words(kEnglish, kTuesday), "12 May");
  EXPECT_EQ(weekday_words(kEnglish, kTuesday + 5), "Sunday");
  EXPECT_EQ(day_words(kEnglish, *civil_date_from("2028-02-29")), "Tuesday 29 February");
}

TEST(DateWords, EveryMonthAndWeekdayHasItsName) {
  std::set<std::string> months;
  std::set<std::string> weekdays;
  for (int day = 0; day < 366; ++day) {
    const std::string words = short_day_words(kEnglish, kTuesday + day);
    months.insert(words.substr(words.find(' ')));
    weekdays.insert(weekday_words(kEnglish, kTuesday + day));
  }
  EXPECT_EQ(months.size(), 12U);
  EXPECT_EQ(weekdays.size(), 7U);
}

TEST(DateWords, HoursHaveTwentyFour) {
  EXPECT_EQ(hour_words(0), "00:00");
  EXPECT_EQ(hour_words(8 * 60 + 15), "08:15");
  EXPECT_EQ(hour_words(23 * 60 + 59), "23:59");
}

TEST(DateWords, TheFartherAMomentIsTheCoarserItIsSaid) {
  EXPECT_EQ(when_words(kEnglish, {kTuesday, 495}, kTuesday), "08:15");
  EXPECT_EQ(when_words(kEnglish, {kTuesday, 495}, kTuesday + 1), "Tuesday 08:15");
  EXPECT_EQ(when_words(kEnglish, {kTuesday, 495}, kTuesday + 7), "12 May");
  // A clock that was ahead: no weekday, which would be taken for last week's.
  EXPECT_EQ(when_words(kEnglish, {kTuesday, 495}, kTuesday + (-2)), "12 May");
}

TEST(DateWords, DistancesCountDays) {
  EXPECT_EQ(distance_words(kEnglish, kTuesday, kTuesday), "today");
  EXPECT_EQ(distance_words(kEnglish, kTuesday + 1, kTuesday), "tomorrow");
  EXPECT_EQ(distance_words(kEnglish, kTuesday + 5, kTuesday), "in 5 days");
  EXPECT_EQ(distance_words(kEnglish, kTuesday + (-1), kTuesday), "yesterday");
  EXPECT_EQ(distance_words(kEnglish, kTuesday + (-9), kTuesday), "9 days ago");
}

}  // namespace
}  // namespace baraza::client
