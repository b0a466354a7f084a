// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/shared/content/pack_text.h"

namespace baraza::content {
namespace {

TEST(CourseFaults, WhatNamesTheCourseMustBeThere) {
  expect_faults(good_course, {{R"(id: "short")", "", "p:1:1: 'id' is missing"},
                              {"  version: 1\n", "  version: 0\n",
                               "p:3:3: 'version' is 0, must be from 1 to 1000000"},
                              {R"(title: "A short course")", "", "p:1:1: 'title' is missing"},
                              {R"(licence_note: "ours")", "", "p:1:1: 'licence_note' is missing"},
                              {"interval_days: 7", "interval_days: 0",
                               "p:6:3: 'interval_days' is 0, must be from 1 to 366"}});
}

TEST(CourseFaults, SessionsRunThroughWithoutGapOrOverlap) {
  expect_faults(good_course, {{"plans { first: 3 last: 3", "plans { first: 2 last: 3",
                               "p:21:13: session 2 in two plans"},
                              {"plans { first: 3 last: 3", "plans { first: 1 last: 3",
                               "p:21:13: sessions 1 to 2 in two plans"},
                              {"plans { first: 4 last: 4", "plans { first: 6 last: 7",
                               "p:28:13: sessions 4 to 5 in no plan"},
                              {"plans { first: 3 last: 3", "plans { first: 3 last: 2",
                               "p:21:22: 'last' is before 'first'"},
                              {"plans { first: 4 last: 4", "plans { first: 4",
                               "p:28:5: 'last' is 0, must be from 1 to 200\n"
                               "p:36:5: the course has no session 4"},
                              {"plans { first: 4 last: 4", "plans { first: 4 last: 201",
                               "p:28:22: 'last' is 201, must be from 1 to 200\n"
                               "p:36:5: the course has no session 4"}});
}

TEST(CourseFaults, MeetingsBeforeTheGroupCountOnTheirOwn) {
  EXPECT_EQ(faults_of(with(good_course, R"(plans { first: 1 last: 2
      steps { id: "talk")",
                           R"(plans { first: 2 last: 2
      steps { id: "talk")")),
            "p:11:13: session 1 in no plan");
}

TEST(CourseFaults, PhasesComeInTheirOrderAndOnce) {
  expect_faults(
      good_course,
      {{"PHASE_KIND_ENDING", "PHASE_KIND_INITIAL", "p:25:5: this kind of phase stands twice"},
       {"PHASE_KIND_INITIAL", "PHASE_KIND_ENDING", "p:25:5: this kind of phase stands twice"},
       {"kind: PHASE_KIND_INITIAL", "", "p:14:3: 'kind' is missing"},
       {"setting: SETTING_INDIVIDUAL", "", "p:7:3: 'setting' is missing"},
       {R"(title: "Ending")", "", "p:24:3: 'title' is missing"}});
  std::string swapped = with(good_course, "PHASE_KIND_INITIAL", "PHASE_KIND_MIDDLE");
  swapped = with(swapped, "PHASE_KIND_ENDING", "PHASE_KIND_INITIAL");
  EXPECT_EQ(faults_of(swapped),
            "p:25:5: phases must come in the order pre-group, initial, middle, ending");
}

TEST(CourseFaults, APhaseWithoutPlansAndAPlanWithoutStepsAreReported) {
  expect_faults(good_course,
                {{R"(plans { first: 4 last: 4
      steps { id: "farewell" title: "Farewell" minutes: 90 } })",
                  "", "p:24:3: 'plans' is missing\np:35:5: the course has no session 4"},
                 {R"(steps { id: "farewell" title: "Farewell" minutes: 90 })", "",
                  "p:28:5: 'steps' is missing"}});
}

TEST(CourseFaults, ACourseNeedsSessions) {
  EXPECT_EQ(faults_of(R"(course { id: "x" version: 1 title: "x" licence_note: "x"
    interval_days: 7 completion { min_sessions_attended: 1 }
    size { min_members: 1 max_members: 1 } })"),
            "p:1:1: the course has no sessions");
}

TEST(CourseFaults, StepsHaveMinutesAndDistinctIds) {
  const std::string rules = R"(steps { id: "rules" title: "Rules" minutes: 80 })";
  expect_faults(good_course,
                {{rules, R"(steps { id: "rules" title: "Rules" minutes: 0 })",
                  "p:20:42: 'minutes' is 0, must be from 1 to 480"},
                 {rules, R"(steps { id: "rules" title: "Rules" })",
                  "p:20:7: 'minutes' is 0, must be from 1 to 480"},
                 {rules, R"(steps { id: "rules" title: "Rules" minutes: 481 })",
                  "p:20:42: 'minutes' is 481, must be from 1 to 480"},
                 {rules, R"(steps { id: "arrive" title: "Rules" minutes: 80 })",
                  "p:20:15: 'arrive' stands twice"},
                 {rules, R"(steps { id: "rules" minutes: 80 })", "p:20:7: 'title' is missing"},
                 {rules,
                  R"(steps { id: "rules" title: "Rules" minutes: 80 prompt: ")" +
                      std::string(201, 'x') + "\" }",
                  "p:20:54: 'prompt' is longer than 200 bytes"}});
}

TEST(CourseFaults, MeasuresNameSessionsOfTheCourse) {
  expect_faults(
      good_course,
      {{"sessions: 4", "sessions: 5", "p:36:5: the course has no session 5"},
       {"sessions: 4", "sessions: 1", "p:36:5: 'sessions' must rise"},
       {"sessions: 4", "sessions: 4294967295", "p:36:5: the course has no session 4294967295"},
       {"    sessions: 1\n    sessions: 4", "", "p:31:3: 'sessions' is missing"},
       // A list in brackets is one place.
       {"sessions: 1\n    sessions: 4", "sessions: [0, 9]",
        "p:35:5: the course has no session 0\np:35:5: the course has no session 9"},
       {"MEASURE_CADENCE_LISTED_SESSIONS", "MEASURE_CADENCE_EVERY_SESSION",
        "p:35:5: 'sessions' are for listed sessions only"},
       {"cadence: MEASURE_CADENCE_LISTED_SESSIONS\n    sessions: 1\n    sessions: 4", "",
        "p:31:3: 'cadence' is missing"},
       {R"(instrument_id: "small")", "", "p:31:3: 'instrument_id' is missing"},
       {"instrument_version: 2", "",
        "p:31:3: 'instrument_version' is 0, must be from 1 to 1000000"},
       {"  completion {",
        "  measures { instrument_id: \"small\" instrument_version: 1\n"
        "    cadence: MEASURE_CADENCE_EVERY_SESSION }\n  completion {",
        "p:39:14: 'small' stands twice"}});
}

TEST(CourseFaults, NothingIsMeasuredBeforeAGroupThatHasNoMeetingBefore) {
  const auto begin = good_course.find("  phases {");
  const auto end = good_course.find("  phases {", begin + 1);
  const std::string text = good_course.substr(0, begin) + good_course.substr(end);
  EXPECT_EQ(faults_of(text), "p:30:5: the course has no pre-group phase");
}

TEST(CourseFaults, CompletionCanBeReached) {
  const std::string good = "completion { min_sessions_attended: 3 }";
  expect_faults(good_course, {{good, "", "p:1:1: 'completion' is missing"},
                              {good, "completion { min_sessions_attended: 5 }",
                               "p:39:16: 'min_sessions_attended' is 5, must be from 1 to 4"},
                              {good, "completion { }",
                               "p:39:3: 'min_sessions_attended' is 0, must be from 1 to 4"}});
}

TEST(CourseFaults, AGroupHasASize) {
  expect_faults(
      good_course,
      {{"  size { min_members: 6 max_members: 10 }\n", "", "p:1:1: 'size' is missing"},
       {"min_members: 6", "", "p:40:3: 'min_members' is 0, must be from 1 to 60"},
       {"max_members: 10", "max_members: 61", "p:40:25: 'max_members' is 61, must be from 1 to 60"},
       {"max_members: 10", "max_members: 5", "p:40:25: 'max_members' is below 'min_members'"}});
}

TEST(CourseFaults, ScreeningNamesEachInstrumentOnceWithItsCutOff) {
  const std::string screened = good_course.substr(0, good_course.rfind('}')) + R"(  eligibility {
    steps { instrument_id: "small" instrument_version: 2 cut_off: 2 }
    steps { instrument_id: "large" instrument_version: 1 cut_off: 0 }
  }
}
)";
  expect_faults(screened, {{" cut_off: 2", "", "p:42:5: 'cut_off' is missing"},
                           {R"("large")", R"("small")", "p:43:13: 'small' stands twice"},
                           {"instrument_version: 1", "",
                            "p:43:5: 'instrument_version' is 0, must be from 1 to 1000000"}});
  EXPECT_EQ(faults_of(good_course.substr(0, good_course.rfind('}')) + "  eligibility { }\n}\n"),
            "p:41:3: 'steps' is missing");
}

TEST(CourseFaults, AStepHasItsOwnWordsOrThoseOfAStepPack) {
  const std::string bare = with(good_course, R"( title: "Farewell")", "");
  EXPECT_EQ(faults_of(bare), "p:29:7: 'title' is missing");
  const std::string named = with(bare, "  interval_days: 7\n",
                                 "  interval_days: 7 steps_id: \"words\" steps_version: 1\n");
  EXPECT_EQ(faults_of(named), "no fault");
  EXPECT_EQ(faults_of(with(named, "steps_version: 1", "")),
            "p:1:1: 'steps_version' is 0, must be from 1 to 1000000");
  EXPECT_EQ(faults_of(with(named, R"(steps_id: "words" )", "")),
            "p:6:20: 'steps_id' is missing\np:29:7: 'title' is missing");
  // A prompt without a title is half of its own words.
  EXPECT_EQ(faults_of(with(named, "minutes: 90", R"(minutes: 90 prompt: "Goodbye.")")),
            "p:29:7: 'title' is missing");
}

TEST(StepFaults, StepsAreNamedOnceAndEachAreaOnce) {
  expect_faults(good_steps,
                {{R"(id: "words")", "", "p:1:1: 'id' is missing"},
                 {R"(licence_note: "ours")", "", "p:1:1: 'licence_note' is missing"},
                 {R"(id: "rules")", R"(id: "arrive")", "p:13:11: 'arrive' stands twice"},
                 {R"( title: "Rules")", "", "p:13:3: 'title' is missing"},
                 {"FOCAL_AREA_LONELINESS", "FOCAL_AREA_GRIEF", "p:11:20: this area stands twice"},
                 {"area: FOCAL_AREA_LONELINESS ", "", "p:11:5: 'area' is missing"},
                 {"FOCAL_AREA_LONELINESS", "9", "p:11:20: 'area' has no value 9"},
                 {R"( prompt: "Welcome, you aren't alone.")", "", "p:11:5: 'prompt' is missing"}});
  EXPECT_EQ(faults_of(R"(steps { id: "w" version: 1 title: "W" licence_note: "x" })"),
            "p:1:1: 'steps' is missing");
}

}  // namespace
}  // namespace baraza::content
