// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <limits>

#include "shared/base/limits.h"
#include "tests/shared/op/op_samples.h"

namespace baraza {
namespace {

Code code_of(const WriterId& writer, const SignedRun& run) {
  const auto ops = open_run(writer, run);
  return ops ? Code::none : ops.error().code;
}

TEST(Run, IsNumberedChainedAndSigned) {
  SampleWriter writer;
  const SignedRun first = writer.run({"one", "two"});
  const SignedRun second = writer.run({"three"});
  EXPECT_TRUE(writer.holds(first));
  EXPECT_TRUE(writer.holds(second));
  const auto a = open_run(writer.id(), first);
  const auto b = open_run(writer.id(), second);
  ASSERT_TRUE(a && b);
  EXPECT_EQ((*a)[0].head.prev, chain_start(writer.id(), writer.stream));
  EXPECT_EQ((*a)[1].head.prev, (*a)[0].hash);
  EXPECT_EQ((*b)[0].head.prev, (*a)[1].hash);
  EXPECT_EQ((*b)[0].head.number, 3U);
  EXPECT_EQ((*b)[0].head.clock, 3U);
  EXPECT_EQ((*b)[0].body, "three");
  EXPECT_EQ(writer.point.last_number, 3U);
  EXPECT_EQ(writer.point.last_hash, (*b)[0].hash);
}

TEST(Run, EqualBodiesHaveDifferentDigests) {
  SampleWriter writer;
  const SignedRun run = writer.run({"present", "present"});
  const auto ops = open_run(writer.id(), run);
  EXPECT_NE((*ops)[0].head.body_digest, (*ops)[1].head.body_digest);
}

TEST(Run, TheClockStopsAtItsEndAndNeverStartsAgain) {
  SampleWriter writer;
  writer.clock = std::numeric_limits<AuthorClock>::max() - 1;
  const SignedRun run = writer.run({"one", "two"});
  const auto ops = open_run(writer.id(), run);
  ASSERT_TRUE(ops.has_value());
  EXPECT_EQ((*ops)[1].head.clock, std::numeric_limits<AuthorClock>::max());
}

TEST(Run, OpensWithoutItsBodies) {
  SampleWriter writer;
  SignedRun run = writer.run({"one", "two"});
  run.ops[0].body.clear();
  const auto ops = open_run(writer.id(), run);
  ASSERT_TRUE(ops.has_value());
  EXPECT_FALSE((*ops)[0].body.has_value());
  EXPECT_TRUE(writer.holds(run)) << "what is signed stays provable without the body";
}

TEST(Run, ATamperedHeadBreaksTheSignatureOrTheChain) {
  SampleWriter writer;
  const SignedRun run = writer.run({"one", "two"});
  for (std::size_t byte = 0; byte < run.ops[1].head.size(); ++byte) {
    SignedRun last = run;
    last.ops[1].head[byte] ^= 1;
    EXPECT_FALSE(writer.holds(last)) << byte;
    SignedRun first = run;
    first.ops[0].head[byte] ^= 1;
    EXPECT_NE(code_of(writer.id(), first), Code::none) << byte;
  }
}

TEST(Run, ATamperedBodyIsTheCarriersFault) {
  SampleWriter writer;
  const SignedRun run = writer.run({"one"});
  for (std::size_t byte = 0; byte < run.ops[0].body.size(); ++byte) {
    SignedRun changed = run;
    changed.ops[0].body[byte] ^= 1;
    EXPECT_EQ(code_of(writer.id(), changed), Code::bad_signature) << byte;
  }
  SignedRun cut = run;
  cut.ops[0].body.resize(3);
  EXPECT_EQ(code_of(writer.id(), cut), Code::bad_signature);
}

TEST(Run, ATamperedSignatureDoesNotHold) {
  SampleWriter writer;
  const SignedRun run = writer.run({"one"});
  for (std::size_t byte = 0; byte < Signature::size; ++byte) {
    SignedRun changed = run;
    changed.signature.bytes[byte] ^= 1;
    EXPECT_FALSE(writer.holds(changed)) << byte;
  }
}

TEST(Run, BelongsToItsStreamAndItsWriter) {
  SampleWriter writer;
  const SignedRun run = writer.run({"one"});
  EXPECT_FALSE(run_signature_holds(writer.signer.public_key(), filled<StreamId>(8), run));
  const KeySigner other(Bytes(KeySigner::seed_bytes, '\x08'));
  EXPECT_FALSE(run_signature_holds(other.public_key(), writer.stream, run));
  EXPECT_FALSE(writer.holds(SignedRun{}));
}

TEST(Run, ItsOpsComeInOrderWithoutGaps) {
  SampleWriter writer;
  const SignedRun run = writer.run({"one", "two", "three"});
  SignedRun swapped = run;
  std::swap(swapped.ops[0], swapped.ops[1]);
  EXPECT_EQ(code_of(writer.id(), swapped), Code::chain_broken);
  SignedRun gap = run;
  gap.ops.erase(gap.ops.begin() + 1);
  EXPECT_EQ(code_of(writer.id(), gap), Code::chain_broken);
  SignedRun twice = run;
  twice.ops.push_back(twice.ops.back());
  EXPECT_EQ(code_of(writer.id(), twice), Code::chain_broken);
  EXPECT_EQ(code_of(writer.id(), run), Code::none);
}

TEST(Run, HoldsAtLeastOneOpAndNotTooMany) {
  SampleWriter writer;
  EXPECT_EQ(code_of(writer.id(), SignedRun{}), Code::protocol_error);
  EXPECT_EQ(code_of(writer.id(), writer.run(std::vector<Bytes>(limits::run_ops, "x"))), Code::none);
  EXPECT_EQ(code_of(writer.id(), writer.run(std::vector<Bytes>(limits::run_ops + 1, "x"))),
            Code::protocol_error);
}

TEST(Signer, AKeyIsItsSeed) {
  const KeySigner one(Bytes(KeySigner::seed_bytes, '\x07'));
  const KeySigner same(Bytes(KeySigner::seed_bytes, '\x07'));
  EXPECT_EQ(one.public_key(), same.public_key());
  EXPECT_TRUE(verify_signature(same.public_key(), "message", one.sign("message")));
  EXPECT_FALSE(verify_signature(same.public_key(), "massage", one.sign("message")));
  CountingRandom random;
  const auto first = KeySigner::generate(random);
  EXPECT_NE(first->public_key(), KeySigner::generate(random)->public_key());
}

}  // namespace
}  // namespace baraza
