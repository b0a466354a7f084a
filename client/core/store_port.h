// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "shared/sync/client_session.h"

namespace baraza::client {

// Who this folder belongs to, once enrolled.
struct Identity {
  std::string host;
  std::uint16_t port = 0;
  Bytes pin;  // limits::pin_bytes
  AccountId account;
  ProgrammeId programme;
  std::string name;   // of the account
  std::string label;  // of the laptop
};

// The durable record of one stream.
struct StreamRecord {
  StreamId stream;
  StreamKind kind = StreamKind::main;
  AnyId owner;
  Epoch epoch;
  Position position = 0;
  Hash chain_hash;
  bool reads = true;  // false once it is no longer this person's to read
};

// Something that a person is in the middle of, under a key of its own. Empty bytes: no longer.
struct KeptDraft {
  std::string key;
  Bytes bytes;
};
// A draft on its way to the disk. Depends on nothing else and nothing depends on it.
struct DraftCommit {
  KeptDraft draft;
};

// One local commit: the runs of one act of a person, all or nothing, in all their streams, with the
// drafts that became entries by it or follow from it.
struct LocalRun {
  StreamId stream;
  StreamKind kind = StreamKind::main;
  AnyId owner;
  sync::PendingRun pending;
};
struct LocalCommit {
  std::vector<LocalRun> runs;
  std::vector<KeptDraft> drafts = {};
};

// Entries that arrived, with the cursor that they move. Own ops through `own_through` have their
// verdict now: their pending runs go in the same transaction.
struct RemoteCommit {
  StreamRecord after;  // the stream's record once these are in
  Position first = 0;
  std::vector<Entry> entries;
  OpNumber own_through = 0;
  // Own ops among them that were refused or are held: their entries have no body, so what was
  // written is kept in the tray.
  std::vector<sync::Refusal> refusals;
  // Every entry is an own op whose pending run goes with this commit: before it or after it, all
  // that was written is here, and what is lost of it is fetched again. So nobody needs to wait for
  // the disk: a power cut may take this commit back, whole, until a later one is synced.
  bool may_be_late = false;
};

// Verdicts for own ops in a stream that isn't read here. Refused ones stay for their author to see,
// and in an alarm stream all of them: nothing of them comes back.
struct ResolvedCommit {
  StreamId stream;
  OpNumber through = 0;
  std::vector<sync::Refusal> refusals;
};

struct IdentityCommit {
  Identity identity;
};
struct RecordsCommit {
  std::vector<StreamRecord> records;  // opened, or no longer read
};

// This folder's writer is unusable from here on: a copy, or rolled back. Only a renewal ends it.
struct FrozenCommit {};

// The key with which a frozen folder is being enrolled anew, and the secret of the code that it is
// enrolled by: the same code typed again finds the same key, so it isn't used up by a crash.
struct NextKey {
  Bytes seed;
  Bytes secret;
};
struct NextKeyCommit {
  std::optional<NextKey> key;  // empty: given up
};

// A writer that this folder had before it was enrolled anew.
struct RetiredWriter {
  WriterId writer;
  std::map<StreamId, OpNumber> through;  // its ops up to here are this laptop's, and decided
};

// A frozen folder goes on as another writer, all or nothing: the next key becomes its key, what
// waited under the old one goes, and `runs` wait in its place, numbered from 1 in each stream. The
// tray stays, under the old writer's name. Counts as a LocalCommit where one failed before.
struct RenewalCommit {
  RetiredWriter retired;
  Identity identity;
  std::vector<LocalRun> runs;
};

using Commit = std::variant<LocalCommit, RemoteCommit, ResolvedCommit, IdentityCommit,
                            RecordsCommit, FrozenCommit, NextKeyCommit, RenewalCommit, DraftCommit>;

// True for commits whose failure takes those along that were asked for after them.
inline bool builds_on_others(const Commit& commit) {
  return std::holds_alternative<LocalCommit>(commit) ||
         std::holds_alternative<RenewalCommit>(commit);
}

// An own op as it was written, that the server refused or holds; or, with no code, an alarm that
// it took in a stream that isn't read here, so that nothing of it comes back.
struct TrayItem {
  StreamId stream;
  StreamKind kind = StreamKind::main;
  OpNumber number = 0;
  Code code = Code::none;
  RawOp op;
  WriterId writer = {};  // one that was retired; zero: the folder's
};

// Everything in the store, read once at start.
struct Loaded {
  struct Stream {
    StreamRecord record;
    std::vector<Entry> entries;             // committed, in order from position 1
    std::vector<sync::PendingRun> pending;  // in number order
  };
  Bytes key_seed;  // of the writer; made when the folder was new
  std::optional<Identity> identity;
  std::vector<Stream> streams;
  std::map<StreamId, WriterPoint> own;  // the last op of this writer in each stream, sent or not
  std::vector<TrayItem> tray;
  bool frozen = false;
  std::optional<NextKey> next_key;
  std::vector<RetiredWriter> retired;  // oldest first
  std::map<std::string, Bytes> drafts;
};

// A commit asked for; completions come in the order of the tickets.
using Ticket = std::uint64_t;
struct Completion {
  Ticket ticket = 0;
  Result<void> result;  // success: it is on disk
};

// The client's store as its core sees it. submit() returns at once; the owner of both hands each
// Completion back to the core. After a LocalCommit or RenewalCommit failed, later ones fail untried
// until `generation` of a submit is higher than that of the failure: they build on what isn't
// there.
class StorePort {
 public:
  virtual ~StorePort() = default;
  virtual void submit(Ticket ticket, std::uint64_t generation, Commit commit) = 0;
};

}  // namespace baraza::client
