// SPDX-License-Identifier: Apache-2.0
#include "client/store/sqlite_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/vault/null_sealer.h"
#include "tests/client/store/sample_store.h"
#include "tests/shared/system/temporary_folder.h"

namespace baraza::client {
namespace {

using testing::SizeIs;

class SqliteStoreTest : public testing::Test {
 protected:
  void SetUp() override {
    reopen();
    const auto loaded = store_->load();
    ASSERT_TRUE(loaded) << loaded.error().detail;
    laptop_.emplace(loaded->key_seed, random_);
  }
  void reopen() {
    store_.reset();
    auto opened = SqliteStore::open(folder_.path() / "vault", sealer_, random_);
    ASSERT_TRUE(opened) << opened.error().detail;
    store_ = std::move(*opened);
  }
  void apply(const Commit& commit) {
    const auto done = store_->apply(commit);
    ASSERT_TRUE(done) << done.error().detail;
  }
  // Holds before and after the program ends.
  void expect_all_there() {
    for (int round = 0; round < 2; ++round) {
      const auto loaded = store_->load();
      ASSERT_TRUE(loaded) << loaded.error().detail;
      EXPECT_EQ(difference(*loaded, laptop_->expected()), "");
      reopen();
    }
  }

  TemporaryFolder folder_;
  vault::NullSealer sealer_;
  SeededRandom random_{1};
  StreamRecord main_ = SampleLaptop::record(1);
  StreamRecord alarm_ = SampleLaptop::record(1, StreamKind::alarm);
  std::unique_ptr<SqliteStore> store_;
  std::optional<SampleLaptop> laptop_;
};

TEST_F(SqliteStoreTest, ANewFolderHasAKeyOfItsOwnAndKeepsIt) {
  const auto first = store_->load();
  ASSERT_TRUE(first);
  EXPECT_THAT(first->key_seed, SizeIs(KeySigner::seed_bytes));
  reopen();
  EXPECT_EQ(store_->load()->key_seed, first->key_seed);
  auto other = SqliteStore::open(folder_.path() / "other", sealer_, random_);
  ASSERT_TRUE(other);
  EXPECT_NE((*other)->load()->key_seed, first->key_seed);
}

TEST_F(SqliteStoreTest, OnlyOneProgramHasAFolder) {
  const auto second = SqliteStore::open(folder_.path() / "vault", sealer_, random_);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, Code::locked);
}

TEST_F(SqliteStoreTest, AnActInTwoStreamsIsKeptWholeAlsoInStreamsNeverOffered) {
  apply(laptop_->write({main_, alarm_}, 2, "words"));
  apply(laptop_->write({main_}, 1, "more words"));
  expect_all_there();
}

TEST_F(SqliteStoreTest, EntriesAndTheirCursorArriveTogether) {
  apply(laptop_->set_reads(main_, true));
  apply(laptop_->hear(main_, 3, "theirs"));
  apply(laptop_->hear(main_, 1, "more of theirs"));
  apply(laptop_->hear(alarm_, 2, "in a stream heard of for the first time"));
  expect_all_there();
}

TEST_F(SqliteStoreTest, OwnOpsThatComeBackNoLongerWait) {
  for (int i = 0; i < 3; ++i) apply(laptop_->write({main_}, 2, "words"));
  apply(laptop_->hear_own(main_, 2));
  EXPECT_THAT(store_->load()->streams.front().pending, SizeIs(1));
  expect_all_there();
  apply(laptop_->write({main_}, 1, "goes on with the next number"));
  expect_all_there();
}

TEST_F(SqliteStoreTest, WhatWasRefusedInAStreamNotReadHereStaysForItsAuthorToSee) {
  apply(laptop_->write({alarm_}, 2, "words"));
  const Commit verdict = laptop_->resolve(alarm_);
  apply(verdict);
  expect_all_there();
  apply(verdict);  // heard again after a lost connection
  expect_all_there();
}

// The entry that comes back has no body: what the person wrote would be gone.
TEST_F(SqliteStoreTest, WhatWasRefusedInAStreamReadHereIsKeptAsItWasWritten) {
  apply(laptop_->write({main_}, 2, "words"));
  const RawOp written = store_->load()->streams.front().pending.front().run.ops.back();
  RemoteCommit heard = laptop_->hear_own(main_, 1);
  heard.entries.back().body.clear();
  heard.entries.back().verdict = Verdict::refused;
  heard.entries.back().code = Code::not_allowed;
  heard.refusals = {{heard.own_through, Code::not_allowed}};
  apply(heard);
  reopen();
  const auto loaded = store_->load();
  ASSERT_TRUE(loaded);
  ASSERT_EQ(loaded->tray.size(), 1U);
  EXPECT_EQ(loaded->tray[0].number, heard.own_through);
  EXPECT_EQ(loaded->tray[0].code, Code::not_allowed);
  EXPECT_EQ(loaded->tray[0].op, written);
  EXPECT_TRUE(loaded->streams.front().pending.empty());
}

TEST_F(SqliteStoreTest, KeepsWhoItBelongsToAndWhatIsNoLongerRead) {
  apply(laptop_->enrol("Amina"));
  apply(laptop_->hear(main_, 1, "theirs"));
  apply(laptop_->set_reads(main_, false));
  expect_all_there();
  apply(laptop_->enrol("Joseph"));
  expect_all_there();
}

TEST_F(SqliteStoreTest, ARecordDoesNotMoveTheCursorOfAStream) {
  apply(laptop_->hear(main_, 3, "theirs"));
  apply(RecordsCommit{{main_}});  // made before the entries were saved
  expect_all_there();
}

TEST_F(SqliteStoreTest, WhatDoesNotContinueTheStoreIsNotTaken) {
  apply(laptop_->write({main_}, 2, "words"));
  apply(laptop_->hear(main_, 2, "theirs"));
  SampleLaptop ahead = *laptop_;
  ahead.write({main_}, 1, "fails to be saved");
  ahead.hear(main_, 1, "fails to be saved");
  const Commit run = ahead.write({alarm_, main_}, 1, "builds on it");
  const Commit entries = ahead.hear(main_, 1, "builds on it");
  for (const Commit& commit : {run, entries}) {
    const auto done = store_->apply(commit);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, Code::number_gap) << done.error().detail;
  }
  expect_all_there();
  apply(laptop_->write({alarm_}, 1, "nothing of the refused act is in the way"));
  expect_all_there();
}

TEST_F(SqliteStoreTest, CanBeReadForVerificationBesideARunningClient) {
  apply(laptop_->write({main_, alarm_}, 2, "words"));
  const auto read = open_for_verification(folder_.path() / "vault", sealer_);
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(difference(*read, laptop_->expected()), "");
  apply(laptop_->write({main_}, 1, "goes on"));
  store_.reset();
  const auto stopped = open_for_verification(folder_.path() / "vault", sealer_);
  ASSERT_TRUE(stopped) << stopped.error().detail;
  EXPECT_EQ(difference(*stopped, laptop_->expected()), "");
}

TEST_F(SqliteStoreTest, AFolderWithoutAStoreIsNotFoundAndNotMade) {
  TemporaryFolder empty;
  const auto read = open_for_verification(empty.path(), sealer_);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Code::not_found);
  EXPECT_TRUE(std::filesystem::is_empty(empty.path()));
}

}  // namespace
}  // namespace baraza::client
