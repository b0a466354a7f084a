// SPDX-License-Identifier: Apache-2.0
#include "shared/op/entry.h"

#include <gtest/gtest.h>

#include "tests/shared/op/op_samples.h"

namespace baraza {
namespace {

Entry sample_entry() {
  SampleWriter writer;
  const SignedRun run = writer.run({"one"});
  Entry out;
  out.writer = writer.id();
  out.head = run.ops[0].head;
  out.body = run.ops[0].body;
  out.signature = run.signature;
  out.received = Instant{5};
  out.commit = 6;
  return out;
}

TEST(StreamChain, CoversHeadWriterAndVerdict) {
  const Hash before = stream_chain_start(filled<StreamId>(1));
  const Entry entry = sample_entry();
  const Hash after = stream_chain_next(before, entry);
  const auto changes_chain = [&](auto change) {
    Entry other = entry;
    change(other);
    return stream_chain_next(before, other) != after;
  };
  EXPECT_TRUE(changes_chain([](Entry& e) { e.verdict = Verdict::held; }));
  EXPECT_TRUE(changes_chain([](Entry& e) { e.code = Code::authority_ended; }));
  EXPECT_TRUE(changes_chain([](Entry& e) { e.chain_broken = true; }));
  EXPECT_TRUE(changes_chain([](Entry& e) { e.writer = filled<WriterId>(3); }));
  EXPECT_TRUE(changes_chain([](Entry& e) { e.head.back() ^= 1; }));
  EXPECT_NE(stream_chain_next(filled<Hash>(1), entry), after);
  EXPECT_NE(stream_chain_start(filled<StreamId>(2)), before);
}

TEST(StreamChain, LeavesOutTheBodyAndWhatTheServerNotes) {
  const Hash before = stream_chain_start(filled<StreamId>(1));
  const Entry entry = sample_entry();
  Entry other = entry;
  other.body.clear();  // erased
  other.received = Instant{500};
  other.commit = 600;
  EXPECT_EQ(stream_chain_next(before, other), stream_chain_next(before, entry));
}

TEST(Entry, OpensToTheOpOfItsAuthor) {
  const Entry entry = sample_entry();
  const auto op = open_entry(entry);
  ASSERT_TRUE(op.has_value());
  EXPECT_EQ(op->body, "one");
  EXPECT_EQ(op->hash, hash_of_head(entry.head));
  EXPECT_EQ(op->id(), (OpId{entry.writer, 1}));
}

TEST(Entry, OpensWithoutABody) {
  Entry entry = sample_entry();
  entry.body.clear();
  const auto op = open_entry(entry);
  ASSERT_TRUE(op.has_value());
  EXPECT_FALSE(op->body.has_value());
}

TEST(Entry, AFlippedByteInAStoredBodyIsDamage) {
  for (const std::size_t byte : {std::size_t{0}, std::size_t{17}}) {
    Entry entry = sample_entry();
    entry.body[byte] ^= 1;
    const auto op = open_entry(entry);
    ASSERT_FALSE(op.has_value());
    EXPECT_EQ(op.error().code, Code::storage_damaged);
  }
}

TEST(Entry, OnlyAReleaseConsumesNoNumber) {
  Entry entry;
  for (const Verdict verdict : {Verdict::accepted, Verdict::refused, Verdict::held}) {
    entry.verdict = verdict;
    EXPECT_TRUE(entry.consumes_number());
  }
  entry.verdict = Verdict::released;
  EXPECT_FALSE(entry.consumes_number());
}

}  // namespace
}  // namespace baraza
