// SPDX-License-Identifier: Apache-2.0
// The measurements run and count what they say; their times decide nothing.
#include <gtest/gtest.h>

#include "tests/shared/system/temporary_folder.h"
#include "tools/bench/benches.h"

namespace baraza::bench {
namespace {

TEST(FoldFigures, AreOfTheOpsThatWereAskedFor) {
  FoldOptions options;
  options.groups = 2;
  options.ops = 60;
  options.rounds = 1;
  const auto figures = bench_fold(options);
  ASSERT_TRUE(figures) << figures.error().detail;
  EXPECT_EQ(figures->at("groups"), 2);
  EXPECT_EQ(figures->at("ops_per_group"), 60);
  EXPECT_GT(figures->at("folded_ops_per_s"), 0);
}

TEST(IngestFigures, AreOfOpsThatAreInTheLog) {
  TemporaryFolder folder;
  IngestOptions options;
  options.ops = 300;
  options.writers = 4;
  options.ops_per_commit = 40;
  options.scratch = folder.path();
  const auto figures = bench_ingest(options);
  ASSERT_TRUE(figures) << figures.error().detail;
  EXPECT_EQ(figures->at("ops"), 320) << "whole batches";
  EXPECT_EQ(figures->at("commits"), 8);
  EXPECT_GT(figures->at("durable_ops_per_s"), 0);
  EXPECT_TRUE(figures->contains("ops_per_processor_s"));
  EXPECT_TRUE(figures->contains("processor_share"));
}

TEST(MarkFigures, AreOneServerCommitAMark) {
  TemporaryFolder folder;
  MarkOptions options;
  options.count = 5;
  options.warm_up = 2;
  options.scratch = folder.path();
  const auto figures = bench_mark(options);
  ASSERT_TRUE(figures) << figures.error().detail;
  EXPECT_EQ(figures->at("server_commits"), 5);
}

}  // namespace
}  // namespace baraza::bench
