// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/transaction.h"

#include "tests/shared/sqlite/scratch.h"

namespace baraza::sqlite {
namespace {

class TransactionTest : public ScratchTest {
 protected:
  Database database_ = writer();
};

TEST_F(TransactionTest, WhatIsCommittedStays) {
  auto transaction = Transaction::begin(database_);
  ASSERT_TRUE(transaction);
  ASSERT_TRUE(database_.run("INSERT INTO note VALUES (1, 'x')"));
  ASSERT_TRUE(transaction->commit());
  EXPECT_FALSE(database_.in_transaction());
  Database other = reader();
  EXPECT_EQ(value_of(other, "SELECT count(*) FROM note"), 1);
}

TEST_F(TransactionTest, WhatIsNotCommittedIsRolledBack) {
  {
    auto transaction = Transaction::begin(database_);
    ASSERT_TRUE(transaction);
    const Transaction moved = std::move(*transaction);
    ASSERT_TRUE(database_.run("INSERT INTO note VALUES (1, 'x')"));
  }
  EXPECT_FALSE(database_.in_transaction());
  EXPECT_EQ(value_of(database_, "SELECT count(*) FROM note"), 0);
}

TEST_F(TransactionTest, NobodySeesAWriteBeforeItsCommit) {
  Database other = reader();
  auto transaction = Transaction::begin(database_);
  ASSERT_TRUE(database_.run("INSERT INTO note VALUES (1, 'x')"));
  EXPECT_EQ(value_of(other, "SELECT count(*) FROM note"), 0);
  ASSERT_TRUE(transaction->commit());
  EXPECT_EQ(value_of(other, "SELECT count(*) FROM note"), 1);
}

TEST_F(TransactionTest, AReadTransactionIsOneSnapshotFromItsBeginning) {
  Database other = reader();
  auto snapshot = Transaction::begin_read(other);
  ASSERT_TRUE(snapshot);
  ASSERT_TRUE(database_.run("INSERT INTO note VALUES (1, 'x')"));
  EXPECT_EQ(value_of(other, "SELECT count(*) FROM note"), 0);
  ASSERT_TRUE(snapshot->commit());
  EXPECT_EQ(value_of(other, "SELECT count(*) FROM note"), 1);
}

TEST_F(TransactionTest, ASecondOneInsideIsRefusedAndTheFirstGoesOn) {
  auto transaction = Transaction::begin(database_);
  ASSERT_TRUE(transaction);
  ASSERT_TRUE(database_.run("INSERT INTO note VALUES (1, 'x')"));
  EXPECT_FALSE(Transaction::begin(database_));
  ASSERT_TRUE(transaction->commit());
  EXPECT_EQ(value_of(database_, "SELECT count(*) FROM note"), 1);
}

TEST_F(TransactionTest, CommittingTwiceFails) {
  auto transaction = Transaction::begin(database_);
  ASSERT_TRUE(transaction->commit());
  EXPECT_FALSE(transaction->commit());
}

TEST_F(TransactionTest, AFailedCommitLeavesNothingBehind) {
  ASSERT_TRUE(
      database_.run("CREATE TABLE line (note REFERENCES note (id) "
                    "DEFERRABLE INITIALLY DEFERRED)"));
  auto transaction = Transaction::begin(database_);
  ASSERT_TRUE(database_.run("INSERT INTO line VALUES (12)"));
  EXPECT_FALSE(transaction->commit());
  EXPECT_FALSE(database_.in_transaction());
  EXPECT_EQ(value_of(database_, "SELECT count(*) FROM line"), 0);
}

}  // namespace
}  // namespace baraza::sqlite
