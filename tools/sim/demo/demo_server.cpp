// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/demo/demo_server.h"

#include "shared/sync/signature_check.h"

namespace baraza::sim {

Result<std::unique_ptr<DemoServer>> DemoServer::make(const std::filesystem::path& folder,
                                                     const std::string& administrator,
                                                     Random& random) {
  if (auto made = server::init_folder(folder, administrator, "Neema Baraka", random); !made) {
    return fail(made.error());
  }
  auto held = server::HeldFolder::hold(folder);
  if (!held) return fail(held.error());
  std::unique_ptr<DemoServer> server(new DemoServer(std::move(*held)));
  // Weeks are made in seconds, and nobody lives by what is in them: one sync at the end will do.
  server::SqliteLog::Options options;
  options.durable = false;
  auto log = server::SqliteLog::open(folder, options);
  if (!log) return fail(log.error());
  server->log_ = std::move(*log);
  auto hub = server::Hub::open(*server->log_, *server, *server->held_.keys.server_writer, random);
  if (!hub) return fail(hub.error());
  server->hub_ = std::move(*hub);
  return server;
}

server::ConnectionId DemoServer::open(Bytes exporter) {
  const server::ConnectionId line = ++last_line_;
  hub_->on_open(line, std::move(exporter));
  return line;
}

void DemoServer::frame(server::ConnectionId line, ByteView frame, Now now) {
  const auto message = sync::decode(frame);
  if (!message) return hub_->on_bad_frame(line, message.error().code);
  std::vector<sync::SignatureState> signatures;
  if (const auto* push = std::get_if<sync::Push>(&*message)) {
    signatures = sync::check_signatures(*push, *keys_);
  }
  hub_->on_message(line, *message, signatures, now);
}

void DemoServer::close(server::ConnectionId line) {
  sent_.push_back({line, nullptr});
}

void DemoServer::send(server::ConnectionId line, server::FrameBytes frame) {
  sent_.push_back({line, std::move(frame)});
}

void DemoServer::end_batch() {
  while (hub_->end_batch()) {
  }
}

}  // namespace baraza::sim
