// SPDX-License-Identifier: Apache-2.0
// What the layer does when the disk under it fails, fills up or loses power.
#include <gmock/gmock.h>

#include <array>
#include <tuple>

#include "shared/sqlite/check.h"
#include "shared/sqlite/migrate.h"
#include "shared/sqlite/transaction.h"
#include "tests/shared/sqlite/scratch.h"
#include "tests/support/power_cut_vfs.h"

namespace baraza::sqlite {
namespace {

using testing::HasSubstr;
using Operation = test::PowerCutVfs::Operation;

class FaultsTest : public ScratchTest {
 protected:
  test::PowerCutVfs disk_{"sqlite-faults"};
  const Options options_{.vfs = disk_.name()};
};

TEST_F(FaultsTest, AFullDiskIsNamedWithItsFileAndWhatToDo) {
  Database database = writer(options_);
  disk_.fill_disk();
  const auto written = database.run("INSERT INTO note VALUES (1, 'x')");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, Code::storage_full);
  EXPECT_THAT(written.error().detail, HasSubstr(file().string()));
  EXPECT_THAT(written.error().detail, HasSubstr("make room"));
}

TEST_F(FaultsTest, AFullDiskInTheMiddleLeavesNothingOfTheTransaction) {
  Database database = writer(options_);
  ASSERT_TRUE(database.run("PRAGMA cache_size = 1"));
  auto transaction = Transaction::begin(database);
  ASSERT_TRUE(transaction);
  disk_.fill_disk(3);
  auto insert = database.prepare("INSERT INTO note (words) VALUES (zeroblob(20000))");
  Result<void> done;
  int written = 0;
  while ((done = insert->run())) ASSERT_LT(++written, 100);
  EXPECT_EQ(done.error().code, Code::storage_full);
  EXPECT_FALSE(transaction->commit());
  disk_.heal();
  EXPECT_EQ(value_of(database, "SELECT count(*) FROM note"), 0);
  EXPECT_TRUE(insert->run());
  EXPECT_EQ(value_of(database, "SELECT count(*) FROM note"), 1);
}

TEST_F(FaultsTest, AFailingDiskIsNotCalledFull) {
  Database database = writer(options_);
  for (const Operation operation : {Operation::write, Operation::sync}) {
    disk_.fail(operation, 1);
    const auto written = database.run("INSERT INTO note VALUES (1, 'x')");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, Code::storage_failed);
    EXPECT_THAT(written.error().detail, HasSubstr("check the disk"));
  }
  EXPECT_TRUE(database.run("INSERT INTO note VALUES (1, 'x')"));
}

TEST_F(FaultsTest, ADiskThatCannotBeReadIsReportedByTheStatement) {
  {
    Database database = writer(options_);
    ASSERT_TRUE(database.run("INSERT INTO note VALUES (1, zeroblob(100000))"));
  }
  Database database = writer(options_);
  disk_.fail(Operation::read, 1, true);
  auto query = database.prepare("SELECT length(words || 'x') FROM note");
  ASSERT_TRUE(query);
  const auto row = query->step();
  ASSERT_FALSE(row);
  EXPECT_EQ(row.error().code, Code::storage_failed);
  disk_.heal();
  EXPECT_TRUE(query->run());
}

// However early or late the power goes in it, a migration that is asked again ends the same.
TEST_F(FaultsTest, AMigrationCutAnywhereIsWholeInOneOfItsVersions) {
  const std::array<Migration, 3> steps = {{
      {1, "CREATE TABLE a (x); INSERT INTO a VALUES (40)"},
      {2, "ALTER TABLE a ADD COLUMN y; UPDATE a SET x = x + 1"},
      {3, "CREATE INDEX a_x ON a (x); UPDATE a SET x = x + 1"},
  }};
  bool was_cut = true;
  std::array<int, 4> left_in{};
  for (std::uint64_t nth = 1; was_cut; ++nth) {
    SCOPED_TRACE(nth);
    ASSERT_LT(nth, 1000U);
    std::filesystem::remove(file());
    disk_.cut_at(nth, nth);
    {
      auto database = Database::open(file(), OpenMode::read_write_create, options_);
      if (database) std::ignore = migrate(*database, steps);
    }
    was_cut = disk_.is_cut();
    ASSERT_TRUE(disk_.restore());
    auto database = Database::open(file(), OpenMode::read_write_create, options_);
    ASSERT_TRUE(database) << database.error().detail;
    const auto version = schema_version(*database);
    ASSERT_TRUE(version && *version <= 3);
    ++left_in[static_cast<std::size_t>(*version)];
    if (*version > 0) {
      EXPECT_EQ(value_of(*database, "SELECT x FROM a"), 39 + *version);
    }
    ASSERT_TRUE(migrate(*database, steps));
    EXPECT_EQ(value_of(*database, "SELECT x FROM a"), 42);
    EXPECT_TRUE(integrity_check(*database));
  }
  for (const int times : left_in) EXPECT_GT(times, 0);
}

TEST_F(FaultsTest, AReaderGoesOnWhileTheWritersDiskIsFull) {
  Database database = writer(options_);
  ASSERT_TRUE(database.run("INSERT INTO note VALUES (1, 'x')"));
  auto other = Database::open(file(), OpenMode::read_only, options_);
  ASSERT_TRUE(other) << other.error().detail;
  disk_.fill_disk();
  EXPECT_FALSE(database.run("INSERT INTO note VALUES (2, 'y')"));
  EXPECT_EQ(value_of(*other, "SELECT count(*) FROM note"), 1);
}

}  // namespace
}  // namespace baraza::sqlite
