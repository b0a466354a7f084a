// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>

#include "client/store/sqlite_store.h"
#include "shared/vault/null_sealer.h"
#include "tests/client/store/sample_store.h"
#include "tests/shared/system/temporary_folder.h"
#include "tests/support/power_cut_vfs.h"

namespace baraza::client {
namespace {

int power_cuts() {
  const char* asked = std::getenv("BARAZA_POWER_CUTS");
  return asked == nullptr ? 200 : std::atoi(asked);
}

const StreamRecord main_stream = SampleLaptop::record(1);
const StreamRecord alarm_stream = SampleLaptop::record(1, StreamKind::alarm);
const StreamRecord words_stream = SampleLaptop::record(2, StreamKind::words);

Commit random_commit(SampleLaptop& laptop, SeededRandom& random) {
  const std::string words = random.bytes(random.below(1200));
  const int ops = static_cast<int>(1 + random.below(4));
  switch (random.below(16)) {
    case 0: return laptop.enrol("Amina");
    case 1: return laptop.hear(main_stream, ops, words);
    case 2: return laptop.hear(alarm_stream, ops, words);
    case 3: return laptop.hear_own(main_stream, 1 + random.below(3));
    case 4:
      if (!laptop.waits(words_stream)) return laptop.write({words_stream}, ops, words);
      return laptop.resolve(words_stream);
    case 5: return laptop.set_reads(alarm_stream, random.below(2) == 0);
    case 6: return laptop.write({main_stream, alarm_stream}, ops, words);
    case 7: return laptop.write({words_stream}, ops, words);
    case 8: return laptop.freeze();
    case 9:
      if (!laptop.expected().next_key) return laptop.keep_next_key();
      return laptop.renew();
    case 10:
      if (!laptop.waits(alarm_stream)) return laptop.write({alarm_stream}, ops, words);
      return laptop.resolve(alarm_stream);
    case 11: return laptop.keep("draft/" + std::to_string(random.below(3)), words);
    case 12: return laptop.keep("draft/" + std::to_string(random.below(3)), {});
    case 13: return laptop.finish(main_stream, "draft/0", "draft/1", words);
    default: return laptop.write({main_stream}, ops, words);
  }
}

struct Losses {
  int cuts = 0;
  int lost = 0;  // cuts after which something saved was gone, or half a commit was there
  int acknowledged = 0;
  int late = 0;  // cuts that took a commit back that may be late
  std::string what;
};

// Works until the power goes, looks at what is left, and goes on from there.
Losses cut_again_and_again(int cuts, bool durable, const std::string& vfs_name) {
  Losses out;
  SeededRandom random(20'261'123);
  vault::NullSealer sealer;
  while (out.cuts < cuts) {
    TemporaryFolder folder;
    test::PowerCutVfs vfs(vfs_name);
    // A short log, so that cuts also come in the middle of checkpoints.
    const StoreOptions options{vfs.name(), durable, 16};
    // What may be found: the state that was synced last, and those after commits that may be late.
    std::vector<SampleLaptop> saved;
    {
      auto store = SqliteStore::open(folder.path(), sealer, random, {vfs.name()});
      EXPECT_TRUE(store) << store.error().detail;
      if (!store) return out;
      saved.emplace_back((*store)->load()->key_seed, random);
    }
    for (int round = 0; round < 20 && out.cuts < cuts; ++round) {
      SampleLaptop attempted = saved.back();
      {
        vfs.cut_at(1 + random.below(150), random.below(1'000'000'000));
        auto store = SqliteStore::open(folder.path(), sealer, random, options);
        while (store) {
          const Commit commit = random_commit(attempted, random);
          const std::uint64_t writes = vfs.counts().writes;
          if (!(*store)->apply(commit)) break;
          const auto* remote = std::get_if<RemoteCommit>(&commit);
          const bool may_be_late = remote != nullptr && remote->may_be_late;
          // A commit that says what stands already writes nothing, and syncs nothing before it. One
          // of somebody's work always writes.
          const bool wrote = vfs.counts().writes > writes;
          EXPECT_TRUE(wrote || !std::holds_alternative<LocalCommit>(commit));
          if (!may_be_late && wrote) saved.clear();
          saved.push_back(attempted);
          ++out.acknowledged;
        }
      }
      EXPECT_TRUE(vfs.is_cut());
      EXPECT_TRUE(vfs.restore());
      ++out.cuts;
      auto store = SqliteStore::open(folder.path(), sealer, random, options);
      EXPECT_TRUE(store) << store.error().detail;
      if (!store) return out;
      const auto loaded = (*store)->load();
      EXPECT_TRUE(loaded) << loaded.error().detail;
      if (!loaded) return out;
      saved.push_back(attempted);
      const auto found = std::find_if(saved.begin(), saved.end(), [&](const SampleLaptop& state) {
        return difference(*loaded, state.expected()).empty();
      });
      if (found == saved.end()) {
        ++out.lost;
        out.what = difference(*loaded, saved.front().expected());
        break;
      }
      if (found + 2 < saved.end()) ++out.late;
      saved = {SampleLaptop(*found)};
    }
  }
  return out;
}

TEST(ClientPowerCutTest, NothingSavedIsLostAndNoCommitIsHalfThere) {
  const Losses losses = cut_again_and_again(power_cuts(), true, "client-cuts");
  EXPECT_EQ(losses.lost, 0) << losses.what;
  EXPECT_GE(losses.cuts, power_cuts());
  EXPECT_GT(losses.acknowledged, losses.cuts);
  EXPECT_GT(losses.late, 0);
}

TEST(ClientPowerCutTest, WithoutASyncACommitTheSameCutsLoseWork) {
  const Losses losses = cut_again_and_again(power_cuts(), false, "client-cuts-normal");
  EXPECT_GE(losses.lost, 1);
}

TEST(ClientPowerCutTest, ACutInARenewalLeavesTheOldWriterOrTheNewOneWithEverythingThatWaits) {
  SeededRandom random(7);
  vault::NullSealer sealer;
  int kept_old = 0;
  int became_new = 0;
  for (std::uint64_t step = 1; step < 120; ++step) {
    TemporaryFolder folder;
    test::PowerCutVfs vfs("client-renewal-cuts");
    const StoreOptions options{vfs.name(), true, 16};
    std::optional<SampleLaptop> before;
    std::optional<SampleLaptop> after;
    {
      auto store = SqliteStore::open(folder.path(), sealer, random, options);
      ASSERT_TRUE(store);
      before.emplace((*store)->load()->key_seed, random);
      ASSERT_TRUE((*store)->apply(before->write({main_stream, alarm_stream}, 3, "one act")));
      ASSERT_TRUE((*store)->apply(before->write({words_stream}, 2, "refused")));
      ASSERT_TRUE((*store)->apply(before->resolve(words_stream)));
      ASSERT_TRUE((*store)->apply(before->write({main_stream}, 2, "another")));
      ASSERT_TRUE((*store)->apply(before->freeze()));
      ASSERT_TRUE((*store)->apply(before->keep_next_key()));
      after.emplace(*before);
      const RenewalCommit renewal = after->renew();
      vfs.cut_at(step, random.below(1'000'000'000));
      // An answer is a promise; none leaves it open.
      if ((*store)->apply(renewal)) before.reset();
    }
    if (!vfs.is_cut()) break;
    ASSERT_TRUE(vfs.restore());
    auto store = SqliteStore::open(folder.path(), sealer, random, options);
    ASSERT_TRUE(store) << store.error().detail;
    const auto loaded = (*store)->load();
    ASSERT_TRUE(loaded) << loaded.error().detail;
    if (difference(*loaded, after->expected()).empty()) {
      ++became_new;
    } else {
      ASSERT_TRUE(before) << "it was said to be saved";
      EXPECT_EQ(difference(*loaded, before->expected()), "");
      ++kept_old;
    }
  }
  EXPECT_GT(kept_old, 3);
  EXPECT_GT(became_new, 0);
}

class ClientFaultyDiskTest : public testing::Test {
 protected:
  void SetUp() override {
    open();
    laptop_.emplace(store_->load()->key_seed, random_);
    ASSERT_TRUE(store_->apply(laptop_->write({main_stream, alarm_stream}, 2, "words")));
  }
  void open() {
    store_.reset();
    auto opened = SqliteStore::open(folder_.path(), sealer_, random_, {.vfs = vfs_.name()});
    ASSERT_TRUE(opened) << opened.error().detail;
    store_ = std::move(*opened);
  }
  // Makes commits until one fails, or a fault struck where it does no harm (a checkpoint, which is
  // tried again); what failed is as if it had not been made. The code of the failure, if any.
  Code work_until_a_fault() {
    const std::uint64_t faults = vfs_.counts().faults;
    while (vfs_.counts().faults == faults) {
      SampleLaptop attempted = *laptop_;
      auto done = store_->apply(attempted.write({main_stream}, 2, random_.bytes(1000)));
      if (!done) return done.error().code;
      laptop_ = std::move(attempted);
    }
    return Code::none;
  }
  void expect_all_there() {
    const auto loaded = store_->load();
    ASSERT_TRUE(loaded) << loaded.error().detail;
    EXPECT_EQ(difference(*loaded, laptop_->expected()), "");
  }

  TemporaryFolder folder_;
  test::PowerCutVfs vfs_{"client-faults"};
  vault::NullSealer sealer_;
  SeededRandom random_{1};
  std::unique_ptr<SqliteStore> store_;
  std::optional<SampleLaptop> laptop_;
};

TEST_F(ClientFaultyDiskTest, ACommitCostsOneSyncOfTheLogAndNoOther) {
  vfs_.reset_counts();
  for (int i = 0; i < 25; ++i) {
    ASSERT_TRUE(store_->apply(laptop_->write({main_stream, alarm_stream}, 3, "words")));
    ASSERT_TRUE(store_->apply(laptop_->hear(main_stream, 5, "theirs")));
  }
  EXPECT_EQ(vfs_.counts().log_syncs, 50U);
  EXPECT_EQ(vfs_.counts().syncs, 50U);
}

TEST_F(ClientFaultyDiskTest, AFullDiskIsSaidPlainlyReadsGoOnAndItWorksAgainAfterwards) {
  for (std::uint64_t after = 0; after < 12; ++after) {
    vfs_.fill_disk(after);
    EXPECT_EQ(work_until_a_fault(), Code::storage_full);
    expect_all_there();
    vfs_.heal();
    ASSERT_TRUE(store_->apply(laptop_->write({main_stream}, 1, "after room was made")));
    expect_all_there();
  }
  open();
  expect_all_there();
}

TEST_F(ClientFaultyDiskTest, AfterAFailedWriteOrSyncNothingOfTheCommitIsThere) {
  for (const auto operation :
       {test::PowerCutVfs::Operation::write, test::PowerCutVfs::Operation::sync}) {
    int failures = 0;
    for (std::uint64_t nth = 1; nth < 20; ++nth) {
      vfs_.fail(operation, nth);
      const Code code = work_until_a_fault();
      vfs_.heal();
      if (code != Code::none) {
        ++failures;
        EXPECT_EQ(code, Code::storage_failed);
      }
      expect_all_there();
    }
    EXPECT_GT(failures, 10);
  }
  open();
  expect_all_there();
}

}  // namespace
}  // namespace baraza::client
