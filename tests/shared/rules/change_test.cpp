// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/change.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/shared/rules/packs.h"

namespace baraza::rules {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> found(std::string_view pack, const std::vector<int>& totals) {
  std::vector<std::string> out;
  const auto instrument = shipped_instrument(pack);
  for (const ChangeFound& each : changes(instrument, totals)) {
    out.push_back(each.rule + " from " + std::to_string(each.from));
  }
  return out;
}

TEST(Change, NeedsTwoTotals) {
  EXPECT_THAT(found("phq9.textproto", {}), IsEmpty());
  EXPECT_THAT(found("phq9.textproto", {3}), IsEmpty());
}

TEST(Change, ResponseIsHalfOfTheFirst) {
  EXPECT_THAT(found("phq9.textproto", {18, 14, 10}),
              ElementsAre("meaningful from 18", "reliable from 18"));
  EXPECT_THAT(found("phq9.textproto", {18, 14, 9}),
              ElementsAre("response from 18", "clinically_significant from 18",
                          "meaningful from 18", "reliable from 18"));
  // An odd total: half of 17 is 8.5, so nine isn't half.
  EXPECT_THAT(found("phq9.textproto", {17, 9}),
              ElementsAre("meaningful from 17", "reliable from 17"));
}

TEST(Change, RemissionIsBelowFiveWhateverItWasBefore) {
  EXPECT_THAT(found("phq9.textproto", {6, 4}), ElementsAre("remission from 6"));
  EXPECT_THAT(found("phq9.textproto", {6, 5}), IsEmpty());
}

TEST(Change, FivePointsAreMeaningfulAndSixReliable) {
  EXPECT_THAT(found("phq9.textproto", {20, 16}), IsEmpty());
  EXPECT_THAT(found("phq9.textproto", {20, 15}), ElementsAre("meaningful from 20"));
  EXPECT_THAT(found("phq9.textproto", {20, 14}),
              ElementsAre("meaningful from 20", "reliable from 20"));
}

TEST(Change, DeteriorationIsFromTheLastOrTheBest) {
  // From the last.
  EXPECT_THAT(found("phq9.textproto", {20, 12, 17}), ElementsAre("deterioration from 12"));
  // Step by step, so that no single week shows it: from the best.
  EXPECT_THAT(found("phq9.textproto", {20, 12, 15, 17}), ElementsAre("deterioration from 12"));
  EXPECT_THAT(found("phq9.textproto", {20, 12, 16}), IsEmpty());
  // Worse than the best, and still better than the first: both are said.
  EXPECT_THAT(found("phq9.textproto", {26, 10, 20}),
              ElementsAre("meaningful from 26", "reliable from 26", "deterioration from 10"));
}

TEST(Change, GoesByTheDirectionOfTheInstrument) {
  EXPECT_THAT(found("who5.textproto", {20, 32}), ElementsAre("meaningful from 20"));
  EXPECT_THAT(found("who5.textproto", {20, 52}),
              ElementsAre("meaningful from 20", "remission from 20"));
  EXPECT_THAT(found("who5.textproto", {40, 28}), ElementsAre("deterioration from 40"));
  EXPECT_THAT(found("who5.textproto", {20, 40, 28}), Contains("deterioration from 40"));
}

TEST(Change, WhoHasNothingToLoseHasLostNothing) {
  EXPECT_THAT(found("phq9.textproto", {0, 0}), ElementsAre("remission from 0"));
}

TEST(Change, AnInstrumentWithoutRulesNamesNoChange) {
  EXPECT_THAT(found("phq2.textproto", {6, 0}), IsEmpty());
}

}  // namespace
}  // namespace baraza::rules
