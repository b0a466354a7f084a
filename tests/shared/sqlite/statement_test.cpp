// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/statement.h"

#include <gmock/gmock.h>

#include "tests/shared/sqlite/scratch.h"

namespace baraza::sqlite {
namespace {

class StatementTest : public ScratchTest {
 protected:
  Statement prepared(std::string_view sql) {
    auto statement = database_.prepare(sql);
    EXPECT_TRUE(statement) << statement.error().detail;
    return std::move(*statement);
  }
  Database database_ = writer();
};

TEST_F(StatementTest, ValuesComeBackAsTheyWereBound) {
  const std::string blob("\0\xff\0x", 4);
  Statement insert = prepared("INSERT INTO note VALUES (?1, ?2)");
  ASSERT_TRUE(insert.bind_int(1, INT64_MIN).bind_blob(2, blob).run());
  ASSERT_TRUE(insert.bind_int(1, 1).bind_text(2, "écoute").run());
  ASSERT_TRUE(insert.bind_int(1, 2).bind_blob(2, {}).run());
  ASSERT_TRUE(insert.bind_int(1, 3).bind_null(2).run());

  Statement select = prepared("SELECT id, words, typeof(words) FROM note ORDER BY id");
  ASSERT_TRUE(*select.step());
  EXPECT_EQ(select.integer(0), INT64_MIN);
  EXPECT_EQ(select.blob(1), blob);
  ASSERT_TRUE(*select.step());
  EXPECT_EQ(select.text(1), "écoute");
  ASSERT_TRUE(*select.step());
  EXPECT_EQ(select.text(2), "blob");
  EXPECT_FALSE(select.is_null(1));
  ASSERT_TRUE(*select.step());
  EXPECT_TRUE(select.is_null(1));
  EXPECT_FALSE(*select.step());
}

TEST_F(StatementTest, ANewRunForgetsTheValuesOfTheLast) {
  Statement insert = prepared("INSERT INTO note VALUES (?1, ?2)");
  ASSERT_TRUE(insert.bind_int(1, 1).bind_text(2, "hers").run());
  ASSERT_TRUE(insert.bind_int(1, 2).run());
  EXPECT_EQ(value_of(database_, "SELECT count(*) FROM note WHERE words IS NULL"), 1);
}

TEST_F(StatementTest, BindingInTheMiddleOfRowsStartsAnew) {
  ASSERT_TRUE(database_.run("INSERT INTO note VALUES (1, 'a'), (2, 'b'), (3, 'c')"));
  Statement select = prepared("SELECT id FROM note WHERE id >= ?1 ORDER BY id");
  ASSERT_TRUE(*select.bind_int(1, 1).step());
  EXPECT_EQ(select.integer(0), 1);
  ASSERT_TRUE(*select.bind_int(1, 3).step());
  EXPECT_EQ(select.integer(0), 3);
}

TEST_F(StatementTest, AWrongParameterFailsTheRunAndNotTheNext) {
  Statement insert = prepared("INSERT INTO note VALUES (?1, 'x')");
  const auto failed = insert.bind_int(1, 1).bind_int(9, 1).run();
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, Code::internal);
  EXPECT_EQ(value_of(database_, "SELECT count(*) FROM note"), 0);
  EXPECT_TRUE(insert.bind_int(1, 1).run());
}

TEST_F(StatementTest, ATakenKeyIsSaidToExistAndItsValueIsNotTold) {
  Statement insert = prepared("INSERT INTO note VALUES (?1, ?2)");
  ASSERT_TRUE(insert.bind_int(1, 1).bind_text(2, "Wanjiru").run());
  const auto again = insert.bind_int(1, 1).bind_text(2, "Wanjiru").run();
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, Code::already_exists);
  EXPECT_THAT(again.error().detail, testing::Not(testing::HasSubstr("Wanjiru")));
  EXPECT_TRUE(insert.bind_int(1, 2).bind_text(2, "Wanjiru").run());
}

TEST_F(StatementTest, AnEmptyStatementFailsInPlaceOfCrashing) {
  Statement empty;
  EXPECT_FALSE(empty.bind_int(1, 1).step());
  empty.reset();
}

TEST_F(StatementTest, RowsLeftUnreadHoldTheirSnapshotUntilReset) {
  ASSERT_TRUE(database_.run("INSERT INTO note VALUES (1, 'a'), (2, 'b')"));
  Database other = reader();
  auto select = other.prepare("SELECT id FROM note");
  ASSERT_TRUE(*select->step());
  ASSERT_TRUE(database_.run("INSERT INTO note VALUES (3, 'c')"));
  EXPECT_EQ(value_of(other, "SELECT count(*) FROM note"), 2);
  select->reset();
  EXPECT_EQ(value_of(other, "SELECT count(*) FROM note"), 3);
}

TEST_F(StatementTest, AMisspeltStatementIsRefusedWhenPrepared) {
  const auto statement = database_.prepare("SELEC 1");
  ASSERT_FALSE(statement);
  EXPECT_EQ(statement.error().code, Code::internal);
}

}  // namespace
}  // namespace baraza::sqlite
