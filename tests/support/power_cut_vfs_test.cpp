// SPDX-License-Identifier: Apache-2.0
#include "tests/support/power_cut_vfs.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <tuple>

#include "shared/sqlite/check.h"
#include "shared/sqlite/transaction.h"
#include "tests/support/power_cut_model.h"

namespace baraza::test {
namespace {

using sqlite::Database;
using sqlite::OpenMode;
using sqlite::Transaction;
using Operation = PowerCutVfs::Operation;

class PowerCutVfsTest : public testing::Test {
 protected:
  PowerCutVfsTest() {
    std::string name = (std::filesystem::temp_directory_path() / "baraza_vfs_XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~PowerCutVfsTest() override { std::filesystem::remove_all(folder_); }

  Result<Database> open(const PowerCutVfs& vfs, int checkpoint_pages = 1000) {
    return Database::open(folder_ / "a.db", OpenMode::read_write_create,
                          {.vfs = vfs.name(), .checkpoint_pages = checkpoint_pages});
  }
  Database opened(int checkpoint_pages = 1000) {
    auto database = open(vfs_, checkpoint_pages);
    EXPECT_TRUE(database) << database.error().detail;
    auto made = database->run("CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, words)");
    EXPECT_TRUE(made) << made.error().detail;
    return std::move(*database);
  }
  static Result<void> insert(Database& database, int bytes = 10) {
    return database.run("INSERT INTO note (words) VALUES (zeroblob(" + std::to_string(bytes) +
                        "))");
  }
  static std::int64_t rows(Database& database) {
    auto query = database.prepare("SELECT count(*) FROM note");
    if (!query) return -1;
    const auto row = query->step();
    return row && *row ? query->integer(0) : -1;
  }

  std::filesystem::path folder_;
  PowerCutVfs vfs_{"vfs-test"};
};

TEST_F(PowerCutVfsTest, ACommitSyncsTheLogOnceHoweverManyRowsItHas) {
  Database database = opened();
  ASSERT_TRUE(insert(database));
  vfs_.reset_counts();
  for (int batch = 0; batch < 5; ++batch) {
    auto transaction = Transaction::begin(database);
    for (int i = 0; i < 100; ++i) ASSERT_TRUE(insert(database));
    ASSERT_TRUE(transaction->commit());
  }
  EXPECT_EQ(vfs_.counts().log_syncs, 5U);
  EXPECT_EQ(vfs_.counts().syncs, 5U);
  EXPECT_GT(vfs_.counts().writes, 5U);
}

TEST_F(PowerCutVfsTest, AfterACutEverythingFailsUntilThePowerIsBack) {
  {
    Database database = opened();
    ASSERT_TRUE(insert(database));
    vfs_.cut(1);
    EXPECT_TRUE(vfs_.is_cut());
    const auto written = insert(database);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, Code::storage_failed);
    EXPECT_FALSE(open(vfs_));
    EXPECT_FALSE(vfs_.restore()) << "a connection is still open";
    EXPECT_TRUE(vfs_.is_cut());
  }
  ASSERT_TRUE(vfs_.restore());
  Database database = opened();
  EXPECT_EQ(rows(database), 1);
  EXPECT_TRUE(insert(database));
}

TEST_F(PowerCutVfsTest, AnUnfinishedTransactionIsGoneAfterACut) {
  {
    Database database = opened();
    ASSERT_TRUE(insert(database));
    ASSERT_TRUE(database.run("PRAGMA cache_size = 1"));  // makes it write before the commit
    auto transaction = Transaction::begin(database);
    vfs_.reset_counts();
    ASSERT_TRUE(insert(database, 200'000));
    EXPECT_GT(vfs_.counts().writes, 0U);
    vfs_.cut(7);
  }
  ASSERT_TRUE(vfs_.restore());
  Database database = opened();
  EXPECT_EQ(rows(database), 1);
}

TEST_F(PowerCutVfsTest, TheSameSeedLeavesTheSameFile) {
  const auto left_by = [&](std::uint64_t seed) {
    CutFile file;
    file.reset(Bytes(8 * CutFile::sector_bytes, 'o'));
    file.write(100, Bytes(5000, 'n'));
    std::mt19937_64 random(seed);
    file.cut(random);
    return file.seen();
  };
  int different = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    EXPECT_EQ(left_by(seed), left_by(seed));
    if (left_by(seed) != left_by(seed + 1)) ++different;
  }
  EXPECT_GT(different, 10);
}

TEST_F(PowerCutVfsTest, TheNthWriteFailsAndTheOneAfterItDoesNot) {
  Database database = opened();
  vfs_.fail(Operation::write, 3);
  Result<void> done;
  int succeeded = 0;
  while ((done = insert(database))) ++succeeded;
  EXPECT_EQ(done.error().code, Code::storage_failed);
  EXPECT_EQ(vfs_.counts().faults, 1U);
  EXPECT_TRUE(insert(database));
  EXPECT_EQ(rows(database), succeeded + 1);
}

TEST_F(PowerCutVfsTest, AFailedSyncFailsTheCommitAndTheNextOneStandsThroughACut) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    std::filesystem::remove(folder_ / "a.db");
    {
      Database database = opened();
      ASSERT_TRUE(insert(database));
      vfs_.fail(Operation::sync, 1);
      EXPECT_FALSE(insert(database));
      EXPECT_EQ(rows(database), 1);
      ASSERT_TRUE(insert(database, 2000));
      vfs_.cut(seed);
    }
    ASSERT_TRUE(vfs_.restore());
    {
      Database database = opened();
      EXPECT_EQ(rows(database), 2) << seed;
      EXPECT_TRUE(sqlite::integrity_check(database));
    }
  }
}

TEST_F(PowerCutVfsTest, ADiskThatFailsForGoodFailsUntilHealed) {
  Database database = opened();
  vfs_.fail(Operation::sync, 2, true);
  ASSERT_TRUE(insert(database));
  EXPECT_FALSE(insert(database));
  EXPECT_FALSE(insert(database));
  vfs_.heal();
  EXPECT_TRUE(insert(database));
  EXPECT_EQ(rows(database), 2);
}

TEST_F(PowerCutVfsTest, AFullDiskSaysSoStillReadsAndGoesOnWhenThereIsRoom) {
  Database database = opened();
  ASSERT_TRUE(insert(database));
  vfs_.fill_disk();
  const auto written = insert(database, 50'000);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, Code::storage_full);
  EXPECT_NE(written.error().detail.find("make room"), std::string::npos);
  EXPECT_EQ(rows(database), 1);
  {
    auto transaction = Transaction::begin(database);
    ASSERT_TRUE(transaction);
    ASSERT_TRUE(insert(database));
    const auto committed = transaction->commit();
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().code, Code::storage_full);
  }
  EXPECT_FALSE(database.in_transaction());
  vfs_.heal();
  EXPECT_TRUE(insert(database));
  EXPECT_EQ(rows(database), 2);
}

TEST_F(PowerCutVfsTest, AFullDiskDuringACheckpointLosesNothing) {
  Database database = opened(5);
  for (std::uint64_t room = 0; room < 40; ++room) {
    const std::int64_t before = rows(database);
    vfs_.fill_disk(room);
    std::int64_t acknowledged = 0;
    while (insert(database, 3000)) ++acknowledged;
    vfs_.heal();
    EXPECT_EQ(rows(database), before + acknowledged);
  }
  EXPECT_TRUE(sqlite::integrity_check(database));
}

// Fail the first, second, third ... operation of a whole run, once and for good, until a run comes
// through: never a false acknowledgement, never damage, and it works again once healed.
TEST_F(PowerCutVfsTest, AnyOneFailingOperationLosesNothingThatWasAcknowledged) {
  for (const Operation operation :
       {Operation::read, Operation::write, Operation::sync, Operation::truncate}) {
    for (const bool for_good : {false, true}) {
      bool struck = true;
      for (std::uint64_t nth = 1; struck; ++nth) {
        ASSERT_LT(nth, 2000U);
        SCOPED_TRACE(testing::Message() << "operation " << static_cast<int>(operation) << " nth "
                                        << nth << (for_good ? " for good" : " once"));
        std::filesystem::remove(folder_ / "a.db");
        std::int64_t acknowledged = 0;
        std::int64_t attempted = 0;
        {
          Database database = opened(5);
          ASSERT_TRUE(database.checkpoint());
          vfs_.reset_counts();
          vfs_.fail(operation, nth, for_good);
          for (int i = 0; i < 12; ++i, ++attempted) {
            if (insert(database, 3000)) ++acknowledged;
          }
          std::ignore = database.checkpoint();
          struck = vfs_.counts().faults > 0;
        }
        vfs_.heal();
        Database database = opened(5);
        EXPECT_GE(rows(database), acknowledged);
        EXPECT_LE(rows(database), attempted);
        EXPECT_TRUE(sqlite::integrity_check(database));
        EXPECT_TRUE(insert(database));
        if (HasFailure()) return;
      }
    }
  }
}

TEST_F(PowerCutVfsTest, DisksAreApart) {
  PowerCutVfs other("vfs-test-other");
  Database database = opened();
  other.fill_disk();
  other.cut(3);
  EXPECT_TRUE(insert(database));
  EXPECT_FALSE(open(other));
}

TEST(CutFile, WhatWasSyncedSurvivesEveryCut) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    CutFile file;
    std::mt19937_64 random(seed);
    file.write(10, Bytes(3000, 'a'));
    file.sync();
    const Bytes synced = file.seen();
    file.write(3010, Bytes(3000, 'b'));
    file.cut(random);
    EXPECT_EQ(file.seen().substr(0, synced.size()), synced);
  }
}

TEST(CutFile, AWriteCanArriveInPart) {
  bool all = false;
  bool none = false;
  bool part = false;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    CutFile file;
    std::mt19937_64 random(seed);
    file.reset(Bytes(4096, 'o'));
    file.write(0, Bytes(4096, 'n'));
    file.cut(random);
    const auto arrived = std::count(file.seen().begin(), file.seen().end(), 'n');
    EXPECT_EQ(arrived % 512, 0);
    (arrived == 4096 ? all : arrived == 0 ? none : part) = true;
  }
  EXPECT_TRUE(all && none && part);
}

TEST(CutFile, ATruncationIsOnlyKeptForSureOnceSynced) {
  bool longer = false;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    CutFile file;
    std::mt19937_64 random(seed);
    file.reset(Bytes(4096, 'o'));
    file.truncate(100);
    file.cut(random);
    longer = longer || file.seen().size() == 4096;
    file.truncate(50);
    file.sync();
    file.cut(random);
    EXPECT_EQ(file.seen().size(), 50U);
  }
  EXPECT_TRUE(longer);
}

TEST(CutFile, WhatAFailedSyncHeldIsNotCarriedByTheNext) {
  bool lost = false;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    CutFile file;
    std::mt19937_64 random(seed);
    file.reset(Bytes(512, 'o'));
    file.write(0, Bytes(512, 'n'));
    file.fail_sync();
    file.sync();
    file.cut(random);
    lost = lost || file.seen() == Bytes(512, 'o');
  }
  EXPECT_TRUE(lost);
}

}  // namespace
}  // namespace baraza::test
