// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "shared/sqlite/database.h"
#include "shared/sqlite/statement.h"

namespace baraza::sqlite {

// A folder of its own for each test, gone afterwards.
class ScratchTest : public testing::Test {
 protected:
  ScratchTest() {
    std::string name = (std::filesystem::temp_directory_path() / "baraza_sqlite_XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~ScratchTest() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path file() const { return folder_ / "a.db"; }

  // The writer, with one table.
  Database writer(const Options& options = {}) const {
    auto database = Database::open(file(), OpenMode::read_write_create, options);
    EXPECT_TRUE(database) << database.error().detail;
    auto made = database->run("CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, words)");
    EXPECT_TRUE(made) << made.error().detail;
    return std::move(*database);
  }
  Database reader() const {
    auto database = Database::open(file(), OpenMode::read_only);
    EXPECT_TRUE(database) << database.error().detail;
    return std::move(*database);
  }

  std::filesystem::path folder_;
};

// The one integer that the query gives; -1 and a failed test if it fails.
inline std::int64_t value_of(Database& database, std::string_view sql) {
  auto query = database.prepare(sql);
  EXPECT_TRUE(query) << query.error().detail;
  if (!query) return -1;
  const auto row = query->step();
  EXPECT_TRUE(row && *row) << (row ? "no row" : row.error().detail);
  return row && *row ? query->integer(0) : -1;
}

}  // namespace baraza::sqlite
