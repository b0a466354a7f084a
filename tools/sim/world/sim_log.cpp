// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/sim_log.h"

#include <algorithm>

namespace baraza::sim {
namespace {

using Step = DiskFaults::Step;

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

}  // namespace

SimLog::SimLog(SimRandom random, std::function<void(const Batch&)> on_durable)
    : random_(random), on_durable_(std::move(on_durable)) {}

void SimLog::State::apply(const Write& write) {
  std::visit(Overloaded{
                 [&](const server::StreamInfo& info) { streams[info.stream].info = info; },
                 [&](const Append& append) {
                   Stream& stream = streams[append.stream];
                   const Entry& entry = append.entry;
                   stream.entries.push_back(entry);
                   stream.chain.push_back(append.chain_hash);
                   stream.info.head = append.position;
                   stream.info.chain_hash = append.chain_hash;
                   stream.hashes[append.op.id].push_back(append.op.hash);
                   if (append.consumes) {
                     stream.points[entry.writer] = {append.op.id.number, append.op.hash};
                   }
                   if (entry.verdict == Verdict::refused || entry.verdict == Verdict::held) {
                     stream.verdicts[entry.writer].push_back(
                         {append.op.id.number, entry.verdict, entry.code});
                   }
                 },
                 [&](const server::HeldOp& op) { held[op.key] = op; },
                 [&](const SettleHeld& settle) { held[settle.key].settled = true; },
                 [&](const server::EnrolCode& code) { codes[code.secret_hash] = code; },
                 [&](const UseCode& use) { codes[use.secret_hash].used_by = use.by; },
                 [&](const PutMeta& put) { meta[put.name] = put.value; },
             },
             write);
}

void SimLog::rebuild() {
  state_ = {};
  for (const Batch& batch : journal_) {
    for (const Write& each : batch) state_.apply(each);
  }
}

void SimLog::keep(Batch batch) {
  journal_.push_back(std::move(batch));
  on_durable_(journal_.back());
}

bool SimLog::recover() {
  Batch batch = std::exchange(batch_, {});
  const bool reached_disk = std::exchange(written_, false) && random_.chance(400);
  if (reached_disk) keep(std::move(batch));
  const bool lost = !reached_disk && !batch.empty();
  rebuild();
  return lost;
}

Result<void> SimLog::begin() {
  return faults_.step(Step::write);
}

Result<void> SimLog::commit() {
  Result<void> done = faults_.step(Step::commit_write);
  if (done) {
    written_ = true;
    done = faults_.step(Step::commit_sync);
  }
  if (!done) {
    rollback();
    return done;
  }
  written_ = false;
  keep(std::exchange(batch_, {}));
  return faults_.step(Step::commit_done);
}

void SimLog::rollback() {
  written_ = false;
  if (std::exchange(batch_, {}).empty()) return;
  rebuild();
}

Result<void> SimLog::write(Write write) {
  if (auto done = faults_.step(Step::write); !done) return done;
  state_.apply(write);
  batch_.push_back(std::move(write));
  return {};
}

Result<void> SimLog::open_stream(const server::StreamInfo& stream) {
  return write(stream);
}

Result<void> SimLog::append(const StreamId& stream, Position position, const Entry& entry,
                            const OpRef& op, bool consumes, const Hash& chain_hash) {
  return write(Append{stream, position, entry, op, consumes, chain_hash});
}

Result<void> SimLog::put_held(const server::HeldOp& held) {
  return write(held);
}

Result<void> SimLog::settle_held(const model::HoldKey& key) {
  return write(SettleHeld{key});
}

Result<void> SimLog::put_code(const server::EnrolCode& code) {
  return write(code);
}

Result<void> SimLog::use_code(const Hash& secret_hash, const PublicKey& by) {
  return write(UseCode{secret_hash, by});
}

Result<void> SimLog::put_meta(std::string_view name, ByteView value) {
  return write(PutMeta{std::string(name), Bytes(value)});
}

SimLog::Stream* SimLog::find(const StreamId& stream) {
  const auto at = state_.streams.find(stream);
  return at == state_.streams.end() ? nullptr : &at->second;
}

Result<std::vector<server::StreamInfo>> SimLog::streams() {
  if (auto done = faults_.step(Step::read); !done) return fail(done.error());
  std::vector<server::StreamInfo> out;
  for (const auto& [id, stream] : state_.streams) out.push_back(stream.info);
  return out;
}

Result<WriterPoint> SimLog::writer_point(const StreamId& stream, const WriterId& writer) {
  if (auto done = faults_.step(Step::read); !done) return fail(done.error());
  const Stream* from = find(stream);
  if (from == nullptr) return WriterPoint{};
  const auto at = from->points.find(writer);
  return at == from->points.end() ? WriterPoint{} : at->second;
}

Result<std::vector<Hash>> SimLog::hashes_of(const StreamId& stream, const OpId& op) {
  if (auto done = faults_.step(Step::read); !done) return fail(done.error());
  const Stream* from = find(stream);
  if (from == nullptr) return std::vector<Hash>{};
  const auto at = from->hashes.find(op);
  return at == from->hashes.end() ? std::vector<Hash>{} : at->second;
}

Result<std::vector<Hash>> SimLog::beside_of(const StreamId& stream, const WriterId& writer,
                                            std::size_t most) {
  if (auto done = faults_.step(Step::read); !done) return fail(done.error());
  std::vector<Hash> out;
  const Stream* from = find(stream);
  if (from == nullptr) return out;
  for (const Entry& entry : from->entries) {
    if (entry.writer == writer && entry.chain_broken) out.push_back(hash_of_head(entry.head));
  }
  if (out.size() > most) out.erase(out.begin(), out.end() - static_cast<std::ptrdiff_t>(most));
  return out;
}

Result<Hash> SimLog::chain_hash_at(const StreamId& stream, Position position) {
  if (auto done = faults_.step(Step::read); !done) return fail(done.error());
  if (position == 0) return stream_chain_start(stream);
  const Stream* from = find(stream);
  if (from == nullptr || position > from->chain.size()) {
    return fail(Code::not_found, "no such position");
  }
  return from->chain[position - 1];
}

Result<std::vector<Entry>> SimLog::read_after(const StreamId& stream, Position position,
                                              std::size_t max_bytes) {
  if (auto done = faults_.step(Step::read); !done) return fail(done.error());
  std::vector<Entry> out;
  const Stream* from = find(stream);
  if (from == nullptr) return out;
  std::size_t bytes = 0;
  for (Position at = position; at < from->entries.size(); ++at) {
    const Entry& entry = from->entries[at];
    bytes += entry.head.size() + entry.body.size() + 160;
    if (!out.empty() && bytes > max_bytes) break;
    out.push_back(entry);
  }
  return out;
}

Result<std::vector<SimLog::WriterVerdict>> SimLog::verdicts_of(const StreamId& stream,
                                                               const WriterId& writer) {
  if (auto done = faults_.step(Step::read); !done) return fail(done.error());
  const Stream* from = find(stream);
  if (from == nullptr) return std::vector<WriterVerdict>{};
  const auto at = from->verdicts.find(writer);
  return at == from->verdicts.end() ? std::vector<WriterVerdict>{} : at->second;
}

Result<std::optional<server::HeldOp>> SimLog::held(const model::HoldKey& key) {
  if (auto done = faults_.step(Step::read); !done) return fail(done.error());
  const auto at = state_.held.find(key);
  return at == state_.held.end() ? std::nullopt : std::optional(at->second);
}

Result<std::vector<server::HeldOp>> SimLog::all_held() {
  if (auto done = faults_.step(Step::read); !done) return fail(done.error());
  std::vector<server::HeldOp> out;
  for (const auto& [key, op] : state_.held) out.push_back(op);
  return out;
}

Result<std::optional<server::EnrolCode>> SimLog::code(const Hash& secret_hash) {
  if (auto done = faults_.step(Step::read); !done) return fail(done.error());
  const auto at = state_.codes.find(secret_hash);
  return at == state_.codes.end() ? std::nullopt : std::optional(at->second);
}

Result<std::optional<Bytes>> SimLog::meta(std::string_view name) {
  if (auto done = faults_.step(Step::read); !done) return fail(done.error());
  const auto at = state_.meta.find(name);
  return at == state_.meta.end() ? std::nullopt : std::optional(at->second);
}

}  // namespace baraza::sim
