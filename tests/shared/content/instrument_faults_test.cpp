// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/shared/content/pack_text.h"

namespace baraza::content {
namespace {

const std::string second_item = R"(items { id: "b" label: "Second" loinc: "44255-8" })";
const std::string low_band = R"(bands { id: "low" label: "low" low: 0 high: 2 })";
const std::string high_band = R"(bands { id: "high" label: "high" low: 3 high: 6 })";

TEST(InstrumentFaults, WhatNamesTheInstrumentMustBeThere) {
  expect_faults(
      good_instrument,
      {{R"(id: "small")", "", "p:1:1: 'id' is missing"},
       {R"(id: "small")", R"(id: "Small")",
        "p:2:3: 'id' may hold lower-case letters, digits and _ only, up to 200 bytes"},
       {R"(id: "small")", R"(id: "_small")",
        "p:2:3: 'id' may hold lower-case letters, digits and _ only, up to 200 bytes"},
       {"version: 2", "", "p:1:1: 'version' is 0, must be from 1 to 1000000"},
       {"version: 2", "version: 1000001", "p:3:3: 'version' is 1000001, must be from 1 to 1000000"},
       {R"(title: "A small one")", "", "p:1:1: 'title' is missing"},
       {R"(title: "A small one")", "title: \"" + std::string(201, 'x') + "\"",
        "p:4:3: 'title' is longer than 200 bytes"},
       {R"(title: "A small one")",
        "title: \"A small one\" question: \"" + std::string(201, 'x') + "\"",
        "p:4:24: 'question' is longer than 200 bytes"},
       {R"(licence_note: "ours")", "", "p:1:1: 'licence_note' is missing"},
       {"direction: SCORE_DIRECTION_LOWER_IS_BETTER", "", "p:1:1: 'direction' is missing"},
       {"recall_days: 7", "", "p:1:1: 'recall_days' is missing"},
       {"recall_days: 7", "recall_days: 3661",
        "p:7:3: 'recall_days' is 3661, must be from 0 to 3660"},
       {"recall_days: 7", "recall_days: 0", "no fault"}});
}

TEST(InstrumentFaults, ItemsHaveDistinctIdsLabelsAndRealCodes) {
  expect_faults(good_instrument,
                {{second_item, R"(items { id: "a" label: "Second" })", "p:9:11: 'a' stands twice"},
                 {second_item, R"(items { label: "Second" })", "p:9:3: 'id' is missing"},
                 {second_item, R"(items { id: "b" })", "p:9:3: 'label' is missing"},
                 {second_item, "items { id: \"b\" label: \"" + std::string(201, 'x') + "\" }",
                  "p:9:19: 'label' is longer than 200 bytes"},
                 {second_item, R"(items { id: "b" label: "Second" loinc: "44250-9" })",
                  "p:9:35: '44250-9' stands twice"},
                 {second_item, R"(items { id: "b" label: "Second" loinc: "44255-9" })",
                  "p:9:35: the check digit of LOINC code '44255-9' is wrong"},
                 {second_item, R"(items { id: "b" label: "Second" loinc: "LA44255-8" })",
                  "p:9:35: 'LA44255-8' is not a LOINC code such as 44250-9"},
                 {"recall_days: 7", R"(recall_days: 7 loinc_total: "4426-16")",
                  "p:7:18: '4426-16' is not a LOINC code such as 44250-9"},
                 {"recall_days: 7", R"(recall_days: 7 loinc_panel: "44249-2")",
                  "p:7:18: the check digit of LOINC code '44249-2' is wrong"}});
}

TEST(InstrumentFaults, AnInstrumentWithoutItemsIsReportedOnce) {
  EXPECT_EQ(faults_of(R"(instrument { id: "x" version: 1 title: "x" licence_note: "x"
    direction: SCORE_DIRECTION_LOWER_IS_BETTER recall_days: 1
    answers { value: 0 label: "no" } answers { value: 1 label: "yes" }
    bands { id: "b" label: "b" low: 0 high: 3 } prorating { min_answered: 9 }
    risk_item { item: 9 } })"),
            "p:1:1: 'items' is missing");
}

TEST(InstrumentFaults, SixtyFourItemsAreTheMost) {
  std::string items;
  for (int i = 0; i < 62; ++i) {
    items += "items { id: \"i" + std::to_string(i) + "\" label: \"x\" }\n";
  }
  const std::string text = with(with(good_instrument, low_band, ""), high_band, "");
  EXPECT_EQ(faults_of(with(text, second_item, items)), "no fault");
  EXPECT_EQ(faults_of(with(text, second_item, "items { id: \"one\" label: \"x\" }\n" + items)),
            "p:73:3: more than 64 items");
}

TEST(InstrumentFaults, AnswersRiseAndAreDistinct) {
  const std::string some = R"(answers { value: 1 label: "some" loinc: "LA6569-3" })";
  const std::string yes = R"(answers { value: 2 label: "yes" })";
  expect_faults(good_instrument,
                {{yes, R"(answers { value: 1 label: "yes" })", "p:13:13: value 1 stands twice"},
                 {some, R"(answers { value: 0 label: "some" })", "p:12:13: value 0 stands twice"},
                 {yes, R"(answers { label: "yes" })", "p:13:3: 'value' is missing"},
                 {yes, R"(answers { value: 1001 label: "yes" })",
                  "p:13:13: 'value' is 1001, must be from 0 to 1000"},
                 {yes, R"(answers { value: 2 })", "p:13:3: 'label' is missing"},
                 {yes, R"(answers { value: 2 label: "no" })", "p:13:22: 'no' stands twice"},
                 {yes, R"(answers { value: 2 label: "yes" loinc: "LA6568-5" })",
                  "p:13:35: 'LA6568-5' stands twice"},
                 {yes, R"(answers { value: 2 label: "yes" loinc: "6570-1" })",
                  "p:13:35: '6570-1' is not a LOINC answer code such as LA6568-5"}});
}

TEST(InstrumentFaults, AnswersOutOfOrderAreReported) {
  const std::string no = R"(answers { value: 0 label: "no" loinc: "LA6568-5" })";
  const std::string some = R"(answers { value: 1 label: "some" loinc: "LA6569-3" })";
  EXPECT_EQ(faults_of(with(with(good_instrument, no, R"(answers { value: 1 label: "some" })"), some,
                           R"(answers { value: 0 label: "no" })")),
            "p:12:13: value 0 comes after 1, values must rise");
}

TEST(InstrumentFaults, OneAnswerIsNoChoice) {
  EXPECT_EQ(faults_of(R"(instrument { id: "x" version: 1 title: "x" licence_note: "x"
    direction: SCORE_DIRECTION_LOWER_IS_BETTER recall_days: 1
    items { id: "a" label: "a" }
    answers { value: 0 label: "no" } })"),
            "p:4:5: needs at least two 'answers'");
}

TEST(InstrumentFaults, BandsCoverEveryTotalOnce) {
  const auto low = [](const std::string& limits) {
    return R"(bands { id: "low" label: "low" )" + limits + " }";
  };
  const auto high = [](const std::string& limits) {
    return R"(bands { id: "high" label: "high" )" + limits + " }";
  };
  expect_faults(
      good_instrument,
      {{low_band, low("low: 0 high: 1"), "p:15:36: total 2 in no band"},
       {low_band, low("low: 0 high: 0"), "p:15:36: totals 1 to 2 in no band"},
       {low_band, low("low: 0 high: 3"), "p:15:36: total 3 in two bands"},
       {low_band, low("low: 0 high: 6"), "p:15:36: totals 3 to 6 in two bands"},
       {low_band, low("low: 1 high: 2"), "p:14:34: total 0 in no band"},
       {low_band, low("low: 2 high: 1"), "p:14:41: 'high' is below 'low'"},
       {low_band, low("high: 2"), "p:14:3: 'low' is missing"},
       {high_band, high("low: 3 high: 5"), "p:15:43: total 6 in no band"},
       {high_band, high("low: 3 high: 7"), "p:15:43: 'high' is above the highest total 6"},
       {high_band, high("low: 3"), "p:15:3: 'high' is missing"},
       {high_band, R"(bands { id: "low" label: "high" low: 3 high: 6 })",
        "p:15:11: 'low' stands twice"},
       {high_band, R"(bands { id: "high" low: 3 high: 6 })", "p:15:3: 'label' is missing"},
       {high_band, "", "p:14:41: totals 3 to 6 in no band"}});
}

TEST(InstrumentFaults, BandsStartAtTheLowestTotalEvenAboveZero) {
  const std::string from_one =
      with(with(with(good_instrument, R"(value: 2 label: "yes")", R"(value: 3 label: "yes")"),
                R"(value: 1 label: "some")", R"(value: 2 label: "some")"),
           R"(value: 0 label: "no")", R"(value: 1 label: "no")");
  EXPECT_EQ(faults_of(from_one),
            "p:14:34: 'low' is below the lowest total 3\np:15:43: totals 7 to 9 in no band");
}

TEST(InstrumentFaults, ProratingStaysWithinTheItems) {
  const std::string good = "prorating { min_answered: 2 rounding: ROUNDING_HALF_UP }";
  expect_faults(good_instrument,
                {{good, "prorating { min_answered: 0 rounding: ROUNDING_HALF_UP }",
                  "p:16:15: 'min_answered' is 0, must be from 1 to 3"},
                 {good, "prorating { min_answered: 4 rounding: ROUNDING_HALF_UP }",
                  "p:16:15: 'min_answered' is 4, must be from 1 to 3"},
                 {good, "prorating { min_answered: 2 }", "p:16:3: 'rounding' is missing"},
                 {good, "", "no fault"}});
}

TEST(InstrumentFaults, TheRiskItemExistsAndCanRaise) {
  const std::string good = "risk_item { item: 3 flag_above: 0 }";
  expect_faults(
      good_instrument,
      {{good, "risk_item { item: 4 flag_above: 0 }", "p:17:15: 'item' is 4, must be from 1 to 3"},
       {good, "risk_item { flag_above: 0 }", "p:17:3: 'item' is 0, must be from 1 to 3"},
       {good, "risk_item { item: 3 }", "p:17:3: 'flag_above' is missing"},
       {good, "risk_item { item: 3 flag_above: 2 }",
        "p:17:23: 'flag_above' is 2, must be from 0 to 1"},
       {good, "", "no fault"}});
}

TEST(InstrumentFaults, ChangeRulesAreNamedAndWhole) {
  const std::string condition = "conditions { kind: CHANGE_KIND_BETTER_BY_PERCENT amount: 50 }";
  expect_faults(
      good_instrument,
      {{R"(id: "better")", "", "p:18:3: 'id' is missing"},
       {"baseline: CHANGE_BASELINE_FIRST", "", "p:18:3: 'baseline' is missing"},
       {condition, "", "p:18:3: 'conditions' is missing"},
       {condition, "conditions { amount: 50 }", "p:22:5: 'kind' is missing"},
       {condition, "conditions { kind: CHANGE_KIND_BETTER_BY_PERCENT amount: 101 }",
        "p:22:54: 'amount' is 101, must be from 1 to 100"},
       {condition, "conditions { kind: CHANGE_KIND_WORSE_BY_POINTS }",
        "p:22:5: 'amount' is 0, must be from 1 to 64000"},
       {condition, "conditions { kind: CHANGE_KIND_AT_LEAST_AS_GOOD_AS amount: 0 }", "no fault"},
       {"change_rules {",
        "change_rules { id: \"better\" title: \"x\" baseline: CHANGE_BASELINE_FIRST\n"
        "    conditions { kind: CHANGE_KIND_WORSE_BY_POINTS amount: 1 } }\n  change_rules {",
        "p:21:5: 'better' stands twice"}});
}

TEST(InstrumentFaults, EveryFaultOfAPackIsListedInTheOrderOfTheFile) {
  const std::string text =
      with(with(with(good_instrument, "item: 3", "item: 5"), R"(id: "small")", ""), "44255-8",
           "44255-0");
  EXPECT_EQ(faults_of(text),
            "p:1:1: 'id' is missing\n"
            "p:9:35: the check digit of LOINC code '44255-0' is wrong\n"
            "p:17:15: 'item' is 5, must be from 1 to 3");
}

}  // namespace
}  // namespace baraza::content
