// SPDX-License-Identifier: Apache-2.0
#include "client/app/risk_drafts.h"

#include <gtest/gtest.h>

#include "shared/content/library.h"
#include "shared/op/derive.h"

namespace baraza::app {
namespace {

class RiskDraftsTest : public testing::Test {
 protected:
  RiskDraftsTest()
      : packs_(*content::PackLibrary::from(content::shipped_packs(), pack_hash)),
        pack_(*packs_.find_instrument("phq9", 1)) {
    draft_ =
        client::begin_check_in(pack_, {}, {}, {}, *CheckInId::from(Bytes(CheckInId::size, 'c')));
  }
  // With this answer to the item of risk; empty: it is still open.
  Bytes with_answer(std::optional<std::uint32_t> value) {
    auto& answer = draft_.answers.at(pack_.risk_item->index);
    answer.reset();
    if (value) answer = model::Answer{model::AnswerState::answered, *value};
    return client::encode_check_in(draft_, pack_);
  }

  content::PackLibrary packs_;
  const content::InstrumentPack& pack_;
  client::CheckInDraft draft_;
  RiskDrafts risks_;
};

TEST_F(RiskDraftsTest, AnAnswerAboveZeroWaitsAMinuteAndNotLonger) {
  risks_.note("a", with_answer(1), Tick{1000});
  EXPECT_EQ(risks_.next(), Tick{1000} + client::risk_draft_wait);
  EXPECT_TRUE(risks_.due(Tick{1000} + client::risk_draft_wait + milliseconds(-1)).empty());
  ASSERT_EQ(risks_.due(Tick{1000} + client::risk_draft_wait).size(), 1U);
  EXPECT_TRUE(risks_.due(Tick{1000} + minutes(10)).empty()) << "once";
  EXPECT_EQ(risks_.next(), std::nullopt);
}

TEST_F(RiskDraftsTest, OtherAnswersDoNotBeginTheWaitAnew) {
  risks_.note("a", with_answer(1), Tick{0});
  risks_.note("a", with_answer(2), Tick{50'000});
  EXPECT_EQ(risks_.due(Tick{60'000}).size(), 1U);
}

TEST_F(RiskDraftsTest, WhatIsLeftIsFlaggedAtOnce) {
  risks_.note("a", with_answer(3), Tick{0});
  ASSERT_EQ(risks_.left().size(), 1U);
  EXPECT_TRUE(risks_.left().empty()) << "once";
  EXPECT_TRUE(risks_.due(Tick{600'000}).empty());
}

TEST_F(RiskDraftsTest, NoRiskNoFlag) {
  risks_.note("a", with_answer(0), Tick{0});
  risks_.note("b", with_answer(std::nullopt), Tick{0});
  risks_.note("note/x", "a note that is being written", Tick{0});
  EXPECT_TRUE(risks_.left().empty());
}

TEST_F(RiskDraftsTest, AnAnswerThatWasCorrectedInTimeRaisesNothing) {
  risks_.note("a", with_answer(1), Tick{0});
  risks_.note("a", with_answer(0), Tick{5000});
  EXPECT_TRUE(risks_.due(Tick{120'000}).empty());
  EXPECT_TRUE(risks_.left().empty());
}

TEST_F(RiskDraftsTest, AFlagThatCouldNotBeWrittenIsDueAgain) {
  risks_.note("a", with_answer(1), Tick{0});
  const auto flags = risks_.left();
  ASSERT_EQ(flags.size(), 1U);
  risks_.failed(flags[0], Tick{1000});
  EXPECT_TRUE(risks_.due(Tick{2000}).empty());
  EXPECT_EQ(risks_.due(Tick{1000} + client::risk_draft_wait).size(), 1U);
}

}  // namespace
}  // namespace baraza::app
