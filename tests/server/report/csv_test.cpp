// SPDX-License-Identifier: Apache-2.0
#include "server/report/csv.h"

#include <gtest/gtest.h>

#include "tests/server/report/report_support.h"

namespace baraza::server {
namespace {

using test::FullSink;
using test::StringSink;

std::string written(std::vector<std::vector<Cell>> rows, CsvOptions options = {}) {
  StringSink sink;
  CsvWriter csv(sink, options);
  for (const auto& row : rows) EXPECT_TRUE(csv.row(row).has_value());
  EXPECT_TRUE(csv.finish().has_value());
  return sink.text;
}

std::string text(const char* value) {
  return value;
}

TEST(Csv, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(written({{text("plain"), text("a,b"), text("say \"yes\""), text("two\nlines")}}),
            "plain,\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\"\n");
  EXPECT_EQ(written({{text(" edge"), text("edge "), text("in side"), text("a;b")}}),
            "\" edge\",\"edge \",in side,\"a;b\"\n");
}

TEST(Csv, BlankIsNothingAndZeroIsZero) {
  EXPECT_EQ(written({{Cell{}, std::int64_t{0}, text_cell(""), number_cell<int>({})}}), ",0,,\n");
}

TEST(Csv, ALineIsNeverEmpty) {
  EXPECT_EQ(written({{Cell{}}}), "\"\"\n");
}

TEST(Csv, NumbersStayNumbers) {
  EXPECT_EQ(written({{std::int64_t{-5}, std::int64_t{27}, INT64_MIN}}),
            "-5,27,-9223372036854775808\n");
  EXPECT_EQ(written({{text("-5")}}), "'-5\n") << "what somebody typed is no number";
}

TEST(Csv, ExcelGetsAByteOrderMarkAndCarriageReturns) {
  EXPECT_EQ(written({{text("mood")}, {text("Mbál\xC3\xA9")}}, csv_for_excel()),
            "\xEF\xBB\xBFmood\r\nMbál\xC3\xA9\r\n");
  EXPECT_EQ(written({{text("a")}}, {LineEnd::crlf, false}), "a\r\n");
  EXPECT_EQ(written({{text("a")}}, {LineEnd::lf, true}),
            "\xEF\xBB\xBF"
            "a\n");
}

TEST(Csv, AnyTextComesBackAsItWasButForTheGuard) {
  model::SeededRandom random(7);
  constexpr std::string_view signs = "ab,;\"\n\r\t =-'0";
  for (int round = 0; round < 500; ++round) {
    std::vector<Cell> row;
    std::vector<std::string> expected;
    for (std::size_t cell = 0; cell <= random.below(4); ++cell) {
      std::string word;
      for (std::size_t length = random.below(9); length > 0; --length) {
        word += signs[random.below(signs.size())];
      }
      row.emplace_back(word);
      expected.push_back(guard_formula(word));
    }
    const CsvOptions options{round % 2 == 0 ? LineEnd::lf : LineEnd::crlf, false};
    const auto read = test::read_csv(written({row}, options));
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0], expected);
  }
}

TEST(Csv, LongTablesGoOutInPieces) {
  StringSink sink;
  CsvWriter csv(sink, {});
  const std::vector<Cell> row{std::string(1000, 'x')};
  for (int i = 0; i < 1000; ++i) ASSERT_TRUE(csv.row(row).has_value());
  EXPECT_GT(sink.writes, 10);
  EXPECT_LT(sink.writes, 100);
  ASSERT_TRUE(csv.finish().has_value());
  EXPECT_EQ(sink.text.size(), 1001U * 1000U);
}

TEST(Csv, AFullDiskIsToldAndNothingMoreIsWritten) {
  FullSink sink(0);
  CsvWriter csv(sink, {});
  const std::vector<Cell> row{std::string(100'000, 'x')};
  EXPECT_EQ(csv.row(row).error().code, Code::storage_full);
  EXPECT_EQ(csv.row(row).error().code, Code::storage_full);
  EXPECT_EQ(csv.finish().error().code, Code::storage_full);
  EXPECT_EQ(sink.writes, 1);
}

}  // namespace
}  // namespace baraza::server
