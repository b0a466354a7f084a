// SPDX-License-Identifier: Apache-2.0
#include "shared/system/zone.h"

#include <gtest/gtest.h>

#include <limits>
#include <thread>
#include <vector>

namespace baraza {
namespace {

constexpr Instant kNoon{1'779'105'600'000};  // 2026-05-18T12:00:00Z

std::string day(Instant at, std::string_view zone) {
  const auto date = civil_date(at, zone);
  return date ? to_text(*date) : date.error().detail;
}

TEST(Zone, KnowsIanaNamesAndNoOthers) {
  EXPECT_TRUE(is_zone("Africa/Kampala"));
  EXPECT_TRUE(is_zone("Asia/Kathmandu"));
  EXPECT_TRUE(is_zone("America/Argentina/Buenos_Aires"));
  EXPECT_FALSE(is_zone(""));
  EXPECT_FALSE(is_zone("Africa"));
  EXPECT_FALSE(is_zone("africa/kampala"));
  EXPECT_FALSE(is_zone("Africa/Kampala "));
  EXPECT_FALSE(is_zone("../../etc/passwd"));
  EXPECT_FALSE(is_zone("Mars/Olympus"));
}

TEST(Zone, TheDayIsTheOneSpokenThere) {
  EXPECT_EQ(day(kNoon, "Africa/Kampala"), "2026-05-18");
  EXPECT_EQ(day(kNoon + hours(9), "Africa/Kampala"), "2026-05-19");  // UTC+3: midnight exactly
  EXPECT_EQ(day(Instant{kNoon.ms + 9 * 3'600'000 - 1}, "Africa/Kampala"), "2026-05-18");
  EXPECT_EQ(day(kNoon + hours(-8), "America/Lima"), "2026-05-17");                 // UTC-5
  EXPECT_EQ(day(kNoon + minutes(12 * 60 - 345), "Asia/Kathmandu"), "2026-05-19");  // UTC+5:45
}

TEST(Zone, SummerTimeMovesMidnight) {
  // Asia/Beirut: UTC+2 in winter, UTC+3 in summer.
  const Instant winter{1'768'514'400'000};  // 2026-01-15T22:00:00Z
  const Instant summer{1'784'149'200'000};  // 2026-07-15T21:00:00Z
  EXPECT_EQ(day(winter, "Asia/Beirut"), "2026-01-16");
  EXPECT_EQ(day(Instant{winter.ms - 1}, "Asia/Beirut"), "2026-01-15");
  EXPECT_EQ(day(summer, "Asia/Beirut"), "2026-07-16");
  EXPECT_EQ(day(Instant{summer.ms - 1}, "Asia/Beirut"), "2026-07-15");
}

TEST(Zone, TimesBefore1970BelongToTheirDay) {
  EXPECT_EQ(day(Instant{-1}, "Etc/UTC"), "1969-12-31");
}

TEST(Zone, AnUnknownZoneIsAnErrorThatNamesIt) {
  const auto date = civil_date(kNoon, "Mars/Olympus");
  ASSERT_FALSE(date);
  EXPECT_EQ(date.error().code, Code::invalid_argument);
  EXPECT_NE(date.error().detail.find("Mars/Olympus"), std::string::npos);
}

TEST(Zone, TellsTheMinuteOfTheDayByTheClocksThere) {
  // 12:00 UTC; Kathmandu is 5 hours and 45 minutes ahead.
  const auto kathmandu = zone_time(Instant{1'767'268'800'000}, "Asia/Kathmandu");
  ASSERT_TRUE(kathmandu);
  EXPECT_EQ(to_text(kathmandu->date), "2026-01-01");
  EXPECT_EQ(kathmandu->minute_of_day, 17 * 60 + 45);
  EXPECT_TRUE(is_zone(own_zone()) || own_zone() == "UTC");
}

TEST(Zone, TimesThatNoCalendarWritesInFourDigitsAreRefused) {
  for (const std::int64_t ms :
       {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(),
        std::int64_t{253'402'300'800'000}, std::int64_t{-62'167'219'200'001}}) {
    const auto date = civil_date(Instant{ms}, "Pacific/Kiritimati");
    ASSERT_FALSE(date) << ms;
    EXPECT_EQ(date.error().code, Code::invalid_argument);
  }
}

TEST(Zone, ManyThreadsMayAskAtOnce) {
  std::vector<std::thread> threads;
  std::vector<std::string> days(4);
  for (std::size_t i = 0; i < days.size(); ++i) {
    threads.emplace_back([&days, i] {
      for (int n = 0; n < 100; ++n) days[i] = day(kNoon, "America/Port-au-Prince");
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& found : days) EXPECT_EQ(found, "2026-05-18");
}

}  // namespace
}  // namespace baraza
