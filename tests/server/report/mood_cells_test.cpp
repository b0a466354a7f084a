// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "shared/model/make.h"
#include "tests/server/report/report_support.h"

namespace baraza::server {
namespace {

using Row = std::map<std::string, std::string>;
using test::id_of;

std::string item(int number) {
  return "phq9_" + std::to_string(number);
}

class MoodCells : public ::testing::Test {
 protected:
  // The table for one check-in with these answers.
  Row row_of(std::string_view instrument, std::string_view answers, std::uint32_t version = 1) {
    model::Author author(3, StreamKind::main, id_of<StreamId>(4));
    author.write(check_in(instrument, answers, version, id_of<CheckInId>(1)));
    return table_of(std::get<model::MainState>(author.state())).at(0);
  }
  static OpDraft check_in(std::string_view instrument, std::string_view answers,
                          std::uint32_t version, const CheckInId& id) {
    model::CheckIn value;
    value.check_in = id;
    value.session = {id_of<SessionId>(2), CivilDate{20'514}};
    value.member = id_cast<MemberId>(id);  // each its own, so that none is a duplicate
    value.instrument = {std::string(instrument), version, id_of<Hash>(9)};
    value.answers = test::answers_of(answers);
    return model::make_check_in_recorded(value);
  }
  std::vector<Row> table_of(const model::MainState& state) {
    test::MemorySource source;
    source.add(GroupContext{}, state);
    test::StringSink sink;
    EXPECT_TRUE(export_mood(source, packs, sink, {}).has_value());
    return test::read_table(sink.text);
  }

  content::PackLibrary packs = test::shipped_library();
};

TEST_F(MoodCells, AnItemHasAnAnswerOrTheReasonWhyNot) {
  Row row = row_of("phq9", "0123rnas0");
  const std::vector<std::string> answers{"0", "1", "2", "3", "", "", "", "", "0"};
  const std::vector<std::string> reasons{
      "", "", "", "", "refused", "not_asked", "not_applicable", "skipped", ""};
  for (int i = 1; i <= 9; ++i) {
    EXPECT_EQ(row[item(i)], answers[static_cast<std::size_t>(i - 1)]);
    EXPECT_EQ(row[item(i) + "_status"], reasons[static_cast<std::size_t>(i - 1)]);
  }
  EXPECT_EQ(row["mood_0_10"], "");
  EXPECT_EQ(row["mood_0_10_status"], "");
}

TEST_F(MoodCells, ARealZeroIsZero) {
  Row row = row_of("phq9", "000000000");
  EXPECT_EQ(row["phq9_total"], "0");
  EXPECT_EQ(row["phq9_band"], "minimal");
  EXPECT_EQ(row["phq9_prorated"], "no");
  EXPECT_EQ(row["phq9_range_low"], "") << "nothing is open";
  EXPECT_EQ(row_of("mood10", "0")["mood_0_10"], "0");
}

TEST_F(MoodCells, AProratedTotalSaysSoAndWhatIsOpen) {
  Row row = row_of("phq9", "3333333rr");
  EXPECT_EQ(row["phq9_total"], "") << "item 9 has no answer";
  row = row_of("phq9", "33333rr33");
  EXPECT_EQ(row["phq9_total"], "27");
  EXPECT_EQ(row["phq9_prorated"], "yes");
  EXPECT_EQ(row["phq9_range_low"], "21");
  EXPECT_EQ(row["phq9_range_high"], "27");
}

TEST_F(MoodCells, NoTotalHasItsReason) {
  EXPECT_EQ(row_of("phq9", "11111111n")["phq9_total_status"], "item_9_without_answer");
  EXPECT_EQ(row_of("phq9", "rrr111111")["phq9_total_status"], "too_few_answers");
  EXPECT_EQ(row_of("phq9", "0000000000")["phq9_total_status"], "unreadable");
  EXPECT_EQ(row_of("phq9", "000000000", 7)["phq9_total_status"], "instrument_unknown");
  EXPECT_EQ(row_of("phq9", "000000000")["phq9_total_status"], "");
  EXPECT_EQ(row_of("mood10", "5")["phq9_total_status"], "") << "no PHQ-9 at all";
}

TEST_F(MoodCells, AnAnswerThatIsNotThereWasNotAsked) {
  Row row = row_of("phq9", "00000000");
  EXPECT_EQ(row["phq9_9"], "");
  EXPECT_EQ(row["phq9_9_status"], "not_asked");
  EXPECT_EQ(row["phq9_total"], "");
  EXPECT_EQ(row["phq9_total_status"], "item_9_without_answer");
}

TEST_F(MoodCells, AnswersThatFitNoColumnAreKept) {
  EXPECT_EQ(row_of("sleep5", "01r20")["recorded_answers"], "[0 1 refused 2 0]");
  EXPECT_EQ(row_of("phq9", "000000005")["recorded_answers"], "[0 0 0 0 0 0 0 0 5]");
  EXPECT_EQ(row_of("phq9", "000000005")["phq9_1"], "");
  EXPECT_EQ(row_of("phq9", "000000005")["phq9_1_status"], "unreadable");
  EXPECT_EQ(row_of("phq9", "000000000")["recorded_answers"], "");
}

// Every "0" of the table can be traced to an answer or a sum of answers, over whatever was
// answered, refused or spoiled.
TEST_F(MoodCells, BlankIsNeverZero) {
  model::SeededRandom random(5);
  model::Author author(3, StreamKind::main, id_of<StreamId>(4));
  std::map<std::string, std::pair<std::string, std::string>> recorded;  // by check-in
  constexpr std::string_view all = "0123rnas";
  for (int i = 0; i < 400; ++i) {
    const bool is_mood = random.below(4) == 0;
    const std::size_t length = is_mood ? 1 : random.below(10) == 0 ? 7 + random.below(5) : 9;
    const bool many_answers = random.below(2) == 0;
    std::string answers;
    while (answers.size() < length) {
      answers += all[random.below(many_answers && random.below(5) > 0 ? 4 : all.size())];
    }
    const CheckInId id = random.id<CheckInId>();
    author.write(check_in(is_mood ? "mood10" : "phq9", answers, 1, id));
    recorded[to_hex(id)] = {is_mood ? "mood10" : "phq9", answers};
  }
  const auto table = table_of(std::get<model::MainState>(author.state()));
  ASSERT_EQ(table.size(), recorded.size());
  int blanks = 0;
  for (Row row : table) {
    const auto& [instrument, written] = recorded.at(row["check_in_id"]);
    std::string answers = written;
    if (instrument == "phq9" && answers.size() < 9) answers.resize(9, 'n');
    SCOPED_TRACE(instrument + " " + answers);
    EXPECT_EQ(row["instrument"], instrument);
    const bool is_phq9 = instrument == "phq9" && answers.size() == 9;
    std::set<std::string> may_be_zero{"entries_by_newer_version", "course_version"};
    for (std::size_t i = 0; is_phq9 && i < 9; ++i) {
      const bool answered = answers[i] >= '0' && answers[i] <= '3';
      const std::string name = item(static_cast<int>(i) + 1);
      EXPECT_EQ(row[name], answered ? std::string(1, answers[i]) : "");
      EXPECT_EQ(row[name + "_status"].empty(), answered);
      if (answered) may_be_zero.insert(name);
      if (!answered) ++blanks;
    }
    EXPECT_EQ(row["recorded_answers"].empty(), is_phq9 || instrument == "mood10");
    if (is_phq9) {
      EXPECT_NE(row["phq9_total"].empty(), row["phq9_total_status"].empty());
      const bool none_above = answers.find_first_of("123") == std::string::npos;
      const bool item_9_answered = answers[8] >= '0' && answers[8] <= '3';
      if (none_above) may_be_zero.insert("phq9_range_low");
      if (none_above && item_9_answered) may_be_zero.insert("phq9_total");
      if (!item_9_answered) {
        EXPECT_EQ(row["phq9_total"], "");
      }
    }
    if (instrument == "mood10" && answers == "0") may_be_zero.insert("mood_0_10");
    for (const auto& [column, cell] : row) {
      EXPECT_TRUE(cell != "0" || may_be_zero.contains(column)) << column;
    }
  }
  EXPECT_GT(blanks, 100);
}

}  // namespace
}  // namespace baraza::server
