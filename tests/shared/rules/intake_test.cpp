// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/intake.h"

#include <gtest/gtest.h>

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

PersonId person(std::uint8_t number) {
  return id_of<PersonId>(number);
}

model::Person somebody(std::uint8_t number, const std::string& name, std::uint32_t year = 0,
                       const std::string& village = {}, const std::string& phone = {},
                       model::Sex sex = model::Sex::unknown) {
  return {person(number), name, year, sex, village, phone};
}

// A site's list, written op by op.
class IntakeRules : public testing::Test {
 protected:
  void on_list(const model::Person& who) { writer.write(model::make_person_registered(who, {})); }
  void asked(std::uint8_t who, const std::string& instrument, std::string_view given,
             std::optional<std::uint32_t> typed = std::nullopt, std::uint8_t id = 0) {
    model::Screening value;
    value.screening = id_of<ScreeningId>(id == 0 ? ++screenings : id);
    value.person = person(who);
    value.date = {20'000};
    value.instrument = {instrument, 1, id_of<Hash>(9)};
    value.answers = answers(given);
    value.typed_total = typed;
    writer.write(model::make_screening_recorded(value));
  }
  void decided(std::uint8_t who, model::Suitability suitability) {
    model::SuitabilityDecision value;
    value.person = person(who);
    value.suitability = suitability;
    if (suitability == model::Suitability::refer_first) {
      value.refer = {model::ReferReason::psychosis};
    }
    writer.write(model::make_suitability_decided(value, {}));
  }
  void joined(std::uint8_t who, std::uint8_t same_as) {
    writer.write(model::make_persons_joined(
        {person(who), same_as == 0 ? PersonId{} : person(same_as), {}}, {}));
  }
  const model::IntakeState& state() { return std::get<model::IntakeState>(writer.state()); }
  std::vector<IntakePerson> list() {
    return intake_list(state(), packs.find_course("who8", 1), packs,
                       [](const GroupId&, const MemberId&) { return false; });
  }
  IntakePerson one(std::uint8_t who) {
    for (const auto& each : list()) {
      if (each.person == person(who)) return each;
    }
    ADD_FAILURE() << "nobody of this id";
    return {};
  }

  content::PackLibrary packs =
      content::PackLibrary::from(content::shipped_packs(), pack_hash).value();
  model::Author writer{5, StreamKind::intake, stream_id(StreamKind::intake, id_of<SiteId>(7))};
  std::uint8_t screenings = 100;
};

TEST_F(IntakeRules, TheShortQuestionsLeadToTheLongOnesAndTheLongOnesToASeat) {
  on_list(somebody(1, "Amina"));
  EXPECT_EQ(one(1).standing, IntakeStanding::to_ask);
  EXPECT_EQ(one(1).next_step, 0U);
  asked(1, "phq2", "21");
  EXPECT_EQ(one(1).suggestion, Suggestion::ask);
  EXPECT_EQ(one(1).next_step, 1U);
  asked(1, "phq9", "222221100");
  EXPECT_EQ(one(1).suggestion, Suggestion::may_join);
  EXPECT_EQ(one(1).standing, IntakeStanding::to_decide);
  EXPECT_FALSE(one(1).overrides(model::Suitability::joins));
  decided(1, model::Suitability::joins);
  EXPECT_EQ(one(1).standing, IntakeStanding::waits);
}

TEST_F(IntakeRules, BelowTheLineNothingMoreIsAskedAndJoiningIsAnOverride) {
  on_list(somebody(1, "Amina"));
  asked(1, "phq2", "10");
  EXPECT_EQ(one(1).suggestion, Suggestion::below);
  EXPECT_TRUE(one(1).overrides(model::Suitability::joins));
  EXPECT_FALSE(one(1).overrides(model::Suitability::not_now));
}

TEST_F(IntakeRules, WhoFilledInTheLongOneOnPaperNeedNotBeAskedTheShortOne) {
  on_list(somebody(1, "Amina"));
  asked(1, "phq9", "222221100", 11);
  EXPECT_EQ(one(1).suggestion, Suggestion::may_join);
  EXPECT_TRUE(one(1).screening[1].paper_differs) << "the paper says 11, the answers come to 12";
}

TEST_F(IntakeRules, MissingAnswersAreUnclearOnlyWhereTheyDecide) {
  on_list(somebody(1, "Amina"));
  on_list(somebody(2, "Brenda"));
  asked(1, "phq9", "1111nnnnn");
  EXPECT_EQ(one(1).suggestion, Suggestion::unclear);
  asked(2, "phq9", "33333nnnn");
  EXPECT_EQ(one(2).suggestion, Suggestion::may_join) << "15 whatever the others are";
}

TEST_F(IntakeRules, JoinedEntriesAreOnePersonWithAllThatWasAsked) {
  on_list(somebody(1, "Amina"));
  on_list(somebody(2, "Aminah"));
  asked(2, "phq2", "33");
  joined(2, 1);
  ASSERT_EQ(list().size(), 1U);
  EXPECT_EQ(one(1).entries.size(), 2U);
  EXPECT_EQ(one(1).next_step, 1U);
  EXPECT_EQ(one(1).shown->name, "Amina");
}

TEST_F(IntakeRules, ACircleOfJoinsOfTwoLaptopsIsOnePersonToo) {
  on_list(somebody(1, "Amina"));
  on_list(somebody(2, "Aminah"));
  on_list(somebody(3, "Amina W"));
  joined(1, 2);
  joined(2, 1);
  joined(3, 2);
  EXPECT_EQ(same_person(state(), person(1)), person(1));
  EXPECT_EQ(same_person(state(), person(2)), person(1));
  EXPECT_EQ(same_person(state(), person(3)), person(1));
  EXPECT_EQ(list().size(), 1U);
}

TEST_F(IntakeRules, LikelyDoublesAreSaidUntilSomebodyTellsThemApart) {
  on_list(somebody(1, "Amina Wanjiru", 1987, "Kibera"));
  on_list(somebody(2, "Wanjiro Amina", 1988, "Kibera"));
  on_list(somebody(3, "Brenda Wanjiru", 1987, "Kibera"));
  ASSERT_EQ(likely_doubles(state()).size(), 1U);
  EXPECT_TRUE(likely_doubles(state()).front().village);
  joined(2, 0);
  EXPECT_TRUE(likely_doubles(state()).empty());
}

struct Pair {
  const char* why;
  model::Person one;
  model::Person other;
  bool likely;
};

TEST(LikelyDoubles, Table) {
  const std::vector<Pair> table = {
      {"same names", somebody(1, "Amina Wanjiru"), somebody(2, "Amina Wanjiru"), true},
      {"a letter more", somebody(1, "Halima Yusuf"), somebody(2, "Haliima Yusuf"), true},
      {"other years", somebody(1, "Amina Wanjiru", 1987), somebody(2, "Amina Wanjiru", 1995),
       false},
      {"another sex", somebody(1, "Amani Otieno", 0, "", "", model::Sex::female),
       somebody(2, "Amani Otieno", 0, "", "", model::Sex::male), false},
      {"one name alone", somebody(1, "Amina"), somebody(2, "Amina"), false},
      {"one name, the same number", somebody(1, "Amina", 0, "", "+254 700 123 456"),
       somebody(2, "Amina Wanjiru", 0, "", "0700123456"), true},
      {"a number shared in a family", somebody(1, "Amina", 0, "", "0700123456"),
       somebody(2, "Joseph", 0, "", "0700123456"), false},
      {"one name, year and village", somebody(1, "Amina", 1987, "Kibera"),
       somebody(2, "Amina", 1986, "kibera"), true},
      {"short names differ in a letter", somebody(1, "Ann Oti", 1987, "Kibera"),
       somebody(2, "Amm Oti", 1987, "Kibera"), false},
      {"other scripts", somebody(1, "አማና በቀለ"), somebody(2, "አማና በቀለ"), true},
      {"a letter more in a short one", somebody(1, "Rehema Ali"), somebody(2, "Rehema Alli"), true},
      {"nothing", somebody(1, ""), somebody(2, ""), false},
  };
  for (const Pair& each : table) {
    EXPECT_EQ(compare(each.one, each.other).has_value(), each.likely) << each.why;
    EXPECT_EQ(compare(each.other, each.one).has_value(), each.likely) << each.why << ", turned";
  }
}

TEST(LettersApart, CountsSwapsAsOne) {
  EXPECT_EQ(letters_apart("amina", "amina"), 0U);
  EXPECT_EQ(letters_apart("amina", "amnia"), 1U);
  EXPECT_EQ(letters_apart("", "abc"), 3U);
  EXPECT_EQ(letters_apart("halima", "halimah"), 1U);
}

}  // namespace
}  // namespace baraza::rules
