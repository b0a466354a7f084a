// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/core/directory_keeper.h"
#include "shared/sync/server_session.h"

namespace baraza::server {

// Decides pushed runs: signature, number, chain, policy, body, in this order, and stages an entry
// for each op. Nothing is decided and no number consumed before signature, head and prev hold: bad
// bytes are the carrier's fault. Store thread only.
class Decider {
 public:
  Decider(Ledger& ledger, DirectoryKeeper& directory) : ledger_(ledger), directory_(directory) {}

  // `by` is the writer of the connection. The error is a failure of the store: the batch is lost.
  Result<sync::ServerHost::PushAnswer> push(const WriterId& by, const sync::Push& push,
                                            const std::vector<sync::SignatureState>& signatures,
                                            Now now);

 private:
  using Answer = sync::ServerHost::PushAnswer;
  enum class Place : std::uint8_t { next, known, gap, forked, broken };

  Result<Place> place_of(const StreamId& stream, const std::vector<AuthoredOp>& ops,
                         const WriterPoint& point);
  Result<std::optional<Code>> take_run(const StreamInfo& stream, const SignedRun& run,
                                       const std::vector<AuthoredOp>& ops, bool chain_broken,
                                       Now now);
  Result<void> freeze(const WriterId& writer, const StreamId& stream, OpNumber number, Now now);

  Ledger& ledger_;
  DirectoryKeeper& directory_;
};

}  // namespace baraza::server
