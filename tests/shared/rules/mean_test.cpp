// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/mean.h"

#include <gtest/gtest.h>

#include "tests/shared/rules/packs.h"

namespace baraza::rules {
namespace {

template <class Id>
Id id(std::uint8_t number) {
  Id out;
  out.bytes[0] = number;
  return out;
}

class Mean : public testing::Test {
 protected:
  model::CheckIn check_in(std::uint8_t number, std::uint8_t member, std::string_view given,
                          std::uint8_t session = 1) const {
    model::CheckIn out;
    out.check_in = id<CheckInId>(number);
    out.member = id<MemberId>(member);
    out.session = {id<SessionId>(session), CivilDate{20'000}};
    out.instrument = {pack_.id, pack_.version, pack_.version_hash};
    out.answers = answers(given);
    return out;
  }
  MeasureMean of(const std::vector<model::CheckIn>& check_ins) const {
    return mean_total(pack_, pointers(check_ins));
  }
  static std::vector<const model::CheckIn*> pointers(const std::vector<model::CheckIn>& all) {
    std::vector<const model::CheckIn*> out;
    for (const auto& one : all) out.push_back(&one);
    return out;
  }

  const content::InstrumentPack pack_ = shipped_instrument("phq9.textproto");
};

TEST_F(Mean, IsOverTotals) {
  const MeasureMean mean = of({check_in(1, 1, "111111111"), check_in(2, 2, "222222220")});
  EXPECT_EQ(mean.counted, 2);
  EXPECT_DOUBLE_EQ(*mean.mean, 12.5);
}

TEST_F(Mean, LeavesOutBothOfAConflict) {
  const MeasureMean mean =
      of({check_in(1, 1, "111111111"), check_in(2, 2, "333333333"), check_in(3, 2, "000000000")});
  EXPECT_EQ(mean, (MeasureMean{1, 0, 2, 0, 9.0}));
}

TEST_F(Mean, LeavesOutCheckInsWithoutATotalAndCountsProratedOnes) {
  const MeasureMean mean =
      of({check_in(1, 1, "33333333n"), check_in(2, 2, "nnn333333"), check_in(3, 3, "1111n0000")});
  EXPECT_EQ(mean, (MeasureMean{1, 1, 0, 2, 5.0}));
}

TEST_F(Mean, NeverMixesVersions) {
  std::vector all{check_in(1, 1, "111111111"), check_in(2, 2, "333333333")};
  all[1].instrument.version = 2;
  EXPECT_EQ(of(all), (MeasureMean{1, 0, 0, 0, 9.0}));
}

TEST_F(Mean, OfNothingIsBlank) {
  EXPECT_EQ(of({}), MeasureMean{});
  EXPECT_FALSE(of({check_in(1, 1, "nnnnnnnnn")}).mean);
}

TEST_F(Mean, AConflictIsOneMemberOneSessionOneInstrument) {
  std::vector all{check_in(1, 1, "000000000", 1), check_in(2, 1, "000000000", 2),
                  check_in(3, 2, "000000000", 1), check_in(4, 3, "000000000", 1),
                  check_in(5, 3, "000000000", 1), check_in(6, 1, "000000000", 1),
                  check_in(7, 4, "000000000", 1), check_in(8, 4, "000000000", 1)};
  all[5].instrument.id = "mood10";
  all[4].instrument.version = 2;                  // another version is the same question
  all[7].session.date = all[7].session.date + 1;  // one id opened on two dates shows as two
  EXPECT_EQ(conflicted_check_ins(pointers(all)),
            (std::set<CheckInId>{id<CheckInId>(4), id<CheckInId>(5)}));
}

}  // namespace
}  // namespace baraza::rules
