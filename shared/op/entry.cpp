// SPDX-License-Identifier: Apache-2.0
#include "shared/op/entry.h"

#include "shared/op/hash.h"

namespace baraza {

Hash stream_chain_start(const StreamId& stream) {
  return Hasher("baraza stream v1").add(stream).finish();
}

Hash stream_chain_next(const Hash& before, const Entry& entry) {
  return Hasher("baraza entry v1")
      .add(before)
      .add(entry.writer)
      .add(hash_of_head(entry.head))
      .add(static_cast<std::uint64_t>(entry.verdict))
      .add(static_cast<std::uint64_t>(entry.code))
      .add(entry.chain_broken ? 1U : 0U)
      .finish();
}

Result<AuthoredOp> open_entry(const Entry& entry) {
  auto head = decode_head(entry.head);
  if (!head) return fail(head.error());
  AuthoredOp out{entry.writer, std::move(*head), hash_of_head(entry.head), std::nullopt};
  if (!entry.body.empty()) {
    if (entry.body.size() < salt_bytes || digest_of_body(entry.body) != out.head.body_digest) {
      return fail(Code::storage_damaged, "a stored body isn't the one that its head names");
    }
    out.body = body_without_salt(entry.body);
  }
  return out;
}

}  // namespace baraza
