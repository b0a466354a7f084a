// SPDX-License-Identifier: Apache-2.0
#include "client/core/check_in_draft.h"

#include <gtest/gtest.h>

#include "client/core/views/alarm_view.h"
#include "client/core/views/group_view.h"
#include "shared/op/derive.h"
#include "tests/client/core/world.h"

namespace baraza::client {
namespace {

using model::AnswerState;

class Draft : public testing::Test {
 protected:
  Draft() { draft.language = "sw"; }

  void answer(std::size_t item, std::uint32_t value) {
    draft.answers.at(item) = model::Answer{AnswerState::answered, value};
  }
  void answer_all(std::uint32_t item9) {
    for (std::size_t item = 0; item < 8; ++item) answer(item, 1);
    answer(8, item9);
  }
  Bytes bytes() const { return encode_check_in(draft, *phq9); }
  std::vector<AlarmRow> risks() { return alarm_view(laptop->replica(), world.packs, world.group); }
  std::size_t flags() { return laptop->replica().alarm(world.group).raised.size(); }

  World world;
  Laptop& laptop = world.facilitator;
  model::SessionKey session = world.open_session();
  const content::InstrumentPack* phq9 = world.packs.find_instrument("phq9", 1);
  CheckInDraft draft = begin_check_in(*phq9, world.group, session, world.members[0],
                                      *CheckInId::from(Bytes(16, 'c')));
};

TEST_F(Draft, SurvivesAsItWas) {
  answer(0, 3);
  draft.answers[1] = model::Answer{AnswerState::refused, 0};
  draft.mode = model::AnswerMode::paper;
  draft.supersedes = {*CheckInId::from(Bytes(16, 'd'))};
  draft.at = 9;
  const auto found = decode_check_in(bytes());
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, draft);
  EXPECT_TRUE(found->has_answer());
}

TEST_F(Draft, DamagedBytesAreNoDraftAndRaiseNothing) {
  answer_all(2);
  const Bytes good = bytes();
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_FALSE(decode_check_in(good.substr(0, size))) << size;
    EXPECT_FALSE(draft_needs_flag(good.substr(0, size))) << size;
  }
  EXPECT_FALSE(decode_check_in(good + "x"));
}

TEST_F(Draft, AnOpenAnswerCountsAsNotAsked) {
  answer(0, 2);
  const auto answers = draft.so_far();
  ASSERT_EQ(answers.size(), 9U);
  EXPECT_EQ(answers[0].value, 2U);
  EXPECT_EQ(answers[1].state, AnswerState::not_asked);
}

TEST_F(Draft, OnlyARiskItemAboveZeroNeedsAFlag) {
  EXPECT_FALSE(draft_needs_flag(bytes()));
  for (std::size_t item = 0; item < 8; ++item) answer(item, 3);
  EXPECT_FALSE(draft_needs_flag(bytes()));
  draft.answers[8] = model::Answer{AnswerState::not_asked, 0};
  EXPECT_FALSE(draft_needs_flag(bytes()));
  answer(8, 0);
  EXPECT_FALSE(draft_needs_flag(bytes()));
  answer(8, 1);
  const auto flag = draft_needs_flag(bytes());
  ASSERT_TRUE(flag);
  EXPECT_EQ(flag->group, world.group);
  EXPECT_EQ(flag->member, world.members[0]);
  EXPECT_EQ(flag->session, session.session);
  EXPECT_EQ(flag->check_in, draft.check_in);
}

TEST_F(Draft, DraftsOfOtherKindsNeedNoFlag) {
  EXPECT_FALSE(draft_needs_flag(""));
  EXPECT_FALSE(draft_needs_flag("A note that somebody began to write."));
}

TEST_F(Draft, TheFlagOfADraftThatWasLeftAndItsCheckInAreOneRisk) {
  answer(8, 2);
  world.act(laptop, *draft_needs_flag(bytes()));
  ASSERT_EQ(risks().size(), 1U);
  ASSERT_EQ(risks()[0].evidence.size(), 1U);
  EXPECT_EQ(risks()[0].evidence[0].source, model::AlarmSource::item);
  answer_all(2);
  world.act(laptop, finish_check_in(draft));
  ASSERT_EQ(risks().size(), 1U);
  ASSERT_EQ(risks()[0].evidence.size(), 1U);
  EXPECT_EQ(risks()[0].evidence[0].evidence, evidence_of(draft.check_in));
  EXPECT_EQ(flags(), 1U);
}

TEST_F(Draft, TheFlagIsRaisedOnceHoweverOftenTheDraftIsLeft) {
  answer(8, 1);
  world.act(laptop, *draft_needs_flag(bytes()));
  EXPECT_EQ(world.refusal(laptop, *draft_needs_flag(bytes())), Code::already_exists);
  world.run();
  world.restart(laptop);
  EXPECT_EQ(world.refusal(laptop, *draft_needs_flag(bytes())), Code::already_exists);
  EXPECT_EQ(flags(), 1U);
}

TEST_F(Draft, AnAnswerTakenBackLeavesTheFlagThatWasRaised) {
  answer(8, 3);
  world.act(laptop, *draft_needs_flag(bytes()));
  answer_all(0);
  EXPECT_FALSE(draft_needs_flag(bytes()));
  world.act(laptop, finish_check_in(draft));
  EXPECT_EQ(risks().size(), 1U) << "what was said stays until a supervisor settles it";
}

TEST_F(Draft, DoneRecordsItUnderItsOwnIdAndOnlyOnce) {
  answer_all(1);
  world.act(laptop, finish_check_in(draft));
  const auto view = group_view(laptop->replica(), world.group).value();
  ASSERT_EQ(view.sessions[0].check_ins.size(), 1U);
  EXPECT_EQ(view.sessions[0].check_ins[0].check_in, draft.check_in);
  EXPECT_EQ(flags(), 1U);
  EXPECT_EQ(world.refusal(laptop, finish_check_in(draft)), Code::already_exists);
}

TEST_F(Draft, ACorrectionTakesThePlaceOfTheOneThatWasWrong) {
  answer_all(0);
  world.act(laptop, finish_check_in(draft));
  CheckInDraft correction = draft;
  correction.check_in = *CheckInId::from(Bytes(16, 'e'));
  correction.supersedes = {draft.check_in};
  correction.answers[0] = model::Answer{AnswerState::answered, 3};
  world.act(laptop, finish_check_in(correction));
  const auto view = group_view(laptop->replica(), world.group).value();
  ASSERT_EQ(view.sessions[0].check_ins.size(), 1U);
  EXPECT_EQ(view.sessions[0].check_ins[0].check_in, correction.check_in);
  EXPECT_EQ(view.sessions[0].check_ins[0].answers[0].value, 3U);
}

TEST_F(Draft, AFlagNeedsItsGroupAndItsCheckIn) {
  RaiseItemRisk flag{world.group, world.members[0], session.session, {}};
  EXPECT_EQ(world.refusal(laptop, flag), Code::invalid_argument);
  flag = {id_cast<GroupId>(session.session), world.members[0], session.session, draft.check_in};
  EXPECT_EQ(world.refusal(laptop, flag), Code::not_found);
}

}  // namespace
}  // namespace baraza::client
