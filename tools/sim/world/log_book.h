// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "shared/model/states.h"
#include "shared/policy/policy.h"
#include "tools/sim/world/counts.h"
#include "tools/sim/world/findings.h"
#include "tools/sim/world/sim_log.h"
#include "tools/sim/world/trace.h"

namespace baraza::sim {

// The judge's own record of what is durable on the server: copied batch by batch from the disk,
// never from the hub, and checked as it grows. Every invariant about the log reads it here.
class LogBook {
 public:
  struct Stream {
    server::StreamInfo info;
    std::vector<Entry> entries;
    std::vector<Hash> chain;                       // computed here
    std::map<WriterId, WriterPoint> points;        // of numbers consumed
    std::map<OpId, std::vector<Position>> places;  // of each op: one, two if released
    std::map<Hash, std::vector<Position>> acts;    // by the digest of the body, whoever signed it
  };

  LogBook(Findings& findings, Counts& counts, Trace& trace, bool check_signatures)
      : findings_(findings), counts_(counts), trace_(trace), check_signatures_(check_signatures) {}

  // Copies a batch that has just become durable, and checks exactly_once,
  // positions_without_gaps and chain_intact on what it adds.
  void on_durable(const SimLog::Batch& batch, Tick now);

  const std::map<StreamId, Stream>& streams() const { return streams_; }
  const Stream* find(const StreamId& stream) const;
  // True if an op with this body is in the log, whatever the verdict and whoever signed it: what a
  // frozen laptop wrote is signed again by its next writer.
  bool has_act(const StreamId& stream, const Hash& body_digest) const;
  // The highest of its numbers that was entered, also beside a broken chain.
  OpNumber highest_number(const StreamId& stream, const WriterId& writer) const;
  OpNumber last_number(const StreamId& stream, const WriterId& writer) const;
  // Who may do what, as of the durable log.
  const policy::Directory& directory() const { return directory_; }
  // The fold of one stream, anew.
  static model::StreamState fold(const Stream& stream);

 private:
  void append(const SimLog::Append& append, Tick now);
  void check_number(const Stream& stream, const Entry& entry, const std::vector<Position>& earlier);
  void check_act(const Stream& stream, const Entry& entry, std::vector<Position>& acts);
  void check_chain(const Stream& stream, const Entry& entry, const OpHead& head);
  void check_signature(const Stream& stream, const Entry& entry);
  void rebuild_directory();

  Findings& findings_;
  Counts& counts_;
  Trace& trace_;
  bool check_signatures_;
  std::map<StreamId, Stream> streams_;
  std::map<ProgrammeId, model::ProgrammeState> programmes_;
  std::map<SiteId, model::SiteState> sites_;
  std::map<WriterId, PublicKey> keys_;
  policy::Directory directory_;
  CommitNumber last_commit_ = 0;
};

}  // namespace baraza::sim
