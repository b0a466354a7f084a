// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>

#include "server/store/sqlite_log.h"
#include "tests/server/store/sample_log.h"
#include "tests/shared/system/temporary_folder.h"
#include "tests/support/power_cut_vfs.h"

namespace baraza::server {
namespace {

int power_cuts() {
  const char* asked = std::getenv("BARAZA_POWER_CUTS");
  return asked == nullptr ? 200 : std::atoi(asked);
}

// What the log must hold. A copy is what it must hold if the batch under way came through.
struct Expected {
  struct Stream {
    StreamInfo info;
    std::vector<Entry> entries;
    std::vector<Hash> hashes;
    std::vector<SampleWriter> writers;
  };
  std::vector<Stream> streams;
  CommitNumber commit = 0;

  std::size_t size() const {
    std::size_t out = 0;
    for (const Stream& stream : streams) out += stream.entries.size();
    return out;
  }
};

// One commit of random work: some ops in some streams, now and then a new stream.
Result<void> write_batch(SqliteLog& log, Expected& expected, SeededRandom& random) {
  if (auto begun = log.begin(); !begun) return begun;
  ++expected.commit;
  if (auto put = log.put_meta("commit", std::to_string(expected.commit)); !put) return put;
  if (expected.streams.empty() || random.below(8) == 0) {
    Expected::Stream stream{
        sample_stream(static_cast<std::uint8_t>(expected.streams.size() + 1)), {}, {}, {}};
    for (int i = 0; i < 2; ++i) stream.writers.emplace_back(stream.info.stream, random);
    if (auto opened = log.open_stream(stream.info); !opened) return opened;
    expected.streams.push_back(std::move(stream));
  }
  const std::uint64_t ops = 1 + random.below(6);
  for (std::uint64_t i = 0; i < ops; ++i) {
    auto& stream = expected.streams[random.below(expected.streams.size())];
    auto& writer = stream.writers[random.below(stream.writers.size())];
    const Verdict verdict = random.below(5) == 0 ? Verdict::refused : Verdict::accepted;
    const Bytes words = random.bytes(random.below(1500));
    const auto op = writer.next(stream.info.chain_hash, words, verdict, expected.commit);
    stream.info.chain_hash = op.chain_hash;
    ++stream.info.head;
    stream.entries.push_back(op.entry);
    stream.hashes.push_back(op.chain_hash);
    auto done =
        log.append(stream.info.stream, stream.info.head, op.entry, op.op, true, op.chain_hash);
    if (!done) return done;
  }
  return log.commit();
}

testing::AssertionResult holds(SqliteLog& log, const Expected& expected) {
  const auto wrong = [](const std::string& what) { return testing::AssertionFailure() << what; };
  const auto commit = log.meta("commit");
  if (!commit) return wrong(commit.error().detail);
  if (commit->value_or("0") != std::to_string(expected.commit)) return wrong("another commit");
  const auto streams = log.streams();
  if (!streams) return wrong(streams.error().detail);
  if (streams->size() != expected.streams.size()) return wrong("another number of streams");
  for (std::size_t i = 0; i < streams->size(); ++i) {
    const Expected::Stream& stream = expected.streams[i];
    const StreamInfo& info = (*streams)[i];
    if (info.head != stream.info.head || info.chain_hash != stream.info.chain_hash) {
      return wrong("another head");
    }
    const auto entries = log.read_after(info.stream, 0, 1'000'000'000);
    if (!entries) return wrong(entries.error().detail);
    if (*entries != stream.entries) return wrong("other entries");
    for (Position position = 1; position <= info.head; ++position) {
      const auto hash = log.chain_hash_at(info.stream, position);
      if (!hash || *hash != stream.hashes[position - 1]) return wrong("another chain hash");
    }
    for (const SampleWriter& writer : stream.writers) {
      const auto point = log.writer_point(info.stream, writer.writer());
      if (!point) return wrong(point.error().detail);
      if (point->last_number != writer.point().last_number) return wrong("a writer elsewhere");
    }
  }
  return testing::AssertionSuccess();
}

struct Losses {
  int cuts = 0;
  int lost =
      0;  // cuts after which something that was committed was gone, or half a batch was there
  int came_through = 0;  // cuts after which the batch under way was there whole
  std::size_t acknowledged = 0;
};

// Works until the power goes, looks at what is left, and goes on from there.
Losses cut_again_and_again(int cuts, bool durable, const std::string& vfs_name) {
  Losses out;
  SeededRandom random(20'261'123);
  while (out.cuts < cuts) {
    TemporaryFolder folder;
    test::PowerCutVfs vfs(vfs_name);
    Expected saved;
    for (int round = 0; round < 20 && out.cuts < cuts; ++round) {
      Expected attempted = saved;
      std::size_t before = saved.size();
      {
        // A short log, so that cuts also come in the middle of checkpoints.
        vfs.cut_at(1 + random.below(120), random.below(1'000'000'000));
        auto log = SqliteLog::open(folder.path(), {vfs.name(), durable, 24});
        while (log && write_batch(**log, attempted, random)) saved = attempted;
      }
      EXPECT_TRUE(vfs.is_cut());
      EXPECT_TRUE(vfs.restore());
      ++out.cuts;
      out.acknowledged += saved.size() - before;
      auto log = SqliteLog::open(folder.path(), {vfs.name(), durable, 24});
      EXPECT_TRUE(log) << log.error().detail;
      if (!log) return out;
      if (holds(**log, saved)) continue;
      if (holds(**log, attempted)) {
        saved = attempted;
        ++out.came_through;
        continue;
      }
      ++out.lost;
      break;
    }
  }
  return out;
}

TEST(PowerCutTest, NothingCommittedIsLostAndNoBatchIsHalfThere) {
  const Losses losses = cut_again_and_again(power_cuts(), true, "server-cuts");
  EXPECT_EQ(losses.lost, 0);
  EXPECT_GE(losses.cuts, power_cuts());
  EXPECT_GT(losses.acknowledged, static_cast<std::size_t>(losses.cuts));
  RecordProperty("cuts", losses.cuts);
  RecordProperty("batches_that_came_through", losses.came_through);
}

TEST(PowerCutTest, WithoutASyncACommitTheSameCutsLoseWork) {
  const Losses losses = cut_again_and_again(power_cuts(), false, "server-cuts-normal");
  EXPECT_GE(losses.lost, 1);
}

}  // namespace
}  // namespace baraza::server
