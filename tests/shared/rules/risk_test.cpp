// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/risk.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "shared/model/make.h"
#include "tests/shared/model/author.h"
#include "tests/shared/rules/packs.h"

namespace baraza::rules {
namespace {

template <class Id>
Id id_of(std::uint8_t number) {
  Id out;
  out.bytes.fill(number);
  return out;
}

// Laptops, by the number of their writer.
constexpr std::uint8_t facilitator = 1;
constexpr std::uint8_t supervisor = 2;
constexpr std::uint8_t supervisors_other = 3;  // of the supervisor too
constexpr std::uint8_t second_supervisor = 4;

AccountId person_of(const WriterId& writer) {
  if (writer == id_of<WriterId>(supervisors_other)) return id_of<AccountId>(supervisor);
  return id_of<AccountId>(writer.bytes[0]);
}

// Two streams of a group, filled by hand.
struct Group {
  model::AlarmState alarm;
  model::MainState main;
  content::PackLibrary packs =
      content::PackLibrary::from(content::shipped_packs(), pack_hash).value();
  OpNumber number = 0;

  template <class T>
  void add(model::Facts<T>& facts, T value, std::uint8_t writer = facilitator) {
    const OpRef ref{{id_of<WriterId>(writer), ++number},
                    id_of<Hash>(static_cast<std::uint8_t>(number))};
    facts.emplace(ref, model::Write<T>{ref, number, {static_cast<std::int64_t>(number)}, value});
  }
  model::CheckIn check_in(std::uint8_t id, std::string_view answers_text) {
    model::CheckIn out;
    out.check_in = id_of<CheckInId>(id);
    out.member = member;
    out.instrument = {"phq9", 1, {}};
    out.answers = answers(answers_text);
    return out;
  }
  void flag(const model::CheckIn& of) {
    add(alarm.raised, model::Alarm{model::evidence_of(of),
                                   member,
                                   model::AlarmSource::item,
                                   model::AlarmUrgency::today,
                                   of.check_in,
                                   {}});
  }
  void worry(std::uint8_t evidence, model::AlarmUrgency urgency = model::AlarmUrgency::today) {
    add(alarm.raised,
        model::Alarm{
            id_of<EvidenceId>(evidence), member, model::AlarmSource::worry, urgency, {}, {}});
  }
  void acknowledge(std::vector<EvidenceId> evidence, std::uint8_t writer = supervisor) {
    add(alarm.acknowledged, model::EvidenceSet{member, std::move(evidence)}, writer);
  }
  void resolve(std::vector<EvidenceId> evidence) {
    add(alarm.resolved, model::EvidenceSet{member, std::move(evidence)});
  }
  std::vector<OpenRisk> open() const { return open_risks(alarm, main, packs); }

  MemberId member = id_of<MemberId>(7);
};

TEST(OpenRisk, ACheckInAboveZeroWithoutAFlagIsOneAllTheSame) {
  Group group;
  const auto check_in = group.check_in(1, "000000001");
  group.add(group.main.check_ins, check_in);
  ASSERT_EQ(group.open().size(), 1U);
  EXPECT_EQ(group.open()[0].evidence.at(0).evidence, model::evidence_of(check_in));
  EXPECT_FALSE(group.open()[0].evidence[0].flagged);
}

TEST(OpenRisk, AFlagAndItsCheckInAreOnePieceOfEvidence) {
  Group group;
  const auto check_in = group.check_in(1, "000000003");
  group.add(group.main.check_ins, check_in);
  group.flag(check_in);
  ASSERT_EQ(group.open().size(), 1U);
  ASSERT_EQ(group.open()[0].evidence.size(), 1U);
  EXPECT_TRUE(group.open()[0].evidence[0].flagged);
}

TEST(OpenRisk, AFlagWithoutItsCheckInIsOne) {
  Group group;
  group.flag(group.check_in(1, "000000003"));
  EXPECT_EQ(group.open().size(), 1U);
}

TEST(OpenRisk, AtZeroOrUnansweredIsNone) {
  Group group;
  group.add(group.main.check_ins, group.check_in(1, "333333330"));
  group.add(group.main.check_ins, group.check_in(2, "00000000n"));
  EXPECT_TRUE(group.open().empty());
}

TEST(OpenRisk, SupersededAndWithdrawnCheckInsStayEvidence) {
  Group group;
  group.add(group.main.check_ins, group.check_in(1, "000000001"));
  auto correction = group.check_in(2, "000000000");
  correction.supersedes = {id_of<CheckInId>(1)};
  group.add(group.main.check_ins, correction);
  group.add(group.main.check_ins, group.check_in(3, "000000002"));
  group.add(group.main.withdrawals, model::CheckInWithdrawal{id_of<CheckInId>(3), ""});
  ASSERT_EQ(group.open().size(), 1U);
  EXPECT_EQ(group.open()[0].evidence.size(), 2U);
}

TEST(OpenRisk, AResolutionClosesOnlyTheEvidenceThatItNames) {
  Group group;
  group.worry(1);
  group.worry(2);
  group.resolve({id_of<EvidenceId>(1)});
  ASSERT_EQ(group.open().size(), 1U);
  ASSERT_EQ(group.open()[0].evidence.size(), 1U);
  EXPECT_EQ(group.open()[0].evidence[0].evidence, id_of<EvidenceId>(2));
  group.resolve({id_of<EvidenceId>(2)});
  EXPECT_TRUE(group.open().empty());
}

TEST(OpenRisk, AResolutionThatCameBeforeItsEvidenceClosesIt) {
  Group group;
  group.resolve({id_of<EvidenceId>(1)});
  group.worry(1);
  EXPECT_TRUE(group.open().empty());
}

TEST(OpenRisk, AnotherMembersResolutionClosesNothing) {
  Group group;
  group.worry(1);
  group.add(group.alarm.resolved, model::EvidenceSet{id_of<MemberId>(8), {id_of<EvidenceId>(1)}});
  EXPECT_EQ(group.open().size(), 1U);
}

TEST(OpenRisk, IsSeenOnlyWhenEveryPieceOfEvidenceWas) {
  Group group;
  group.worry(1);
  group.worry(2, model::AlarmUrgency::now);
  EXPECT_EQ(group.open().at(0).urgency(), model::AlarmUrgency::now);
  group.acknowledge({id_of<EvidenceId>(1)});
  EXPECT_FALSE(group.open().at(0).seen());
  group.acknowledge({id_of<EvidenceId>(2)});
  EXPECT_TRUE(group.open().at(0).seen());
  group.worry(3);
  EXPECT_FALSE(group.open().at(0).seen()) << "new evidence wants to be seen anew";
}

TEST(OpenRisk, AnAcknowledgementByWhoRaisedItIsNone) {
  Group group;
  group.worry(1);
  group.acknowledge({id_of<EvidenceId>(1)}, facilitator);
  EXPECT_FALSE(group.open().at(0).seen());
  group.acknowledge({id_of<EvidenceId>(1)}, supervisor);
  ASSERT_TRUE(group.open().at(0).seen());
  EXPECT_EQ(group.open()[0].evidence[0].seen.size(), 1U);
}

TEST(OpenRisk, AnAcknowledgementByWhoWroteTheCheckInIsNone) {
  Group group;
  const auto check_in = group.check_in(1, "000000003");
  group.add(group.main.check_ins, check_in, supervisor);
  group.flag(check_in);  // said by the facilitator's laptop
  EXPECT_EQ(group.open().at(0).evidence[0].raised_by.size(), 2U);
  group.acknowledge({model::evidence_of(check_in)}, supervisor);
  EXPECT_FALSE(group.open().at(0).seen());
  group.acknowledge({model::evidence_of(check_in)}, second_supervisor);
  EXPECT_TRUE(group.open().at(0).seen());
}

TEST(OpenRisk, AnAcknowledgementByWhoRaisedItOnAnotherLaptopIsNone) {
  Group group;
  group.add(group.alarm.raised,
            model::Alarm{id_of<EvidenceId>(1),
                         group.member,
                         model::AlarmSource::worry,
                         model::AlarmUrgency::now,
                         {},
                         {}},
            supervisor);
  group.acknowledge({id_of<EvidenceId>(1)}, supervisors_other);
  EXPECT_FALSE(open_risks(group.alarm, group.main, group.packs, person_of).at(0).seen());
  EXPECT_TRUE(open_risks(group.alarm, group.main, group.packs).at(0).seen())
      << "without the persons each laptop stands for itself";
  group.acknowledge({id_of<EvidenceId>(1)}, second_supervisor);
  EXPECT_TRUE(open_risks(group.alarm, group.main, group.packs, person_of).at(0).seen());
}

TEST(OpenRisk, AnAcknowledgementCountsOnceItIsKnownWhoseItIs) {
  Group group;
  group.worry(1);
  group.acknowledge({id_of<EvidenceId>(1)}, supervisor);
  const auto nobody = [](const WriterId&) { return AccountId{}; };
  EXPECT_FALSE(open_risks(group.alarm, group.main, group.packs, nobody).at(0).seen());
  EXPECT_TRUE(open_risks(group.alarm, group.main, group.packs, person_of).at(0).seen());
}

// Signed by four laptops and folded in every order: who raised it may be heard of after who
// acknowledged it.
TEST(OpenRisk, WhoHasSeenItIsTheSameInAnyOrderOfArrival) {
  const MemberId member = id_of<MemberId>(7);
  const EvidenceId evidence = id_of<EvidenceId>(1);
  const StreamId stream = stream_id(StreamKind::alarm, id_of<GroupId>(1));
  const auto author = [&](std::uint64_t seed) {
    return model::Author(seed, StreamKind::alarm, stream);
  };
  model::Author raiser = author(1);
  model::Author raisers_other = author(2);
  model::Author facilitators = author(3);
  model::Author other = author(4);
  const auto raised = [&] {
    return model::make_alarm_raised(
        {evidence, member, model::AlarmSource::worry, model::AlarmUrgency::today, {}, {}});
  };
  const auto acknowledged = [&] { return model::make_alarm_acknowledged({member, {evidence}}); };
  const std::vector<model::Stored> ops{raiser.write(raised()), raiser.write(acknowledged()),
                                       raisers_other.write(acknowledged()),
                                       facilitators.write(raised()), other.write(acknowledged())};
  const auto person = [&](const WriterId& writer) {
    return id_of<AccountId>(writer == ops[0].writer || writer == ops[2].writer ? 1
                            : writer == ops[3].writer                          ? 2
                                                                               : 3);
  };
  const auto packs = content::PackLibrary::from(content::shipped_packs(), pack_hash).value();
  std::vector<std::size_t> order{0, 1, 2, 3, 4};
  do {
    model::AlarmState alarm;
    for (const std::size_t at : order) model::apply_alarm(alarm, ops[at].open());
    const auto risks = open_risks(alarm, model::MainState{}, packs, person);
    ASSERT_EQ(risks.size(), 1U);
    ASSERT_EQ(risks[0].evidence.size(), 1U);
    ASSERT_EQ(risks[0].evidence[0].seen.size(), 1U) << testing::PrintToString(order);
    EXPECT_EQ(risks[0].evidence[0].seen[0].by.id.writer, ops[4].writer);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(OpenRisk, ACheckInOfAnUnknownInstrumentCountsThroughItsFlagAlone) {
  Group group;
  auto check_in = group.check_in(1, "000000003");
  check_in.instrument.version = 99;
  group.add(group.main.check_ins, check_in);
  EXPECT_TRUE(group.open().empty());
  group.flag(check_in);
  EXPECT_EQ(group.open().size(), 1U);
}

}  // namespace
}  // namespace baraza::rules
