// SPDX-License-Identifier: Apache-2.0
// PHQ-9 against a second reckoning that shares nothing with the first but the rules on paper.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>

#include "shared/rules/score.h"
#include "tests/shared/rules/packs.h"

namespace baraza::rules {
namespace {

using model::Answer;

std::string paper_band(int total) {
  if (total < 5) return "minimal";
  if (total < 10) return "mild";
  if (total < 15) return "moderate";
  if (total < 20) return "moderately_severe";
  return "severe";
}

class Phq9 : public testing::Test {
 protected:
  std::string band_name(const std::optional<std::size_t>& band) const {
    return band ? pack_.bands.at(*band).id : "none";
  }
  Score of(std::string_view text) const { return score(pack_, answers(text)); }

  const content::InstrumentPack pack_ = shipped_instrument("phq9.textproto");
};

TEST_F(Phq9, EveryCompleteSetOfAnswersScoresAsOnPaper) {
  std::array<Answer, 9> given;
  int sets = 0;
  for (int code = 0; code < 262'144; ++code) {
    int rest = code;
    int sum = 0;
    for (Answer& answer : given) {
      answer = answered(static_cast<std::uint32_t>(rest % 4));
      sum += rest % 4;
      rest /= 4;
    }
    const Score scored = score(pack_, given);
    const bool same = scored.total == sum && !scored.prorated && scored.sum == sum &&
                      scored.answered == 9 && scored.missing == 0 &&
                      scored.possible == ScoreRange{sum, sum} && !scored.straddles &&
                      scored.readable && band_name(scored.band) == paper_band(sum) &&
                      scored.lowest_band == scored.band && scored.highest_band == scored.band &&
                      (scored.risk_item == RiskItemStatus::above) == (given[8].value > 0) &&
                      (scored.risk_item == RiskItemStatus::not_above) == (given[8].value == 0) &&
                      needs_risk_flag(pack_, given) == (given[8].value > 0);
    ASSERT_TRUE(same) << "answer set " << code;
    ++sets;
  }
  EXPECT_EQ(sets, 262'144);
}

TEST_F(Phq9, EveryPatternOfMissingAnswersScoresAsOnPaper) {
  const std::array<std::string, 8> sets{"000000000", "333333333", "111111111", "222222220",
                                        "012301230", "320032103", "300000001", "133333332"};
  const std::array<Answer, 4> reasons{refused, not_asked, not_applicable, skipped};
  int totals = 0;
  int blanks = 0;
  for (const std::string& set : sets) {
    for (int pattern = 0; pattern < 512; ++pattern) {
      for (std::size_t reason = 0; reason < reasons.size() + 1; ++reason) {
        std::vector<Answer> given = answers(set);
        double sum = 0;
        int count = 0;
        for (std::size_t item = 0; item < 9; ++item) {
          if ((pattern & (1 << item)) != 0) {
            // The last round gives each missing item a reason of its own.
            given[item] = reason < reasons.size() ? reasons[reason] : reasons[item % 4];
          } else {
            sum += given[item].value;
            ++count;
          }
        }
        const bool item_nine = (pattern & 256) == 0;
        const bool has_total = count == 9 || (count >= 7 && item_nine);
        const Score scored = score(pack_, given);
        SCOPED_TRACE(set + " without pattern " + std::to_string(pattern));
        ASSERT_EQ(scored.total.has_value(), has_total);
        if (has_total) {
          ASSERT_EQ(*scored.total, std::floor(sum * 9.0 / count + 0.5));
          ASSERT_EQ(band_name(scored.band), paper_band(*scored.total));
          ASSERT_GE(*scored.total, scored.possible.low);
          ASSERT_LE(*scored.total, scored.possible.high);
        } else {
          ASSERT_FALSE(scored.band);
        }
        ASSERT_EQ(scored.prorated, has_total && count < 9);
        ASSERT_EQ(scored.answered, count);
        ASSERT_EQ(scored.missing, 9 - count);
        ASSERT_EQ(scored.sum, sum);
        ASSERT_EQ(scored.possible.low, sum);
        ASSERT_EQ(scored.possible.high, sum + 3 * (9 - count));
        ASSERT_EQ(scored.straddles,
                  paper_band(scored.possible.low) != paper_band(scored.possible.high));
        ASSERT_EQ(needs_risk_flag(pack_, given), item_nine && set[8] != '0');
        ++(has_total ? totals : blanks);
      }
    }
  }
  // Without any two of the first eight, at most: 1 + 8 + 28 patterns of 512.
  EXPECT_EQ(totals, 8 * 5 * 37);
  EXPECT_EQ(blanks, 8 * 5 * (512 - 37));
}

TEST_F(Phq9, BandsChangeAtTheirEdges) {
  EXPECT_EQ(band_name(of("111100000").band), "minimal");
  EXPECT_EQ(band_name(of("111110000").band), "mild");
  EXPECT_EQ(band_name(of("111111111").band), "mild");
  EXPECT_EQ(band_name(of("211111111").band), "moderate");
  EXPECT_EQ(band_name(of("333320000").band), "moderate");
  EXPECT_EQ(band_name(of("333330000").band), "moderately_severe");
  EXPECT_EQ(band_name(of("333333100").band), "moderately_severe");
  EXPECT_EQ(band_name(of("333333200").band), "severe");
  EXPECT_EQ(band_name(of("333333333").band), "severe");
  EXPECT_FALSE(band_of(pack_, 28));
  EXPECT_FALSE(band_of(pack_, -1));
}

TEST_F(Phq9, ProratingRoundsAHalfUp) {
  // Of eight answers: 4 * 9 / 8 = 4.5.
  EXPECT_EQ(of("1111n0000").total, 5);
  EXPECT_EQ(band_name(of("1111n0000").band), "mild");
  EXPECT_EQ(of("3333n0000").total, 14);  // 13.5
  EXPECT_EQ(of("1110n0000").total, 3);   // 3.375
  EXPECT_EQ(of("1111n1000").total, 6);   // 5.625
  EXPECT_EQ(of("3333n3333").total, 27);  // nothing beyond the highest total
  // Of seven, where no half can come about: 3 * 9 / 7 = 3.86, 5 * 9 / 7 = 6.43.
  EXPECT_EQ(of("111rs0000").total, 4);
  EXPECT_EQ(of("311rs0000").total, 6);
  EXPECT_TRUE(of("311rs0000").prorated);
}

TEST_F(Phq9, SixAnswersAreTooFew) {
  const Score scored = of("333nnn333");
  EXPECT_FALSE(scored.total);
  EXPECT_FALSE(scored.band);
  EXPECT_FALSE(scored.prorated);
  EXPECT_EQ(scored.possible, (ScoreRange{18, 27}));
  EXPECT_TRUE(scored.straddles);
}

TEST_F(Phq9, ItemNineIsNeverFilledIn) {
  const Score scored = of("33333333n");
  EXPECT_EQ(scored.answered, 8);
  EXPECT_FALSE(scored.total);
  EXPECT_FALSE(scored.prorated);
  EXPECT_EQ(scored.risk_item, RiskItemStatus::not_asked);
  EXPECT_EQ(scored.possible, (ScoreRange{24, 27}));
  // The band is certain all the same.
  EXPECT_FALSE(scored.straddles);
  EXPECT_EQ(band_name(scored.lowest_band), "severe");
  // No total pretends that a missing item 9 is a zero either.
  EXPECT_FALSE(of("00000000r").total);
}

TEST_F(Phq9, WhyItemNineIsMissingIsKept) {
  EXPECT_EQ(of("00000000r").risk_item, RiskItemStatus::refused);
  EXPECT_EQ(of("00000000n").risk_item, RiskItemStatus::not_asked);
  EXPECT_EQ(of("00000000a").risk_item, RiskItemStatus::not_applicable);
  EXPECT_EQ(of("00000000s").risk_item, RiskItemStatus::skipped);
  EXPECT_EQ(of("000000000").risk_item, RiskItemStatus::not_above);
  EXPECT_EQ(of("000000001").risk_item, RiskItemStatus::above);
}

TEST_F(Phq9, AnyAnswerAboveZeroOnItemNineRaisesWhateverElseIsMissing) {
  EXPECT_TRUE(needs_risk_flag(pack_, answers("nnnnnnnn1")));
  EXPECT_TRUE(needs_risk_flag(pack_, answers("rrrrrrrr3")));
  EXPECT_FALSE(needs_risk_flag(pack_, answers("333333330")));
  EXPECT_FALSE(needs_risk_flag(pack_, answers("33333333n")));
  // A value of no answer known here still raises, though nothing else is made of it.
  EXPECT_TRUE(needs_risk_flag(pack_, answers("000000007")));
}

TEST_F(Phq9, TheRangeOfAnUnfinishedSetIsWhatTheMissingAnswersLeaveOpen) {
  // 12 so far, two open: 12 to 18, over the edge between 14 and 15.
  const Score scored = of("2232r111n");
  EXPECT_EQ(scored.sum, 12);
  EXPECT_EQ(scored.possible, (ScoreRange{12, 18}));
  EXPECT_TRUE(scored.straddles);
  EXPECT_EQ(band_name(scored.lowest_band), "moderate");
  EXPECT_EQ(band_name(scored.highest_band), "moderately_severe");
}

TEST_F(Phq9, NothingAnsweredIsNotZero) {
  const Score scored = of("nnnnnnnnn");
  EXPECT_FALSE(scored.total);
  EXPECT_EQ(scored.possible, (ScoreRange{0, 27}));
}

}  // namespace
}  // namespace baraza::rules
