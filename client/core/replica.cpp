// SPDX-License-Identifier: Apache-2.0
#include "client/core/replica.h"

#include <algorithm>
#include <set>

#include "shared/model/apply.h"
#include "shared/op/derive.h"

namespace baraza::client {
namespace {

bool is_directory(StreamKind kind) {
  return kind == StreamKind::programme || kind == StreamKind::site;
}

WriterPoint point_after(const sync::PendingRun& run) {
  return {run.last, hash_of_head(run.run.ops.back().head)};
}

OwnVerdict verdict_of(const WriterId& writer, const StreamRecord& record, const OpHead& head,
                      Code code, bool held) {
  return {writer,    record.stream, record.kind, record.owner, head.number,
          head.kind, code,          held,        head.wall};
}

// A verdict that a writer hears of without the entry: a code that waits for a person is no refusal.
bool waits_for_person(Code code) {
  return !is_refusal(code) && code != Code::refused_by_person;
}

}  // namespace

Replica::Replica(const WriterId& writer, Loaded loaded)
    : writer_(writer), retired_(std::move(loaded.retired)) {
  for (const Loaded::Stream& from : loaded.streams) {
    open(from.record.stream, from.record.kind, from.record.owner).record = from.record;
  }
  for (TrayItem& item : loaded.tray) {
    const auto head = decode_head(item.op.head);
    const auto stream = streams_.find(item.stream);
    if (!head || stream == streams_.end()) continue;
    const WriterId& by = item.writer.is_zero() ? writer_ : item.writer;
    if (item.code == Code::none) {
      stream->second.taken.emplace_back(by, std::move(item.op));
    } else {
      verdicts_[{item.stream, {by, item.number}}] =
          verdict_of(by, stream->second.record, *head, item.code, waits_for_person(item.code));
      written_[{item.stream, {by, item.number}}] = std::move(item.op);
    }
  }
  // Where the entries are here they know best: a release may have come since.
  for (Loaded::Stream& from : loaded.streams) {
    Stream& stream = streams_.at(from.record.stream);
    stream.entries = std::move(from.entries);
    const auto own = loaded.own.find(from.record.stream);
    if (own != loaded.own.end()) stream.own = stream.own_saved = own->second;
    std::vector<OwnVerdict> verdicts;
    // What still waits has no verdict, whatever a copy of this folder got under its numbers.
    const OpNumber own_limit =
        from.pending.empty() ? stream.own.last_number : from.pending.front().first - 1;
    for (const Entry& entry : stream.entries) note_verdict(stream, entry, own_limit, verdicts);
    for (sync::PendingRun& run : from.pending) stream.pending.push_back({0, true, std::move(run)});
    drop_resolved(stream);
    refold(stream);
  }
  rebuild_directory();
}

Replica::Stream& Replica::open(const StreamId& id, StreamKind kind, const AnyId& owner) {
  const auto [at, is_new] = streams_.try_emplace(id);
  Stream& stream = at->second;
  if (is_new) {
    stream.record.stream = id;
    stream.record.kind = kind;
    stream.record.owner = owner;
    stream.record.chain_hash = stream_chain_start(id);
    stream.state = model::empty_state(kind);
    stream.own = stream.own_saved = {0, chain_start(writer_, id)};
  }
  return stream;
}

void Replica::fold(Stream& stream, const Entry& entry) {
  const auto op = open_entry(entry);
  if (op) {
    model::apply(stream.state, *op);
  } else {
    ++stream.damaged;
  }
}

void Replica::fold(Stream& stream, const sync::PendingRun& run) {
  for (const RawOp& raw : run.run.ops) {
    const auto op = open_op(writer_, raw);
    // An op whose verdict is here counts as the stream has it, with its body or without.
    if (op && op->head.number > stream.own_through) model::apply(stream.state, *op);
  }
}

void Replica::refold(Stream& stream) {
  stream.state = model::empty_state(stream.record.kind);
  stream.damaged = 0;
  for (const Entry& entry : stream.entries) fold(stream, entry);
  for (const Pending& pending : stream.pending) fold(stream, pending.run);
}

bool Replica::note_verdict(Stream& stream, const Entry& entry, OpNumber own_limit,
                           std::vector<OwnVerdict>& out) {
  const bool is_own = entry.writer == writer_;
  if (entry.chain_broken || (!is_own && !wrote_here(entry.writer))) return false;
  const auto head = decode_head(entry.head);
  if (!head) return false;
  if (!is_own) {
    const auto& through = retired(entry.writer)->through;
    const auto at = through.find(stream.record.stream);
    own_limit = at == through.end() ? 0 : at->second;
  }
  if (head->number > own_limit) return false;
  const std::pair key{stream.record.stream, OpId{entry.writer, head->number}};
  if (is_own && entry.consumes_number()) {
    stream.own_through = std::max(stream.own_through, head->number);
  }
  if (!entry.consumes_number() || entry.verdict == Verdict::accepted) {
    verdicts_.erase(key);
    written_.erase(key);
    return false;
  }
  out.push_back(
      verdict_of(entry.writer, stream.record, *head, entry.code, entry.verdict == Verdict::held));
  verdicts_[key] = out.back();
  return is_own;
}

const RetiredWriter* Replica::retired(const WriterId& writer) const {
  const auto at = std::find_if(retired_.begin(), retired_.end(),
                               [&](const auto& each) { return each.writer == writer; });
  return at == retired_.end() ? nullptr : &*at;
}

// Entries of refused and held ops come without their bodies: what was written is in the pending
// runs that are about to go, as the store keeps it in the tray.
void Replica::keep_written(const Stream& stream, const std::vector<OwnVerdict>& verdicts) {
  for (const OwnVerdict& verdict : verdicts) {
    if (verdict.writer != writer_) continue;
    for (const Pending& pending : stream.pending) {
      if (verdict.number < pending.run.first || verdict.number > pending.run.last) continue;
      written_[{verdict.stream, {verdict.writer, verdict.number}}] =
          pending.run.run.ops[verdict.number - pending.run.first];
    }
  }
}

void Replica::drop_resolved(Stream& stream) {
  while (!stream.pending.empty() && stream.pending.front().run.last <= stream.own_through) {
    stream.pending.pop_front();
  }
}

void Replica::changed(const Stream& stream) {
  ++revision_;
  const bool forms = stream.record.kind == StreamKind::intake && formed_here() != formed_;
  if (forms || is_directory(stream.record.kind)) rebuild_directory();
}

void Replica::add_saving(Ticket ticket, const std::vector<LocalRun>& runs) {
  for (const LocalRun& run : runs) {
    Stream& stream = open(run.stream, run.kind, run.owner);
    stream.pending.push_back({ticket, false, run.pending});
    stream.own = point_after(run.pending);
    fold(stream, run.pending);
    changed(stream);
  }
}

void Replica::mark_saved(Ticket ticket) {
  for (auto& [id, stream] : streams_) {
    for (Pending& pending : stream.pending) {
      if (pending.ticket != ticket || pending.saved) continue;
      pending.saved = true;
      stream.own_saved = point_after(pending.run);
      ++revision_;
    }
  }
}

std::vector<Ticket> Replica::drop_saving() {
  std::set<Ticket> dropped;
  for (auto& [id, stream] : streams_) {
    bool any = false;
    while (!stream.pending.empty() && !stream.pending.back().saved) {
      dropped.insert(stream.pending.back().ticket);
      stream.pending.pop_back();
      any = true;
    }
    if (!any) continue;
    stream.own = stream.own_saved;
    refold(stream);
    changed(stream);
  }
  return {dropped.begin(), dropped.end()};
}

std::vector<OwnVerdict> Replica::commit(const RemoteCommit& remote) {
  Stream& stream = open(remote.after.stream, remote.after.kind, remote.after.owner);
  const bool reads = stream.record.reads;
  stream.record = remote.after;
  stream.record.reads = reads;
  std::vector<OwnVerdict> out;
  bool body_left = false;
  for (const Entry& entry : remote.entries) {
    // A release comes after its op's own verdict.
    const OpNumber own_limit = std::max(stream.own_through, remote.own_through);
    if (note_verdict(stream, entry, own_limit, out)) body_left = true;
    stream.entries.push_back(entry);
  }
  stream.own_through = std::max(stream.own_through, remote.own_through);
  keep_written(stream, out);
  drop_resolved(stream);
  if (body_left) {
    refold(stream);
  } else {
    for (const Entry& entry : remote.entries) fold(stream, entry);
  }
  changed(stream);
  return out;
}

std::vector<OwnVerdict> Replica::resolve(const ResolvedCommit& resolved) {
  std::vector<OwnVerdict> out;
  const auto at = streams_.find(resolved.stream);
  if (at == streams_.end()) return out;
  Stream& stream = at->second;
  for (const Pending& pending : stream.pending) {
    for (const RawOp& raw : pending.run.run.ops) {
      const auto head = decode_head(raw.head);
      if (!head || head->number > resolved.through || head->number <= stream.own_through) continue;
      for (const sync::Refusal& refusal : resolved.refusals) {
        if (refusal.number != head->number) continue;
        out.push_back(verdict_of(writer_, stream.record, *head, refusal.code,
                                 waits_for_person(refusal.code)));
        verdicts_[{resolved.stream, {writer_, head->number}}] = out.back();
      }
    }
  }
  keep_written(stream, out);
  keep_taken(stream, resolved);
  stream.own_through = std::max(stream.own_through, resolved.through);
  drop_resolved(stream);
  refold(stream);
  changed(stream);
  return out;
}

// As the store does it: nothing of these comes back, and their author goes on seeing them.
void Replica::keep_taken(Stream& stream, const ResolvedCommit& resolved) {
  if (stream.record.kind != StreamKind::alarm) return;
  for (const Pending& pending : stream.pending) {
    if (pending.run.last > resolved.through) break;
    OpNumber number = pending.run.first;
    for (const RawOp& raw : pending.run.run.ops) {
      const bool refused =
          std::any_of(resolved.refusals.begin(), resolved.refusals.end(),
                      [&](const sync::Refusal& refusal) { return refusal.number == number; });
      if (!refused) stream.taken.emplace_back(writer_, raw);
      ++number;
    }
  }
}

RetiredWriter Replica::retiring() const {
  RetiredWriter out{writer_, {}};
  for (const auto& [id, stream] : streams_) {
    if (stream.own_through > 0) out.through[id] = stream.own_through;
  }
  return out;
}

void Replica::renew(const WriterId& next, RetiredWriter retired) {
  retired_.push_back(std::move(retired));
  writer_ = next;
  for (auto& [id, stream] : streams_) {
    stream.pending.clear();
    stream.own = stream.own_saved = {0, chain_start(writer_, id)};
    stream.own_through = 0;
    refold(stream);
  }
  ++revision_;
  rebuild_directory();
}

void Replica::set_record(const StreamRecord& record) {
  Stream& stream = open(record.stream, record.kind, record.owner);
  // What is held moves with its entries alone.
  stream.record.kind = record.kind;
  stream.record.owner = record.owner;
  stream.record.reads = record.reads;
  if (stream.record.position == 0) stream.record.epoch = record.epoch;
  changed(stream);
}

void Replica::rebuild_directory() {
  std::map<ProgrammeId, const model::ProgrammeState*> programmes;
  std::map<SiteId, const model::SiteState*> sites;
  for (const auto& [id, stream] : streams_) {
    if (!stream.record.reads) continue;
    if (const auto* programme = std::get_if<model::ProgrammeState>(&stream.state)) {
      programmes[id_cast<ProgrammeId>(stream.record.owner)] = programme;
    } else if (const auto* site = std::get_if<model::SiteState>(&stream.state)) {
      sites[id_cast<SiteId>(stream.record.owner)] = site;
    }
  }
  directory_ = policy::Directory(programmes, sites);
  formed_ = formed_here();
  for (const auto& [id, stream] : streams_) {
    const auto* intake = std::get_if<model::IntakeState>(&stream.state);
    if (intake == nullptr || !stream.record.reads) continue;
    for (const auto& [ref, write] : intake->formed) {
      const auto* by = directory_.writer(ref.id.writer);
      if (by == nullptr || !wrote_here(ref.id.writer)) continue;
      directory_.add_formed(id_cast<SiteId>(stream.record.owner), write.value, by->account);
    }
  }
}

std::size_t Replica::formed_here() const {
  std::size_t out = 0;
  for (const auto& [id, stream] : streams_) {
    const auto* intake = std::get_if<model::IntakeState>(&stream.state);
    if (intake == nullptr || !stream.record.reads) continue;
    for (const auto& [ref, write] : intake->formed) out += wrote_here(ref.id.writer) ? 1 : 0;
  }
  return out;
}

}  // namespace baraza::client
