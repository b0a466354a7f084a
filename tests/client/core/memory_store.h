// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <deque>

#include "client/core/store_port.h"

namespace baraza::client {

// A store that keeps the promises of StorePort in memory and completes on command.
class MemoryStore final : public StorePort {
 public:
  MemoryStore() = default;
  // A folder as it was found.
  explicit MemoryStore(Loaded folder) : durable_(std::move(folder)) {
    for (Loaded::Stream& stream : durable_.streams) {
      streams_[stream.record.stream] = std::move(stream);
    }
    durable_.streams.clear();
  }

  void submit(Ticket ticket, std::uint64_t generation, Commit commit) override {
    waiting.push_back({ticket, generation, std::move(commit)});
  }

  // Does the oldest commit asked for, or fails it with `code`.
  Completion complete(Code code = Code::none) {
    const Waiting next = std::move(waiting.front());
    waiting.pop_front();
    if (code != Code::none) {
      if (builds_on_others(next.commit)) failed_generation_ = next.generation;
      return {next.ticket, fail(code, "as the test wants it")};
    }
    return {next.ticket,
            std::visit([&](const auto& each) { return apply(each, next); }, next.commit)};
  }

  // What a restart would read.
  Loaded loaded() const {
    Loaded out = durable_;
    for (const auto& [id, stream] : streams_) out.streams.push_back(stream);
    return out;
  }

  struct Waiting {
    Ticket ticket;
    std::uint64_t generation;
    Commit commit;
  };
  std::deque<Waiting> waiting;

 private:
  Loaded::Stream& open(const StreamId& id, StreamKind kind, const AnyId& owner) {
    Loaded::Stream& stream = streams_[id];
    stream.record.stream = id;
    stream.record.kind = kind;
    stream.record.owner = owner;
    return stream;
  }
  static void drop(Loaded::Stream& stream, OpNumber through) {
    std::erase_if(stream.pending, [&](const auto& run) { return run.last <= through; });
  }

  Result<void> apply(const LocalCommit& commit, const Waiting& by) {
    if (by.generation <= failed_generation_) return fail(Code::unavailable, "builds on a failure");
    for (const LocalRun& run : commit.runs) {
      WriterPoint& own = durable_.own[run.stream];
      if (run.pending.first != own.last_number + 1) return fail(Code::number_gap, "own op missing");
      own = {run.pending.last, hash_of_head(run.pending.run.ops.back().head)};
      open(run.stream, run.kind, run.owner).pending.push_back(run.pending);
    }
    for (const KeptDraft& draft : commit.drafts) keep(draft);
    return {};
  }
  Result<void> apply(const DraftCommit& commit, const Waiting&) {
    keep(commit.draft);
    return {};
  }
  void keep(const KeptDraft& draft) {
    if (draft.bytes.empty()) {
      durable_.drafts.erase(draft.key);
    } else {
      durable_.drafts[draft.key] = draft.bytes;
    }
  }
  Result<void> apply(const RemoteCommit& commit, const Waiting&) {
    Loaded::Stream& stream = open(commit.after.stream, commit.after.kind, commit.after.owner);
    if (commit.first != stream.entries.size() + 1) return fail(Code::number_gap, "entries missing");
    stream.entries.insert(stream.entries.end(), commit.entries.begin(), commit.entries.end());
    stream.record = commit.after;
    keep_in_tray(stream, commit.own_through, commit.refusals, false);
    drop(stream, commit.own_through);
    return {};
  }
  Result<void> apply(const ResolvedCommit& commit, const Waiting&) {
    Loaded::Stream& stream = streams_[commit.stream];
    keep_in_tray(stream, commit.through, commit.refusals, stream.record.kind == StreamKind::alarm);
    drop(stream, commit.through);
    return {};
  }
  // What was refused or is held; with `all`, what was taken too.
  void keep_in_tray(const Loaded::Stream& stream, OpNumber through,
                    const std::vector<sync::Refusal>& refusals, bool all) {
    for (const sync::PendingRun& run : stream.pending) {
      if (run.last > through) break;
      OpNumber number = run.first;
      for (const RawOp& op : run.run.ops) {
        const auto refusal =
            std::find_if(refusals.begin(), refusals.end(),
                         [&](const sync::Refusal& each) { return each.number == number; });
        const bool refused = refusal != refusals.end();
        if (refused || all) {
          durable_.tray.push_back({stream.record.stream, stream.record.kind, number,
                                   refused ? refusal->code : Code::none, op});
        }
        ++number;
      }
    }
  }
  Result<void> apply(const FrozenCommit&, const Waiting&) {
    durable_.frozen = true;
    return {};
  }
  Result<void> apply(const NextKeyCommit& commit, const Waiting&) {
    durable_.next_key = commit.key;
    return {};
  }
  Result<void> apply(const RenewalCommit& commit, const Waiting& by) {
    if (!durable_.next_key) return fail(Code::internal, "no next key");
    durable_.key_seed = durable_.next_key->seed;
    durable_.next_key.reset();
    durable_.frozen = false;
    durable_.identity = commit.identity;
    durable_.retired.push_back(commit.retired);
    durable_.own.clear();
    for (auto& [id, stream] : streams_) stream.pending.clear();
    for (TrayItem& item : durable_.tray) {
      if (item.writer.is_zero()) item.writer = commit.retired.writer;
    }
    return apply(LocalCommit{commit.runs}, by);
  }
  Result<void> apply(const IdentityCommit& commit, const Waiting&) {
    durable_.identity = commit.identity;
    return {};
  }
  Result<void> apply(const RecordsCommit& commit, const Waiting&) {
    for (const StreamRecord& record : commit.records) {
      open(record.stream, record.kind, record.owner).record.reads = record.reads;
    }
    return {};
  }

  Loaded durable_;  // all but the streams
  std::map<StreamId, Loaded::Stream> streams_;
  std::uint64_t failed_generation_ = 0;
};

}  // namespace baraza::client
