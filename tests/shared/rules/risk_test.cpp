// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/risk.h"

#include <gtest/gtest.h>

#include "tests/shared/rules/packs.h"

namespace baraza::rules {
namespace {

template <class Id>
Id id_of(std::uint8_t number) {
  Id out;
  out.bytes.fill(number);
  return out;
}

// Two streams of a group, filled by hand.
struct Group {
  model::AlarmState alarm;
  model::MainState main;
  content::PackLibrary packs =
      content::PackLibrary::from(content::shipped_packs(), pack_hash).value();
  OpNumber number = 0;

  template <class T>
  void add(model::Facts<T>& facts, T value) {
    const OpRef ref{{id_of<WriterId>(1), ++number}, id_of<Hash>(static_cast<std::uint8_t>(number))};
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
  void acknowledge(std::vector<EvidenceId> evidence) {
    add(alarm.acknowledged, model::EvidenceSet{member, std::move(evidence)});
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
