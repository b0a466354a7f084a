// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/database.h"

#include <gmock/gmock.h>
#include <sqlite3.h>

#include "tests/shared/sqlite/scratch.h"

namespace baraza::sqlite {
namespace {

using testing::HasSubstr;

class DatabaseTest : public ScratchTest {};

std::string word_of(Database& database, const char* sql) {
  auto query = database.prepare(sql);
  EXPECT_TRUE(query && *query->step());
  return std::string(query->text(0));
}

TEST_F(DatabaseTest, WriterKeepsALogAndWaitsForTheDisk) {
  Database database = writer();
  EXPECT_EQ(word_of(database, "PRAGMA journal_mode"), "wal");
  EXPECT_EQ(value_of(database, "PRAGMA synchronous"), 2);
  EXPECT_EQ(value_of(database, "PRAGMA wal_autocheckpoint"), 1000);
  EXPECT_EQ(value_of(database, "PRAGMA foreign_keys"), 1);
  EXPECT_EQ(value_of(database, "PRAGMA trusted_schema"), 0);
  EXPECT_EQ(value_of(database, "PRAGMA temp_store"), 2);
  EXPECT_FALSE(database.read_only());
}

TEST_F(DatabaseTest, WriterTakesTheLengthOfItsLogFromTheOptions) {
  Database database = writer({.checkpoint_pages = 8000});
  EXPECT_EQ(value_of(database, "PRAGMA wal_autocheckpoint"), 8000);
  EXPECT_EQ(value_of(database, "PRAGMA journal_size_limit"), 2 * 8000 * 4096);
}

TEST_F(DatabaseTest, ReaderSeesWhatIsCommittedAndCannotWrite) {
  Database database = writer();
  Database other = reader();
  ASSERT_TRUE(database.run("INSERT INTO note VALUES (1, 'x')"));
  EXPECT_EQ(value_of(other, "SELECT count(*) FROM note"), 1);
  EXPECT_TRUE(other.read_only());
  const auto written = other.run("INSERT INTO note VALUES (2, 'y')");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, Code::storage_failed);
  EXPECT_EQ(value_of(other, "SELECT count(*) FROM note"), 1);
}

TEST_F(DatabaseTest, ReaderNeverCheckpoints) {
  Database database = writer();
  ASSERT_TRUE(database.run("INSERT INTO note VALUES (1, zeroblob(100000))"));
  {
    Database other = reader();
    EXPECT_EQ(value_of(other, "PRAGMA wal_autocheckpoint"), 0);
    EXPECT_FALSE(other.run("PRAGMA wal_checkpoint(TRUNCATE)"));
    EXPECT_FALSE(other.run("PRAGMA wal_autocheckpoint = 5"));
    EXPECT_FALSE(other.run("PRAGMA query_only = OFF"));
    EXPECT_FALSE(other.checkpoint());
  }
  EXPECT_GT(std::filesystem::file_size(folder_ / "a.db-wal"), 100'000U);
  EXPECT_LT(std::filesystem::file_size(file()), 100'000U);
}

TEST_F(DatabaseTest, ReaderNeverEmptiesALogThatTheWriterHasCopied) {
  Database database = writer();
  ASSERT_TRUE(database.run("INSERT INTO note VALUES (1, zeroblob(100000))"));
  ASSERT_TRUE(database.run("PRAGMA wal_checkpoint(PASSIVE)"));
  const auto log_bytes = std::filesystem::file_size(folder_ / "a.db-wal");
  ASSERT_GT(log_bytes, 100'000U);
  Database other = reader();
  EXPECT_FALSE(other.run("PRAGMA wal_checkpoint(TRUNCATE)"));
  EXPECT_FALSE(other.checkpoint());
  EXPECT_EQ(std::filesystem::file_size(folder_ / "a.db-wal"), log_bytes);
}

TEST_F(DatabaseTest, OnlyTheWriterCheckpointsOnClosingAndNeitherTrustsTheFile) {
  Database database = writer();
  Database other = reader();
  const auto flag = [](Database& connection, int option) {
    int value = -1;
    EXPECT_EQ(sqlite3_db_config(connection.handle(), option, -1, &value), SQLITE_OK);
    return value;
  };
  EXPECT_EQ(flag(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE), 0);
  EXPECT_EQ(flag(other, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE), 1);
  for (Database* connection : {&database, &other}) {
    EXPECT_EQ(flag(*connection, SQLITE_DBCONFIG_DEFENSIVE), 1);
    EXPECT_EQ(flag(*connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA), 0);
    EXPECT_EQ(flag(*connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION), 0);
    EXPECT_EQ(flag(*connection, SQLITE_DBCONFIG_ENABLE_FKEY), 1);
    auto query = connection->prepare("PRAGMA mmap_size");
    ASSERT_TRUE(query);
    const auto row = query->step();
    ASSERT_TRUE(row);
    EXPECT_TRUE(!*row || query->integer(0) == 0);
  }
}

TEST_F(DatabaseTest, LastReaderToCloseLeavesTheLogAlone) {
  // As after a crash: the log is there and no writer is.
  {
    Database database = writer();
    ASSERT_TRUE(database.run("INSERT INTO note VALUES (1, zeroblob(100000))"));
    std::filesystem::create_directory(folder_ / "crashed");
    for (const char* name : {"a.db", "a.db-wal"}) {
      std::filesystem::copy(folder_ / name, folder_ / "crashed" / name);
    }
  }
  const auto log = folder_ / "crashed" / "a.db-wal";
  const auto log_bytes = std::filesystem::file_size(log);
  {
    auto other = Database::open(folder_ / "crashed" / "a.db", OpenMode::read_only);
    ASSERT_TRUE(other) << other.error().detail;
    EXPECT_EQ(value_of(*other, "SELECT count(*) FROM note"), 1);
  }
  ASSERT_TRUE(std::filesystem::exists(log));
  EXPECT_EQ(std::filesystem::file_size(log), log_bytes);
}

TEST_F(DatabaseTest, WriterEmptiesTheLogWhenAsked) {
  Database database = writer();
  ASSERT_TRUE(database.run("INSERT INTO note VALUES (1, zeroblob(100000))"));
  ASSERT_TRUE(database.checkpoint());
  EXPECT_EQ(std::filesystem::file_size(folder_ / "a.db-wal"), 0U);
  EXPECT_GT(std::filesystem::file_size(file()), 100'000U);
}

TEST_F(DatabaseTest, ReadingAFileThatIsNotThereMakesNone) {
  const auto database = Database::open(file(), OpenMode::read_only);
  ASSERT_FALSE(database);
  EXPECT_EQ(database.error().code, Code::not_found);
  EXPECT_THAT(database.error().detail, HasSubstr(file().string()));
  EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(DatabaseTest, AFileThatIsNoDatabaseIsDamagedAndUntouched) {
  const std::string words(8192, 'n');
  std::ofstream(file()) << words;
  for (const OpenMode mode : {OpenMode::read_write_create, OpenMode::read_only}) {
    const auto database = Database::open(file(), mode);
    ASSERT_FALSE(database);
    EXPECT_EQ(database.error().code, Code::storage_damaged);
    EXPECT_THAT(database.error().detail, HasSubstr(file().string()));
  }
  EXPECT_EQ(std::filesystem::file_size(file()), words.size());
}

TEST_F(DatabaseTest, AFolderThatIsNotThereIsAFailingDisk) {
  const auto path = folder_ / "none" / "a.db";
  const auto database = Database::open(path, OpenMode::read_write_create);
  ASSERT_FALSE(database);
  EXPECT_EQ(database.error().code, Code::storage_failed);
  EXPECT_THAT(database.error().detail, HasSubstr(path.string()));
}

TEST_F(DatabaseTest, AnUnknownVfsIsNotReplacedByTheDefault) {
  EXPECT_FALSE(Database::open(file(), OpenMode::read_write_create, {.vfs = "no-such-vfs"}));
  EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(DatabaseTest, AnotherWritersLockIsReportedAsLocked) {
  Database database = writer();
  Database other = writer({.busy_timeout = milliseconds(1)});
  ASSERT_TRUE(database.run("BEGIN IMMEDIATE"));
  const auto begun = other.run("BEGIN IMMEDIATE");
  ASSERT_FALSE(begun);
  EXPECT_EQ(begun.error().code, Code::locked);
}

TEST_F(DatabaseTest, StructuresCannotBeWrittenAroundSqlite) {
  Database database = writer();
  ASSERT_TRUE(database.run("PRAGMA writable_schema = ON"));
  EXPECT_FALSE(database.run("UPDATE sqlite_schema SET sql = 'x'"));
  EXPECT_FALSE(database.run("SELECT load_extension('x')"));
  EXPECT_FALSE(database.run("SELECT \"no such column\" FROM note"));
}

TEST_F(DatabaseTest, AMovedDatabaseStaysOpenForItsStatements) {
  Database database = writer();
  auto insert = database.prepare("INSERT INTO note VALUES (?1, NULL)");
  ASSERT_TRUE(insert);
  Database moved = std::move(database);
  EXPECT_TRUE(insert->bind_int(1, 7).run());
  EXPECT_EQ(moved.last_row_id(), 7);
  EXPECT_EQ(moved.changed_rows(), 1);
}

TEST_F(DatabaseTest, AForeignKeyIsHeld) {
  Database database = writer();
  ASSERT_TRUE(database.run("CREATE TABLE line (note REFERENCES note (id))"));
  const auto written = database.run("INSERT INTO line VALUES (12)");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, Code::internal);
}

}  // namespace
}  // namespace baraza::sqlite
