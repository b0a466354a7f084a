// SPDX-License-Identifier: Apache-2.0
#include "client/app/banner_hold.h"

#include <gtest/gtest.h>

namespace baraza::app {
namespace {

constexpr Tick at(std::int64_t ms) {
  return Tick{100'000 + ms};
}

class NothingMovesUnderTheHand : public testing::Test {
 protected:
  // What is shown of a banner with these words at this time.
  std::string shown(const std::string& words, std::int64_t ms) {
    client::ShellModel model;
    model.banner = words;
    hold.settle(model, at(ms));
    return model.banner;
  }

  BannerHold hold;
};

TEST_F(NothingMovesUnderTheHand, ABannerWaitsUntilTheHandRests) {
  EXPECT_EQ(shown("", 0), "");
  hold.touched(at(900));
  EXPECT_EQ(shown("not seen yet", 1000), "");
  EXPECT_EQ(hold.next_change(), at(1900));
  hold.touched(at(1500));
  EXPECT_EQ(shown("not seen yet", 1900), "") << "the pointer moved meanwhile";
  EXPECT_EQ(shown("not seen yet", 2500), "not seen yet");
  EXPECT_FALSE(hold.next_change());
}

TEST_F(NothingMovesUnderTheHand, ABannerWaitsFiveSecondsAtMost) {
  shown("", 0);
  for (std::int64_t ms = 1000; ms < 6000; ms += 200) {
    hold.touched(at(ms));
    EXPECT_EQ(shown("not seen yet", ms), "") << ms;
  }
  hold.touched(at(6000));
  EXPECT_EQ(shown("not seen yet", 6000), "not seen yet");
}

TEST_F(NothingMovesUnderTheHand, ItGoesAsItComes) {
  EXPECT_EQ(shown("not seen yet", 0), "not seen yet");
  hold.touched(at(5000));
  EXPECT_EQ(shown("", 5100), "not seen yet");
  EXPECT_EQ(shown("", 6000), "");
}

TEST_F(NothingMovesUnderTheHand, AtRestAndOnAnotherScreenItIsThereAtOnce) {
  shown("", 0);
  EXPECT_EQ(shown("not seen yet", 3000), "not seen yet") << "nobody touched anything";
  hold.touched(at(4000));
  hold.moved();
  EXPECT_EQ(shown("", 4000), "");
}

TEST_F(NothingMovesUnderTheHand, OtherWordsInItsPlaceMoveNothing) {
  EXPECT_EQ(shown("one", 0), "one");
  hold.touched(at(100));
  EXPECT_EQ(shown("two", 100), "two");
}

}  // namespace
}  // namespace baraza::app
