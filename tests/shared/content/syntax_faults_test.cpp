// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <sstream>

#include "tests/shared/content/pack_text.h"

namespace baraza::content {
namespace {

TEST(SyntaxFaults, AreLocatedByTheParser) {
  expect_faults(
      good_instrument,
      {{"version: 2", "version 2", "p:3:11: Expected \":\", found \"2\"."},
       {"version: 2", "version: \"two\"", "p:3:12: Expected integer, got: \"two\""},
       {"version: 2", "versoin: 2",
        "p:3:3: Message type \"baraza.v1.InstrumentPack\" has no field named \"versoin\"."},
       {"version: 2", "version: 2 version: 3",
        "p:3:14: Non-repeated field \"version\" is specified multiple times."},
       {"version: 2", "version: -1", "p:3:12: Expected integer, got: -"},
       {"SCORE_DIRECTION_LOWER_IS_BETTER", "SCORE_DIRECTION_SIDEWAYS",
        "p:6:14: Unknown enumeration value of \"SCORE_DIRECTION_SIDEWAYS\" for field "
        "\"direction\"."}});
}

TEST(SyntaxFaults, AnEmptyFileHoldsNoPack) {
  EXPECT_EQ(faults_of(""), "p:1:1: holds neither an instrument nor a course nor steps");
  EXPECT_EQ(faults_of("# only a comment\n"),
            "p:1:1: holds neither an instrument nor a course nor steps");
}

TEST(SyntaxFaults, AFileThatIsCutOffIsNotReadToItsHalf) {
  const std::string cut = good_instrument.substr(0, good_instrument.size() - 2);
  EXPECT_EQ(faults_of(cut), "p:24:1: Expected identifier, got: ");
}

TEST(SyntaxFaults, OneFileIsOnePack) {
  EXPECT_EQ(faults_of(good_instrument + good_course),
            "p:25:1: Field \"course\" is specified along with field \"instrument\", another member "
            "of oneof \"pack\".");
}

TEST(SyntaxFaults, NumbersThatAreNoValueOfAnEnumAreFound) {
  expect_faults(good_instrument,
                {{"SCORE_DIRECTION_LOWER_IS_BETTER", "7", "p:6:3: 'direction' has no value 7"},
                 {"ROUNDING_HALF_UP", "2", "p:16:31: 'rounding' has no value 2"},
                 {"CHANGE_BASELINE_FIRST", "-1", "p:21:5: 'baseline' has no value -1"},
                 {"CHANGE_KIND_BETTER_BY_PERCENT", "9", "p:22:18: 'kind' has no value 9"},
                 {"ROUNDING_HALF_UP", "1", "no fault"}});
  expect_faults(good_course, {{"PHASE_KIND_ENDING", "9", "p:25:5: 'kind' has no value 9"},
                              {"SETTING_INDIVIDUAL", "3", "p:9:5: 'setting' has no value 3"}});
}

TEST(SyntaxFaults, StringsAreUtf8) {
  const std::string at = "p:8:19: 'label' is not UTF-8";
  expect_faults(good_instrument, {
                                     {"First", R"(\xff)", at},
                                     {"First", "\xff", at},
                                     {"First", R"(\xc3)", at},              // cut short
                                     {"First", R"(\xc0\xaf)", at},          // longer than needed
                                     {"First", R"(\xed\xa0\x80)", at},      // half a surrogate pair
                                     {"First", R"(\xf4\x90\x80\x80)", at},  // beyond the last
                                     {"First", "Première", "no fault"},
                                     {"First", "\U0001F642", "no fault"},
                                 });
}

TEST(SyntaxFaults, StringsAreSingleLines) {
  const std::string at = "p:8:19: 'label' holds a control character";
  expect_faults(good_instrument, {{"First", R"(a\nb)", at},
                                  {"First", R"(a\000b)", at},
                                  {"First", R"(\x1b[2J)", at},
                                  {"First", R"(\x7f)", at},
                                  {"First", R"(\xc2\x85)", at}});
}

TEST(SyntaxFaults, AnIdThatIsNotUtf8IsReportedForBothReasons) {
  EXPECT_EQ(faults_of(with(good_instrument, R"(id: "small")", R"(id: "\xff")")),
            "p:2:3: 'id' is not UTF-8\n"
            "p:2:3: 'id' may hold lower-case letters, digits and _ only, up to 200 bytes");
}

TEST(SyntaxFaults, ATabGoesToTheNextMultipleOfEight) {
  EXPECT_EQ(faults_of(with(good_instrument, "  version: 2", "\tversion: 0")),
            "p:3:9: 'version' is 0, must be from 1 to 1000000");
}

// Either read, or every line of what is said begins with a place within the file.
void expect_read_or_located(const std::string& text) {
  const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
  std::istringstream said(faults_of(text));
  for (std::string fault; std::getline(said, fault);) {
    if (fault == "no fault") continue;
    int line = 0;
    int column = 0;
    int read = 0;
    ASSERT_EQ(std::sscanf(fault.c_str(), "p:%d:%d: %n", &line, &column, &read), 2) << fault;
    ASSERT_LT(static_cast<std::size_t>(read), fault.size()) << fault;
    ASSERT_GE(line, 1) << fault << "\n" << text;
    ASSERT_LE(line, lines) << fault << "\n" << text;
    ASSERT_GE(column, 1) << fault << "\n" << text;
  }
}

TEST(SyntaxFaults, NoCutAndNoWrongByteIsMoreThanAFault) {
  for (const std::string& good : {good_instrument, good_course}) {
    for (std::size_t at = 0; at < good.size(); ++at) {
      expect_read_or_located(good.substr(0, at));
      for (const char wrong : {'\0', '\n', '"', '{', '}', '9', '-', 'x', '\xff'}) {
        std::string text = good;
        text[at] = wrong;
        expect_read_or_located(text);
      }
    }
  }
}

TEST(SyntaxFaults, APackOverTheLimitIsNotRead) {
  std::string text = good_instrument + "#";
  text.resize(pack_bytes_max, ' ');
  EXPECT_EQ(faults_of(text), "no fault");
  const Result<Pack> pack = parse_pack("big", text + " ", pack_hash);
  ASSERT_FALSE(pack);
  EXPECT_EQ(pack.error(), (Error{Code::too_large, "big: the pack is longer than 262144 bytes"}));
}

}  // namespace
}  // namespace baraza::content
