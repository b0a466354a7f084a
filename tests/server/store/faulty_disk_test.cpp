// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/store/sqlite_log.h"
#include "tests/server/store/sample_log.h"
#include "tests/shared/system/temporary_folder.h"
#include "tests/support/power_cut_vfs.h"

namespace baraza::server {
namespace {

using testing::SizeIs;
using Operation = test::PowerCutVfs::Operation;

class FaultyDiskTest : public testing::Test {
 protected:
  void SetUp() override {
    open();
    ASSERT_TRUE(log_->begin());
    ASSERT_TRUE(log_->open_stream(stream_));
    ASSERT_TRUE(log_->commit());
  }
  void open() {
    log_.reset();
    auto opened = SqliteLog::open(folder_.path(), {.vfs = vfs_.name()});
    ASSERT_TRUE(opened) << opened.error().detail;
    log_ = std::move(*opened);
  }
  Result<void> commit_ops(int count, std::size_t body_bytes = 200) {
    SampleWriter writer = writer_;
    Hash hash = hash_;
    Position head = head_;
    if (auto begun = log_->begin(); !begun) return begun;
    for (int i = 0; i < count; ++i) {
      const auto op = writer.next(hash, random_.bytes(body_bytes), Verdict::accepted, 1);
      hash = op.chain_hash;
      auto done = log_->append(stream_.stream, ++head, op.entry, op.op, true, hash);
      // The core goes on to commit or roll back by itself; both must be safe after a failure.
      if (!done) return log_->commit();
    }
    if (auto done = log_->commit(); !done) return done;
    writer_ = writer;
    hash_ = hash;
    head_ = head;
    return {};
  }
  void expect_whole() {
    const auto entries = log_->read_after(stream_.stream, 0, 1'000'000'000);
    ASSERT_TRUE(entries) << entries.error().detail;
    EXPECT_THAT(*entries, SizeIs(head_));
    Hash hash = stream_chain_start(stream_.stream);
    for (const Entry& entry : *entries) hash = stream_chain_next(hash, entry);
    EXPECT_EQ(hash, hash_);
    EXPECT_EQ(log_->streams()->front().head, head_);
    EXPECT_EQ(log_->writer_point(stream_.stream, writer_.writer())->last_number, head_);
  }

  TemporaryFolder folder_;
  test::PowerCutVfs vfs_{"server-faults"};
  SeededRandom random_{1};
  StreamInfo stream_ = sample_stream(1);
  SampleWriter writer_{stream_.stream, random_};
  Hash hash_ = stream_.chain_hash;
  Position head_ = 0;
  std::unique_ptr<SqliteLog> log_;
};

TEST_F(FaultyDiskTest, ACommitCostsOneSyncOfTheLogAndNoOther) {
  ASSERT_TRUE(commit_ops(1));
  vfs_.reset_counts();
  for (int i = 1; i <= 50; ++i) ASSERT_TRUE(commit_ops(i % 7 + 1));
  EXPECT_EQ(vfs_.counts().log_syncs, 50U);
  EXPECT_EQ(vfs_.counts().syncs, 50U);
}

TEST_F(FaultyDiskTest, ABatchOfReadsOnlyCostsNoSync) {
  ASSERT_TRUE(commit_ops(1));
  vfs_.reset_counts();
  ASSERT_TRUE(log_->begin());
  EXPECT_TRUE(log_->writer_point(stream_.stream, writer_.writer()));
  ASSERT_TRUE(log_->commit());
  EXPECT_EQ(vfs_.counts().syncs, 0U);
}

TEST_F(FaultyDiskTest, AFullDiskIsSaidPlainlyReadsGoOnAndItWorksAgainAfterwards) {
  ASSERT_TRUE(commit_ops(20));
  for (std::uint64_t after = 0; after < 12; ++after) {
    vfs_.fill_disk(after);
    Result<void> done;
    while ((done = commit_ops(3, 3000))) {
    }
    EXPECT_EQ(done.error().code, Code::storage_full) << done.error().detail;
    expect_whole();
    EXPECT_EQ(commit_ops(1).error().code, Code::storage_full);
    vfs_.heal();
    ASSERT_TRUE(commit_ops(2));
    expect_whole();
  }
  open();
  expect_whole();
}

TEST_F(FaultyDiskTest, ADiskThatFillsUpInTheMiddleOfALongBatchLeavesNothingOfIt) {
  ASSERT_TRUE(commit_ops(5));
  // More than the cache holds: SQLite writes before the commit, and rolls back by itself.
  vfs_.fill_disk(3);
  const auto done = commit_ops(6000, 15'000);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, Code::storage_full) << done.error().detail;
  expect_whole();
  vfs_.heal();
  ASSERT_TRUE(commit_ops(2));
  open();
  expect_whole();
}

TEST_F(FaultyDiskTest, AfterAFailedWriteOrSyncAtAnyStepNothingOfTheBatchIsThere) {
  ASSERT_TRUE(commit_ops(5));
  for (const Operation operation : {Operation::write, Operation::sync}) {
    int failures = 0;
    for (std::uint64_t nth = 1; nth < 40; ++nth) {
      vfs_.fail(operation, nth);
      const auto done = commit_ops(3, 2000);
      vfs_.heal();
      if (!done) {
        ++failures;
        EXPECT_EQ(done.error().code, Code::storage_failed) << done.error().detail;
      }
      expect_whole();
    }
    EXPECT_GT(failures, 0);
  }
  ASSERT_TRUE(commit_ops(1));
  open();
  expect_whole();
}

}  // namespace
}  // namespace baraza::server
