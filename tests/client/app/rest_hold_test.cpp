// SPDX-License-Identifier: Apache-2.0
#include "client/app/rest_hold.h"

#include <gtest/gtest.h>

namespace baraza::app {
namespace {

constexpr Tick at(std::int64_t ms) {
  return Tick{100'000 + ms};
}

TEST(RestHold, WaitsForTheHandToRestAndForFiveSecondsAtMost) {
  RestHold hold;
  EXPECT_TRUE(hold.lets(true, at(0))) << "a screen that was just opened";
  hold.touched(at(100));
  EXPECT_FALSE(hold.lets(true, at(200)));
  EXPECT_EQ(hold.next_change(), at(1100));
  for (std::int64_t ms = 300; ms < 5200; ms += 100) {
    hold.touched(at(ms));
    EXPECT_FALSE(hold.lets(true, at(ms))) << ms;
  }
  hold.touched(at(5200));
  EXPECT_TRUE(hold.lets(true, at(5200)));
  EXPECT_FALSE(hold.next_change());
}

TEST(RestHold, LetsThroughWhatMovesNothingAndForgetsWhatWaited) {
  RestHold hold;
  EXPECT_TRUE(hold.lets(false, at(0)));
  hold.touched(at(100));
  EXPECT_FALSE(hold.lets(true, at(200)));
  EXPECT_TRUE(hold.lets(false, at(300))) << "the person's own";
  EXPECT_FALSE(hold.next_change());
}

}  // namespace
}  // namespace baraza::app
