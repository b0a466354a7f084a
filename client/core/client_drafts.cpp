// SPDX-License-Identifier: Apache-2.0
#include "client/core/client.h"

namespace baraza::client {

void Client::keep_draft(KeptDraft draft) {
  set_draft(draft);
  if (drafts_going_.contains(draft.key)) {
    drafts_behind_[draft.key] = std::move(draft);
    return;
  }
  drafts_going_.insert(draft.key);
  submit(DraftCommit{std::move(draft)});
}

void Client::set_draft(const KeptDraft& draft) {
  if (draft.bytes.empty()) {
    drafts_.erase(draft.key);
  } else {
    drafts_[draft.key] = draft.bytes;
  }
}

void Client::draft_done(const DraftCommit& commit, const Result<void>& result) {
  const std::string key = commit.draft.key;
  drafts_going_.erase(key);
  if (!result) effects_.emplace_back(effect::DraftNotKept{key, result.error()});
  const auto behind = drafts_behind_.find(key);
  if (behind == drafts_behind_.end()) return;
  KeptDraft next = std::move(behind->second);
  drafts_behind_.erase(behind);
  keep_draft(std::move(next));
}

}  // namespace baraza::client
