// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <numeric>

#include "tests/server/report/report_support.h"

// What people's spreadsheets and scripts rest on. UPDATE_GOLDEN=1 rewrites the files: columns are
// only ever appended.
namespace baraza::server {
namespace {

void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = std::string(BARAZA_GOLDEN_FOLDER "/") + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << text;
  std::ifstream file(path, std::ios::binary);
  const std::string golden{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(text, golden) << "differs from " << path;
}

class GoldenExports : public ::testing::Test {
 protected:
  std::string attendance(const model::MainState& state, CsvOptions csv = {}) {
    test::MemorySource source;
    source.add(story.context(), state);
    test::StringSink sink;
    EXPECT_TRUE(export_attendance(source, sink, {csv, {}}).has_value());
    return sink.text;
  }
  std::string mood(const model::MainState& state, CsvOptions csv = {}) {
    test::MemorySource source;
    source.add(story.context(), state);
    test::StringSink sink;
    EXPECT_TRUE(export_mood(source, packs, sink, {csv, {}}).has_value());
    return sink.text;
  }

  content::PackLibrary packs = test::shipped_library();
  test::GroupStory story;
};

TEST_F(GoldenExports, AttendanceIsWrittenAsEver) {
  expect_golden("attendance.csv", attendance(story.state()));
}

TEST_F(GoldenExports, MoodIsWrittenAsEver) {
  expect_golden("mood.csv", mood(story.state()));
}

TEST_F(GoldenExports, ForExcelIsWrittenAsEver) {
  expect_golden("attendance_excel.csv", attendance(story.state(), csv_for_excel()));
}

TEST_F(GoldenExports, TheOrderInWhichOpsCameChangesNoByte) {
  const std::string attendance_then = attendance(story.state());
  const std::string mood_then = mood(story.state());
  std::vector<std::size_t> order(story.op_count());
  std::iota(order.begin(), order.end(), 0U);
  model::SeededRandom random(11);
  for (int round = 0; round < 40; ++round) {
    std::shuffle(order.begin(), order.end(), random.engine());
    const model::MainState state = story.state_in_order(order);
    ASSERT_EQ(attendance(state), attendance_then);
    ASSERT_EQ(mood(state), mood_then);
  }
}

}  // namespace
}  // namespace baraza::server
