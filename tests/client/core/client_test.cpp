// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "client/core/views/alarm_view.h"
#include "client/core/views/group_view.h"
#include "shared/op/derive.h"
#include "tests/client/core/world.h"

namespace baraza::client {
namespace {

class CheckIns : public testing::Test {
 protected:
  std::vector<AlarmRow> alarms(Laptop& of) {
    return alarm_view(of->replica(), world.packs, world.group);
  }
  std::vector<CheckInRow> counted() {
    return group_view(laptop->replica(), world.group).value().sessions.at(0).check_ins;
  }
  CorrectCheckIn correct(std::vector<CheckInId> wrong, std::uint32_t item9) {
    CorrectCheckIn out;
    out.group = world.group;
    out.supersedes = std::move(wrong);
    out.answers = world.check_in(session, item9).answers;
    return out;
  }

  World world;
  Laptop& laptop = world.facilitator;
  Laptop& supervisor = world.supervisor;
  model::SessionKey session = world.open_session();
};

TEST_F(CheckIns, AboveZeroOnItemNineTheFlagIsInTheSameCommitAndIsTheSameEvidence) {
  laptop.disk_works = false;
  world.act(laptop, world.check_in(session, 1));
  ASSERT_EQ(laptop.store->waiting.size(), 1U);
  const auto& commit = std::get<LocalCommit>(laptop.store->waiting[0].commit);
  ASSERT_EQ(commit.runs.size(), 2U);
  EXPECT_EQ(commit.runs[0].kind, StreamKind::alarm) << "the alarm is handed on first";
  EXPECT_EQ(commit.runs[1].kind, StreamKind::main);
  ASSERT_EQ(alarms(laptop).size(), 1U);
  ASSERT_EQ(alarms(laptop)[0].evidence.size(), 1U);
  EXPECT_EQ(alarms(laptop)[0].evidence[0].evidence, evidence_of(counted().at(0).check_in));
  EXPECT_TRUE(alarms(laptop)[0].evidence[0].flagged);
}

TEST_F(CheckIns, AtZeroNothingIsRaised) {
  laptop.disk_works = false;
  world.act(laptop, world.check_in(session, 0));
  EXPECT_EQ(std::get<LocalCommit>(laptop.store->waiting[0].commit).runs.size(), 1U);
  EXPECT_TRUE(alarms(laptop).empty());
}

TEST_F(CheckIns, AFlagIsSavedWithItsCheckInOrNeitherIs) {
  laptop.disk_works = false;
  world.act(laptop, world.check_in(session, 2));
  laptop->on_completion(laptop.store->complete(Code::storage_full));
  EXPECT_TRUE(alarms(laptop).empty());
  EXPECT_TRUE(counted().empty());
}

TEST_F(CheckIns, AnswersHaveToBeThoseOfTheQuestionnaire) {
  auto intent = world.check_in(session, 0);
  intent.answers.pop_back();
  EXPECT_EQ(world.refusal(laptop, intent), Code::invalid_argument);
  intent = world.check_in(session, 4);
  EXPECT_EQ(world.refusal(laptop, intent), Code::invalid_argument);
  intent = world.check_in(session, 0);
  intent.instrument = "none";
  EXPECT_EQ(world.refusal(laptop, intent), Code::not_found);
  intent = world.check_in({session.session, session.date + 1}, 0);
  EXPECT_EQ(world.refusal(laptop, intent), Code::not_found);
  intent = world.check_in(session, 0);
  intent.member = id_cast<MemberId>(world.group);
  EXPECT_EQ(world.refusal(laptop, intent), Code::not_found);
}

TEST_F(CheckIns, ACorrectionToZeroLeavesTheRiskOpen) {
  world.act(laptop, world.check_in(session, 3));
  const CheckInId wrong = counted().at(0).check_in;
  world.act(laptop, correct({wrong}, 0));
  ASSERT_EQ(counted().size(), 1U);
  EXPECT_NE(counted()[0].check_in, wrong);
  EXPECT_EQ(alarms(laptop).size(), 1U);
  EXPECT_EQ(world.refusal(laptop, correct({wrong}, 0)), Code::already_exists);
  EXPECT_EQ(world.refusal(laptop, correct({}, 0)), Code::invalid_argument);
  EXPECT_EQ(world.refusal(laptop, correct({id_cast<CheckInId>(world.group)}, 0)), Code::not_found);
}

TEST_F(CheckIns, ACorrectionToAboveZeroRaises) {
  world.act(laptop, world.check_in(session, 0));
  world.act(laptop, correct({counted().at(0).check_in}, 1));
  EXPECT_EQ(alarms(laptop).size(), 1U);
}

TEST_F(CheckIns, TwoThatCountAreFlaggedUntilOneCorrectionNamesBoth) {
  world.act(laptop, world.check_in(session, 0));
  world.act(laptop, world.check_in(session, 0));
  ASSERT_EQ(counted().size(), 2U);
  EXPECT_TRUE(counted()[0].conflicted);
  world.act(laptop, correct({counted()[0].check_in, counted()[1].check_in}, 0));
  ASSERT_EQ(counted().size(), 1U);
  EXPECT_FALSE(counted()[0].conflicted);
}

TEST_F(CheckIns, OneIsWithdrawnOnce) {
  world.act(laptop, world.check_in(session, 2));
  const WithdrawCheckIn intent{world.group, counted().at(0).check_in, "other member"};
  world.act(laptop, intent);
  EXPECT_TRUE(counted().empty());
  EXPECT_EQ(alarms(laptop).size(), 1U) << "withdrawn check-ins stay evidence";
  EXPECT_EQ(world.refusal(laptop, intent), Code::already_exists);
}

TEST_F(CheckIns, AWorryIsNotSeenUntilASupervisorAcknowledgesIt) {
  world.act(laptop, RaiseWorry{world.group, world.members[0], model::AlarmUrgency::now, {}});
  EXPECT_FALSE(alarms(laptop).at(0).reached);
  world.run();
  AlarmRow row = alarms(laptop).at(0);
  EXPECT_TRUE(row.reached);
  EXPECT_FALSE(row.seen);
  EXPECT_EQ(row.urgency, model::AlarmUrgency::now);
  const AcknowledgeAlarm seen{world.group, row.member, row.shown()};
  EXPECT_EQ(world.refusal(laptop, seen), Code::not_allowed);
  world.act(supervisor, seen);
  world.run();
  row = alarms(laptop).at(0);
  EXPECT_TRUE(row.seen);
  EXPECT_EQ(row.evidence[0].seen.at(0).by, "supervisor");
  EXPECT_EQ(row.evidence[0].seen.at(0).when, world.now.wall);
}

TEST_F(CheckIns, OnesOwnWorryIsNotOnesOwnToAcknowledge) {
  world.act(supervisor, RaiseWorry{world.group, world.members[0], model::AlarmUrgency::now, {}});
  world.run();
  const auto account = supervisor->identity()->account;
  AlarmRow row = alarms(supervisor).at(0);
  EXPECT_TRUE(row.raised_without(account).empty());
  const auto refused =
      supervisor->act(AcknowledgeAlarm{world.group, row.member, row.shown()}, world.now);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::not_allowed);
  EXPECT_EQ(refused.error().detail, "you raised this yourself: somebody else has to see it");
  EXPECT_EQ(supervisor->badge().unsent, 0U) << "nothing was written";

  // What somebody else raised beside it is.
  world.act(laptop, RaiseWorry{world.group, world.members[0], model::AlarmUrgency::today, {}});
  world.run();
  row = alarms(supervisor).at(0);
  ASSERT_EQ(row.shown().size(), 2U);
  const AcknowledgeAlarm both{world.group, row.member, row.shown()};
  EXPECT_EQ(world.refusal(supervisor, both), Code::not_allowed);
  const auto others = row.raised_without(account);
  ASSERT_EQ(others.size(), 1U);
  world.act(supervisor, AcknowledgeAlarm{world.group, row.member, others});
  world.run();
  row = alarms(laptop).at(0);
  EXPECT_FALSE(row.seen) << "of the supervisor's own nobody has said so";
  // That it is over, whoever may say so may say of their own too.
  world.act(supervisor, ResolveRisk{world.group, row.member, row.shown()});
}

TEST_F(CheckIns, WhatThePersonRaisedTooIsNotTheirsToAcknowledge) {
  world.act(laptop, world.check_in(session, 2));
  world.run();
  const AlarmRow row = alarms(laptop).at(0);
  ASSERT_EQ(row.evidence.size(), 1U);
  EXPECT_EQ(row.evidence[0].raised_by, std::vector{laptop->identity()->account})
      << "the check-in and its flag are the same person's";
  EXPECT_EQ(row.raised_without(supervisor->identity()->account), row.shown());
}

TEST_F(CheckIns, EvidenceWrittenElsewhereWhileARiskIsResolvedOfflineKeepsItOpen) {
  world.act(laptop, RaiseWorry{world.group, world.members[0], model::AlarmUrgency::today, {}});
  world.run();
  world.offline(supervisor);
  const AlarmRow before = alarms(supervisor).at(0);
  world.act(supervisor, ResolveRisk{world.group, before.member, before.shown()});
  EXPECT_TRUE(alarms(supervisor).empty());
  world.act(laptop, world.check_in(session, 1));
  world.run();
  world.online(supervisor);
  for (Laptop* each : {&laptop, &supervisor}) {
    ASSERT_EQ(alarms(*each).size(), 1U);
    ASSERT_EQ(alarms(*each)[0].evidence.size(), 1U);
    EXPECT_EQ(alarms(*each)[0].evidence[0].source, model::AlarmSource::item);
  }
}

TEST_F(CheckIns, OnlyEvidenceThatIsOpenIsAcknowledgedOrResolved) {
  world.act(laptop, RaiseWorry{world.group, world.members[0], model::AlarmUrgency::today, {}});
  world.run();
  const auto evidence = alarms(supervisor).at(0).shown();
  EXPECT_EQ(world.refusal(supervisor, ResolveRisk{world.group, world.members[0], {}}),
            Code::invalid_argument);
  EXPECT_EQ(world.refusal(supervisor, ResolveRisk{world.group, world.members[1], evidence}),
            Code::not_found);
  EXPECT_EQ(world.refusal(laptop, ResolveRisk{world.group, world.members[0], evidence}),
            Code::not_allowed);
  world.act(supervisor, ResolveRisk{world.group, world.members[0], evidence});
  EXPECT_EQ(world.refusal(supervisor, ResolveRisk{world.group, world.members[0], evidence}),
            Code::not_found);
}

}  // namespace
}  // namespace baraza::client
