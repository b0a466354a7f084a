// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "client/store/sqlite_store.h"
#include "shared/sqlite/database.h"
#include "shared/vault/null_sealer.h"
#include "tests/client/store/sample_store.h"
#include "tests/shared/system/temporary_folder.h"
#include "tests/support/xor_sealer.h"

namespace baraza::client {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view canary = "CanaryAmina";

class SealingTest : public testing::Test {
 protected:
  // A store with the canary in everything a person writes or hears, left open.
  std::unique_ptr<SqliteStore> filled(const std::filesystem::path& folder, vault::Sealer& sealer) {
    auto store = SqliteStore::open(folder, sealer, random_);
    EXPECT_TRUE(store) << store.error().detail;
    SampleLaptop laptop((*store)->load()->key_seed, random_);
    const std::string words(canary);
    EXPECT_TRUE((*store)->apply(laptop.enrol(words)));
    EXPECT_TRUE((*store)->apply(laptop.write({main_, alarm_}, 2, words)));
    EXPECT_TRUE((*store)->apply(laptop.hear(main_, 3, words)));
    EXPECT_TRUE((*store)->apply(laptop.resolve(alarm_)));
    EXPECT_TRUE((*store)->apply(laptop.hear_own(main_, 1)));
    EXPECT_TRUE((*store)->apply(laptop.write({main_}, 1, words)));
    EXPECT_TRUE((*store)->apply(laptop.keep("note/" + words, words)));
    EXPECT_TRUE((*store)->apply(laptop.finish(main_, "note/" + words, "run/" + words, words)));
    expected_ = laptop.expected();
    return std::move(*store);
  }
  // Names of the files under the folder whose bytes hold `words`.
  static std::vector<std::string> files_with(const std::filesystem::path& folder, ByteView words) {
    std::vector<std::string> out;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
      if (!file.is_regular_file()) continue;
      std::ifstream in(file.path(), std::ios::binary);
      const std::string bytes(std::istreambuf_iterator<char>(in), {});
      if (bytes.find(words) != std::string::npos) out.push_back(file.path().filename());
    }
    return out;
  }
  // A copy of the folder's files as they are now, with the store still open.
  static void copy_files(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
  }
  Result<Loaded> open_and_load(const std::filesystem::path& folder, vault::Sealer& sealer) {
    auto store = SqliteStore::open(folder, sealer, random_);
    if (!store) return fail(store.error());
    return (*store)->load();
  }
  void run_sql(const std::string& sql) {
    auto database = sqlite::Database::open(database_path(folder_.path() / "a"),
                                           sqlite::OpenMode::read_write_create);
    ASSERT_TRUE(database);
    const auto done = database->run(sql);
    ASSERT_TRUE(done) << done.error().detail;
  }
  std::int64_t rows_in(const std::string& table) {
    auto database =
        sqlite::Database::open(database_path(folder_.path() / "a"), sqlite::OpenMode::read_only);
    if (!database) return -1;
    auto query = database->prepare("SELECT count(*) FROM " + table);
    if (!query || !query->step()) return -1;
    return query->integer(0);
  }

  TemporaryFolder folder_;
  SeededRandom random_{1};
  StreamRecord main_ = SampleLaptop::record(1);
  StreamRecord alarm_ = SampleLaptop::record(1, StreamKind::alarm);
  vault::NullSealer null_;
  test::XorSealer xor_{"key"};
  Loaded expected_;
};

TEST_F(SealingTest, WhatIsSealedByOneSealerIsReadByNoOther) {
  filled(folder_.path() / "null", null_);
  EXPECT_EQ(difference(*open_and_load(folder_.path() / "null", null_), expected_), "");
  filled(folder_.path() / "xor", xor_);
  EXPECT_EQ(difference(*open_and_load(folder_.path() / "xor", xor_), expected_), "");

  test::XorSealer other_key("another key");
  EXPECT_FALSE(open_and_load(folder_.path() / "null", xor_));
  EXPECT_FALSE(open_and_load(folder_.path() / "xor", null_));
  const auto wrong_key = open_and_load(folder_.path() / "xor", other_key);
  ASSERT_FALSE(wrong_key);
  EXPECT_EQ(wrong_key.error().code, Code::storage_damaged);
  EXPECT_EQ(difference(*open_and_load(folder_.path() / "xor", xor_), expected_), "")
      << "a wrong key spoils nothing";
}

TEST_F(SealingTest, ACanaryIsInTheFolderWithTheNullSealerAndNowhereWithARealOne) {
  for (const bool sealed : {false, true}) {
    vault::Sealer& sealer = sealed ? static_cast<vault::Sealer&>(xor_) : null_;
    const auto folder = folder_.path() / (sealed ? "sealed" : "clear");
    auto store = filled(folder, sealer);
    // Reading an open database's files would drop SQLite's locks on them: look at copies.
    const auto open_copy = folder_.path() / (sealed ? "sealed-open" : "clear-open");
    copy_files(folder, open_copy);
    store.reset();
    for (const auto& where : {open_copy, folder}) {
      if (sealed) {
        EXPECT_THAT(files_with(where, canary), IsEmpty());
        EXPECT_THAT(files_with(where, expected_.key_seed), IsEmpty());
        EXPECT_THAT(files_with(where, main_.stream.view()), IsEmpty());
        EXPECT_THAT(files_with(where, expected_.streams.front().entries.front().head), IsEmpty());
      } else {
        EXPECT_FALSE(files_with(where, canary).empty());
        EXPECT_FALSE(files_with(where, expected_.key_seed).empty());
      }
    }
    EXPECT_TRUE(std::filesystem::exists(open_copy / "client.db-wal"));
  }
}

TEST_F(SealingTest, RowsThatChangedPlacesDoNotOpenUnderAnySealer) {
  const std::vector<std::string> swaps = {
      "UPDATE entry SET position = 9 WHERE stream = 1 AND position = 1; "
      "UPDATE entry SET position = 1 WHERE stream = 1 AND position = 2; "
      "UPDATE entry SET position = 2 WHERE stream = 1 AND position = 9",
      "UPDATE stream SET sealed = (SELECT s.sealed FROM stream s WHERE s.id = 3 - stream.id)",
      "UPDATE own_point SET sealed = (SELECT o.sealed FROM own_point o "
      "WHERE o.stream = 3 - own_point.stream)",
      "UPDATE pending SET sealed = (SELECT sealed FROM entry LIMIT 1)",
      "UPDATE tray SET number = number + 1000",
      "UPDATE meta SET sealed = (SELECT sealed FROM tray) WHERE name = 'identity'",
      "UPDATE meta SET sealed = (SELECT sealed FROM tray) WHERE name = 'key'",
  };
  for (const bool sealed : {false, true}) {
    vault::Sealer& sealer = sealed ? static_cast<vault::Sealer&>(xor_) : null_;
    for (const std::string& swap : swaps) {
      filled(folder_.path() / "a", sealer);
      run_sql(swap);
      const auto read = open_and_load(folder_.path() / "a", sealer);
      EXPECT_FALSE(read) << swap;
      // The null sealer proves nothing of the key's row, whose first byte is then anything: it may
      // be told as a newer version's.
      const bool told_as_newer = !sealed && swap.ends_with("'key'");
      if (!read && !told_as_newer) {
        EXPECT_EQ(read.error().code, Code::storage_damaged) << read.error().detail;
      }
      std::filesystem::remove_all(folder_.path() / "a");
    }
  }
}

TEST_F(SealingTest, AFlippedBitIsNamedByStreamAndPositionAndNothingIsDeleted) {
  filled(folder_.path() / "a", null_);
  const std::int64_t before = rows_in("entry");
  run_sql(
      "UPDATE entry SET sealed = substr(sealed, 1, 80) || x'00' || substr(sealed, 82) "
      "WHERE stream = 1 AND position = 2");
  const auto read = open_and_load(folder_.path() / "a", null_);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Code::storage_damaged);
  EXPECT_THAT(read.error().detail, HasSubstr("position 2"));
  EXPECT_THAT(read.error().detail, HasSubstr(to_hex(main_.stream)));
  EXPECT_EQ(read.error().detail.find(canary), std::string::npos);
  EXPECT_EQ(rows_in("entry"), before);
  const auto verified = open_for_verification(folder_.path() / "a", null_);
  ASSERT_FALSE(verified);
  EXPECT_EQ(verified.error(), read.error());
}

TEST_F(SealingTest, WhatIsMissingIsNoticed) {
  const std::vector<std::string> losses = {
      "DELETE FROM entry WHERE stream = 1 AND position = 2",
      "DELETE FROM entry WHERE stream = 1 AND position = (SELECT max(position) FROM entry)",
      "DELETE FROM meta WHERE name = 'key'",
      "DELETE FROM own_point WHERE stream = 1",
  };
  for (const std::string& loss : losses) {
    filled(folder_.path() / "a", null_);
    run_sql(loss);
    const auto read = open_and_load(folder_.path() / "a", null_);
    EXPECT_FALSE(read) << loss;
    if (!read) {
      EXPECT_EQ(read.error().code, Code::storage_damaged) << read.error().detail;
    }
    std::filesystem::remove_all(folder_.path() / "a");
  }
}

TEST_F(SealingTest, AFileOfNonsenseIsDamagedAndLeftAlone) {
  std::filesystem::create_directory(folder_.path() / "a");
  const std::string nonsense(8192, 'x');
  std::ofstream(database_path(folder_.path() / "a")) << nonsense;
  const auto read = open_and_load(folder_.path() / "a", null_);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Code::storage_damaged) << read.error().detail;
  EXPECT_EQ(std::filesystem::file_size(database_path(folder_.path() / "a")), nonsense.size());
}

}  // namespace
}  // namespace baraza::client
