// SPDX-License-Identifier: Apache-2.0
#include "shared/base/time.h"

#include <gtest/gtest.h>

namespace baraza {
namespace {

TEST(CivilDate, EveryDayIsReadAsItIsWritten) {
  for (std::int32_t days = -25'567; days <= 84'370; ++days) {  // 1900 to 2200
    const CivilDate date{days};
    ASSERT_EQ(civil_date_from(to_text(date)), date) << days;
  }
}

TEST(CivilDate, KnownDays) {
  EXPECT_EQ(to_text(CivilDate{0}), "1970-01-01");
  EXPECT_EQ(to_text(CivilDate{-25'567}), "1900-01-01");
  EXPECT_EQ(to_text(CivilDate{84'370}), "2200-12-31");
  EXPECT_EQ(*civil_date_from("2024-03-01") - *civil_date_from("2024-02-28"), 2);
  EXPECT_EQ(*civil_date_from("2100-03-01") - *civil_date_from("2100-02-28"), 1);
  EXPECT_EQ(to_text(*civil_date_from("2026-12-28") + 7), "2027-01-04");
}

TEST(CivilDate, WhatIsNoDayIsRefused) {
  for (const std::string_view text :
       {"", "2026-11-3", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-04-31",
        "2026/04/30", "26-04-30", "2026-04-30 ", "-026-04-30", "2026-+4-30", "20a6-04-30"}) {
    EXPECT_FALSE(civil_date_from(text).has_value()) << text;
  }
}

TEST(Instant, IsWrittenInUtcWithMilliseconds) {
  EXPECT_EQ(to_text(Instant{0}), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(to_text(Instant{1'795'413'600'123}), "2026-11-23T06:00:00.123Z");
  EXPECT_EQ(to_text(Instant{-1}), "1969-12-31T23:59:59.999Z");
}

TEST(Durations, AddToInstantsAndTicks) {
  EXPECT_EQ(minutes(2), seconds(120));
  EXPECT_EQ(hours(1), minutes(60));
  EXPECT_EQ(Instant{5} + milliseconds(7), Instant{12});
  EXPECT_EQ(Tick{20} - Tick{5}, milliseconds(15));
}

}  // namespace
}  // namespace baraza
