// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/client_node.h"

#include "shared/base/limits.h"
#include "shared/sync/enrolment_code.h"
#include "tools/sim/world/server_node.h"

namespace baraza::sim {

ClientNode::ClientNode(int index, std::string handle, model::Role role, Bytes key_seed,
                       EventQueue& events, SimRandom random, Network& network, LogBook& book,
                       const content::PackLibrary& packs, Findings& findings, Counts& counts,
                       Trace& trace)
    : index_(index),
      handle_(std::move(handle)),
      role_(role),
      events_(events),
      random_(random),
      network_(network),
      book_(book),
      packs_(packs),
      findings_(findings),
      counts_(counts),
      trace_(trace),
      vault_(events, random_.fork(), std::move(key_seed)) {
  network.attach(index, *this);
}

Now ClientNode::now() const {
  return {Instant{ServerNode::kEpoch.ms + events_.now().ms + ahead_.ms}, events_.now()};
}

void ClientNode::start() {
  client::Loaded loaded = vault_.load();
  signer_ = std::make_unique<KeySigner>(loaded.key_seed);
  client_ = std::make_unique<client::Client>(
      client::Client::Parts{*signer_, random_, vault_, packs_}, "baraza-sim 1", std::move(loaded));
  vault_.attach([this](const client::Completion& completion) {
    client_->on_completion(completion);
    carry_out();
  });
  // The code is typed once more: what it began goes on from there.
  if (client_->identity() && !client_->frozen()) {
    secret_.reset();
  } else if (secret_) {
    enrol(Bytes(*secret_));
  }
  carry_out();
}

void ClientNode::crash(Duration down) {
  if (!client_) return;
  ++counts_.client_crashes;
  trace_.event(events_.now(), "client.crash", static_cast<std::uint64_t>(index_));
  ++incarnation_;
  client_.reset();
  armed_.reset();
  line_.reset();
  acts_.clear();
  saved_acts_.clear();
  caught_up_ = false;
  if (vault_.power_cut()) ++counts_.crashes_with_unsynced_loss;
  network_.client_gone(index_);
  check_saved();
  if (down < Duration{}) return;
  events_.after(down, [this, incarnation = incarnation_] {
    if (incarnation != incarnation_ || client_) return;
    trace_.event(events_.now(), "client.start", static_cast<std::uint64_t>(index_));
    start();
  });
}

void ClientNode::enrol(const Bytes& secret) {
  secret_ = secret;
  sync::EnrolmentCode code;
  code.secret = secret;
  code.pin = Bytes(limits::pin_bytes, 'p');
  code.port = 8443;
  code.host = "server.example";
  const auto text = sync::encode_enrolment_code(code);
  if (!text || !client_->enrol(*text, "laptop " + std::to_string(index_))) {
    findings_.broken("set_up", "enrolling a laptop failed");
  }
  carry_out();
}

bool ClientNode::act(const client::Intent& intent) {
  if (!client_) return false;
  const auto act = client_->act(intent, now());
  declined_.reset();
  if (!act) {
    declined_ = act.error().code;
    ++counts_.acts_declined;
    return false;
  }
  ++counts_.acts;
  // What it came to, by the bytes that were signed.
  std::vector<Witness::SavedOp>& ops = acts_[*act];
  for (const auto& [id, stream] : client_->replica().streams()) {
    for (const client::Replica::Pending& pending : stream.pending) {
      if (pending.ticket != *act) continue;
      for (const RawOp& op : pending.run.run.ops) {
        const auto head = decode_head(op.head);
        if (!head) continue;
        ops.push_back({id, head->number, head->body_digest, head->kind});
      }
    }
  }
  trace_.event(events_.now(), "client.act", static_cast<std::uint64_t>(index_), ops.size());
  carry_out();
  return true;
}

// --- what the network says ------------------------------------------------------------------

void ClientNode::on_line_up(ConnectionId line, Bytes exporter) {
  if (!client_ || line_ != line) return;
  client_->on_connected(std::move(exporter), now());
  carry_out();
}

void ClientNode::on_line_frame(ConnectionId line, FrameBytes frame) {
  if (!client_ || line_ != line) return;
  client_->on_frame(*frame, now());
  carry_out();
}

void ClientNode::on_line_down(ConnectionId line) {
  if (!client_ || line_ != line) return;
  line_.reset();
  caught_up_ = false;
  client_->on_disconnected({Code::unavailable, "the line went"});
  carry_out();
}

// --- what the client says -------------------------------------------------------------------

void ClientNode::carry_out() {
  namespace effect = client::effect;
  for (client::Effect& effect : client_->take_effects()) {
    if (auto* send = std::get_if<effect::Send>(&effect)) {
      if (line_) network_.client_send(*line_, std::move(send->frame));
    } else if (const auto* connect = std::get_if<effect::Connect>(&effect)) {
      // As the real link does it: one attempt at a time, the newest.
      events_.after(connect->delay, [this, incarnation = incarnation_, attempt = ++attempt_] {
        if (incarnation != incarnation_ || attempt != attempt_ || line_) return;
        line_ = network_.connect(index_);
      });
    } else if (const auto* hangup = std::get_if<effect::Hangup>(&effect)) {
      trace_.event(events_.now(), "client.hangup", static_cast<std::uint64_t>(index_),
                   static_cast<std::uint64_t>(hangup->error.code));
      last_hangup_ = hangup->error.detail;
      caught_up_ = false;
      ++attempt_;
      if (line_) network_.client_close(*std::exchange(line_, std::nullopt));
    } else if (const auto* saved = std::get_if<effect::Saved>(&effect)) {
      on_saved(*saved);
    } else if (const auto* lost = std::get_if<effect::NotSaved>(&effect)) {
      ++counts_.acts_not_saved;
      findings_.require(acts_.contains(lost->act), "nothing_saved_is_lost",
                        "an act was reported saved, then not saved");
      acts_.erase(lost->act);
    } else if (const auto* there = std::get_if<effect::OnServer>(&effect)) {
      on_server(there->act);
    } else if (const auto* refused = std::get_if<effect::Refused>(&effect)) {
      witness_.refused.push_back(refused->verdict);
    } else if (std::holds_alternative<effect::Frozen>(effect)) {
      witness_.frozen = true;
    } else if (std::holds_alternative<effect::CaughtUp>(effect)) {
      caught_up_ = true;
    } else if (std::holds_alternative<effect::Enrolled>(effect)) {
      if (witness_.frozen) ++counts_.enrolled_anew;
      secret_.reset();
    } else if (const auto* failed = std::get_if<effect::EnrolFailed>(&effect)) {
      secret_.reset();
      if (failed->error.code != Code::storage_full)
        findings_.broken("everything_arrives",
                         "a good enrolment code was refused: " + failed->error.detail);
    }
  }
  arm();
}

void ClientNode::on_saved(const client::effect::Saved& saved) {
  trace_.event(events_.now(), "client.saved", static_cast<std::uint64_t>(index_), saved.act);
  const auto at = acts_.find(saved.act);
  if (at == acts_.end()) {
    return findings_.broken("nothing_saved_is_lost", "an act was reported saved twice");
  }
  for (const Witness::SavedOp& op : at->second) {
    witness_.saved.push_back(op);
    witness_.unsettled.push_back(op);
  }
  saved_acts_.insert(acts_.extract(at));
}

void ClientNode::on_server(client::ActId act) {
  // Anything that the screen calls sent is in the durable log.
  trace_.event(events_.now(), "client.on_server", static_cast<std::uint64_t>(index_));
  const auto ops = saved_acts_.extract(act);
  if (!findings_.require(!ops.empty(), "acked_implies_durable",
                         "an act was reported to be on the server before it was saved")) {
    return;
  }
  for (const Witness::SavedOp& op : ops.mapped()) {
    findings_.require(book_.has_act(op.stream, op.body_digest), "acked_implies_durable",
                      "laptop " + std::to_string(index_) + " takes own op " +
                          std::to_string(op.number) + " for sent; it isn't in the server's log");
  }
}

bool ClientNode::waits_for_code() const {
  return client_ && client_->identity() && client_->frozen() && !secret_;
}

void ClientNode::check_saved() {
  std::erase_if(witness_.unsettled, [&](const Witness::SavedOp& op) {
    return book_.has_act(op.stream, op.body_digest);
  });
  for (const Witness::SavedOp& op : witness_.unsettled) {
    findings_.require(vault_.has_act(op.stream, op.body_digest), "nothing_saved_is_lost",
                      "laptop " + std::to_string(index_) + " reported own op " +
                          std::to_string(op.number) + " of kind " + std::to_string(op.kind) +
                          " saved; it is neither on its disk nor in the server's log");
  }
}

void ClientNode::arm() {
  const auto deadline = client_->next_deadline();
  if (!deadline || (armed_ && *armed_ <= *deadline && *armed_ > events_.now())) return;
  armed_ = std::max(*deadline, events_.now() + milliseconds(1));
  events_.at(*armed_, [this, when = *armed_, incarnation = incarnation_] {
    if (incarnation != incarnation_ || armed_ != when) return;
    armed_.reset();
    const auto due = client_->next_deadline();
    if (due && *due <= events_.now()) client_->on_deadline(now());
    carry_out();
  });
}

bool ClientNode::settled() const {
  if (!client_ || !client_->online() || !vault_.idle()) return false;
  for (const auto& [id, stream] : client_->replica().streams()) {
    if (!stream.pending.empty()) return false;
  }
  return true;
}

}  // namespace baraza::sim
