// SPDX-License-Identifier: Apache-2.0
#include "shared/sync/server_session.h"

#include <algorithm>
#include <utility>

#include "shared/base/limits.h"
#include "shared/base/overloaded.h"

namespace baraza::sync {
namespace {

constexpr Duration kRetry = seconds(2);

// A risk goes first, then what the rest is read by.
int urgency(StreamKind kind) {
  return kind == StreamKind::alarm ? 0 : static_cast<int>(kind);
}

bool same_standing(const StreamOffer& a, const StreamOffer& b) {
  return a.reads == b.reads && a.writes == b.writes;
}

}  // namespace

ServerSession::ServerSession(Bytes exporter, Bytes nonce, ServerHost& host)
    : exporter_(std::move(exporter)), nonce_(std::move(nonce)), host_(host) {
  send(Challenge{nonce_, protocol_version});
}

void ServerSession::send(const Message& message) {
  frames_.push_back(encode(message));
}

std::vector<FrameBytes> ServerSession::take_frames() {
  pushed_in_batch_.clear();
  logged_in_in_batch_ = false;
  return std::exchange(frames_, {});
}

void ServerSession::bye(Code code, std::vector<std::string> parameters, Duration retry_after) {
  if (closing_) return;
  closing_ = true;
  follows_.clear();
  send(Bye{code, std::move(parameters), retry_after});
}

void ServerSession::on_message(const Message& message,
                               const std::vector<SignatureState>& signatures, Now now) {
  if (closing_) return;
  const auto out_of_turn = [&] { bye(Code::protocol_error, {"message out of turn"}); };
  if (!authenticated_ && !std::holds_alternative<Hello>(message) &&
      !std::holds_alternative<Enrol>(message)) {
    return out_of_turn();
  }
  std::visit(Overloaded{
                 [&](const Enrol& m) { on_enrol(m, now); },
                 [&](const Hello& m) { on_hello(m, now); },
                 [&](const Follow& m) { on_follow(m); },
                 [&](const Push& m) { on_push(m, signatures, now); },
                 [&](const Ping& m) { on_ping(m, now); },
                 [&](const Bye&) { closing_ = true; },
                 [&](const auto&) { out_of_turn(); },
             },
             message);
}

void ServerSession::abandon_batch() {
  // Nothing of the batch happened. A client that logged in on the strength of it starts again;
  // others go back to what is durable, and keep what they have.
  const bool login_lost = logged_in_in_batch_;
  const auto pushed = std::exchange(pushed_in_batch_, {});
  frames_.clear();
  logged_in_in_batch_ = false;
  if (login_lost) return bye(Code::unavailable, {}, kRetry);
  for (const StreamId& stream : pushed) {
    OpNumber expect = 1;
    const auto offers = host_.offers(writer_);
    if (!offers) return bye(Code::unavailable, {}, kRetry);
    for (const StreamOffer& offer : *offers) {
      if (offer.stream == stream) expect = offer.last_number + 1;
    }
    send(Gap{stream, writer_, expect, Code::unavailable, kRetry});
  }
}

void ServerSession::on_enrol(const Enrol& enrol, Now now) {
  if (authenticated_) return bye(Code::protocol_error, {"enrol after login"});
  if (!verify_signature(enrol.public_key,
                        enrol_message(nonce_, exporter_, enrol.secret, enrol.public_key),
                        enrol.proof)) {
    return bye(Code::unauthenticated);
  }
  const auto enrolled = host_.enrol(enrol, now);
  if (!enrolled) return bye(enrolled.error().code);
  logged_in_in_batch_ = true;
  send(*enrolled);
}

void ServerSession::on_hello(const Hello& hello, Now now) {
  if (authenticated_) return bye(Code::protocol_error, {"hello twice"});
  if (hello.protocol_min > protocol_version || hello.protocol_max < protocol_version) {
    return bye(Code::unsupported_version, {std::to_string(protocol_version)});
  }
  const auto key = host_.key_of(hello.writer);
  if (!key ||
      !verify_signature(*key, hello_message(nonce_, exporter_, hello.writer), hello.proof)) {
    return bye(Code::unauthenticated);
  }
  const auto offers = host_.offers(hello.writer);
  if (!offers) return bye(offers.error().code);
  authenticated_ = true;
  logged_in_in_batch_ = true;
  writer_ = hello.writer;

  Welcome welcome;
  welcome.server_time = now.wall;
  welcome.standing = standing_ = host_.standing(writer_);
  for (StreamOffer offer : *offers) {
    StreamCursor cursor;
    for (const StreamCursor& candidate : hello.streams) {
      if (candidate.stream == offer.stream) cursor = candidate;
    }
    if (offer.reads) {
      const auto tail = continues(cursor, offer);
      if (!tail) return bye(tail.error().code, {}, kRetry);
      if (*tail) {
        follows_[offer.stream] = {offer.kind, cursor.position, false};
      } else {
        offer.follows = Follows::rewind;
      }
    }
    // What this person may only push to is offered without a head: nothing there to compare.
    offered_[offer.stream] = offer;
    welcome.streams.push_back(offer);
  }
  send(welcome);
  for (const StreamOffer& offer : welcome.streams) {
    if (!offer.reads && offer.last_number > 0) say_taken(offer.stream);
  }
}

Result<bool> ServerSession::continues(const StreamCursor& cursor, const StreamOffer& offer) {
  if (cursor.position == 0) return true;
  if (cursor.epoch != offer.epoch || cursor.position > offer.head) return false;
  const auto hash = host_.chain_hash_at(offer.stream, cursor.position);
  if (!hash) return fail(hash.error());
  return *hash == cursor.chain_hash;
}

void ServerSession::on_follow(const Follow& follow) {
  const auto offered = offered_.find(follow.cursor.stream);
  if (offered == offered_.end() || !offered->second.reads) {
    return send(Revoked{follow.cursor.stream, 0});
  }
  StreamOffer& offer = offered->second;
  const auto tail = continues(follow.cursor, offer);
  if (!tail) return bye(tail.error().code, {}, kRetry);
  if (!*tail) {
    offer.follows = Follows::rewind;
    return send(Granted{offer});
  }
  follows_[offer.stream] = {offer.kind, follow.cursor.position, false};
}

void ServerSession::on_push(const Push& push, const std::vector<SignatureState>& signatures,
                            Now now) {
  pushed_in_batch_.insert(push.stream);
  const auto answer = host_.push(writer_, push, signatures, now);
  if (answer.froze_writer) return bye(Code::forked);
  if (answer.gap) send(*answer.gap);
  const auto offered = offered_.find(push.stream);
  if (offered != offered_.end() && !offered->second.reads) say_taken(push.stream);
}

void ServerSession::on_ping(const Ping& ping, Now now) {
  if (!ping.answer) send(Ping{ping.token, now.wall, true});
}

void ServerSession::say_taken(const StreamId& stream) {
  const auto taken = host_.taken(stream, writer_);
  if (!taken) return bye(taken.error().code, {}, kRetry);
  send(*taken);
}

void ServerSession::entitlement_changed() {
  if (!authenticated_ || closing_) return;
  const auto offers = host_.offers(writer_);
  if (!offers) return bye(offers.error().code);
  if (host_.standing(writer_) != standing_) return bye(host_.standing(writer_));
  std::map<StreamId, StreamOffer> current;
  for (const StreamOffer& offer : *offers) current[offer.stream] = offer;
  for (const auto& [stream, before] : offered_) {
    const auto now_at = current.find(stream);
    if (before.reads && (now_at == current.end() || !now_at->second.reads)) {
      const auto follow = follows_.find(stream);
      send(Revoked{stream, follow == follows_.end() ? 0 : follow->second.cursor});
      follows_.erase(stream);
    }
  }
  for (const auto& [stream, offer] : current) {
    const auto before = offered_.find(stream);
    if (before != offered_.end() && same_standing(before->second, offer)) continue;
    send(Granted{offer});
    if (!offer.reads && offer.last_number > 0) say_taken(stream);
  }
  offered_ = std::move(current);
}

bool ServerSession::pump(std::size_t room_bytes) {
  if (!authenticated_ || closing_ || room_bytes < limits::frame_bytes) return false;
  std::vector<std::pair<int, StreamId>> order;
  order.reserve(follows_.size());
  for (const auto& [stream, follow] : follows_) order.emplace_back(urgency(follow.kind), stream);
  std::sort(order.begin(), order.end());
  for (const auto& [unused, stream] : order) {
    FollowState& follow = follows_[stream];
    const auto next = host_.ops_after(stream, follow.cursor);
    if (!next) {
      bye(Code::unavailable, {}, kRetry);
      return true;
    }
    if (next->frame) {
      follow.cursor = next->last;
      frames_.push_back(next->frame);
      return true;
    }
    if (!follow.live_said) {
      follow.live_said = true;
      send(Live{stream});
      return true;
    }
  }
  return false;
}

}  // namespace baraza::sync
