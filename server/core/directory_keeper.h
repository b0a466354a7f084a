// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/core/ledger.h"
#include "shared/model/make.h"
#include "shared/policy/policy.h"
#include "shared/sync/signature_check.h"

namespace baraza::server {

// The directory as the log has it, staged entries included, and the server's own writer that
// appends to it. Store thread only; the snapshot that snapshot() gives may go to any thread.
class DirectoryKeeper {
 public:
  DirectoryKeeper(Ledger& ledger, const Signer& server_writer, Random& random);

  // Folds all programme and site streams anew; at start and after an abandoned batch.
  Result<void> reload();

  const policy::Directory& directory() const { return *directory_; }
  std::shared_ptr<const sync::KeyTable> keys() const;
  Random& random() { return random_; }

  // Signs the drafts as one run of the server's writer, appends them to the programme or site
  // stream and folds them.
  Result<void> append(const StreamId& stream, std::vector<OpDraft> drafts, Now now);

  // True once since the last call if something changed.
  bool take_changed() { return std::exchange(changed_, false); }

 private:
  void rebuild();
  void fold(const StreamInfo& info, const Entry& entry);

  Ledger& ledger_;
  const Signer& server_writer_;
  Random& random_;
  std::map<ProgrammeId, model::ProgrammeState> programmes_;
  std::map<SiteId, model::SiteState> sites_;
  std::shared_ptr<const policy::Directory> directory_;
  bool changed_ = false;
};

}  // namespace baraza::server
