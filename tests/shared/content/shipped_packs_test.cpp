// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "shared/content/library.h"
#include "tests/shared/content/pack_text.h"

namespace baraza::content {
namespace {

using testing::ElementsAre;

class ShippedPacks : public testing::Test {
 protected:
  ShippedPacks() {
    Result<PackLibrary> built = PackLibrary::from(shipped_packs(), pack_hash);
    if (!built) throw std::runtime_error(built.error().detail);
    library_.emplace(std::move(*built));
  }
  const InstrumentPack& phq9() const { return *library_->find_instrument("phq9", 1); }
  const InstrumentPack& mood10() const { return *library_->find_instrument("mood10", 1); }
  const CoursePack& who8() const { return *library_->find_course("who8", 1); }

  std::optional<PackLibrary> library_;
};

TEST_F(ShippedPacks, AreTheFilesByteForByte) {
  std::vector<std::string_view> names;
  for (const PackSource& source : shipped_packs()) {
    names.push_back(source.name);
    std::ifstream file(std::string(BARAZA_PACKS) + "/" + std::string(source.name));
    std::stringstream bytes;
    bytes << file.rdbuf();
    ASSERT_GT(bytes.str().size(), 100u);
    EXPECT_EQ(source.bytes, bytes.str()) << source.name;
  }
  EXPECT_THAT(names,
              ElementsAre("classic12.textproto", "classic16.textproto", "classic20.textproto",
                          "epds.textproto", "group10.textproto", "group12.textproto",
                          "group16.textproto", "group6.textproto", "ipt_steps.textproto",
                          "mood10.textproto", "phq2.textproto", "phq9.textproto", "srq20.textproto",
                          "who5.textproto", "who8.textproto", "whodas12.textproto"));
}

TEST_F(ShippedPacks, EveryStepHasItsWordsAndASentenceForEachAreaOrForNone) {
  for (const CoursePack& course : library_->courses()) {
    for (const Phase& phase : course.phases) {
      for (const SessionPlan& plan : phase.plans) {
        for (const AgendaStep& step : plan.steps) {
          EXPECT_FALSE(step.title.empty()) << course.id << " " << step.id;
          EXPECT_FALSE(step.prompt.empty()) << course.id << " " << step.id;
          EXPECT_TRUE(step.area_prompts.empty() || step.area_prompts.size() == 4)
              << course.id << " " << step.id;
        }
      }
    }
  }
}

TEST_F(ShippedPacks, SessionsAreNinetyMinutesInAGroupAndFiftyForOne) {
  for (const CoursePack& course : library_->courses()) {
    const bool alone = course.max_members == 1;
    for (int session = 1; session <= course.session_count(); ++session) {
      ASSERT_NE(course.plan_of(session), nullptr) << course.id << " " << session;
      EXPECT_EQ(course.plan_of(session)->minutes(), alone ? 50 : 90) << course.id << " " << session;
      EXPECT_EQ(course.phase_of(session)->setting, alone ? Setting::individual : Setting::group);
    }
  }
}

TEST_F(ShippedPacks, CoursesHaveTheirLengthAndPhases) {
  struct Shape {
    std::string_view id;
    int sessions, initial_last, middle_last;
  };
  const std::vector<Shape> shapes = {{"group6", 6, 1, 5},      {"who8", 8, 1, 7},
                                     {"group10", 10, 1, 9},    {"group12", 12, 2, 10},
                                     {"group16", 16, 4, 14},   {"classic12", 12, 3, 9},
                                     {"classic16", 16, 3, 12}, {"classic20", 20, 3, 16}};
  EXPECT_EQ(library_->courses().size(), shapes.size());
  for (const Shape& shape : shapes) {
    const CoursePack* course = library_->find_course(shape.id, 1);
    ASSERT_NE(course, nullptr) << shape.id;
    EXPECT_EQ(course->session_count(), shape.sessions) << shape.id;
    for (int session = 1; session <= shape.sessions; ++session) {
      const PhaseKind expected = session <= shape.initial_last  ? PhaseKind::initial
                                 : session <= shape.middle_last ? PhaseKind::middle
                                                                : PhaseKind::ending;
      EXPECT_EQ(course->phase_of(session)->kind, expected) << shape.id << " " << session;
    }
  }
}

// The ending is a change like others: it is spoken of while there is still time to work on it.
TEST_F(ShippedPacks, TheEndingIsSpokenOfTwoSessionsBeforeTheLastAtLeast) {
  for (const CoursePack& course : library_->courses()) {
    for (int before = 1; before <= 2; ++before) {
      const auto& steps = course.plan_of(course.session_count() - before)->steps;
      EXPECT_TRUE(std::any_of(steps.begin(), steps.end(),
                              [](const AgendaStep& step) {
                                return step.id == "ending_ahead" || step.id == "first_and_now";
                              }))
          << course.id << ", " << before << " before the last";
    }
  }
}

TEST_F(ShippedPacks, CoursesScreenWithTwoQuestionsAndThenWithNine) {
  for (const CoursePack& course : library_->courses()) {
    ASSERT_EQ(course.screening.size(), 2u) << course.id;
    EXPECT_EQ(course.screening[0].instrument_id, "phq2");
    EXPECT_EQ(course.screening[0].cut_off, 2);
    EXPECT_EQ(course.screening[1].instrument_id, "phq9");
    EXPECT_EQ(course.screening[1].cut_off, 10);
  }
}

TEST_F(ShippedPacks, TextsThatAreOthersAreNotShipped) {
  for (const char* id : {"epds", "srq20", "whodas12"}) {
    const InstrumentPack* pack = library_->find_instrument(id, 1);
    ASSERT_NE(pack, nullptr) << id;
    EXPECT_TRUE(pack->structure_only) << id;
    for (const InstrumentItem& item : pack->items) EXPECT_EQ(item.label, "") << id;
  }
  for (const char* id : {"phq9", "phq2", "who5", "mood10"}) {
    EXPECT_FALSE(library_->find_instrument(id, 1)->structure_only) << id;
  }
}

TEST_F(ShippedPacks, OtherInstrumentsHaveTheirTotals) {
  const auto totals = [&](const char* id) {
    const InstrumentPack& pack = *library_->find_instrument(id, 1);
    return std::pair(pack.lowest_total(), pack.highest_total());
  };
  EXPECT_EQ(totals("phq2"), std::pair(0, 6));
  EXPECT_EQ(totals("who5"), std::pair(0, 100));
  EXPECT_EQ(totals("epds"), std::pair(0, 30));
  EXPECT_EQ(totals("srq20"), std::pair(0, 20));
  EXPECT_EQ(totals("whodas12"), std::pair(0, 48));
  EXPECT_EQ(library_->find_instrument("who5", 1)->direction, ScoreDirection::higher_is_better);
  EXPECT_EQ(library_->find_instrument("epds", 1)->risk_item->index, 9u);
  EXPECT_EQ(library_->find_instrument("srq20", 1)->risk_item->index, 16u);
  EXPECT_TRUE(library_->find_instrument("srq20", 1)->bands.empty());
}

TEST_F(ShippedPacks, Phq9HasItsLoincCodes) {
  std::vector<std::string> items, answers;
  for (const InstrumentItem& item : phq9().items) items.push_back(item.loinc);
  for (const AnswerChoice& answer : phq9().answers) answers.push_back(answer.loinc);
  EXPECT_THAT(items, ElementsAre("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2",
                                 "44252-5", "44253-3", "44260-8"));
  EXPECT_THAT(answers, ElementsAre("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"));
  EXPECT_EQ(phq9().loinc_total, "44261-6");
  EXPECT_EQ(phq9().loinc_panel, "44249-1");
}

TEST_F(ShippedPacks, Phq9HasItsAnswersAndBands) {
  std::vector<int> values;
  for (const AnswerChoice& answer : phq9().answers) values.push_back(answer.value);
  EXPECT_THAT(values, ElementsAre(0, 1, 2, 3));
  std::vector<std::string> bands;
  for (const ScoreBand& band : phq9().bands) {
    bands.push_back(band.id + " " + std::to_string(band.low) + "-" + std::to_string(band.high));
  }
  EXPECT_THAT(bands, ElementsAre("minimal 0-4", "mild 5-9", "moderate 10-14",
                                 "moderately_severe 15-19", "severe 20-27"));
  EXPECT_EQ(phq9().direction, ScoreDirection::lower_is_better);
  EXPECT_EQ(phq9().recall_days, 14);
}

TEST_F(ShippedPacks, Phq9ProratesFromSevenAndRaisesByItemNine) {
  ASSERT_TRUE(phq9().prorating);
  EXPECT_EQ(phq9().prorating->min_answered, 7);
  ASSERT_TRUE(phq9().risk_item);
  EXPECT_EQ(phq9().risk_item->index, 8u);
  EXPECT_EQ(phq9().items[8].loinc, "44260-8");
  EXPECT_EQ(phq9().risk_item->flag_above, 0);
}

TEST_F(ShippedPacks, Phq9NamesItsChangeRules) {
  std::vector<std::string> ids;
  for (const ChangeRule& rule : phq9().change_rules) ids.push_back(rule.id);
  EXPECT_THAT(ids, ElementsAre("response", "remission", "clinically_significant", "meaningful",
                               "reliable", "deterioration"));
  const ChangeRule& significant = phq9().change_rules[2];
  ASSERT_EQ(significant.conditions.size(), 2u);
  EXPECT_EQ(significant.conditions[0].kind, ChangeKind::at_least_as_good_as);
  EXPECT_EQ(significant.conditions[0].amount, 9);
  EXPECT_EQ(significant.conditions[1].kind, ChangeKind::better_by_percent);
  EXPECT_EQ(significant.conditions[1].amount, 50);
  EXPECT_EQ(phq9().change_rules[5].baseline, ChangeBaseline::last_or_best);
  EXPECT_EQ(phq9().change_rules[5].conditions[0].kind, ChangeKind::worse_by_points);
}

TEST_F(ShippedPacks, Mood10IsOneNumberFromZeroToTen) {
  EXPECT_EQ(mood10().items.size(), 1u);
  EXPECT_EQ(mood10().lowest_total(), 0);
  EXPECT_EQ(mood10().highest_total(), 10);
  EXPECT_EQ(mood10().answers.size(), 11u);
  EXPECT_EQ(mood10().direction, ScoreDirection::higher_is_better);
  EXPECT_TRUE(mood10().bands.empty());
  EXPECT_FALSE(mood10().prorating);
  EXPECT_FALSE(mood10().risk_item);
}

TEST_F(ShippedPacks, Who8HasOneMeetingBeforeAndEightSessions) {
  EXPECT_EQ(who8().pre_group_count(), 1);
  EXPECT_EQ(who8().session_count(), 8);
  EXPECT_EQ(who8().interval_days, 7);
  EXPECT_EQ(who8().min_sessions_attended, 6);
  for (int session = 1; session <= 8; ++session) {
    const PhaseKind expected = session == 1   ? PhaseKind::initial
                               : session == 8 ? PhaseKind::ending
                                              : PhaseKind::middle;
    ASSERT_NE(who8().phase_of(session), nullptr);
    EXPECT_EQ(who8().phase_of(session)->kind, expected) << session;
    EXPECT_EQ(who8().phase_of(session)->setting, Setting::group);
    EXPECT_EQ(who8().plan_of(session)->minutes(), 90) << session;
  }
  EXPECT_EQ(who8().phases[0].kind, PhaseKind::pre_group);
  EXPECT_EQ(who8().phases[0].setting, Setting::individual);
}

TEST_F(ShippedPacks, EveryStepOfWho8HasASentenceToSayAloud) {
  for (const Phase& phase : who8().phases) {
    for (const SessionPlan& plan : phase.plans) {
      for (const AgendaStep& step : plan.steps) {
        ASSERT_FALSE(step.prompt.empty()) << step.id;
        EXPECT_TRUE(step.prompt.ends_with('.') || step.prompt.ends_with('?')) << step.prompt;
      }
    }
  }
  EXPECT_EQ(who8().plan_of(5)->steps[2].title, "The week, one by one");
  EXPECT_EQ(who8().plan_of(5)->steps[2].prompt, "What happened this week, and how was your mood?");
}

TEST_F(ShippedPacks, APhaseIsShortWhereRoomIsShort) {
  EXPECT_EQ(who8().phase_of(5)->title, "Middle of the course");
  EXPECT_EQ(who8().phase_of(5)->short_title, "Middle");
  EXPECT_EQ(who8().phase_of(8)->short_title, who8().phase_of(8)->title);
}

TEST_F(ShippedPacks, AnExtraSessionHasNoPhaseOfItsOwn) {
  EXPECT_EQ(who8().phase_of(0), nullptr);
  EXPECT_EQ(who8().plan_of(9), nullptr);
}

TEST_F(ShippedPacks, Who8SpeaksOfTheEndingTwoSessionsBefore) {
  const auto has_step = [&](int session) {
    for (const AgendaStep& step : who8().plan_of(session)->steps) {
      if (step.id == "ending_ahead") return true;
    }
    return false;
  };
  EXPECT_FALSE(has_step(5));
  EXPECT_TRUE(has_step(6));
  EXPECT_TRUE(has_step(7));
}

TEST_F(ShippedPacks, Who8MeasuresMoodInEverySessionAndPhq9BeforeTheGroupToo) {
  ASSERT_EQ(who8().measures.size(), 2u);
  const CourseMeasure& phq9_measure = who8().measures[0];
  EXPECT_EQ(phq9_measure.instrument_id, "phq9");
  EXPECT_TRUE(phq9_measure.before_the_group);
  EXPECT_FALSE(who8().measures[1].before_the_group);
  for (const CourseMeasure& measure : who8().measures) {
    EXPECT_FALSE(measure.due_in(0));
    for (int session = 1; session <= 8; ++session) EXPECT_TRUE(measure.due_in(session));
  }
}

TEST(CourseMeasure, ListedSessionsAreDueWhenListed) {
  const Result<Pack> pack = parse_pack("p", good_course, pack_hash);
  ASSERT_TRUE(pack) << pack.error().detail;
  const CourseMeasure& measure = std::get<CoursePack>(*pack).measures[0];
  EXPECT_TRUE(measure.due_in(1));
  EXPECT_FALSE(measure.due_in(2));
  EXPECT_TRUE(measure.due_in(4));
  EXPECT_TRUE(measure.before_the_group);
}

}  // namespace
}  // namespace baraza::content
