// SPDX-License-Identifier: Apache-2.0
#include "server/report/manifest.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "tests/server/report/report_support.h"

namespace baraza::server {
namespace {

// By another library than the one under test.
std::string sha256_of(const std::string& text) {
  std::array<unsigned char, 32> out{};
  unsigned size = 0;
  EXPECT_EQ(EVP_Digest(text.data(), text.size(), out.data(), &size, EVP_sha256(), nullptr), 1);
  return to_hex(ByteView(reinterpret_cast<const char*>(out.data()), size));
}

class Manifests : public ::testing::Test {
 protected:
  void make(ExportOptions options) {
    test::MemorySource source;
    source.add(story.context(), story.state());
    std::vector<ExportSummary> tables;
    tables.push_back(export_attendance(source, attendance, options).value());
    tables.push_back(export_mood(source, packs, mood, options).value());
    const ManifestFacts facts{test::id_of<Epoch>(0xe1), 4711, "0.1.0", Instant{1'795'413'600'000},
                              options};
    text = manifest_json(facts, tables);
    json = nlohmann::json::parse(text);
  }

  content::PackLibrary packs = test::shipped_library();
  test::GroupStory story;
  test::StringSink attendance, mood;
  std::string text;
  nlohmann::json json;
};

TEST_F(Manifests, RowsBytesAndHashAreThoseOfTheFiles) {
  for (const CsvOptions csv : {CsvOptions{}, csv_for_excel()}) {
    attendance.text.clear();
    mood.text.clear();
    make({csv, {}});
    const std::array<const std::string*, 2> files{&attendance.text, &mood.text};
    for (std::size_t i = 0; i < files.size(); ++i) {
      const auto& table = json["tables"][i];
      std::string_view body = *files[i];
      if (csv.byte_order_mark) body.remove_prefix(3);
      EXPECT_EQ(table["rows"], test::read_csv(body).size() - 1);
      EXPECT_EQ(table["bytes"], files[i]->size());
      EXPECT_EQ(table["sha256"], sha256_of(*files[i]));
    }
    EXPECT_EQ(json["csv"]["byte_order_mark"], csv.byte_order_mark);
  }
}

TEST_F(Manifests, ColumnsAreThoseOfTheHeader) {
  make({});
  const auto header = test::read_csv(mood.text)[0];
  const auto& columns = json["tables"][1]["columns"];
  ASSERT_EQ(columns.size(), header.size());
  for (std::size_t i = 0; i < header.size(); ++i) EXPECT_EQ(columns[i]["name"], header[i]);
}

TEST_F(Manifests, SayAsOfWhenByWhatAndOfWhichRows) {
  ExportOptions options;
  options.filter.group = story.context().group;
  options.filter.last_date = story.second.date;
  make(options);
  EXPECT_EQ(json["as_of"]["epoch"], to_hex(test::id_of<Epoch>(0xe1)));
  EXPECT_EQ(json["as_of"]["commit"], 4711);
  EXPECT_EQ(json["software_version"], "0.1.0");
  EXPECT_EQ(json["exported_at"], to_text(Instant{1'795'413'600'000}));
  EXPECT_EQ(json["filter"]["group_id"], to_hex(story.context().group));
  EXPECT_EQ(json["filter"]["last_session_date"], "2026-03-09");
  EXPECT_TRUE(json["filter"]["site_id"].is_null());
}

TEST_F(Manifests, GiveTheRateWithItsDefinitionAndWhatIsOutOfIt) {
  make({});
  const auto& counts = json["tables"][0]["attendance"];
  EXPECT_DOUBLE_EQ(counts["rate"].get<double>(),
                   counts["came"].get<double>() / counts["counted"].get<double>());
  EXPECT_EQ(counts["disputed"], 1);
  EXPECT_EQ(json["definitions"]["attendance_rate"], attendance_rate_definition());

  // The same from the file by hand.
  int came = 0, counted = 0;
  for (const auto& row : test::read_table(attendance.text)) {
    const std::string& mark = row.at("attendance");
    if (mark.empty() || mark == "disputed" || row.at("membership_status") == "not_member") continue;
    ++counted;
    if (mark == "present" || mark == "late" || mark == "left_early") ++came;
  }
  EXPECT_EQ(counts["came"], came);
  EXPECT_EQ(counts["counted"], counted);
}

TEST_F(Manifests, AreTheSameForTheSameFacts) {
  make({});
  const std::string before = text;
  attendance.text.clear();
  mood.text.clear();
  make({});
  EXPECT_EQ(text, before);
  EXPECT_EQ(text.back(), '\n');
}

}  // namespace
}  // namespace baraza::server
