// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>

#include "client/core/store_port.h"
#include "shared/model/states.h"
#include "shared/policy/directory.h"

namespace baraza::client {

// Where an op is, as far as this laptop knows.
enum class Where : std::uint8_t {
  saving,          // not yet on disk
  on_this_laptop,  // on disk here, not yet known to be in the server's log
  on_the_server,   // in the server's log with its verdict known here; everything of others is
};

// A verdict on an own op that didn't let it stand.
struct OwnVerdict {
  WriterId writer;  // this folder's, or one that was retired
  StreamId stream;
  StreamKind stream_kind = StreamKind::main;
  AnyId owner;
  OpNumber number = 0;
  std::uint32_t kind = 0;
  Code code = Code::none;
  bool held = false;  // waits for a person; else refused for good
  Instant when;       // of the writing
};

// What this laptop holds: the committed entries of every stream, the runs of its own that have no
// verdict yet, and the states they fold into. The view is fold(committed + own pending). Nothing
// here decides anything. References that it gives are valid until the next change. One thread.
class Replica {
 public:
  struct Pending {
    Ticket ticket = 0;  // of its local commit; 0 if it was there at start
    bool saved = false;
    sync::PendingRun run;
  };
  struct Stream {
    StreamRecord record;
    std::vector<Entry> entries;
    std::deque<Pending> pending;  // in number order
    model::StreamState state;
    WriterPoint own;           // the last own op, saved or not
    WriterPoint own_saved;     // the last own op on disk
    OpNumber own_through = 0;  // own ops up to here have their verdict on disk
    std::size_t damaged = 0;   // stored entries that couldn't be read
    // Own alarms that the server took while the stream wasn't read here, with their writers.
    std::vector<std::pair<WriterId, RawOp>> taken;
  };

  Replica(const WriterId& writer, Loaded loaded);

  // --- changes ------------------------------------------------------------------------------
  // Runs that were just signed: shown at once, marked as being saved. Follow the stream's own
  // point.
  void add_saving(Ticket ticket, const std::vector<LocalRun>& runs);
  void mark_saved(Ticket ticket);
  // A local commit failed, and with it all that build on it: what isn't on disk leaves the view,
  // and the own points go back to what is. Returns the tickets.
  std::vector<Ticket> drop_saving();
  // Entries that are on disk now, next in order. Returns the verdicts on own ops among them, and
  // takes verdicts back that a release overtook.
  std::vector<OwnVerdict> commit(const RemoteCommit& remote);
  // Verdicts on disk now, for ops in a stream that isn't read here.
  std::vector<OwnVerdict> resolve(const ResolvedCommit& resolved);
  void set_record(const StreamRecord& record);
  // From here on `next` is this folder's writer, with nothing written yet; what waited is gone from
  // the view, and is to be written again.
  void renew(const WriterId& next, RetiredWriter retired);

  // --- questions ----------------------------------------------------------------------------
  const WriterId& writer() const { return writer_; }
  // This folder's writer or one before it.
  bool wrote_here(const WriterId& writer) const;
  // The own writer as it is retired now.
  RetiredWriter retiring() const;
  const std::map<StreamId, Stream>& streams() const { return streams_; }
  const Stream* find(const StreamId& stream) const;
  // Where this writer stands in a stream, known or not, and its highest author clock.
  WriterPoint own_point(const StreamId& stream) const;
  AuthorClock clock(const StreamId& stream) const;

  // What is known here of own alarms in a group that is no longer read: those raised on this
  // laptop, and what had arrived about them before.
  model::AlarmState own_alarms(const GroupId& group) const;

  // The folded state of a stream that is read here; an empty one otherwise.
  const model::IntakeState& intake(const SiteId& site) const;
  const model::PeopleState& people(const GroupId& group) const;
  const model::AlarmState& alarm(const GroupId& group) const;
  const model::MainState& main(const GroupId& group) const;
  const model::WordsState& words(const GroupId& group) const;
  // Groups that were formed on this laptop are in it before the server has opened them.
  const policy::Directory& directory() const { return directory_; }
  // The intake of the site whose list is called by this id (model::list_of); null for a group.
  const model::IntakeState* list(const GroupId& id) const;

  Where where(const StreamId& stream, const OpId& op) const;
  // Refused and held own ops, oldest first within a stream.
  using Verdicts = std::map<std::pair<StreamId, OpId>, OwnVerdict>;
  const Verdicts& verdicts() const { return verdicts_; }
  // What a refused or held own op said, as it was written; null if it isn't here.
  const RawOp* written(const StreamId& stream, const OpId& op) const;
  // Own ops of one stream of which no verdict is known here.
  static std::size_t unsent(const Stream& stream);
  // Rises with every change that a view may show.
  std::uint64_t revision() const { return revision_; }

 private:
  Stream& open(const StreamId& stream, StreamKind kind, const AnyId& owner);
  void fold(Stream& stream, const Entry& entry);
  void fold(Stream& stream, const sync::PendingRun& run);
  void refold(Stream& stream);
  // True if the entry takes the body of an own op out of the view.
  // Own numbers above `own_limit` are a copy's of this folder, not this laptop's.
  bool note_verdict(Stream& stream, const Entry& entry, OpNumber own_limit,
                    std::vector<OwnVerdict>& out);
  void keep_written(const Stream& stream, const std::vector<OwnVerdict>& verdicts);
  void drop_resolved(Stream& stream);
  void keep_taken(Stream& stream, const ResolvedCommit& resolved);
  const RetiredWriter* retired(const WriterId& writer) const;
  void changed(const Stream& stream);
  void rebuild_directory();
  std::size_t formed_here() const;
  template <class State, class Owner>
  const State& state(StreamKind kind, const Owner& owner, const State& empty) const;

  WriterId writer_;
  std::map<StreamId, Stream> streams_;
  std::vector<RetiredWriter> retired_;
  Verdicts verdicts_;
  std::map<std::pair<StreamId, OpId>, RawOp> written_;  // of those with a verdict
  policy::Directory directory_;
  std::size_t formed_ = 0;  // groups formed on this laptop that the directory was built with
  std::uint64_t revision_ = 1;
  model::IntakeState no_intake_;
  model::PeopleState no_people_;
  model::AlarmState no_alarm_;
  model::MainState no_main_;
  model::WordsState no_words_;
};

}  // namespace baraza::client
