// SPDX-License-Identifier: Apache-2.0
#include "server/store/log_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/store/sqlite_log.h"
#include "shared/sqlite/database.h"
#include "tests/server/store/sample_log.h"
#include "tests/shared/system/temporary_folder.h"

namespace baraza::server {
namespace {

class LogReaderTest : public testing::Test {
 protected:
  void SetUp() override {
    open();
    ASSERT_TRUE(log_->begin());
    ASSERT_TRUE(log_->open_stream(stream_));
    ASSERT_TRUE(log_->commit());
  }
  void open() {
    auto opened = SqliteLog::open(folder_.path());
    ASSERT_TRUE(opened) << opened.error().detail;
    log_ = std::move(*opened);
  }
  void append(int count) {
    ASSERT_TRUE(log_->begin());
    ASSERT_TRUE(log_->put_meta("commit", std::to_string(++commit_)));
    for (int i = 0; i < count; ++i) {
      const auto op = writer_.next(hash_, "words", Verdict::accepted, commit_);
      hash_ = op.chain_hash;
      ASSERT_TRUE(log_->append(stream_.stream, ++head_, op.entry, op.op, true, hash_));
    }
    ASSERT_TRUE(log_->commit());
  }
  // Runs SQL on the file as a dying disk or a curious person would.
  void spoil(const std::string& sql) {
    log_.reset();
    auto database =
        sqlite::Database::open(database_path(folder_.path()), sqlite::OpenMode::read_write_create);
    ASSERT_TRUE(database);
    const auto done = database->run(sql);
    ASSERT_TRUE(done) << done.error().detail;
  }
  // Walks the stream and recomputes its chain, as a verification does.
  Result<Position> walk(LogReader& reader) {
    Position last = 0;
    Hash hash = stream_chain_start(stream_.stream);
    auto done = reader.for_each_entry(
        stream_.stream, 0,
        [&](Position position, const Entry& entry, const Hash& stored) -> Result<void> {
          hash = stream_chain_next(hash, entry);
          EXPECT_EQ(hash, stored);
          last = position;
          return {};
        });
    if (!done) return fail(done.error());
    return last;
  }

  TemporaryFolder folder_;
  SeededRandom random_{1};
  StreamInfo stream_ = sample_stream(1);
  SampleWriter writer_{stream_.stream, random_};
  Hash hash_ = stream_.chain_hash;
  Position head_ = 0;
  CommitNumber commit_ = 0;
  std::unique_ptr<SqliteLog> log_;
};

TEST_F(LogReaderTest, SeesTheLogAsOfOneCommitWhileTheServerWritesOn) {
  append(3);
  auto reader = LogReader::open(folder_.path());
  ASSERT_TRUE(reader) << reader.error().detail;
  append(2);
  EXPECT_EQ(*(*reader)->commit_number(), 1U);
  EXPECT_EQ((*reader)->streams()->front().head, 3U);
  EXPECT_EQ(*walk(**reader), 3U);
  EXPECT_TRUE((*reader)->check_file());
  const auto later = LogReader::open(folder_.path());
  ASSERT_TRUE(later);
  EXPECT_EQ(*(*later)->commit_number(), 2U);
  EXPECT_EQ(*walk(**later), 5U);
}

TEST_F(LogReaderTest, DoesNotSeeABatchThatIsNotCommitted) {
  append(1);
  ASSERT_TRUE(log_->begin());
  ASSERT_TRUE(log_->put_meta("commit", "2"));
  auto reader = LogReader::open(folder_.path());
  ASSERT_TRUE(reader);
  EXPECT_EQ(*(*reader)->commit_number(), 1U);
  EXPECT_EQ(*(*reader)->meta("nothing"), std::nullopt);
}

TEST_F(LogReaderTest, ReadsAStoppedServersFolderAndStopsWhereItIsTold) {
  append(4);
  log_.reset();
  auto reader = LogReader::open(folder_.path());
  ASSERT_TRUE(reader) << reader.error().detail;
  int visited = 0;
  const auto stopped =
      (*reader)->for_each_entry(stream_.stream, 1, [&](Position, const Entry&, const Hash&) {
        return ++visited < 2 ? Result<void>() : fail(Code::unavailable, "enough");
      });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().code, Code::unavailable);
  EXPECT_EQ(visited, 2);
}

TEST_F(LogReaderTest, AFolderWithoutALogIsNotFoundAndNotMade) {
  TemporaryFolder empty;
  const auto reader = LogReader::open(empty.path());
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code, Code::not_found);
  EXPECT_TRUE(std::filesystem::is_empty(empty.path()));
}

TEST_F(LogReaderTest, AMissingEntryIsNamedByStreamAndPosition) {
  append(4);
  spoil("DELETE FROM entry WHERE position = 2");
  auto reader = LogReader::open(folder_.path());
  ASSERT_TRUE(reader);
  const auto walked = walk(**reader);
  ASSERT_FALSE(walked);
  EXPECT_EQ(walked.error().code, Code::storage_damaged);
  EXPECT_NE(walked.error().detail.find(to_hex(stream_.stream)), std::string::npos);
  EXPECT_NE(walked.error().detail.find("position 2"), std::string::npos);
}

TEST_F(LogReaderTest, TheServerDoesNotStartOnALogWhoseEndIsSpoilt) {
  append(4);
  spoil("UPDATE entry SET head = CAST('other' AS BLOB) WHERE position = 3");
  const auto spoilt = SqliteLog::open(folder_.path());
  ASSERT_FALSE(spoilt);
  EXPECT_EQ(spoilt.error().code, Code::storage_damaged);
  EXPECT_NE(spoilt.error().detail.find("position 3"), std::string::npos) << spoilt.error().detail;
}

TEST_F(LogReaderTest, TheServerDoesNotStartOnALogThatLostItsNewestEntry) {
  append(4);
  spoil("DELETE FROM entry WHERE position = 4");
  const auto spoilt = SqliteLog::open(folder_.path());
  ASSERT_FALSE(spoilt);
  EXPECT_EQ(spoilt.error().code, Code::storage_damaged);
}

}  // namespace
}  // namespace baraza::server
