// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/check.h"

#include <gmock/gmock.h>

#include <cerrno>

#include "shared/sqlite/error.h"
#include "tests/shared/sqlite/scratch.h"

namespace baraza::sqlite {
namespace {

class CheckTest : public ScratchTest {
 protected:
  // A closed file of many pages, its log empty.
  void fill() {
    Database database = writer();
    ASSERT_TRUE(
        database.run("CREATE INDEX note_words ON note (words);"
                     "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                     "WHERE i < 2000) INSERT INTO note SELECT i, 'word ' || i FROM n"));
  }
  void overwrite(std::streamoff at, const std::string& bytes) {
    std::fstream(file(), std::ios::in | std::ios::out | std::ios::binary)
        .seekp(at)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
};

TEST_F(CheckTest, AHealthyFilePassesBothChecks) {
  fill();
  Database database = reader();
  EXPECT_TRUE(quick_check(database));
  EXPECT_TRUE(integrity_check(database));
}

TEST_F(CheckTest, AnOverwrittenPageIsFoundAndTheFileNamed) {
  fill();
  overwrite(3 * 4096, std::string(4096, '\x55'));
  Database database = reader();
  for (const auto& checked : {quick_check(database), integrity_check(database)}) {
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, Code::storage_damaged);
    EXPECT_THAT(checked.error().detail, testing::HasSubstr(file().string()));
  }
}

TEST_F(CheckTest, AFileCutShortIsDamaged) {
  fill();
  std::filesystem::resize_file(file(), 5 * 4096);
  auto database = Database::open(file(), OpenMode::read_only);
  const auto checked = database ? quick_check(*database) : Result<void>(fail(database.error()));
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().code, Code::storage_damaged);
}

TEST(SqliteLibrary, TheOneLoadedIsGoodEnough) {
  EXPECT_TRUE(check_library());
  EXPECT_EQ(library_version().substr(0, 2), "3.");
}

TEST(SqliteErrors, EveryResultThatADiskCanGiveHasItsCode) {
  // Numbers of SQLite's file format of errors, which never change.
  EXPECT_EQ(code_for(0), Code::none);
  EXPECT_EQ(code_for(5), Code::locked);
  EXPECT_EQ(code_for(6), Code::locked);
  EXPECT_EQ(code_for(261), Code::locked);  // BUSY_RECOVERY
  EXPECT_EQ(code_for(8), Code::storage_failed);
  EXPECT_EQ(code_for(10), Code::storage_failed);
  EXPECT_EQ(code_for(1034), Code::storage_failed);   // IOERR_FSYNC
  EXPECT_EQ(code_for(8202), Code::storage_damaged);  // IOERR_DATA
  EXPECT_EQ(code_for(11), Code::storage_damaged);
  EXPECT_EQ(code_for(267), Code::storage_damaged);  // CORRUPT_VTAB
  EXPECT_EQ(code_for(26), Code::storage_damaged);
  EXPECT_EQ(code_for(13), Code::storage_full);
  EXPECT_EQ(code_for(14), Code::storage_failed);
  EXPECT_EQ(code_for(18), Code::too_large);
  EXPECT_EQ(code_for(2067), Code::already_exists);  // CONSTRAINT_UNIQUE
  EXPECT_EQ(code_for(1299), Code::internal);        // CONSTRAINT_NOTNULL
  EXPECT_EQ(code_for(21), Code::internal);
}

TEST(SqliteErrors, AFullDiskIsToldFromAFailingOneByTheSystemsWord) {
  EXPECT_EQ(code_for(778, EIO), Code::storage_failed);    // IOERR_WRITE
  EXPECT_EQ(code_for(4874, ENOSPC), Code::storage_full);  // IOERR_SHMSIZE
  EXPECT_EQ(code_for(778, EDQUOT), Code::storage_full);
  EXPECT_EQ(code_for(14, ENOSPC), Code::storage_full);
}

}  // namespace
}  // namespace baraza::sqlite
