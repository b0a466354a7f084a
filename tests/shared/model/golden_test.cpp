// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "tests/shared/model/author.h"
#include "tests/shared/model/samples.h"

// The bytes of one op of each kind, as this version writes them and every later one has to read
// them. UPDATE_GOLDEN=1 rewrites the files: right only for a kind that was never released.
namespace baraza::model {
namespace {

const StreamId kStream = sample_id<StreamId>(0x51);

// The salt of golden ops.
class FixedRandom final : public Random {
 public:
  void fill(std::uint8_t* out, std::size_t size) override { std::fill(out, out + size, 0xa5); }
};

KeySigner golden_signer() {
  return KeySigner(Bytes(KeySigner::seed_bytes, '\x42'));
}

SignedRun golden_run(Kind kind) {
  const KeySigner signer = golden_signer();
  FixedRandom random;
  WriterPoint point{4, sample_id<Hash>(0x52)};
  AuthorClock clock = 30;
  std::vector<OpDraft> drafts{sample_draft(kind)};
  return sign_run(signer, kStream, std::move(drafts), Instant{1'795'413'600'000}, point, clock,
                  random);
}

std::string path_of(Kind kind) {
  return std::string(BARAZA_GOLDEN_FOLDER "/") + std::string(kind_row(kind).name) + ".hex";
}

std::string text_of(const SignedRun& run) {
  return "head " + to_hex(run.ops[0].head) + "\nbody " + to_hex(run.ops[0].body) + "\nsignature " +
         to_hex(run.signature) + "\n";
}

Result<SignedRun> run_from(std::istream& in) {
  std::string head, body, signature, label;
  in >> label >> head >> label >> body >> label >> signature;
  const auto head_bytes = from_hex(head);
  const auto body_bytes = from_hex(body);
  const auto signature_bytes = Signature::from(from_hex(signature).value_or(""));
  if (!head_bytes || !body_bytes || !signature_bytes) {
    return fail(Code::invalid_argument, "not a golden file");
  }
  return SignedRun{{{*head_bytes, *body_bytes}}, *signature_bytes};
}

TEST(Golden, EveryKindIsWrittenAsEver) {
  for (const Kind kind : all_kinds()) {
    SCOPED_TRACE(kind_row(kind).name);
    const std::string text = text_of(golden_run(kind));
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path_of(kind)) << text;
    std::ifstream file(path_of(kind));
    const std::string golden{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(text, golden) << "no op may change its bytes once it was released";
  }
}

TEST(Golden, EveryKindIsReadAsEver) {
  for (const Kind kind : all_kinds()) {
    SCOPED_TRACE(kind_row(kind).name);
    std::ifstream file(path_of(kind));
    const auto run = run_from(file);
    ASSERT_TRUE(run.has_value());
    const KeySigner signer = golden_signer();
    EXPECT_TRUE(run_signature_holds(signer.public_key(), kStream, *run));
    const auto ops = open_run(writer_id(signer.public_key()), *run);
    ASSERT_TRUE(ops.has_value());
    const AuthoredOp& op = ops->front();
    EXPECT_EQ(op.head.number, 5U);
    EXPECT_EQ(op.head.clock, 31U);
    EXPECT_EQ(op.head.kind, static_cast<std::uint32_t>(kind));
    const StreamKind stream = kind_row(kind).stream;
    EXPECT_TRUE(check_body(stream, op).has_value());

    // What is read is what the sample says: both fold to the same state.
    StreamState state = empty_state(stream);
    model::apply(state, op);
    StreamState sample = empty_state(stream);
    const SignedRun fresh = golden_run(kind);
    const auto fresh_ops = open_run(writer_id(signer.public_key()), fresh);
    model::apply(sample, fresh_ops->front());
    EXPECT_EQ(digest_of(state), digest_of(sample));
    EXPECT_EQ(basics_of(state).unreadable, 0U);
  }
}

}  // namespace
}  // namespace baraza::model
