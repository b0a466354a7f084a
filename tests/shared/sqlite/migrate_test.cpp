// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/migrate.h"

#include <gmock/gmock.h>

#include <array>

#include "tests/shared/sqlite/scratch.h"

namespace baraza::sqlite {
namespace {

class MigrateTest : public ScratchTest {
 protected:
  const std::array<Migration, 3> steps_ = {{
      {1, "CREATE TABLE a (x); INSERT INTO a VALUES (41)"},
      {2, "ALTER TABLE a ADD COLUMN y; UPDATE a SET x = x + 1"},
      {3, "CREATE INDEX a_x ON a (x)"},
  }};
  Database database_ = writer();
};

TEST_F(MigrateTest, EachStepIsTakenOnceHoweverOftenItIsAsked) {
  ASSERT_TRUE(migrate(database_, std::span(steps_).first(1)));
  EXPECT_EQ(*schema_version(database_), 1);
  ASSERT_TRUE(migrate(database_, steps_));
  ASSERT_TRUE(migrate(database_, steps_));
  EXPECT_EQ(*schema_version(database_), 3);
  EXPECT_EQ(value_of(database_, "SELECT x FROM a"), 42);
}

TEST_F(MigrateTest, AFileFromTheFutureIsRefusedAndUntouched) {
  ASSERT_TRUE(migrate(database_, steps_));
  ASSERT_TRUE(database_.run("PRAGMA user_version = 4"));
  const auto done = migrate(database_, steps_);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, Code::unsupported_version);
  EXPECT_THAT(done.error().detail, testing::HasSubstr("update this program"));
  EXPECT_EQ(*schema_version(database_), 4);
}

TEST_F(MigrateTest, AFailingStepLeavesTheVersionBeforeIt) {
  auto steps = steps_;
  steps[1].sql = "UPDATE a SET x = 0; ALTER TABLE nothing ADD COLUMN y";
  EXPECT_FALSE(migrate(database_, steps));
  EXPECT_EQ(*schema_version(database_), 1);
  EXPECT_EQ(value_of(database_, "SELECT x FROM a"), 41);
  EXPECT_FALSE(database_.in_transaction());
  ASSERT_TRUE(migrate(database_, steps_));
  EXPECT_EQ(value_of(database_, "SELECT x FROM a"), 42);
}

TEST_F(MigrateTest, StepsWithAGapAreRefusedBeforeAnythingIsDone) {
  auto steps = steps_;
  steps[2].version = 4;
  EXPECT_FALSE(migrate(database_, steps));
  EXPECT_EQ(*schema_version(database_), 0);
}

TEST_F(MigrateTest, AReaderTakesOnlyTheVersionItKnows) {
  ASSERT_TRUE(migrate(database_, std::span(steps_).first(2)));
  Database other = reader();
  EXPECT_TRUE(require_schema(other, std::span(steps_).first(2)));
  const auto newer = require_schema(other, std::span(steps_).first(1));
  const auto older = require_schema(other, steps_);
  ASSERT_FALSE(newer);
  ASSERT_FALSE(older);
  EXPECT_EQ(newer.error().code, Code::unsupported_version);
  EXPECT_EQ(older.error().code, Code::unsupported_version);
}

}  // namespace
}  // namespace baraza::sqlite
