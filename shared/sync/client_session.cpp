// SPDX-License-Identifier: Apache-2.0
#include "shared/sync/client_session.h"

#include <algorithm>
#include <utility>

#include "shared/base/limits.h"
#include "shared/base/overloaded.h"
#include "shared/base/plant.h"

namespace baraza::sync {
namespace {

std::size_t size_of(const SignedRun& run) {
  std::size_t bytes = Signature::size + 16;
  for (const RawOp& op : run.ops) bytes += op.head.size() + op.body.size() + 16;
  return bytes;
}

}  // namespace

ClientSession::ClientSession(const Signer& signer, std::string software)
    : signer_(signer), writer_(writer_id(signer.public_key())), software_(std::move(software)) {}

void ClientSession::load(LocalStream stream, std::vector<PendingRun> pending) {
  Stream& to = streams_[stream.stream];
  to.local = stream;
  to.pending.assign(std::make_move_iterator(pending.begin()),
                    std::make_move_iterator(pending.end()));
}

void ClientSession::add_pending(const StreamId& stream, PendingRun run) {
  Stream& to = streams_[stream];
  to.local.stream = stream;
  to.local.own = {run.last, hash_of_head(run.run.ops.back().head)};
  to.pending.push_back(std::move(run));
  push(to);
}

void ClientSession::stored(const StreamId& stream, Position position, const Hash& chain_hash,
                           const Epoch& epoch, OpNumber own_through) {
  Stream& to = streams_[stream];
  to.local.position = planted(Plant::cursor_off_by_one) ? position - 1 : position;
  to.local.chain_hash = chain_hash;
  to.local.epoch = epoch;
  while (!to.pending.empty() && to.pending.front().last <= own_through) to.pending.pop_front();
}

void ClientSession::connected(Bytes exporter, std::optional<Bytes> enrol_secret, std::string label,
                              Now now) {
  exporter_ = std::move(exporter);
  secret_ = std::move(enrol_secret);
  label_ = std::move(label);
  phase_ = Phase::challenged_wait;
  caught_up_said_ = false;
  heard_ = pinged_ = now.tick;
}

void ClientSession::disconnected() {
  phase_ = Phase::offline;
  for (auto& [id, stream] : streams_) {
    stream.offered = false;
    stream.stuck = false;
    stream.live_heard = false;
    stream.in_flight.clear();
    stream.wait_until.reset();
  }
}

void ClientSession::send(const Message& message) {
  outputs_.push_back(SendFrame{encode(message)});
}

std::vector<ClientSession::Output> ClientSession::take_outputs() {
  return std::exchange(outputs_, {});
}

OpNumber ClientSession::server_has(const StreamId& stream) const {
  const auto at = streams_.find(stream);
  return at == streams_.end() ? 0 : at->second.server_has;
}

void ClientSession::hang_up(Code code, std::string detail, Duration retry_after) {
  if (phase_ == Phase::offline) return;
  disconnected();
  outputs_.push_back(Hangup{{code, std::move(detail)}, retry_after});
}

void ClientSession::freeze() {
  if (!frozen_) outputs_.push_back(Frozen{});
  frozen_ = true;
}

void ClientSession::on_frame(ByteView frame, Now now) {
  if (phase_ == Phase::offline) return;
  heard_ = now.tick;
  auto message = decode(frame);
  if (!message) return hang_up(Code::protocol_error, message.error().detail);
  std::visit(Overloaded{
                 [&](const Challenge& m) { on_challenge(m); },
                 [&](const Enrolled& m) {
                   outputs_.push_back(EnrolledOutput{m});
                   secret_.reset();
                   say_hello();
                 },
                 [&](const Welcome& m) { on_welcome(m, now); },
                 [&](Ops& m) { on_ops(std::move(m)); },
                 [&](const Live& m) { on_live(m); },
                 [&](const Gap& m) { on_gap(m, now); },
                 [&](const Taken& m) { on_taken(m); },
                 [&](const Granted& m) { on_granted(m); },
                 [&](const Revoked& m) { on_revoked(m); },
                 [&](const Ping& m) { on_ping(m, now); },
                 [&](const Bye& m) { on_bye(m); },
                 [&](const auto&) { hang_up(Code::protocol_error, "message of a client"); },
             },
             *message);
  push_all(now);
}

void ClientSession::on_challenge(const Challenge& challenge) {
  if (phase_ != Phase::challenged_wait) return hang_up(Code::protocol_error, "challenge twice");
  nonce_ = challenge.nonce;
  if (!secret_) return say_hello();
  Enrol enrol;
  enrol.secret = *secret_;
  enrol.public_key = signer_.public_key();
  enrol.proof = signer_.sign(enrol_message(nonce_, exporter_, *secret_, enrol.public_key));
  enrol.label = label_;
  phase_ = Phase::enrolling;
  send(enrol);
}

void ClientSession::say_hello() {
  Hello hello;
  hello.software = software_;
  hello.writer = writer_;
  hello.proof = signer_.sign(hello_message(nonce_, exporter_, writer_));
  for (const auto& [id, stream] : streams_) {
    hello.streams.push_back({id, stream.local.epoch, stream.local.position, stream.local.chain_hash,
                             stream.local.own.last_number + 1});
  }
  phase_ = Phase::hello_sent;
  send(hello);
}

void ClientSession::on_welcome(const Welcome& welcome, Now now) {
  if (phase_ != Phase::hello_sent) return hang_up(Code::protocol_error, "welcome out of turn");
  if (welcome.protocol != protocol_version) {
    return hang_up(Code::unsupported_version, "the server speaks another protocol version");
  }
  phase_ = Phase::live;
  if (welcome.standing == Code::forked) freeze();
  outputs_.push_back(ServerClock{welcome.server_time - now.wall});
  outputs_.push_back(Offers{welcome.streams, true});
  for (const StreamOffer& offer : welcome.streams) take_offer(offer);
  check_caught_up();
}

void ClientSession::take_offer(const StreamOffer& offer) {
  Stream& stream = streams_[offer.stream];
  stream.local.stream = offer.stream;
  stream.local.kind = offer.kind;
  stream.local.owner = offer.owner;
  stream.offered = true;
  stream.reads = offer.reads;
  stream.incoming = stream.local.position;
  stream.incoming_hash =
      stream.local.position == 0 ? stream_chain_start(offer.stream) : stream.local.chain_hash;
  stream.in_flight.clear();
  // The server knows more of this writer than it knows itself: an older copy of the folder.
  const bool ahead = offer.last_number > stream.local.own.last_number;
  bool differs = false;
  if (!ahead && offer.last_number > 0) {
    if (offer.last_number == stream.local.own.last_number) {
      differs = offer.last_hash != stream.local.own.last_hash;
    } else {
      for (const PendingRun& run : stream.pending) {
        if (offer.last_number < run.first || offer.last_number > run.last) continue;
        const auto& op = run.run.ops[offer.last_number - run.first];
        differs = offer.last_hash != hash_of_head(op.head);
      }
    }
  }
  if (ahead || differs) {
    freeze();
    // Alarms are offered all the same: the server enters those of a broken chain, once each.
    stream.server_has = stream.sent_through = 0;
  } else {
    stream.server_has = offer.last_number;
    if (!planted(Plant::forgotten_repush)) stream.sent_through = offer.last_number;
  }
  // The logs differ and what to do is a person's decision: nothing here is thrown away.
  if (offer.follows == Follows::rewind) {
    stream.stuck = true;
    outputs_.push_back(Stuck{offer.stream, Code::chain_broken});
  }
}

void ClientSession::on_ops(Ops ops) {
  const auto at = streams_.find(ops.stream);
  if (at == streams_.end() || !at->second.offered) return;  // revoked while it was on its way
  Stream& stream = at->second;
  if (ops.first != stream.incoming + 1) {
    return hang_up(Code::protocol_error, "entries out of order");
  }
  Hash hash = stream.incoming_hash;
  OpNumber own = 0;
  bool by_a_copy = false;
  for (const Entry& entry : ops.entries) {
    hash = stream_chain_next(hash, entry);
    if (entry.writer != writer_ || !entry.consumes_number()) continue;
    const auto head = decode_head(entry.head);
    if (!head) continue;
    // A number alone proves nothing: a copy of this folder gives out the same ones. An alarm that
    // was entered beside the chain is answered all the same.
    const bool is_mine = is_own(stream, head->number, hash_of_head(entry.head));
    if (!entry.chain_broken) by_a_copy = by_a_copy || !is_mine;
    if (is_mine && (entry.chain_broken || !by_a_copy)) own = std::max(own, head->number);
  }
  // The digest is derived from what arrived, never adopted: spoilt bytes show here.
  if (hash != ops.hash_after) return hang_up(Code::chain_broken, "entries don't fit their chain");
  stream.incoming += ops.entries.size();
  stream.incoming_hash = hash;
  if (own > 0) advance_server_has(stream, own);
  outputs_.push_back(Received{std::move(ops), own});
  if (by_a_copy) freeze();
}

bool ClientSession::is_own(const Stream& stream, OpNumber number, const Hash& hash) {
  const WriterPoint& last = stream.local.own;
  if (number > last.last_number) return false;
  if (number == last.last_number) return hash == last.last_hash;
  for (const PendingRun& run : stream.pending) {
    if (number < run.first || number > run.last) continue;
    return hash == hash_of_head(run.run.ops[number - run.first].head);
  }
  return true;  // its verdict was here before
}

void ClientSession::advance_server_has(Stream& stream, OpNumber through) {
  stream.server_has = std::max(stream.server_has, through);
  stream.sent_through = std::max(stream.sent_through, stream.server_has);
  while (!stream.in_flight.empty() && stream.in_flight.front() <= stream.server_has) {
    stream.in_flight.pop_front();
  }
}

void ClientSession::on_live(const Live& live) {
  const auto at = streams_.find(live.stream);
  if (at == streams_.end()) return;
  at->second.live_heard = true;
  check_caught_up();
}

void ClientSession::check_caught_up() {
  if (caught_up_said_ || phase_ != Phase::live) return;
  for (const auto& [id, stream] : streams_) {
    if (stream.offered && stream.reads && !stream.live_heard && !stream.stuck) return;
  }
  caught_up_said_ = true;
  outputs_.push_back(CaughtUp{});
}

bool ClientSession::settled() const {
  return phase_ == Phase::live && caught_up_said_ &&
         std::all_of(streams_.begin(), streams_.end(),
                     [](const auto& each) { return each.second.in_flight.empty(); });
}

void ClientSession::on_gap(const Gap& gap, Now now) {
  const auto at = streams_.find(gap.stream);
  if (at == streams_.end() || gap.writer != writer_) return;
  Stream& stream = at->second;
  stream.in_flight.clear();
  if (gap.expect == 0 || gap.expect > stream.local.own.last_number + 1) return freeze();
  stream.sent_through = gap.expect - 1;
  switch (gap.code) {
    case Code::number_gap: break;  // at once
    case Code::unavailable:
    case Code::too_fast:
    case Code::unknown_stream:
      // The stream may open when the server has the op that forms its group.
      stream.wait_until = now.tick + std::max(gap.retry_after, milliseconds(100));
      break;
    default:
      stream.stuck = true;
      outputs_.push_back(Stuck{gap.stream, gap.code});
      break;
  }
}

void ClientSession::on_taken(const Taken& taken) {
  const auto at = streams_.find(taken.stream);
  if (at == streams_.end() || taken.writer != writer_) return;
  Stream& stream = at->second;
  const std::set<OpNumber> beside = entered_beside(stream, taken.beside);
  Resolved resolved{taken.stream, taken.through, taken.refusals};
  // A number alone proves nothing here either: the verdicts may be on a copy's ops.
  const bool decides = !stream.pending.empty() && taken.through >= stream.pending.front().first;
  if (taken.through > stream.local.own.last_number ||
      (decides && !is_own(stream, taken.through, taken.last_hash))) {
    stream.in_flight.clear();
    freeze();
    resolved.through = 0;
    std::erase_if(resolved.refusals,
                  [&](const Refusal& refusal) { return !beside.contains(refusal.number); });
  }
  // Alarms are pushed in their order, so those before the newest that was entered were too.
  if (!beside.empty()) resolved.through = std::max(resolved.through, *beside.rbegin());
  if (resolved.through == 0) return;
  advance_server_has(stream, resolved.through);
  outputs_.push_back(std::move(resolved));
}

std::set<OpNumber> ClientSession::entered_beside(const Stream& stream,
                                                 const std::vector<Hash>& hashes) {
  std::set<OpNumber> out;
  if (hashes.empty()) return out;
  for (const PendingRun& run : stream.pending) {
    OpNumber number = run.first;
    for (const RawOp& op : run.run.ops) {
      if (std::find(hashes.begin(), hashes.end(), hash_of_head(op.head)) != hashes.end()) {
        out.insert(number);
      }
      ++number;
    }
  }
  return out;
}

void ClientSession::on_granted(const Granted& granted) {
  outputs_.push_back(Offers{{granted.offer}, false});
  Stream& known = streams_[granted.offer.stream];
  const bool was_read = known.offered && known.reads;
  if (was_read && granted.offer.reads && granted.offer.follows == Follows::tail) {
    // Only the right to write changed; what comes in goes on.
    known.stuck = false;
    return;
  }
  take_offer(granted.offer);
  Stream& stream = streams_[granted.offer.stream];
  stream.live_heard = false;
  if (granted.offer.reads && !stream.stuck) {
    send(Follow{{granted.offer.stream, stream.local.epoch, stream.local.position,
                 stream.local.chain_hash, stream.local.own.last_number + 1}});
  }
}

void ClientSession::on_revoked(const Revoked& revoked) {
  const auto at = streams_.find(revoked.stream);
  if (at == streams_.end()) return;
  // What was written here may still be pushed: the server holds it for a person to settle.
  at->second.reads = false;
  at->second.offered = false;
  outputs_.push_back(Closed{revoked.stream});
  check_caught_up();
}

void ClientSession::on_ping(const Ping& ping, Now now) {
  if (!ping.answer) return send(Ping{ping.token, now.wall, true});
  if (ping.token == ping_token_) outputs_.push_back(ServerClock{ping.wall - now.wall});
}

void ClientSession::on_bye(const Bye& bye) {
  if (bye.code == Code::forked) freeze();
  std::string detail(code_name(bye.code));
  for (const auto& parameter : bye.parameters) detail += ": " + parameter;
  hang_up(bye.code, std::move(detail), bye.retry_after);
}

void ClientSession::push_all(Now now) {
  if (phase_ != Phase::live) return;
  for (auto& [id, stream] : streams_) {
    if (stream.wait_until && *stream.wait_until <= now.tick) stream.wait_until.reset();
  }
  // Alarms first: nothing may stand between a risk and the people who should see it.
  for (auto& [id, stream] : streams_) {
    if (stream.local.kind == StreamKind::alarm) push(stream);
  }
  for (auto& [id, stream] : streams_) {
    if (stream.local.kind != StreamKind::alarm) push(stream);
  }
}

void ClientSession::push(Stream& stream) {
  if (phase_ != Phase::live || stream.stuck || stream.wait_until) return;
  if (frozen_ && stream.local.kind != StreamKind::alarm) return;
  while (stream.in_flight.size() < limits::push_frames_in_flight) {
    Push push;
    push.stream = stream.local.stream;
    push.writer = writer_;
    std::size_t bytes = 0;
    std::size_t ops = 0;
    OpNumber last = 0;
    for (const PendingRun& pending : stream.pending) {
      if (pending.last <= stream.sent_through) continue;
      const std::size_t run_bytes = size_of(pending.run);
      const bool full =
          ops + pending.run.ops.size() > limits::push_ops || bytes + run_bytes > limits::push_bytes;
      if (!push.runs.empty() && full) break;
      if (push.runs.empty()) push.first = pending.first;
      bytes += run_bytes;
      ops += pending.run.ops.size();
      last = pending.last;
      push.runs.push_back(pending.run);
    }
    if (push.runs.empty()) return;
    stream.sent_through = last;
    stream.in_flight.push_back(last);
    send(push);
  }
}

std::optional<Tick> ClientSession::next_deadline() const {
  if (phase_ == Phase::offline) return std::nullopt;
  Tick next = std::min(heard_ + limits::idle_deadline, pinged_ + limits::ping_interval);
  for (const auto& [id, stream] : streams_) {
    if (stream.wait_until) next = std::min(next, *stream.wait_until);
  }
  return next;
}

void ClientSession::on_deadline(Now now) {
  if (phase_ == Phase::offline) return;
  if (now.tick - heard_ >= limits::idle_deadline) {
    return hang_up(Code::timed_out, "nothing heard from the server");
  }
  if (phase_ == Phase::live && now.tick - pinged_ >= limits::ping_interval) {
    pinged_ = now.tick;
    send(Ping{++ping_token_, now.wall, false});
  } else if (now.tick - pinged_ >= limits::ping_interval) {
    pinged_ = now.tick;  // before login the idle deadline alone counts
  }
  push_all(now);
}

}  // namespace baraza::sync
