// SPDX-License-Identifier: Apache-2.0
#include "shared/op/run.h"

#include <limits>

#include "shared/base/limits.h"
#include "shared/op/hash.h"

namespace baraza {

SignedRun sign_run(const Signer& signer, const StreamId& stream, std::vector<OpDraft> drafts,
                   Instant wall, WriterPoint& point, AuthorClock& clock, Random& random) {
  const WriterId writer = writer_id(signer.public_key());
  SignedRun run;
  run.ops.reserve(drafts.size());
  for (OpDraft& draft : drafts) {
    RawOp op;
    op.body = random.bytes(salt_bytes) + draft.body;
    OpHead head;
    head.number = point.last_number + 1;
    // One writer may have sent the clock to its end; it must not start again from zero.
    if (clock < std::numeric_limits<AuthorClock>::max()) ++clock;
    head.clock = clock;
    head.wall = wall;
    head.kind = draft.kind;
    head.op_class = draft.op_class;
    head.subject = draft.subject;
    head.replaces = std::move(draft.replaces);
    head.prev = point.last_number == 0 ? chain_start(writer, stream) : point.last_hash;
    head.body_digest = digest_of_body(op.body);
    head.body_size = static_cast<std::uint32_t>(op.body.size());
    op.head = encode_head(head);
    point = {head.number, hash_of_head(op.head)};
    run.ops.push_back(std::move(op));
  }
  run.signature = signer.sign(run_message(writer, stream, point.last_hash));
  return run;
}

Result<AuthoredOp> open_op(const WriterId& writer, const RawOp& op) {
  auto head = decode_head(op.head);
  if (!head) return fail(head.error());
  AuthoredOp out{writer, std::move(*head), hash_of_head(op.head), std::nullopt};
  if (!op.body.empty()) {
    // The size is checked apart from the digest: an op over the limit is refused by a verdict,
    // a body that isn't the author's is the carrier's fault.
    if (op.body.size() < salt_bytes || op.body.size() != out.head.body_size ||
        digest_of_body(op.body) != out.head.body_digest) {
      return fail(Code::bad_signature, "the body isn't the one that its head names");
    }
    out.body = body_without_salt(op.body);
  }
  return out;
}

Result<std::vector<AuthoredOp>> open_run(const WriterId& writer, const SignedRun& run) {
  if (run.ops.empty() || run.ops.size() > limits::run_ops) {
    return fail(Code::protocol_error, "a run of no ops, or of too many");
  }
  std::vector<AuthoredOp> out;
  out.reserve(run.ops.size());
  for (const RawOp& op : run.ops) {
    auto opened = open_op(writer, op);
    if (!opened) return fail(opened.error());
    if (!out.empty()) {
      const AuthoredOp& before = out.back();
      if (opened->head.number != before.head.number + 1 || opened->head.prev != before.hash) {
        return fail(Code::chain_broken, "the ops of a run don't follow each other");
      }
    }
    out.push_back(std::move(*opened));
  }
  return out;
}

bool run_signature_holds(const PublicKey& key, const StreamId& stream, const SignedRun& run) {
  if (run.ops.empty()) return false;
  const Hash last = hash_of_head(run.ops.back().head);
  return verify_signature(key, run_message(writer_id(key), stream, last), run.signature);
}

Bytes run_message(const WriterId& writer, const StreamId& stream, const Hash& last_hash) {
  return Bytes(Hasher("baraza run v1").add(writer).add(stream).add(last_hash).finish().view());
}

}  // namespace baraza
