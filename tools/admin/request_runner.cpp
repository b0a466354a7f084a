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

class DirectRunner final : public server::ActRunner {
 public:
  explicit DirectRunner(server::Hub& hub) : hub_(hub) {}
  Result<void> run(const server::Hub::Act& act) override { return hub_.run_alone(act); }

 private:
  server::Hub& hub_;
};

Result<void> run_here(const std::filesystem::path& data, server::OpenFolder& folder,
                      const v1::AdminRequest& request, server::AdminSink& sink) {
  SystemClock clock;
  SystemRandom random;
  NoOutlet outlet;
  auto hub = server::Hub::open(*folder.log, outlet, *folder.keys.server_writer, random);
  if (!hub) return fail(hub.error());
  const auto packs = content::PackLibrary::from(content::shipped_packs(), pack_hash);
  if (!packs) return fail(packs.error());
  DirectRunner runner(**hub);
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
    auto folder = server::OpenFolder::open(data);
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
