// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/request_runner.h"

#include <chrono>
#include <thread>

#include "baraza/v1/admin.pb.h"
#include "server/app/admin_channel.h"
#include "server/app/data_folder.h"
#include "shared/op/derive.h"
#include "shared/system/clock.h"
#include "shared/system/random.h"

namespace baraza::admin {
namespace {

constexpr Duration kPatience = seconds(15);
constexpr Duration kPause = milliseconds(50);

// Nobody is connected while the folder is held here.
class NoOutlet final : public server::Outlet {
 public:
  void send(sync::ConnectionId, sync::FrameBytes) override {}
  void close(sync::ConnectionId) override {}
  void mark_authenticated(sync::ConnectionId) override {}
  void publish_keys(std::shared_ptr<const sync::KeyTable>) override {}
};

// Opens the log for the first act: commands that only read also work on a log that can't be opened
// for writing any more, such as a damaged one.
class DirectRunner final : public server::ActRunner {
 public:
  DirectRunner(std::filesystem::path data, const server::ServerKeys& keys, Random& random)
      : data_(std::move(data)), keys_(keys), random_(random) {}

  Result<void> run(const server::Hub::Act& act) override {
    if (hub_ == nullptr) {
      auto log = server::SqliteLog::open(data_);
      if (!log) return fail(log.error());
      log_ = std::move(*log);
      auto hub = server::Hub::open(*log_, outlet_, *keys_.server_writer, random_);
      if (!hub) return fail(hub.error());
      hub_ = std::move(*hub);
    }
    return hub_->run_alone(act);
  }

 private:
  const std::filesystem::path data_;
  const server::ServerKeys& keys_;
  Random& random_;
  NoOutlet outlet_;
  std::unique_ptr<server::SqliteLog> log_;
  std::unique_ptr<server::Hub> hub_;
};

Result<void> run_here(const std::filesystem::path& data, const server::HeldFolder& folder,
                      const v1::AdminRequest& request, server::AdminSink& sink) {
  SystemClock clock;
  SystemRandom random;
  const auto packs = content::PackLibrary::from(content::shipped_packs(), pack_hash);
  if (!packs) return fail(packs.error());
  DirectRunner runner(data, folder.keys, random);
  server::AdminExecutor executor({data, runner, folder.keys, *packs, clock, random});
  return executor.execute(request, sink);
}

Result<void> run_there(server::AdminChannel& channel, const v1::AdminRequest& request,
                       server::AdminSink& sink) {
  if (auto sent = channel.send(request.SerializeAsString()); !sent) return sent;
  while (true) {
    const auto bytes = channel.receive(server::admin_answer_bytes, server::admin_answer_deadline);
    if (!bytes) {
      return fail(bytes.error().code,
                  "the server went away before it said how this ended; look whether it was done "
                  "before you try again");
    }
    v1::AdminAnswer answer;
    if (!answer.ParseFromString(*bytes)) {
      return fail(Code::protocol_error,
                  "the server's answer can't be read; is it the same version?");
    }
    if (!answer.has_outcome()) {
      if (auto taken = sink.answer(answer); !taken) return taken;
      continue;
    }
    if (answer.outcome().code() == 0) return {};
    return fail(static_cast<Code>(answer.outcome().code()), answer.outcome().detail());
  }
}

}  // namespace

Result<void> run_request(const std::filesystem::path& data, const v1::AdminRequest& request,
                         server::AdminSink& sink) {
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::milliseconds(kPatience.ms);
  while (true) {
    auto folder = server::HeldFolder::hold(data);
    if (folder) return run_here(data, *folder, request, sink);
    if (folder.error().code != Code::locked) return fail(folder.error());
    auto channel = server::AdminChannel::connect(server::admin_socket_path(data));
    if (channel) return run_there(*channel, request, sink);
    if (channel.error().code != Code::unavailable) return fail(channel.error());
    if (std::chrono::steady_clock::now() > give_up) return fail(folder.error());
    std::this_thread::sleep_for(std::chrono::milliseconds(kPause.ms));
  }
}

}  // namespace baraza::admin
