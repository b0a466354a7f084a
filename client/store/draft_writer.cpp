// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "client/store/commit_writer.h"
#include "client/store/records.h"

namespace baraza::client {

Result<void> CommitWriter::write_one(const DraftCommit& commit) {
  return put_draft(commit.draft);
}

// Keys name members, so they stand in the sealed record; rows are found by what is in memory.
Result<void> CommitWriter::put_draft(const KeptDraft& draft) {
  std::uint64_t id = 0;
  if (const auto known = known_drafts_.find(draft.key); known != known_drafts_.end()) {
    id = known->second;
  }
  if (const auto staged = staged_drafts_.find(draft.key); staged != staged_drafts_.end()) {
    id = staged->second;
  }
  if (draft.bytes.empty()) {
    if (id == 0) return {};
    staged_drafts_[draft.key] = 0;
    const auto drop = statement("DELETE FROM draft WHERE id = ?1");
    if (!drop) return fail(drop.error());
    return (*drop)->bind_int(1, to_column(id)).run();
  }
  if (id == 0) {
    id = 1;
    for (const auto& [key, used] : known_drafts_) id = std::max(id, used + 1);
    for (const auto& [key, used] : staged_drafts_) id = std::max(id, used + 1);
  }
  staged_drafts_[draft.key] = id;
  return put(
      "INSERT INTO draft (id, sealed) VALUES (?1, ?2) "
      "ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed",
      {id}, row_name::draft(id), encode_draft(draft));
}

}  // namespace baraza::client
