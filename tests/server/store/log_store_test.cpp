// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "server/store/sqlite_log.h"
#include "tests/server/store/sample_log.h"
#include "tests/shared/system/temporary_folder.h"

namespace baraza::server {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class LogStoreTest : public testing::Test {
 protected:
  void SetUp() override { reopen(); }

  void reopen() {
    log_.reset();
    auto opened = SqliteLog::open(folder_.path());
    ASSERT_TRUE(opened) << opened.error().detail;
    log_ = std::move(*opened);
  }
  // Opens the stream and appends one entry a verdict, in one commit.
  std::vector<SampleEntry> append(const std::vector<Verdict>& verdicts) {
    std::vector<SampleEntry> out;
    EXPECT_TRUE(log_->begin());
    if (head_ == 0) {
      EXPECT_TRUE(log_->open_stream(stream_));
    }
    for (const Verdict verdict : verdicts) {
      out.push_back(writer_.next(hash_, "words", verdict, 7));
      hash_ = out.back().chain_hash;
      EXPECT_TRUE(
          log_->append(stream_.stream, ++head_, out.back().entry, out.back().op, true, hash_));
    }
    EXPECT_TRUE(log_->commit());
    return out;
  }

  TemporaryFolder folder_;
  SeededRandom random_{1};
  StreamInfo stream_ = sample_stream(1);
  SampleWriter writer_{stream_.stream, random_};
  Hash hash_ = stream_.chain_hash;
  Position head_ = 0;
  std::unique_ptr<SqliteLog> log_;
};

TEST_F(LogStoreTest, GivesBackEntriesAsTheyWereAlsoAfterReopening) {
  const auto written = append({Verdict::accepted, Verdict::refused, Verdict::held});
  reopen();
  const auto read = log_->read_after(stream_.stream, 0, 1'000'000);
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_THAT(*read, ElementsAre(written[0].entry, written[1].entry, written[2].entry));
  const auto streams = log_->streams();
  ASSERT_TRUE(streams);
  ASSERT_THAT(*streams, SizeIs(1));
  EXPECT_EQ(streams->front().stream, stream_.stream);
  EXPECT_EQ(streams->front().kind, stream_.kind);
  EXPECT_EQ(streams->front().owner, stream_.owner);
  EXPECT_EQ(streams->front().head, 3U);
  EXPECT_EQ(streams->front().chain_hash, hash_);
  const auto point = log_->writer_point(stream_.stream, writer_.writer());
  ASSERT_TRUE(point);
  EXPECT_EQ(point->last_number, 3U);
  EXPECT_EQ(point->last_hash, written[2].op.hash);
}

TEST_F(LogStoreTest, ReadsStopWhenTheBytesAreExceededButNeverBeforeTheFirst) {
  append({Verdict::accepted, Verdict::accepted, Verdict::accepted});
  const auto one = log_->read_after(stream_.stream, 0, 0);
  ASSERT_TRUE(one);
  EXPECT_THAT(*one, SizeIs(1));
  const std::size_t size = one->front().head.size() + one->front().body.size();
  EXPECT_THAT(*log_->read_after(stream_.stream, 0, size), SizeIs(2));
  EXPECT_THAT(*log_->read_after(stream_.stream, 1, 1'000'000), SizeIs(2));
  EXPECT_THAT(*log_->read_after(stream_.stream, 3, 1'000'000), IsEmpty());
}

TEST_F(LogStoreTest, KnowsTheChainHashAtEveryPosition) {
  const auto written = append({Verdict::accepted, Verdict::refused});
  EXPECT_EQ(*log_->chain_hash_at(stream_.stream, 0), stream_chain_start(stream_.stream));
  EXPECT_EQ(*log_->chain_hash_at(stream_.stream, 1), written[0].chain_hash);
  EXPECT_EQ(*log_->chain_hash_at(stream_.stream, 2), written[1].chain_hash);
  const auto beyond = log_->chain_hash_at(stream_.stream, 3);
  ASSERT_FALSE(beyond);
  EXPECT_EQ(beyond.error().code, Code::not_found);
}

TEST_F(LogStoreTest, AWriterWhoWroteNothingStandsAtTheStartOfItsChain) {
  const auto point = log_->writer_point(stream_.stream, writer_.writer());
  ASSERT_TRUE(point);
  EXPECT_EQ(point->last_number, 0U);
  EXPECT_EQ(point->last_hash, chain_start(writer_.writer(), stream_.stream));
}

TEST_F(LogStoreTest, AReleasedOpStandsTwiceButHasOneHashAndMovesNoNumber) {
  auto written = append({Verdict::held, Verdict::accepted});
  SampleEntry released = written[0];
  released.entry.verdict = Verdict::released;
  released.chain_hash = stream_chain_next(hash_, released.entry);
  ASSERT_TRUE(log_->begin());
  ASSERT_TRUE(
      log_->append(stream_.stream, 3, released.entry, released.op, false, released.chain_hash));
  ASSERT_TRUE(log_->commit());
  EXPECT_THAT(*log_->hashes_of(stream_.stream, written[0].op.id), ElementsAre(written[0].op.hash));
  EXPECT_EQ(log_->writer_point(stream_.stream, writer_.writer())->last_number, 2U);
}

TEST_F(LogStoreTest, BothOpsOfAForkAreFoundByTheirOneId) {
  SampleWriter copy = writer_;
  const auto written = append({Verdict::accepted});
  SampleEntry other = copy.next(hash_, "other words", Verdict::accepted, 8);
  other.entry.chain_broken = true;
  ASSERT_EQ(other.op.id, written[0].op.id);
  ASSERT_TRUE(log_->begin());
  ASSERT_TRUE(log_->append(stream_.stream, 2, other.entry, other.op, false,
                           stream_chain_next(hash_, other.entry)));
  ASSERT_TRUE(log_->commit());
  EXPECT_THAT(*log_->hashes_of(stream_.stream, other.op.id),
              ElementsAre(written[0].op.hash, other.op.hash));
  EXPECT_TRUE(log_->read_after(stream_.stream, 1, 1)->front().chain_broken);
  EXPECT_THAT(*log_->beside_of(stream_.stream, writer_.writer(), 10), ElementsAre(other.op.hash));
  EXPECT_THAT(*log_->beside_of(stream_.stream, writer_.writer(), 0), IsEmpty());
  EXPECT_THAT(*log_->hashes_of(stream_.stream, {writer_.writer(), 2}), IsEmpty());
}

TEST_F(LogStoreTest, ListsWhatAWriterHadRefusedAndHeldInNumberOrder) {
  append({Verdict::accepted, Verdict::held, Verdict::accepted, Verdict::refused});
  const auto verdicts = log_->verdicts_of(stream_.stream, writer_.writer());
  ASSERT_TRUE(verdicts);
  ASSERT_THAT(*verdicts, SizeIs(2));
  EXPECT_EQ((*verdicts)[0].number, 2U);
  EXPECT_EQ((*verdicts)[0].verdict, Verdict::held);
  EXPECT_EQ((*verdicts)[0].code, Code::authority_ended);
  EXPECT_EQ((*verdicts)[1].number, 4U);
  EXPECT_EQ((*verdicts)[1].verdict, Verdict::refused);
  EXPECT_EQ((*verdicts)[1].code, Code::not_allowed);
}

TEST_F(LogStoreTest, ABatchIsSeenAtOnceAndGoneAfterRollback) {
  append({Verdict::accepted});
  const StreamInfo other = sample_stream(2);
  SampleWriter stranger(stream_.stream, random_);
  const auto op = stranger.next(hash_, "words", Verdict::accepted, 8);
  for (int round = 0; round < 2; ++round) {
    ASSERT_TRUE(log_->begin());
    ASSERT_TRUE(log_->open_stream(other));
    ASSERT_TRUE(log_->append(stream_.stream, 2, op.entry, op.op, true, op.chain_hash));
    ASSERT_TRUE(log_->put_meta("commit", "8"));
    EXPECT_THAT(*log_->streams(), SizeIs(2));
    EXPECT_THAT(*log_->read_after(stream_.stream, 0, 1'000'000), SizeIs(2));
    EXPECT_EQ(log_->writer_point(stream_.stream, stranger.writer())->last_number, 1U);
    EXPECT_EQ(*log_->meta("commit"), "8");
    if (round == 0) {
      log_->rollback();
      EXPECT_THAT(*log_->streams(), SizeIs(1));
      EXPECT_THAT(*log_->read_after(stream_.stream, 0, 1'000'000), SizeIs(1));
      EXPECT_EQ(log_->writer_point(stream_.stream, stranger.writer())->last_number, 0U);
      EXPECT_EQ(*log_->meta("commit"), std::nullopt);
    } else {
      ASSERT_TRUE(log_->commit());
    }
  }
  reopen();
  EXPECT_THAT(*log_->read_after(stream_.stream, 0, 1'000'000), SizeIs(2));
}

TEST_F(LogStoreTest, KeepsHeldOpsUntilTheyAreSettledAndAfter) {
  const auto written = append({Verdict::held});
  HeldOp held;
  held.key = {stream_.stream, writer_.writer(), 1};
  held.op = {written[0].entry.head, writer_.last_body()};
  held.signature = written[0].entry.signature;
  held.received = Instant{2000};
  ASSERT_TRUE(log_->begin());
  ASSERT_TRUE(log_->put_held(held));
  EXPECT_EQ(log_->put_held(held).error().code, Code::already_exists);
  ASSERT_TRUE(log_->commit());
  reopen();
  auto read = log_->held(held.key);
  ASSERT_TRUE(read);
  ASSERT_TRUE(*read);
  EXPECT_EQ((*read)->op, held.op);
  EXPECT_EQ((*read)->signature, held.signature);
  EXPECT_EQ((*read)->received, held.received);
  EXPECT_FALSE((*read)->settled);
  ASSERT_TRUE(log_->begin());
  ASSERT_TRUE(log_->settle_held(held.key));
  EXPECT_EQ(log_->settle_held({stream_.stream, writer_.writer(), 2}).error().code, Code::not_found);
  ASSERT_TRUE(log_->commit());
  ASSERT_THAT(*log_->all_held(), SizeIs(1));
  EXPECT_TRUE(log_->all_held()->front().settled);
  EXPECT_EQ(*log_->held({stream_.stream, writer_.writer(), 2}), std::nullopt);
}

TEST_F(LogStoreTest, AnEnrolmentCodeServesOneLaptopOnly) {
  EnrolCode code;
  code.secret_hash = random_.id<Hash>();
  code.account = random_.id<AccountId>();
  code.expires = Instant{5000};
  const auto first = random_.id<PublicKey>();
  ASSERT_TRUE(log_->begin());
  ASSERT_TRUE(log_->put_code(code));
  EXPECT_EQ(log_->put_code(code).error().code, Code::already_exists);
  ASSERT_TRUE(log_->use_code(code.secret_hash, first));
  EXPECT_TRUE(log_->use_code(code.secret_hash, first));
  EXPECT_EQ(log_->use_code(code.secret_hash, random_.id<PublicKey>()).error().code,
            Code::code_used);
  EXPECT_EQ(log_->use_code(random_.id<Hash>(), first).error().code, Code::not_found);
  ASSERT_TRUE(log_->commit());
  reopen();
  const auto read = log_->code(code.secret_hash);
  ASSERT_TRUE(read);
  ASSERT_TRUE(*read);
  EXPECT_EQ((*read)->account, code.account);
  EXPECT_EQ((*read)->expires, code.expires);
  EXPECT_EQ((*read)->used_by, first);
}

TEST_F(LogStoreTest, RefusesAPositionThatDoesNotFollowAndAStreamThatIsNotOpen) {
  append({Verdict::accepted});
  const auto op = writer_.next(hash_, "words", Verdict::accepted, 8);
  ASSERT_TRUE(log_->begin());
  EXPECT_FALSE(log_->append(stream_.stream, 1, op.entry, op.op, true, op.chain_hash));
  EXPECT_FALSE(log_->append(stream_.stream, 3, op.entry, op.op, true, op.chain_hash));
  const auto unknown =
      log_->append(sample_stream(9).stream, 1, op.entry, op.op, true, op.chain_hash);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, Code::unknown_stream);
  EXPECT_EQ(log_->open_stream(stream_).error().code, Code::already_exists);
  EXPECT_TRUE(log_->append(stream_.stream, 2, op.entry, op.op, true, op.chain_hash));
  EXPECT_TRUE(log_->commit());
}

TEST_F(LogStoreTest, WritesOutsideABatchAreRefused) {
  EXPECT_FALSE(log_->put_meta("name", "value"));
  EXPECT_FALSE(log_->commit());
  EXPECT_EQ(*log_->meta("name"), std::nullopt);
  ASSERT_TRUE(log_->begin());
  EXPECT_FALSE(log_->begin());
  ASSERT_TRUE(log_->put_meta("name", "value"));
  EXPECT_TRUE(log_->commit());
}

TEST_F(LogStoreTest, AFolderWithoutAFileIsANewLogAndAFileOfNonsenseIsDamaged) {
  TemporaryFolder other;
  ASSERT_TRUE(SqliteLog::open(other.path()));
  TemporaryFolder damaged;
  std::ofstream(database_path(damaged.path())) << std::string(8192, 'x');
  const auto opened = SqliteLog::open(damaged.path());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Code::storage_damaged);
  EXPECT_NE(opened.error().detail.find("baraza.db"), std::string::npos) << opened.error().detail;
}

}  // namespace
}  // namespace baraza::server
