// SPDX-License-Identifier: Apache-2.0
#include "server/core/hub.h"

#include "shared/base/limits.h"
#include "shared/base/plant.h"
#include "shared/op/derive.h"

namespace baraza::server {
namespace {

// How many frames one round of handing out may send before new messages get their turn.
constexpr int kFramesARound = 64;

}  // namespace

Result<std::unique_ptr<Hub>> Hub::open(LogStore& store, Outlet& outlet, const Signer& server_writer,
                                       Random& random) {
  auto ledger = Ledger::open(store);
  if (!ledger) return fail(ledger.error());
  std::unique_ptr<Hub> hub(new Hub(std::move(*ledger), outlet, server_writer, random));
  if (auto loaded = hub->keeper_.reload(); !loaded) return fail(loaded.error());
  hub->keeper_.take_changed();
  if (auto healed = hub->open_missing_streams(); !healed) return fail(healed.error());
  outlet.publish_keys(hub->keeper_.keys());
  return hub;
}

Hub::Hub(Ledger ledger, Outlet& outlet, const Signer& server_writer, Random& random)
    : ledger_(std::move(ledger)),
      outlet_(outlet),
      random_(random),
      keeper_(ledger_, server_writer, random),
      decider_(ledger_, keeper_) {}

// A folder of before sites had alarms of their own.
Result<void> Hub::open_missing_streams() {
  for (const auto& [site, entry] : directory().sites()) {
    for (const StreamKind kind : site_stream_kinds) {
      if (ledger_.find(stream_id(kind, site)) != nullptr) continue;
      auto opened = ledger_.open_stream(kind, id_cast<AnyId>(site));
      if (!opened) return fail(opened.error());
    }
  }
  return ledger_.commit();
}

void Hub::on_open(ConnectionId id, Bytes exporter) {
  Connection& connection = connections_[id];
  connection.session = std::make_unique<sync::ServerSession>(std::move(exporter), random_.bytes(32),
                                                             static_cast<sync::ServerHost&>(*this));
  active_.insert(id);
}

void Hub::on_message(ConnectionId id, const sync::Message& message,
                     const std::vector<sync::SignatureState>& signatures, Now now) {
  // A batch that can't be kept ends here, so that this message is answered in one that can.
  if (broken_) end_batch();
  const auto at = connections_.find(id);
  if (at == connections_.end()) return;
  Connection& connection = at->second;
  active_.insert(id);
  connection.session->on_message(message, signatures, now);
  if (planted(Plant::ack_before_commit)) flush(id, connection);
  if (std::holds_alternative<sync::Hello>(message) ||
      std::holds_alternative<sync::Follow>(message)) {
    note_follows(id, connection);
  }
}

void Hub::on_bad_frame(ConnectionId id, Code code) {
  const auto at = connections_.find(id);
  if (at == connections_.end()) return;
  at->second.session->bye(code, {"bad frame"});
  active_.insert(id);
}

void Hub::on_queued(ConnectionId id, std::size_t bytes) {
  const auto at = connections_.find(id);
  if (at == connections_.end()) return;
  at->second.queued_bytes = bytes;
  hungry_.insert(id);
}

void Hub::on_closed(ConnectionId id) {
  connections_.erase(id);
  active_.erase(id);
  hungry_.erase(id);
  for (auto& [stream, followers] : followers_) followers.erase(id);
}

void Hub::note_follows(ConnectionId id, const Connection& connection) {
  for (const auto& [stream, info] : ledger_.streams()) {
    if (connection.session->follows(stream)) followers_[stream].insert(id);
  }
  hungry_.insert(id);
}

Result<void> Hub::run_alone(const Act& act) {
  end_batch();
  if (auto done = act(*this); !done) {
    if (ledger_.staged()) {
      if (auto back = ledger_.abandon(); !back) return back;
      if (auto back = keeper_.reload(); !back) return back;
      keeper_.take_changed();
    }
    return done;
  }
  end_batch();
  if (auto failed = take_failure()) return fail(*failed);
  return {};
}

bool Hub::end_batch() {
  if (broken_) {
    abandon(failure_.value_or(Error{Code::storage_failed, "the log can't be written"}));
  } else {
    wake_followers();
    if (auto done = ledger_.commit(); !done) abandon(done.error());
  }
  broken_ = false;
  if (keeper_.take_changed()) directory_changed();
  for (const ConnectionId id : std::exchange(active_, {})) {
    const auto at = connections_.find(id);
    if (at != connections_.end()) flush(id, at->second);
  }
  return pump();
}

void Hub::wake_followers() {
  for (const StreamId& stream : ledger_.touched()) {
    const auto followers = followers_.find(stream);
    if (followers == followers_.end()) continue;
    hungry_.insert(followers->second.begin(), followers->second.end());
  }
}

void Hub::abandon(const Error& why) {
  failure_ = why;
  // After a failed commit the ledger has gone back already; going back twice is harmless.
  auto back = ledger_.abandon();
  if (back) back = keeper_.reload();
  if (!back) failure_ = back.error();
  for (const ConnectionId id : active_) {
    const auto at = connections_.find(id);
    if (at != connections_.end()) at->second.session->abandon_batch();
  }
}

void Hub::directory_changed() {
  outlet_.publish_keys(keeper_.keys());
  for (auto& [id, connection] : connections_) {
    connection.session->entitlement_changed();
    active_.insert(id);
  }
}

void Hub::flush(ConnectionId id, Connection& connection) {
  if (connection.session->authenticated() && !connection.announced) {
    connection.announced = true;
    outlet_.mark_authenticated(id);
  }
  for (FrameBytes& frame : connection.session->take_frames()) {
    connection.queued_bytes += frame->size();
    outlet_.send(id, std::move(frame));
  }
  if (connection.session->closing()) outlet_.close(id);
}

bool Hub::pump() {
  frames_.clear();
  int left = kFramesARound;
  while (!hungry_.empty() && left > 0) {
    for (auto at = hungry_.begin(); at != hungry_.end() && left > 0;) {
      const auto found = connections_.find(*at);
      const std::size_t queued = found == connections_.end() ? 0 : found->second.queued_bytes;
      const std::size_t room =
          queued >= limits::connection_queue_bytes ? 0 : limits::connection_queue_bytes - queued;
      if (found == connections_.end() || !found->second.session->pump(room)) {
        at = hungry_.erase(at);  // comes back when its socket has taken something
        continue;
      }
      flush(found->first, found->second);
      --left;
      ++at;
    }
  }
  frames_.clear();
  return !hungry_.empty();
}

void Hub::say_goodbye(Code code, Duration retry_after) {
  for (auto& [id, connection] : connections_) {
    connection.session->bye(code, {}, retry_after);
    flush(id, connection);
  }
}

}  // namespace baraza::server
