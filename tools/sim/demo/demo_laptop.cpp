// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/demo/demo_laptop.h"

namespace baraza::sim {

Result<std::unique_ptr<DemoLaptop>> DemoLaptop::open(const std::filesystem::path& folder,
                                                     const Parts& parts) {
  std::unique_ptr<DemoLaptop> laptop(new DemoLaptop(parts));
  client::StoreOptions options;
  options.durable = false;
  auto store = client::SqliteStore::open(folder, parts.sealer, parts.random, options);
  if (!store) return fail(store.error());
  laptop->store_ = std::move(*store);
  auto loaded = laptop->store_->load();
  if (!loaded) return fail(loaded.error());
  laptop->signer_ = std::make_unique<KeySigner>(loaded->key_seed);
  laptop->client_ = std::make_unique<client::Client>(
      client::Client::Parts{*laptop->signer_, parts.random, *laptop, parts.packs},
      "baraza-sim demo", std::move(*loaded));
  return laptop;
}

void DemoLaptop::submit(client::Ticket ticket, std::uint64_t, client::Commit commit) {
  completions_.push_back({ticket, store_->apply(commit)});
}

Result<void> DemoLaptop::enrol(const std::string& code, const std::string& label, Now now) {
  if (auto begun = client_->enrol(code, label); !begun) return begun;
  go_online(now);
  return {};
}

Result<void> DemoLaptop::act(const client::Intent& intent, Now now) {
  const auto written = client_->act(intent, now);
  if (!written) return fail(written.error());
  while (step(now)) {
  }
  return {};
}

void DemoLaptop::go_online(Now now) {
  online_ = true;
  while (step(now)) {
  }
}

void DemoLaptop::go_offline() {
  online_ = false;
  if (!line_) return;
  parts_.server.hub().on_closed(*line_);
  line_.reset();
  client_->on_disconnected({Code::unavailable, "there is no network"});
}

bool DemoLaptop::step(Now now) {
  bool moved = false;
  while (!completions_.empty()) {
    const client::Completion done = std::move(completions_.front());
    completions_.pop_front();
    client_->on_completion(done);
    moved = true;
  }
  if (const auto due = client_->next_deadline(); due && *due <= now.tick) client_->on_deadline(now);
  return carry_out(now) || moved;
}

bool DemoLaptop::carry_out(Now now) {
  namespace effect = client::effect;
  bool moved = false;
  for (client::Effect& effect : client_->take_effects()) {
    moved = true;
    if (const auto* send = std::get_if<effect::Send>(&effect)) {
      if (line_) parts_.server.frame(*line_, *send->frame, now);
    } else if (std::holds_alternative<effect::Connect>(effect)) {
      wants_line_ = true;
    } else if (std::holds_alternative<effect::Hangup>(effect)) {
      if (line_) parts_.server.hub().on_closed(*std::exchange(line_, std::nullopt));
    }
  }
  if (wants_line_ && online_ && !line_) {
    wants_line_ = false;
    moved = true;
    // Both ends of a real line derive the same secret from their handshake.
    const Bytes exporter = parts_.random.bytes(32);
    line_ = parts_.server.open(exporter);
    client_->on_connected(exporter, now);
  }
  return moved;
}

void DemoLaptop::on_sent(const DemoServer::Sent& sent, Now now) {
  if (sent.frame == nullptr) {
    parts_.server.hub().on_closed(*std::exchange(line_, std::nullopt));
    client_->on_disconnected({Code::unavailable, "the server hung up"});
    return;
  }
  client_->on_frame(*sent.frame, now);
}

}  // namespace baraza::sim
