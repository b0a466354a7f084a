// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/score.h"

#include <gtest/gtest.h>

#include "tests/shared/rules/packs.h"

namespace baraza::rules {
namespace {

// Four items of 1 to 3, higher is better, no risk item; prorated from two.
content::InstrumentPack from_one() {
  return instrument_from("from_one", R"(instrument {
    id: "from_one" version: 1 title: "x" licence_note: "x" recall_days: 1
    direction: SCORE_DIRECTION_HIGHER_IS_BETTER
    items { id: "1" label: "a" } items { id: "2" label: "b" }
    items { id: "3" label: "c" } items { id: "4" label: "d" }
    answers { value: 1 label: "no" } answers { value: 2 label: "so" } answers { value: 3 label: "yes" }
    bands { id: "low" label: "low" low: 4 high: 7 } bands { id: "high" label: "high" low: 8 high: 12 }
    prorating { min_answered: 2 rounding: ROUNDING_HALF_UP } })");
}

TEST(QuickMood, IsItsOneAnswer) {
  const auto pack = shipped_instrument("mood10.textproto");
  for (std::uint32_t value = 0; value <= 10; ++value) {
    const std::vector given{answered(value)};
    const Score scored = score(pack, given);
    EXPECT_EQ(scored.total, static_cast<int>(value));
    EXPECT_FALSE(scored.band);
    EXPECT_FALSE(scored.straddles);
    EXPECT_EQ(scored.risk_item, RiskItemStatus::no_risk_item);
    EXPECT_FALSE(needs_risk_flag(pack, given));
    EXPECT_TRUE(check_answers(pack, given));
  }
}

TEST(QuickMood, RefusedIsNoNumber) {
  const auto pack = shipped_instrument("mood10.textproto");
  const Score scored = score(pack, answers("r"));
  EXPECT_FALSE(scored.total);
  EXPECT_EQ(scored.possible, (ScoreRange{0, 10}));
  EXPECT_TRUE(scored.readable);
}

TEST(QuickMood, ElevenIsNoAnswer) {
  const auto pack = shipped_instrument("mood10.textproto");
  const std::vector given{answered(11)};
  EXPECT_FALSE(score(pack, given).readable);
  EXPECT_FALSE(score(pack, given).total);
  EXPECT_FALSE(check_answers(pack, given));
}

TEST(Score, ProratesAnswersThatDoNotStartAtZero) {
  const auto pack = from_one();
  const Score scored = score(pack, answers("12nn"));
  EXPECT_EQ(scored.total, 6);
  EXPECT_TRUE(scored.prorated);
  EXPECT_EQ(scored.possible, (ScoreRange{5, 9}));
  EXPECT_TRUE(scored.straddles);
  EXPECT_EQ(scored.band, 0u);
  EXPECT_FALSE(score(pack, answers("3nnn")).total);
}

TEST(Score, WithoutProratingEveryAnswerIsNeeded) {
  auto pack = from_one();
  pack.prorating.reset();
  EXPECT_FALSE(score(pack, answers("333n")).total);
  EXPECT_EQ(score(pack, answers("3333")).total, 12);
}

TEST(Score, AValueOfNoAnswerMakesNoTotal) {
  const auto pack = from_one();
  const Score scored = score(pack, answers("3330"));
  EXPECT_FALSE(scored.readable);
  EXPECT_FALSE(scored.total);
  EXPECT_FALSE(scored.band);
  EXPECT_EQ(scored.sum, 9);
  EXPECT_EQ(scored.missing, 1);
}

TEST(Score, ItemsBehindTheEndOfTheListWereNotAsked) {
  const auto pack = shipped_instrument("phq9.textproto");
  const Score scored = score(pack, answers("1111"));
  EXPECT_TRUE(scored.readable);
  EXPECT_EQ(scored.missing, 5);
  EXPECT_EQ(scored.risk_item, RiskItemStatus::not_asked);
  EXPECT_FALSE(scored.total);
}

TEST(Score, MoreAnswersThanItemsMakeNoTotal) {
  const auto pack = shipped_instrument("phq9.textproto");
  const Score scored = score(pack, answers("1111111111"));
  EXPECT_FALSE(scored.readable);
  EXPECT_FALSE(scored.total);
  EXPECT_EQ(scored.risk_item, RiskItemStatus::above);
}

TEST(Score, ARiskThresholdAboveZeroHolds) {
  auto pack = from_one();
  pack.risk_item = content::RiskItem{1, 2};
  EXPECT_EQ(score(pack, answers("1211")).risk_item, RiskItemStatus::not_above);
  EXPECT_EQ(score(pack, answers("1311")).risk_item, RiskItemStatus::above);
  EXPECT_EQ(score(pack, answers("1011")).risk_item, RiskItemStatus::unreadable);
  EXPECT_FALSE(score(pack, answers("1n11")).total);
  EXPECT_EQ(score(pack, answers("n211")).total, 5);
}

TEST(Score, Who5IsTheSumTimesFour) {
  const auto pack = shipped_instrument("who5.textproto");
  EXPECT_EQ(score(pack, answers("55555")).total, 100);
  const Score low = score(pack, answers("12121"));
  EXPECT_EQ(low.total, 28);
  EXPECT_EQ(low.band, 0u);
  EXPECT_EQ(score(pack, answers("12122")).band, 1u);
  const Score missing = score(pack, answers("1212n"));
  EXPECT_FALSE(missing.total);
  EXPECT_EQ(missing.possible, (ScoreRange{24, 44}));
}

TEST(Score, EpdsCountsItsReversedItemsTheOtherWayRound) {
  const auto pack = shipped_instrument("epds.textproto");
  // All first answers: 1, 2 and 4 count nothing, the seven others three each.
  EXPECT_EQ(score(pack, answers("0000000000")).total, 21);
  EXPECT_EQ(score(pack, answers("3333333333")).total, 9);
  EXPECT_EQ(score(pack, answers("0030333333")).total, 0);
}

TEST(Score, AReversedRiskItemRaisesByWhatItScores) {
  const auto pack = shipped_instrument("epds.textproto");
  EXPECT_FALSE(needs_risk_flag(pack, answers("0030333333")));
  EXPECT_TRUE(needs_risk_flag(pack, answers("0030333332")));
  EXPECT_TRUE(needs_risk_flag(pack, answers("0030333330")));
  // A value that it doesn't have may be a cry for help, whichever way it counts.
  EXPECT_TRUE(needs_risk_flag(pack, answers("0030333337")));
  EXPECT_FALSE(needs_risk_flag(pack, answers("003033333n")));
}

TEST(CheckAnswers, NamesTheItemAndNeverTheAnswer) {
  const auto pack = shipped_instrument("phq9.textproto");
  EXPECT_TRUE(check_answers(pack, answers("0123rnas0")));
  const auto wrong = check_answers(pack, answers("000000400"));
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error(), (Error{Code::invalid_argument, "item 7 of phq9 has no such answer"}));
  const auto few = check_answers(pack, answers("00000000"));
  ASSERT_FALSE(few);
  EXPECT_EQ(few.error(), (Error{Code::invalid_argument, "phq9 has 9 items, not 8"}));
}

TEST(RiskItemStatus, HasNamesForExports) {
  EXPECT_EQ(risk_item_status_name(RiskItemStatus::above), "above");
  EXPECT_EQ(risk_item_status_name(RiskItemStatus::not_above), "not_above");
  EXPECT_EQ(risk_item_status_name(RiskItemStatus::not_asked), "not_asked");
  EXPECT_EQ(risk_item_status_name(RiskItemStatus::unreadable), "unreadable");
}

}  // namespace
}  // namespace baraza::rules
