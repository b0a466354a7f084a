// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/sim_vault.h"

#include <algorithm>

namespace baraza::sim {

SimVault::SimVault(EventQueue& events, SimRandom random, Bytes key_seed)
    : events_(events), random_(random) {
  Folder folder;
  folder.key_seed = std::move(key_seed);
  put_back(std::move(folder));
}

void SimVault::attach(std::function<void(const client::Completion&)> on_completion) {
  on_completion_ = std::move(on_completion);
}

void SimVault::submit(client::Ticket ticket, std::uint64_t generation, client::Commit commit) {
  jobs_.push_back({ticket, generation, std::move(commit)});
  begin_next();
}

void SimVault::begin_next() {
  if (busy_ || jobs_.empty()) return;
  busy_ = true;
  const Duration takes{random_.between(0, sync_.ms)};
  events_.after(takes, [this, incarnation = incarnation_] {
    if (incarnation == incarnation_) carry_out();
  });
}

void SimVault::carry_out() {
  const Job job = std::move(jobs_.front());
  jobs_.pop_front();
  busy_ = false;
  client::Completion completion{job.ticket, try_apply(job)};
  ++untold_;
  // Between the sync and the telling a crash finds the op on disk and nobody who knows. They are
  // told in the order of their tickets.
  told_at_ = std::max(told_at_, events_.now() + Duration{random_.between(0, tell_.ms)});
  events_.at(told_at_, [this, completion = std::move(completion), incarnation = incarnation_] {
    if (incarnation != incarnation_) return;
    --untold_;
    if (on_completion_) on_completion_(completion);
  });
  begin_next();
}

bool SimVault::power_cut() {
  ++incarnation_;
  on_completion_ = nullptr;
  bool lost = !jobs_.empty();
  // The one that was being written may have reached the disk all the same.
  if (busy_ && random_.chance(300)) {
    const bool kept = try_apply(jobs_.front()).has_value();
    lost = jobs_.size() > 1 || !kept;
  }
  lost = take_back_late() || lost;
  jobs_.clear();
  busy_ = false;
  untold_ = 0;
  failed_generation_.reset();
  return lost;
}

// A power cut leaves a beginning of what was written, in its order.
bool SimVault::take_back_late() {
  if (late_.empty()) return false;
  const auto lost =
      static_cast<std::size_t>(random_.between(0, static_cast<std::int64_t>(late_.size())));
  for (std::size_t i = 0; i < lost; ++i) {
    Before& before = late_.back();
    Stream& stream = folder_.streams.at(before.stream);
    stream.record = std::move(before.record);
    stream.entries.resize(before.entries);
    stream.pending = std::move(before.pending);
    late_.pop_back();
  }
  late_.clear();
  return lost > 0;
}

Result<void> SimVault::try_apply(const Job& job) {
  const bool local = client::builds_on_others(job.commit);
  if (local && failed_generation_ && job.generation <= *failed_generation_) return fail(failure_);
  Result<void> done =
      full_ ? fail(Code::storage_full, "the disk is full")
            : std::visit([this](const auto& commit) { return apply(commit); }, job.commit);
  const auto* remote = std::get_if<client::RemoteCommit>(&job.commit);
  if (done && (remote == nullptr || !remote->may_be_late)) late_.clear();
  if (!done && local) {
    failed_generation_ = job.generation;
    failure_ = done.error();
  }
  return done;
}

SimVault::Stream& SimVault::open(const client::StreamRecord& record) {
  const auto [at, is_new] = folder_.streams.try_emplace(record.stream);
  if (is_new) at->second.record = record;
  return at->second;
}

Result<void> SimVault::apply(const client::LocalCommit& commit) {
  // All or nothing: looked at first, changed after.
  std::map<StreamId, OpNumber> last;
  for (const client::LocalRun& run : commit.runs) {
    const auto at = folder_.streams.find(run.stream);
    const OpNumber stored = at == folder_.streams.end() ? 0 : at->second.own.last_number;
    const auto here = last.try_emplace(run.stream, stored).first;
    if (run.pending.first != here->second + 1) {
      return fail(Code::number_gap, "own ops leave a gap");
    }
    here->second = run.pending.last;
  }
  for (const client::LocalRun& run : commit.runs) {
    Stream& stream = open({run.stream, run.kind, run.owner, {}, 0, stream_chain_start(run.stream)});
    stream.own = {run.pending.last, hash_of_head(run.pending.run.ops.back().head)};
    stream.pending.push_back(run.pending);
  }
  for (const client::KeptDraft& draft : commit.drafts) keep(draft);
  return {};
}

Result<void> SimVault::apply(const client::RemoteCommit& commit) {
  const auto at = folder_.streams.find(commit.after.stream);
  const Position stored = at == folder_.streams.end() ? 0 : at->second.record.position;
  if (!commit.entries.empty() && commit.first != stored + 1) {
    return fail(Code::number_gap, "entries leave a gap");
  }
  if (commit.after.position != stored + commit.entries.size()) {
    return fail(Code::number_gap, "the cursor isn't that of the entries");
  }
  Stream& stream = open(commit.after);
  if (commit.may_be_late) {
    late_.push_back({commit.after.stream, stream.record, stream.entries.size(), stream.pending});
  }
  stream.record = commit.after;
  stream.entries.insert(stream.entries.end(), commit.entries.begin(), commit.entries.end());
  while (!stream.pending.empty() && stream.pending.front().last <= commit.own_through) {
    stream.pending.pop_front();
  }
  return {};
}

Result<void> SimVault::apply(const client::ResolvedCommit& commit) {
  const auto at = folder_.streams.find(commit.stream);
  if (at == folder_.streams.end())
    return fail(Code::unknown_stream, "verdicts for an unknown stream");
  Stream& stream = at->second;
  for (const sync::Refusal& refusal : commit.refusals) {
    for (const sync::PendingRun& run : stream.pending) {
      if (refusal.number < run.first || refusal.number > run.last) continue;
      folder_.tray.push_back({commit.stream, stream.record.kind, refusal.number, refusal.code,
                              run.run.ops[refusal.number - run.first]});
    }
  }
  if (stream.record.kind == StreamKind::alarm) keep_taken(stream, commit);
  while (!stream.pending.empty() && stream.pending.front().last <= commit.through) {
    stream.pending.pop_front();
  }
  return {};
}

void SimVault::keep_taken(const Stream& stream, const client::ResolvedCommit& commit) {
  for (const sync::PendingRun& run : stream.pending) {
    if (run.last > commit.through) return;
    OpNumber number = run.first;
    for (const RawOp& op : run.run.ops) {
      const bool refused =
          std::any_of(commit.refusals.begin(), commit.refusals.end(),
                      [&](const sync::Refusal& refusal) { return refusal.number == number; });
      if (!refused) {
        folder_.tray.push_back({commit.stream, stream.record.kind, number, Code::none, op});
      }
      ++number;
    }
  }
}

Result<void> SimVault::apply(const client::IdentityCommit& commit) {
  folder_.identity = commit.identity;
  return {};
}

Result<void> SimVault::apply(const client::RecordsCommit& commit) {
  for (const client::StreamRecord& record : commit.records) {
    const bool known = folder_.streams.contains(record.stream);
    if (!known && record.position != 0) return fail(Code::number_gap, "a cursor without entries");
    Stream& stream = open(record);
    stream.record.kind = record.kind;
    stream.record.owner = record.owner;
    stream.record.reads = record.reads;
  }
  return {};
}

Result<void> SimVault::apply(const client::FrozenCommit&) {
  folder_.frozen = true;
  return {};
}

Result<void> SimVault::apply(const client::NextKeyCommit& commit) {
  folder_.next_key = commit.key;
  return {};
}

Result<void> SimVault::apply(const client::RenewalCommit& commit) {
  if (!folder_.next_key) return fail(Code::internal, "there is no next key");
  for (auto& [id, stream] : folder_.streams) {
    stream.pending.clear();
    stream.own = {};
  }
  for (client::TrayItem& item : folder_.tray) {
    if (item.writer.is_zero()) item.writer = commit.retired.writer;
  }
  folder_.retired.push_back(commit.retired);
  folder_.identity = commit.identity;
  folder_.frozen = false;
  folder_.key_seed = folder_.next_key->seed;
  folder_.next_key.reset();
  writer_ = writer_id(KeySigner(folder_.key_seed).public_key());
  return apply(client::LocalCommit{commit.runs});
}

Result<void> SimVault::apply(const client::DraftCommit& commit) {
  keep(commit.draft);
  return {};
}

void SimVault::keep(const client::KeptDraft& draft) {
  if (draft.bytes.empty()) {
    folder_.drafts.erase(draft.key);
  } else {
    folder_.drafts[draft.key] = draft.bytes;
  }
}

client::Loaded SimVault::load() const {
  client::Loaded out;
  out.key_seed = folder_.key_seed;
  out.identity = folder_.identity;
  out.tray = folder_.tray;
  out.frozen = folder_.frozen;
  out.next_key = folder_.next_key;
  out.retired = folder_.retired;
  out.drafts = folder_.drafts;
  for (const auto& [id, stream] : folder_.streams) {
    out.streams.push_back(
        {stream.record, stream.entries, {stream.pending.begin(), stream.pending.end()}});
    if (stream.own.last_number != 0) out.own[id] = stream.own;
  }
  return out;
}

bool SimVault::has_act(const StreamId& id, const Hash& digest) const {
  const auto is_it = [&](const Bytes& head_bytes) {
    const auto head = decode_head(head_bytes);
    return head && head->body_digest == digest;
  };
  for (const client::TrayItem& item : folder_.tray) {
    if (item.stream == id && is_it(item.op.head)) return true;
  }
  const auto at = folder_.streams.find(id);
  if (at == folder_.streams.end()) return false;
  for (const sync::PendingRun& run : at->second.pending) {
    for (const RawOp& op : run.run.ops) {
      if (is_it(op.head)) return true;
    }
  }
  return std::any_of(at->second.entries.begin(), at->second.entries.end(),
                     [&](const Entry& entry) { return is_it(entry.head); });
}

void SimVault::put_back(Folder folder) {
  late_.clear();
  folder_ = std::move(folder);
  writer_ = writer_id(KeySigner(folder_.key_seed).public_key());
}

}  // namespace baraza::sim
