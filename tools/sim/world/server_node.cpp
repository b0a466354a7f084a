// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/server_node.h"

#include "server/core/founding.h"
#include "shared/base/limits.h"
#include "shared/sync/signature_check.h"

namespace baraza::sim {

ServerNode::ServerNode(EventQueue& events, SimRandom random, Network& network, LogBook& book,
                       Findings& findings, Counts& counts, Trace& trace)
    : events_(events),
      random_(random),
      network_(network),
      book_(book),
      findings_(findings),
      counts_(counts),
      trace_(trace),
      signer_(KeySigner::generate(random_)),
      programme_key_(KeySigner::generate(random_)),
      log_(random_.fork(),
           [this](const SimLog::Batch& batch) { book_.on_durable(batch, events_.now()); }) {}

void ServerNode::found() {
  const server::Founder founder{random_.id<AccountId>(), "admin", "The first administrator"};
  if (!server::found(log_, founder, random_)) return findings_.broken("set_up", "founding failed");
  start();
  const bool done = administer([this](server::Hub& hub) -> Result<void> {
    const auto made = server::add_programme(hub, asking(), "Programme", *programme_key_,
                                            signer_->public_key(), random_);
    return made ? Result<void>{} : fail(made.error());
  });
  findings_.require(done, "set_up", "adding the programme failed");
}

void ServerNode::start() {
  // The power may go again while the log is being read.
  try {
    auto hub = server::Hub::open(log_, *this, *signer_, random_);
    if (hub) {
      hub_ = std::move(*hub);
      return;
    }
    findings_.broken("recovery", "the server doesn't start: " + hub.error().detail);
  } catch (const PowerCut&) {
    crash(seconds(1));
  }
}

void ServerNode::crash(Duration down) {
  ++counts_.server_crashes;
  trace_.event(events_.now(), "server.crash");
  hub_.reset();
  ++incarnation_;
  scheduled_ = false;
  inbox_.clear();
  writers_.clear();
  if (log_.recover()) ++counts_.crashes_with_unsynced_loss;
  check_claims();
  network_.server_gone();
  events_.after(down, [this, incarnation = incarnation_] {
    if (incarnation != incarnation_ || hub_) return;
    trace_.event(events_.now(), "server.start");
    start();
  });
}

void ServerNode::schedule() {
  if (scheduled_ || !hub_) return;
  scheduled_ = true;
  events_.after(Duration{random_.between(0, commit_.ms)}, [this, incarnation = incarnation_] {
    if (incarnation == incarnation_) run_batch();
  });
}

void ServerNode::run_batch() {
  if (!hub_) return;
  scheduled_ = false;
  try {
    std::vector<Arrival> batch = std::exchange(inbox_, {});
    for (const Arrival& arrival : batch) take(arrival);
    const bool more = hub_->end_batch();
    if (const auto failure = hub_->take_failure()) {
      ++counts_.commits_failed;
      trace_.event(events_.now(), "server.commit_failed",
                   static_cast<std::uint64_t>(failure->code));
    }
    check_claims();
    if (more) schedule();
  } catch (const PowerCut&) {
    crash(Duration{random_.between(200, 20'000)});
  }
}

void ServerNode::take(const Arrival& arrival) {
  switch (arrival.what) {
    case Arrival::What::open: hub_->on_open(arrival.line, arrival.exporter); return;
    case Arrival::What::queued: hub_->on_queued(arrival.line, arrival.bytes); return;
    case Arrival::What::closed:
      hub_->on_closed(arrival.line);
      writers_.erase(arrival.line);
      return;
    case Arrival::What::frame: break;
  }
  const auto message = sync::decode(*arrival.frame);
  if (!message) return hub_->on_bad_frame(arrival.line, message.error().code);
  if (const auto* hello = std::get_if<sync::Hello>(&*message)) {
    writers_[arrival.line] = hello->writer;
  }
  std::vector<sync::SignatureState> signatures;
  if (const auto* push = std::get_if<sync::Push>(&*message)) {
    signatures = sync::check_signatures(*push, *keys_);
  }
  hub_->on_message(arrival.line, *message, signatures, now());
}

bool ServerNode::administer(const server::Hub::Act& act) {
  if (!hub_) return false;
  bool done = false;
  try {
    done = hub_->run_alone(act).has_value();
    // A failure of the batch that ran before is told here too; it is not the administrator's.
    if (hub_->take_failure()) ++counts_.commits_failed;
    check_claims();
    schedule();
  } catch (const PowerCut&) {
    crash(Duration{random_.between(200, 20'000)});
    return false;
  }
  trace_.event(events_.now(), "admin.act", done ? 1 : 0);
  return done;
}

// --- what the network says ------------------------------------------------------------------

void ServerNode::on_line_open(ConnectionId line, Bytes exporter) {
  inbox_.push_back({Arrival::What::open, line, std::move(exporter), nullptr, 0});
  schedule();
}

void ServerNode::on_line_frame(ConnectionId line, FrameBytes frame) {
  inbox_.push_back({Arrival::What::frame, line, {}, std::move(frame), 0});
  schedule();
}

void ServerNode::on_line_queued(ConnectionId line, std::size_t bytes) {
  inbox_.push_back({Arrival::What::queued, line, {}, nullptr, bytes});
  schedule();
}

void ServerNode::on_line_closed(ConnectionId line) {
  inbox_.push_back({Arrival::What::closed, line, {}, nullptr, 0});
  schedule();
}

// --- what the hub says ----------------------------------------------------------------------

void ServerNode::send(ConnectionId connection, FrameBytes frame) {
  note_claims(connection, frame);
  network_.server_send(connection, std::move(frame));
}

void ServerNode::close(ConnectionId connection) {
  network_.server_close(connection);
}

void ServerNode::mark_authenticated(ConnectionId connection) {
  network_.authenticated(connection);
}

void ServerNode::note_claims(ConnectionId line, const FrameBytes& frame) {
  const auto message = sync::decode(*frame);
  const auto writer = writers_.find(line);
  if (!message || writer == writers_.end()) return;
  if (const auto* taken = std::get_if<sync::Taken>(&*message)) {
    claims_.push_back({taken->stream, taken->writer, taken->through});
  } else if (const auto* welcome = std::get_if<sync::Welcome>(&*message)) {
    for (const auto& offer : welcome->streams) {
      claims_.push_back({offer.stream, writer->second, offer.last_number});
    }
  } else if (const auto* granted = std::get_if<sync::Granted>(&*message)) {
    claims_.push_back({granted->offer.stream, writer->second, granted->offer.last_number});
  } else if (const auto* gap = std::get_if<sync::Gap>(&*message)) {
    if (gap->expect > 0) claims_.push_back({gap->stream, gap->writer, gap->expect - 1});
  }
}

// Whatever a frame of this batch said is taken has to be on the disk now that the batch is over,
// however it ended.
void ServerNode::check_claims() {
  for (const Claim& claim : std::exchange(claims_, {})) {
    if (claim.through <= book_.last_number(claim.stream, claim.writer)) continue;
    findings_.broken("acked_implies_durable",
                     "a client was told that its ops through " + std::to_string(claim.through) +
                         " are taken; the log has them through " +
                         std::to_string(book_.last_number(claim.stream, claim.writer)));
  }
}

}  // namespace baraza::sim
