// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/log_book.h"

#include <algorithm>
#include <limits>

#include "shared/model/apply.h"
#include "shared/op/run.h"

namespace baraza::sim {
namespace {

std::string at_position(const LogBook::Stream& stream) {
  return std::string(stream_kind_name(stream.info.kind)) + " position " +
         std::to_string(stream.entries.size());
}

}  // namespace

const LogBook::Stream* LogBook::find(const StreamId& stream) const {
  const auto at = streams_.find(stream);
  return at == streams_.end() ? nullptr : &at->second;
}

bool LogBook::has_act(const StreamId& stream, const Hash& body_digest) const {
  const Stream* in = find(stream);
  return in != nullptr && in->acts.contains(body_digest);
}

OpNumber LogBook::highest_number(const StreamId& stream, const WriterId& writer) const {
  const Stream* in = find(stream);
  if (in == nullptr) return 0;
  auto at = in->places.upper_bound({writer, std::numeric_limits<OpNumber>::max()});
  if (at == in->places.begin()) return 0;
  --at;
  return at->first.writer == writer ? at->first.number : 0;
}

OpNumber LogBook::last_number(const StreamId& stream, const WriterId& writer) const {
  const Stream* in = find(stream);
  if (in == nullptr) return 0;
  const auto at = in->points.find(writer);
  return at == in->points.end() ? 0 : at->second.last_number;
}

void LogBook::on_durable(const SimLog::Batch& batch, Tick now) {
  bool directory_grew = false;
  for (const SimLog::Write& write : batch) {
    if (const auto* info = std::get_if<server::StreamInfo>(&write)) {
      streams_[info->stream].info = *info;
    } else if (const auto* added = std::get_if<SimLog::Append>(&write)) {
      append(*added, now);
      const StreamKind kind = streams_[added->stream].info.kind;
      directory_grew |= kind == StreamKind::programme || kind == StreamKind::site;
    }
  }
  if (directory_grew) rebuild_directory();
}

void LogBook::append(const SimLog::Append& append, Tick now) {
  Stream& stream = streams_[append.stream];
  const Entry& entry = append.entry;
  const Hash before =
      stream.chain.empty() ? stream_chain_start(append.stream) : stream.chain.back();
  stream.entries.push_back(entry);
  stream.chain.push_back(stream_chain_next(before, entry));
  trace_.event(now, "log.entry", append.position, static_cast<std::uint64_t>(entry.verdict));
  trace_.add(stream.chain.back());

  findings_.require(append.position == stream.entries.size(), "positions_without_gaps",
                    at_position(stream) + " was given number " + std::to_string(append.position));
  findings_.require(append.chain_hash == stream.chain.back(), "chain_intact",
                    at_position(stream) + " has another stream hash than its entries");
  findings_.require(entry.commit >= last_commit_, "positions_without_gaps",
                    at_position(stream) + " has a commit number lower than one before");
  last_commit_ = std::max(last_commit_, entry.commit);

  const auto head = decode_head(entry.head);
  if (!findings_.require(head.has_value(), "chain_intact",
                         at_position(stream) + " has a head that can't be read")) {
    return;
  }
  const OpId id{entry.writer, head->number};
  std::vector<Position>& places = stream.places[id];
  const std::vector<Position> earlier = places;
  places.push_back(stream.entries.size());
  if (entry.verdict == Verdict::held) ++counts_.held;
  if (!entry.consumes_number()) {
    const bool was_held =
        places.size() == 2 && stream.entries[places.front() - 1].verdict == Verdict::held;
    findings_.require(was_held, "exactly_once",
                      at_position(stream) + " releases what wasn't held, or twice");
    return;
  }
  check_act(stream, entry, stream.acts[head->body_digest]);
  check_number(stream, entry, earlier);
  if (!entry.chain_broken) {
    check_chain(stream, entry, *head);
    stream.points[entry.writer] = {head->number, hash_of_head(entry.head)};
  }
  if (entry.signature) check_signature(stream, entry);

  const auto op = open_entry(entry);
  if (!findings_.require(op.has_value(), "chain_intact",
                         at_position(stream) + " has a body that isn't the author's")) {
    return;
  }
  if (stream.info.kind == StreamKind::programme) {
    model::apply_programme(programmes_[id_cast<ProgrammeId>(stream.info.owner)], *op);
  } else if (stream.info.kind == StreamKind::site) {
    model::apply_site(sites_[id_cast<SiteId>(stream.info.owner)], *op);
  }
}

// A number stands once in its writer's chain. Beside it, in `alarm`, other ops of copies of the
// folder may have it, marked, before or after the one that continues the chain; none of them twice.
// What is held and released has its number twice, and consumes it once.
void LogBook::check_number(const Stream& stream, const Entry& entry,
                           const std::vector<Position>& earlier) {
  for (const Position position : earlier) {
    const Entry& before = stream.entries[position - 1];
    if (before.verdict == Verdict::held) continue;
    const bool both_in_chain = !before.chain_broken && !entry.chain_broken;
    findings_.require(
        !both_in_chain && hash_of_head(before.head) != hash_of_head(entry.head), "exactly_once",
        at_position(stream) + " enters again an op of position " + std::to_string(position));
  }
}

// No writer enters an act twice, in whatever world, and nobody enters another's. The same person's
// next writer may, where it can't know that the act was sent: another copy of the folder was
// enrolled anew at the same time, or raises the worry that both hold meanwhile, or
// the stream is no longer theirs to read. Readers know such an act by the id in its body and show
// it once.
void LogBook::check_act(const Stream& stream, const Entry& entry, std::vector<Position>& acts) {
  for (const Position before : acts) {
    const WriterId& by = stream.entries[before - 1].writer;
    const auto* first = directory_.writer(by);
    const auto* again = directory_.writer(entry.writer);
    const bool same_person = by != entry.writer && first != nullptr && again != nullptr &&
                             first->account == again->account;
    // Copies raise in alarm what both hold, frozen or not, while another of them signs it anew.
    const bool by_a_copy = stream.info.kind == StreamKind::alarm && counts_.disks_copied > 0;
    const bool cannot_know =
        by_a_copy || (first != nullptr && (!first->frozen || counts_.revocations > 0));
    findings_.require(
        same_person && cannot_know, "exactly_once",
        at_position(stream) + " enters again what stands at position " + std::to_string(before));
  }
  acts.push_back(stream.entries.size());
}

void LogBook::check_chain(const Stream& stream, const Entry& entry, const OpHead& head) {
  const auto at = stream.points.find(entry.writer);
  const WriterPoint point = at == stream.points.end()
                                ? WriterPoint{0, chain_start(entry.writer, stream.info.stream)}
                                : at->second;
  findings_.require(head.number == point.last_number + 1, "exactly_once",
                    at_position(stream) + " has op number " + std::to_string(head.number) +
                        " of its writer after " + std::to_string(point.last_number));
  findings_.require(head.prev == point.last_hash, "chain_intact",
                    at_position(stream) + " doesn't continue its writer's chain");
}

void LogBook::check_signature(const Stream& stream, const Entry& entry) {
  if (!check_signatures_) return;
  // The server's own writer is introduced in the log itself, by the first run that it signs.
  const auto key = keys_.find(entry.writer);
  if (key == keys_.end()) return;
  ++counts_.signatures_checked;
  const Bytes message = run_message(entry.writer, stream.info.stream, hash_of_head(entry.head));
  findings_.require(verify_signature(key->second, message, *entry.signature), "chain_intact",
                    at_position(stream) + " has a signature that isn't its writer's");
}

void LogBook::rebuild_directory() {
  std::map<ProgrammeId, const model::ProgrammeState*> programmes;
  std::map<SiteId, const model::SiteState*> sites;
  for (const auto& [id, state] : programmes_) programmes[id] = &state;
  for (const auto& [id, state] : sites_) sites[id] = &state;
  directory_ = policy::Directory(programmes, sites);
  keys_.clear();
  for (const auto& [id, writer] : directory_.writers()) keys_[id] = writer.key;
}

model::StreamState LogBook::fold(const Stream& stream) {
  model::StreamState state = model::empty_state(stream.info.kind);
  for (const Entry& entry : stream.entries) {
    if (const auto op = open_entry(entry)) model::apply(state, *op);
  }
  return state;
}

}  // namespace baraza::sim
