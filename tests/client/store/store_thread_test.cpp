// SPDX-License-Identifier: Apache-2.0
#include "client/store/store_thread.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <future>

#include "shared/vault/null_sealer.h"
#include "tests/client/store/sample_store.h"
#include "tests/shared/system/temporary_folder.h"
#include "tests/support/power_cut_vfs.h"

namespace baraza::client {
namespace {

using testing::ElementsAre;

class StoreThreadTest : public testing::Test {
 protected:
  std::unique_ptr<SqliteStore> open(const std::string& vfs = {}) {
    auto opened = SqliteStore::open(folder_.path(), sealer_, random_, {.vfs = vfs});
    EXPECT_TRUE(opened) << opened.error().detail;
    auto loaded = (*opened)->load();
    EXPECT_TRUE(loaded) << loaded.error().detail;
    if (!laptop_) laptop_.emplace(loaded->key_seed, random_);
    return std::move(*opened);
  }
  Loaded on_disk() {
    auto loaded = open()->load();
    EXPECT_TRUE(loaded) << loaded.error().detail;
    return std::move(*loaded);
  }

  TemporaryFolder folder_;
  vault::NullSealer sealer_;
  SeededRandom random_{1};
  StreamRecord main_ = SampleLaptop::record(1);
  StreamRecord alarm_ = SampleLaptop::record(1, StreamKind::alarm);
  std::optional<SampleLaptop> laptop_;
};

TEST_F(StoreThreadTest, CompletesInOrderAndCarriesOutWhatWaitsBeforeItEnds) {
  std::vector<Ticket> completed;
  {
    auto store = open();
    StoreThread thread(std::move(store), [&](Completion completion) {
      EXPECT_TRUE(completion.result);
      completed.push_back(completion.ticket);
    });
    for (Ticket ticket = 1; ticket <= 50; ++ticket) {
      thread.submit(ticket, 0, laptop_->write({main_}, 1, "words"));
    }
  }
  ASSERT_EQ(completed.size(), 50U);
  for (Ticket ticket = 1; ticket <= 50; ++ticket) EXPECT_EQ(completed[ticket - 1], ticket);
  EXPECT_EQ(difference(on_disk(), laptop_->expected()), "");
}

TEST_F(StoreThreadTest, CompletionsComeFromItsOwnThread) {
  std::promise<std::thread::id> where;
  auto store = open();
  StoreThread thread(std::move(store),
                     [&](const Completion&) { where.set_value(std::this_thread::get_id()); });
  thread.submit(1, 0, laptop_->write({main_}, 1, "words"));
  EXPECT_NE(where.get_future().get(), std::this_thread::get_id());
}

TEST_F(StoreThreadTest, AfterALocalCommitFailedLaterOnesFailUntriedUntilANewGeneration) {
  test::PowerCutVfs vfs("client-generation");
  std::vector<Code> codes;
  {
    auto store = open(vfs.name());
    SampleLaptop lost = *laptop_;
    const Commit fails = lost.write({main_}, 1, "the disk is full");
    // In another stream, so nothing in the store would stop it if it were tried.
    const Commit builds_on_it = lost.write({alarm_}, 1, "builds on what isn't there");
    const Commit theirs = laptop_->hear(main_, 2, "theirs");
    const Commit again = laptop_->write({main_}, 1, "said again");
    const Commit after = laptop_->write({alarm_}, 1, "goes on");
    vfs.fill_disk();
    StoreThread thread(std::move(store), [&](const Completion& completion) {
      codes.push_back(completion.result ? Code::none : completion.result.error().code);
      vfs.heal();
    });
    thread.submit(1, 0, fails);
    thread.submit(2, 0, builds_on_it);
    thread.submit(3, 0, theirs);
    thread.submit(4, 0, builds_on_it);
    thread.submit(5, 1, again);
    thread.submit(6, 1, after);
  }
  EXPECT_THAT(codes, ElementsAre(Code::storage_full, Code::storage_full, Code::none,
                                 Code::storage_full, Code::none, Code::none));
  EXPECT_EQ(difference(on_disk(), laptop_->expected()), "");
}

TEST_F(StoreThreadTest, AFullQueueDropsACommitAndSaysSoInItsTurn) {
  std::vector<std::pair<Ticket, Code>> completed;
  std::promise<void> begun;
  std::promise<void> go_on;
  {
    auto store = open();
    StoreThread thread(
        std::move(store),
        [&](const Completion& completion) {
          if (completion.ticket == 1) {
            begun.set_value();
            go_on.get_future().wait();
          }
          completed.emplace_back(completion.ticket,
                                 completion.result ? Code::none : completion.result.error().code);
        },
        2);
    thread.submit(1, 0, laptop_->write({main_}, 1, "words"));
    begun.get_future().wait();
    thread.submit(2, 0, laptop_->write({main_}, 1, "words"));
    thread.submit(3, 0, laptop_->hear(alarm_, 1, "theirs"));
    SampleLaptop lost = *laptop_;
    thread.submit(4, 0, lost.write({main_}, 1, "one too many"));
    thread.submit(5, 0, lost.write({main_}, 1, "builds on it"));
    go_on.set_value();
  }
  EXPECT_THAT(completed,
              ElementsAre(std::pair(Ticket{1}, Code::none), std::pair(Ticket{2}, Code::none),
                          std::pair(Ticket{3}, Code::none), std::pair(Ticket{4}, Code::too_fast),
                          std::pair(Ticket{5}, Code::too_fast)));
  EXPECT_EQ(difference(on_disk(), laptop_->expected()), "");
}

// A process of its own that saves ops and reports each once it is on disk, until it is killed.
class Victim {
 public:
  Victim(const std::filesystem::path& folder, std::uint64_t seed) {
    if (::pipe(pipe_) != 0) throw std::runtime_error("no pipe");
    process_ = ::fork();
    if (process_ == 0) run(folder, seed);
    ::close(pipe_[1]);
  }
  ~Victim() { ::close(pipe_[0]); }

  // Waits for so many reports, kills the process, and gives the last ticket that it reported.
  Ticket kill_after(Ticket reports) {
    Ticket last = 0;
    Ticket ticket = 0;
    while (last < reports && ::read(pipe_[0], &ticket, sizeof ticket) == sizeof ticket) {
      last = ticket;
    }
    ::kill(process_, SIGKILL);
    while (::read(pipe_[0], &ticket, sizeof ticket) == sizeof ticket) last = ticket;
    ::waitpid(process_, nullptr, 0);
    return last;
  }

 private:
  [[noreturn]] void run(const std::filesystem::path& folder, std::uint64_t seed) {
    SeededRandom random(seed);
    vault::NullSealer sealer;
    auto store = SqliteStore::open(folder, sealer, random);
    if (!store) ::_exit(1);
    const auto loaded = (*store)->load();
    if (!loaded) ::_exit(1);
    SampleLaptop laptop(loaded->key_seed, random);
    StoreThread thread(std::move(*store), [this](const Completion& completion) {
      if (!completion.result) ::_exit(1);
      if (::write(pipe_[1], &completion.ticket, sizeof completion.ticket) < 0) ::_exit(1);
    });
    for (Ticket ticket = 1; ticket <= 3000; ++ticket) {
      thread.submit(ticket, 0, laptop.write({SampleLaptop::record(1)}, 1, "words"));
    }
    for (;;) ::pause();
  }

  int pipe_[2] = {-1, -1};
  pid_t process_ = -1;
};

TEST_F(StoreThreadTest, WhatWasReportedSavedIsThereAfterAKillInTheMiddleOfTheQueue) {
  for (std::uint64_t round = 0; round < 5; ++round) {
    TemporaryFolder folder;
    Ticket reported = 0;
    {
      Victim victim(folder.path(), round + 1);
      reported = victim.kill_after(20 + 30 * round);
    }
    ASSERT_GE(reported, 20U);
    ASSERT_LT(reported, 3000U) << "the queue was done before the kill";
    auto store = SqliteStore::open(folder.path(), sealer_, random_);
    ASSERT_TRUE(store) << store.error().detail;
    const auto loaded = (*store)->load();
    ASSERT_TRUE(loaded) << loaded.error().detail;
    const auto& pending = loaded->streams.front().pending;
    EXPECT_GE(pending.size(), reported);
    EXPECT_LE(pending.size(), reported + 1) << "one commit may be on disk and not yet reported";
    EXPECT_EQ(loaded->own.begin()->second.last_number, pending.size());
  }
}

}  // namespace
}  // namespace baraza::client
