// SPDX-License-Identifier: Apache-2.0
// Loss of power at any write or sync: what was acknowledged is there afterwards, all or nothing of
// each transaction. BARAZA_POWER_CUTS sets the number of cuts.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <tuple>

#include "shared/sqlite/check.h"
#include "shared/sqlite/transaction.h"
#include "tests/support/power_cut_vfs.h"

namespace baraza::test {
namespace {

using sqlite::Database;
using sqlite::OpenMode;
using sqlite::Synchronous;
using sqlite::Transaction;

std::uint64_t cut_count() {
  const char* wanted = std::getenv("BARAZA_POWER_CUTS");
  return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 200;
}

struct Outcome {
  std::uint64_t acknowledged = 0;
  std::uint64_t lost = 0;
  std::uint64_t cut_in_recovery = 0;
  std::uint64_t brought_nothing_back = 0;  // runs cut before the first acknowledgement
};

// One run: a writer commits until the power goes, and what it had been told is compared with what
// is found.
class Run {
 public:
  Run(std::uint64_t seed, Synchronous synchronous, Outcome& outcome)
      : random_(seed),
        vfs_("power-cut-" + std::to_string(seed)),
        options_{.vfs = vfs_.name(), .synchronous = synchronous, .checkpoint_pages = 20},
        outcome_(outcome) {
    std::string name =
        (std::filesystem::temp_directory_path() / "baraza_power_cut_XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~Run() { std::filesystem::remove_all(folder_); }

  void play() {
    write_until_the_power_goes();
    ASSERT_TRUE(vfs_.is_cut());
    ASSERT_TRUE(vfs_.restore());
    if (random_() % 4 == 0) {
      // It goes again while the log is being recovered or first used.
      vfs_.cut_at(1 + random_() % 4, random_());
      const auto opened = open();
      if (opened) std::ignore = opened->in_transaction();
    }
    if (vfs_.is_cut()) ++outcome_.cut_in_recovery;
    ASSERT_TRUE(vfs_.restore());
    compare();
  }

 private:
  Result<Database> open() {
    return Database::open(folder_ / "a.db", OpenMode::read_write_create, options_);
  }

  void write_until_the_power_goes() {
    auto database = open();
    ASSERT_TRUE(database) << database.error().detail;
    ASSERT_TRUE(
        database->run("CREATE TABLE row (id INTEGER PRIMARY KEY, batch, last, words);"
                      "CREATE INDEX row_words ON row (words)"));
    ASSERT_TRUE(database->checkpoint());
    auto insert = database->prepare("INSERT INTO row VALUES (?1, ?2, ?3, ?4)");
    ASSERT_TRUE(insert);

    vfs_.cut_at(1 + random_() % 200, random_());
    std::int64_t id = 0;
    for (std::int64_t batch = 1; !vfs_.is_cut(); ++batch) {
      auto transaction = Transaction::begin(*database);
      if (!transaction) break;
      const std::int64_t last = id + 1 + static_cast<std::int64_t>(random_() % 4);
      bool written = true;
      while (written && id < last) {
        ++id;
        written = insert->bind_int(1, id)
                      .bind_int(2, batch)
                      .bind_int(3, last)
                      .bind_text(4, std::string(random_() % 900, 'w'))
                      .run()
                      .has_value();
      }
      if (!written || !transaction->commit()) break;
      acknowledged_ = last;
    }
  }

  void compare() {
    auto database = open();
    ASSERT_TRUE(database) << database.error().detail;
    const auto checked = sqlite::integrity_check(*database);
    ASSERT_TRUE(checked) << checked.error().detail;
    auto query = database->prepare(
        "SELECT count(*), ifnull(max(id), 0), ifnull(max(last), 0), count(DISTINCT batch), "
        "ifnull(max(batch), 0) FROM row");
    ASSERT_TRUE(query && *query->step());
    const std::int64_t count = query->integer(0);
    // Rows 1 .. count without a gap, and the last transaction whole.
    EXPECT_EQ(query->integer(1), count);
    EXPECT_EQ(query->integer(2), count);
    EXPECT_EQ(query->integer(3), query->integer(4));
    EXPECT_LE(count, acknowledged_ + 4);  // at most the one under way
    outcome_.acknowledged += static_cast<std::uint64_t>(acknowledged_);
    outcome_.lost += static_cast<std::uint64_t>(std::max<std::int64_t>(0, acknowledged_ - count));
    if (acknowledged_ == 0) ++outcome_.brought_nothing_back;
  }

  std::mt19937_64 random_;
  PowerCutVfs vfs_;
  sqlite::Options options_;
  Outcome& outcome_;
  std::filesystem::path folder_;
  std::int64_t acknowledged_ = 0;
};

Outcome play(Synchronous synchronous) {
  Outcome outcome;
  for (std::uint64_t seed = 1; seed <= cut_count(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Run(seed, synchronous, outcome).play();
    if (testing::Test::HasFailure()) break;
  }
  std::printf("%llu cuts: %llu rows acknowledged, %llu of them lost, %llu cuts in recovery\n",
              static_cast<unsigned long long>(cut_count()),
              static_cast<unsigned long long>(outcome.acknowledged),
              static_cast<unsigned long long>(outcome.lost),
              static_cast<unsigned long long>(outcome.cut_in_recovery));
  return outcome;
}

TEST(PowerCut, NoAcknowledgedRowIsLostWhenCommitsWaitForTheDisk) {
  const Outcome outcome = play(Synchronous::full);
  EXPECT_EQ(outcome.lost, 0U);
  EXPECT_GT(outcome.acknowledged, cut_count());
  EXPECT_GT(outcome.cut_in_recovery, 0U);
  EXPECT_LT(outcome.brought_nothing_back, cut_count() / 2);
}

// The control: the same cuts, and a writer that doesn't wait. If this finds nothing lost, the test
// above proves nothing.
TEST(PowerCut, AcknowledgedRowsAreLostWhenCommitsDoNotWait) {
  const Outcome outcome = play(Synchronous::normal);
  EXPECT_GT(outcome.lost, 0U);
}

}  // namespace
}  // namespace baraza::test
