// SPDX-License-Identifier: Apache-2.0
#include "server/report/export.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/server/report/report_support.h"

namespace baraza::server {
namespace {

using test::FullSink;
using test::GroupStory;
using test::MemorySource;
using test::StringSink;

class Exports : public ::testing::Test {
 protected:
  Exports() {
    source.add(one.context(), one.state());
    source.add(two.context(), two.state());
  }
  std::vector<std::map<std::string, std::string>> attendance(const RowFilter& filter) {
    StringSink sink;
    EXPECT_TRUE(export_attendance(source, sink, {{}, filter}).has_value());
    return test::read_table(sink.text);
  }
  static std::set<std::string> values(const std::vector<std::map<std::string, std::string>>& table,
                                      const std::string& column) {
    std::set<std::string> out;
    for (const auto& row : table) out.insert(row.at(column));
    return out;
  }

  content::PackLibrary packs = test::shipped_library();
  GroupStory one{1}, two{2};
  MemorySource source;
};

TEST_F(Exports, HoldEveryGroupOfTheSource) {
  EXPECT_EQ(values(attendance({}), "group_name"),
            (std::set<std::string>{"'=Upendo 1", "'=Upendo 2"}));
}

TEST_F(Exports, FilterByGroupSiteAndDate) {
  RowFilter filter;
  filter.group = two.context().group;
  EXPECT_EQ(values(attendance(filter), "group_id"), std::set{to_hex(two.context().group)});
  filter = {};
  filter.site = test::id_of<SiteId>(1);
  EXPECT_TRUE(attendance(filter).empty());
  filter = {};
  filter.first_date = one.second.date;
  filter.last_date = one.third.date;
  EXPECT_EQ(values(attendance(filter), "session_date"),
            (std::set<std::string>{"2026-03-09", "2026-03-16"}));
}

TEST_F(Exports, SayWhatAnOlderServerCouldNotShow) {
  StringSink sink;
  const auto summary = export_attendance(source, sink, {}).value();
  EXPECT_EQ(summary.groups, 2U);
  EXPECT_EQ(summary.entries_by_newer_version, 2U);
  EXPECT_EQ(summary.unreadable_entries, 0U);
}

TEST_F(Exports, AnEmptySourceGivesAHeaderAlone) {
  MemorySource nothing;
  StringSink sink;
  EXPECT_EQ(export_mood(nothing, packs, sink, {}).value().rows, 0U);
  EXPECT_EQ(test::read_csv(sink.text).size(), 1U);
}

TEST_F(Exports, NameColumnsInSnakeCaseOnceEach) {
  for (const auto& columns : {meanings_of(attendance_columns()), meanings_of(mood_columns())}) {
    std::set<std::string> names;
    for (const ColumnMeaning& column : columns) {
      EXPECT_TRUE(names.insert(column.name).second) << column.name;
      EXPECT_EQ(column.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"),
                std::string::npos);
      EXPECT_FALSE(column.meaning.empty()) << column.name;
    }
  }
}

TEST_F(Exports, ANumberColumnHoldsNumbersOrNothing) {
  StringSink attendance_sink, mood_sink;
  ASSERT_TRUE(export_attendance(source, attendance_sink, {}).has_value());
  ASSERT_TRUE(export_mood(source, packs, mood_sink, {}).has_value());
  const auto check = [](const std::string& text, const std::vector<ColumnMeaning>& columns) {
    for (const auto& row : test::read_table(text)) {
      for (const ColumnMeaning& column : columns) {
        const std::string& cell = row.at(column.name);
        if (column.type == CellType::number) {
          EXPECT_EQ(cell.find_first_not_of("0123456789"), std::string::npos) << column.name;
        } else if (column.type == CellType::date) {
          EXPECT_TRUE(civil_date_from(cell).has_value()) << column.name;
        } else if (column.type == CellType::instant && !cell.empty()) {
          EXPECT_EQ(cell.size(), 24U) << column.name;
          EXPECT_EQ(cell.back(), 'Z');
        }
      }
    }
  };
  check(attendance_sink.text, meanings_of(attendance_columns()));
  check(mood_sink.text, meanings_of(mood_columns()));
}

TEST_F(Exports, AClockThatIsNoTimeIsBlank) {
  model::MainState state = one.state();
  for (auto& [key, marks] : state.attendance) {
    for (auto& write : marks.writes) write.wall = Instant{INT64_MAX};
  }
  MemorySource wild;
  wild.add(one.context(), state);
  StringSink sink;
  ASSERT_TRUE(export_attendance(wild, sink, {}).has_value());
  EXPECT_EQ(values(test::read_table(sink.text), "marked_clock_time"), std::set<std::string>{""});
}

TEST_F(Exports, FailWithTheirSinkAndTheirSource) {
  FullSink full(10);
  EXPECT_EQ(export_attendance(source, full, {}).error().code, Code::storage_full);
  source.failure = Error{Code::storage_damaged, "a page of the log"};
  StringSink sink;
  EXPECT_EQ(export_mood(source, packs, sink, {}).error().code, Code::storage_damaged);
}

}  // namespace
}  // namespace baraza::server
