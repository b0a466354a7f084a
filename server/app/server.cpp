// SPDX-License-Identifier: Apache-2.0
#include "server/app/server.h"

#include <charconv>
#include <chrono>
#include <thread>

#include "server/app/admin_channel.h"
#include "server/app/admin_socket.h"
#include "server/app/data_folder.h"
#include "server/app/frame_gate.h"
#include "server/app/store_thread.h"
#include "shared/base/limits.h"
#include "shared/op/derive.h"
#include "shared/sqlite/check.h"
#include "shared/system/clock.h"
#include "shared/system/random.h"

namespace baraza::server {
namespace {

// Below this a server starts, but says so.
constexpr std::uintmax_t kFreeBytesWanted = std::uintmax_t{256} * 1024 * 1024;
// How long clients are asked to stay away while a server restarts.
constexpr Duration kRestartPause = seconds(2);

// How long a server waits for a folder that another process holds for a moment.
constexpr Duration kFolderPatience = seconds(5);
constexpr Duration kFolderPause = milliseconds(20);

// A baraza-admin holds the folder for one command, and a server that drains lets go of it soon:
// both are waited for. A server that answers is there to stay.
Result<HeldFolder> hold_patiently(const std::filesystem::path& data) {
  const auto give_up =
      std::chrono::steady_clock::now() + std::chrono::milliseconds(kFolderPatience.ms);
  while (true) {
    auto folder = HeldFolder::hold(data);
    if (folder || folder.error().code != Code::locked) return folder;
    if (AdminChannel::connect(admin_socket_path(data))) return folder;
    if (std::chrono::steady_clock::now() > give_up) return folder;
    std::this_thread::sleep_for(std::chrono::milliseconds(kFolderPause.ms));
  }
}

void check_disk(const std::filesystem::path& folder, Journal& journal) {
  std::error_code error;
  const auto space = std::filesystem::space(folder, error);
  if (!error && space.available < kFreeBytesWanted) {
    journal.warning("only " + std::to_string(space.available / (1024 * 1024)) +
                    " MiB are free where the data folder is; nothing is lost when it is full, but "
                    "nothing more is taken");
  }
}

}  // namespace

// Parts that others use stand before them; destruction goes the other way round.
struct Server::Parts {
  Parts(HeldFolder held, std::unique_ptr<SqliteLog> opened, content::PackLibrary library,
        Journal& to)
      : journal(to), folder(std::move(held)), log(std::move(opened)), packs(std::move(library)) {}

  Journal& journal;
  SystemClock clock;
  SystemRandom random;
  HeldFolder folder;
  std::unique_ptr<SqliteLog> log;
  content::PackLibrary packs;
  Inbox inbox;
  FrameGate gate{inbox};
  NetOutlet outlet{gate};
  std::unique_ptr<Hub> hub;
  std::unique_ptr<Listener> listener;
  std::unique_ptr<StoreThread> store_thread;
  std::unique_ptr<AdminExecutor> executor;
  std::unique_ptr<AdminSocket> admin_socket;
};

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, Journal& journal) {
  if (auto fits = sqlite::check_library(); !fits) return fail(fits.error());
  auto folder = hold_patiently(options.data);
  if (!folder) return fail(folder.error());
  auto log = SqliteLog::open(options.data, options.log);
  if (!log) return fail(log.error());
  auto packs = content::PackLibrary::from(content::shipped_packs(), pack_hash);
  if (!packs) return fail(packs.error());
  check_disk(options.data, journal);
  auto parts =
      std::make_unique<Parts>(std::move(*folder), std::move(*log), std::move(*packs), journal);
  auto hub =
      Hub::open(*parts->log, parts->outlet, *parts->folder.keys.server_writer, parts->random);
  if (!hub) return fail(hub.error());
  parts->hub = std::move(*hub);
  const auto identity = identity_of(options.data);
  if (!identity) return fail(identity.error());
  NetOptions net;
  net.host = options.host;
  net.port = options.port;
  net.version = BARAZA_VERSION;
  auto listener = Listener::create(net, *identity, parts->gate);
  if (!listener) return fail(listener.error());
  parts->listener = std::move(*listener);
  parts->outlet.attach(*parts->listener);
  // Read before the store thread, whose the ledger is from then on.
  const std::string begins_at = "epoch " + to_hex(parts->hub->ledger().epoch()) + ", commit " +
                                std::to_string(parts->hub->ledger().commit_number());
  parts->store_thread =
      std::make_unique<StoreThread>(*parts->hub, parts->inbox, parts->clock, journal);
  parts->executor = std::make_unique<AdminExecutor>(
      AdminExecutor::Parts{options.data, *parts->store_thread, parts->folder.keys, parts->packs,
                           parts->clock, parts->random});
  auto socket = AdminSocket::open(admin_socket_path(options.data), *parts->executor);
  if (!socket) return fail(socket.error());
  parts->admin_socket = std::move(*socket);
  journal.info("version " BARAZA_VERSION ", SQLite " + sqlite::library_version() +
               " with a sync at every commit, " + begins_at);
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

Server::~Server() {
  parts_->admin_socket.reset();
  parts_->store_thread->say_goodbye(Code::unavailable, kRestartPause);
  // The store thread goes on deciding what arrives until the last connection is closed.
  parts_->listener->drain();
  parts_->store_thread.reset();
  parts_->journal.info("stopped at commit " +
                       std::to_string(parts_->hub->ledger().commit_number()));
}

std::uint16_t Server::port() const {
  return parts_->listener->port();
}

Result<std::pair<std::string, std::uint16_t>> split_address(const std::string& text) {
  const Error wrong{Code::invalid_argument,
                    "'" + text + "' isn't HOST:PORT, such as 0.0.0.0:8443 or [::]:8443"};
  const auto colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) return fail(wrong);
  std::string host = text.substr(0, colon);
  if (host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string::npos) {
    return fail(wrong);
  }
  std::uint16_t port = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data() + colon + 1, end, port);
  if (host.empty() || error != std::errc() || stopped != end) return fail(wrong);
  return std::pair{host, port};
}

}  // namespace baraza::server
