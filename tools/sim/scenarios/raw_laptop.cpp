// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/scenarios/raw_laptop.h"

#include "shared/op/derive.h"

namespace baraza::sim {
namespace {

constexpr int kIndex = 1000;

}  // namespace

RawLaptop::RawLaptop(World& world, const std::string& handle)
    : world_(world),
      index_(kIndex),
      random_(world.random().fork()),
      signer_(KeySigner::generate(random_)),
      writer_(writer_id(signer_->public_key())),
      session_(*signer_, "another version") {
  world.network().attach(index_, *this);
  ServerNode& server = world.server();
  const bool done = server.administer([&](server::Hub& hub) -> Result<void> {
    const auto made =
        server::make_enrol_secret(hub, server.asking(), handle, hours(1), server.random());
    if (!made) return fail(made.error());
    secret_ = *made;
    return {};
  });
  world.findings().require(done, "set_up", "making an enrolment code failed");
  line_ = world.network().connect(index_);
}

RawLaptop::~RawLaptop() {
  world_.network().client_gone(index_);
}

std::vector<OpRef> RawLaptop::write(StreamKind kind, const GroupId& group,
                                    std::vector<OpDraft> drafts) {
  const StreamId stream = stream_id(kind, group);
  const auto [at, is_new] = points_.try_emplace(stream);
  if (is_new) at->second.last_hash = chain_start(writer_, stream);
  sync::PendingRun pending;
  pending.first = at->second.last_number + 1;
  pending.run = sign_run(*signer_, stream, std::move(drafts), world_.server().now().wall,
                         at->second, clocks_[stream], random_);
  pending.last = at->second.last_number;
  std::vector<OpRef> out;
  OpNumber number = pending.first;
  for (const RawOp& op : pending.run.ops) {
    out.push_back({{writer_, number++}, hash_of_head(op.head)});
  }
  session_.add_pending(stream, std::move(pending));
  carry_out();
  return out;
}

void RawLaptop::on_line_up(ConnectionId line, Bytes exporter) {
  if (line_ != line) return;
  session_.connected(std::move(exporter), secret_, "raw", world_.server().now());
  carry_out();
}

void RawLaptop::on_line_frame(ConnectionId line, FrameBytes frame) {
  if (line_ != line) return;
  session_.on_frame(*frame, world_.server().now());
  carry_out();
}

void RawLaptop::on_line_down(ConnectionId line) {
  if (line_ != line) return;
  session_.disconnected();
  line_.reset();
}

void RawLaptop::carry_out() {
  for (auto& output : session_.take_outputs()) {
    if (auto* send = std::get_if<sync::ClientSession::SendFrame>(&output)) {
      if (line_) world_.network().client_send(*line_, send->frame);
    } else if (auto* received = std::get_if<sync::ClientSession::Received>(&output)) {
      const sync::Ops& ops = received->ops;
      session_.stored(ops.stream, ops.first + ops.entries.size() - 1, ops.hash_after, ops.epoch,
                      session_.server_has(ops.stream));
    } else if (std::holds_alternative<sync::ClientSession::Hangup>(output)) {
      if (line_) world_.network().client_close(*std::exchange(line_, std::nullopt));
    }
  }
}

}  // namespace baraza::sim
