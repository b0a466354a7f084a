// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "client/core/client.h"
#include "shared/base/limits.h"

// The client's side of the connection: what the protocol machine says, carried out.
namespace baraza::client {
namespace {

// Trying again soon changes nothing: a person has to look.
bool needs_person(Code code) {
  return code == Code::unauthenticated || code == Code::unsupported_version ||
         code == Code::pin_mismatch || code == Code::origin_refused;
}

// This enrolment code will not do.
bool ends_enrolment(Code code) {
  return code == Code::code_wrong || code == Code::code_used || code == Code::code_expired ||
         code == Code::other_account || needs_person(code);
}

}  // namespace

void Client::on_connected(Bytes exporter, Now now) {
  if (link_ != Link::asked) return;
  link_ = Link::up;
  offline_because_.reset();
  std::optional<Bytes> secret;
  if (code_ && (joining_ || !identity_)) secret = code_->secret;
  session().connected(std::move(exporter), std::move(secret), label_, now);
  drain();
}

void Client::on_disconnected(const Error& error) {
  if (link_ != Link::asked && link_ != Link::up) return;
  session().disconnected();
  want_link(error, {});
  refresh();
}

void Client::on_frame(ByteView frame, Now now) {
  if (link_ != Link::up) return;
  session().on_frame(frame, now);
  drain();
}

void Client::on_deadline(Now now) {
  session().on_deadline(now);
  drain();
}

void Client::drain() {
  for (sync::ClientSession::Output& output : session().take_outputs()) {
    carry_out(std::move(output));
  }
  refresh();
  go_on_anew();
}

void Client::carry_out(sync::ClientSession::Output output) {
  using Session = sync::ClientSession;
  if (std::holds_alternative<Session::Frozen>(output)) {
    effects_.emplace_back(effect::Frozen{});
    submit(FrozenCommit{});
  } else if (const auto* hangup = std::get_if<Session::Hangup>(&output)) {
    effects_.emplace_back(effect::Hangup{hangup->error});
    want_link(hangup->error, hangup->retry_after);
  } else if (link_ != Link::up) {
    // The link went while these were carried out: the next one says them again.
    return;
  } else if (auto* send = std::get_if<Session::SendFrame>(&output)) {
    effects_.emplace_back(effect::Send{std::move(send->frame)});
  } else if (auto* received = std::get_if<Session::Received>(&output)) {
    on_received(std::move(*received));
  } else if (auto* resolved = std::get_if<Session::Resolved>(&output)) {
    on_resolved(std::move(*resolved));
  } else if (const auto* offers = std::get_if<Session::Offers>(&output)) {
    on_offers(*offers);
  } else if (const auto* closed = std::get_if<Session::Closed>(&output)) {
    on_closed(closed->stream);
  } else if (const auto* enrolled = std::get_if<Session::EnrolledOutput>(&output)) {
    on_enrolled(enrolled->enrolled);
  } else if (std::holds_alternative<Session::CaughtUp>(output)) {
    caught_up_ = true;
    say_caught_up();
  } else if (const auto* stuck = std::get_if<Session::Stuck>(&output)) {
    stuck_[stuck->stream] = stuck->code;
    effects_.emplace_back(effect::Stuck{stuck->stream, stuck->code});
  } else if (const auto* clock = std::get_if<Session::ServerClock>(&output)) {
    clock_ahead_ = clock->ahead;
  }
}

void Client::on_received(sync::ClientSession::Received received) {
  sync::Ops& ops = received.ops;
  const auto announced = announced_.find(ops.stream);
  if (announced == announced_.end() || ops.entries.empty()) return;
  RemoteCommit commit;
  commit.own_through = received.own_through;
  commit.may_be_late = true;
  const auto* known = replica_.find(ops.stream);
  const OpNumber own_before = known == nullptr ? 0 : known->own_through;
  for (const Entry& entry : ops.entries) {
    // The chain is over heads: a body that was spoilt on the way shows only here. Nothing of it may
    // reach the disk; it is asked for again.
    const auto op = open_entry(entry);
    if (!op) return hang_up({Code::chain_broken, op.error().detail});
    const bool is_pending = known != nullptr && entry.writer == replica_.writer() &&
                            entry.verdict == Verdict::accepted && op->head.number > own_before &&
                            op->head.number <= known->own.last_number &&
                            op->head.number <= received.own_through;
    if (!is_pending) commit.may_be_late = false;
    if (entry.writer == replica_.writer() && entry.consumes_number() && !entry.chain_broken &&
        entry.verdict != Verdict::accepted && op->head.number <= received.own_through) {
      commit.refusals.push_back({op->head.number, entry.code});
    }
  }
  commit.after = announced->second;
  commit.after.epoch = ops.epoch;
  commit.after.position = ops.first + ops.entries.size() - 1;
  commit.after.chain_hash = ops.hash_after;
  commit.first = ops.first;
  commit.entries = std::move(ops.entries);
  submit(std::move(commit));
}

void Client::on_resolved(sync::ClientSession::Resolved resolved) {
  // Said anew at every login.
  const auto* stream = replica_.find(resolved.stream);
  if (stream == nullptr || stream->own_through >= resolved.through) return;
  submit(ResolvedCommit{resolved.stream, resolved.through, std::move(resolved.refusals)});
}

void Client::on_offers(const sync::ClientSession::Offers& offers) {
  std::vector<StreamRecord> changed;
  const auto announce = [&](const StreamRecord& record) {
    const auto* known = replica_.find(record.stream);
    const bool is_same = known != nullptr && known->record.reads == record.reads &&
                         known->record.kind == record.kind && known->record.owner == record.owner;
    const auto before = announced_.find(record.stream);
    const bool was_said = before != announced_.end() && before->second.reads == record.reads;
    announced_[record.stream] = record;
    stuck_.erase(record.stream);
    // What was said before may still be on its way to the disk, so it is no reason to be silent
    // when this is something else.
    if (before == announced_.end() ? is_same : was_said) return;
    changed.push_back(record);
  };
  for (const sync::StreamOffer& offer : offers.offers) {
    StreamRecord record;
    if (const auto* known = replica_.find(offer.stream)) record = known->record;
    record.stream = offer.stream;
    record.kind = offer.kind;
    record.owner = offer.owner;
    record.reads = offer.reads;
    if (record.position == 0) {
      record.epoch = offer.epoch;
      record.chain_hash = stream_chain_start(offer.stream);
    }
    announce(record);
  }
  if (offers.complete) {
    for (const auto& [id, stream] : replica_.streams()) {
      const bool offered =
          std::any_of(offers.offers.begin(), offers.offers.end(),
                      [&known = id](const auto& offer) { return offer.stream == known; });
      // A stream that only this laptop has written in so far isn't the server's to end.
      if (offered || stream.record.position == 0) continue;
      StreamRecord record = stream.record;
      record.reads = false;
      announce(record);
    }
  }
  if (!changed.empty()) submit(RecordsCommit{std::move(changed)});
}

void Client::on_closed(const StreamId& stream) {
  const auto at = announced_.find(stream);
  if (at == announced_.end() || !at->second.reads) return;
  at->second.reads = false;
  submit(RecordsCommit{{at->second}});
}

void Client::on_enrolled(const sync::Enrolled& enrolled) {
  if (!code_) return;
  if (joining_) return on_joined(enrolled);
  submit(IdentityCommit{{code_->host, code_->port, code_->pin, enrolled.account, enrolled.programme,
                         enrolled.name, label_}});
}

void Client::hang_up(const Error& error, Duration retry_after) {
  if (link_ != Link::up) return;
  session().disconnected();
  effects_.emplace_back(effect::Hangup{error});
  want_link(error, retry_after);
}

void Client::want_link(const Error& error, Duration retry_after) {
  link_ = Link::wanted;
  caught_up_ = false;
  offline_because_ = error;
  stuck_.clear();
  announced_.clear();
  if (code_ && ends_enrolment(error.code)) {
    end_enrolment(error);
  } else if (needs_person(error.code)) {
    login_refused_ = error.code;
    retry_after = std::max(retry_after, limits::reconnect_max);
  }
  delay_ = reconnect_.next(parts_.random, retry_after);
  ask_for_link();
}

void Client::ask_for_link() {
  if (link_ != Link::wanted) return;
  // Between two writers there is nobody to log in.
  if (anew_ == Anew::keeping_key || anew_ == Anew::joined || anew_ == Anew::renewing) return;
  const auto to = endpoint();
  if (!to) {
    link_ = Link::none;
    return;
  }
  // Hello says what is on disk. While something that arrived is on its way there, the answer would
  // be about a cursor that moves meanwhile.
  if (is_storing_arrivals()) return;
  link_ = Link::asked;
  effects_.emplace_back(effect::Connect{*to, delay_});
}

bool Client::is_storing_arrivals() const {
  return std::any_of(in_flight_.begin(), in_flight_.end(), [](const auto& each) {
    return !std::holds_alternative<LocalCommit>(each.second);
  });
}

// What follows "caught up" is done on what is shown, and only what is on disk is shown.
void Client::say_caught_up() {
  if (!caught_up_ || is_storing_arrivals()) return;
  caught_up_ = false;
  effects_.emplace_back(effect::CaughtUp{});
}

std::optional<Endpoint> Client::endpoint() const {
  if (code_) return Endpoint{code_->host, code_->port, code_->pin};
  if (identity_) return Endpoint{identity_->host, identity_->port, identity_->pin};
  return std::nullopt;
}

}  // namespace baraza::client
