// SPDX-License-Identifier: Apache-2.0
#include "tests/server/net/echo_server.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace baraza::server {

ScratchFolder::ScratchFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "baraza-net-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

EchoServer::EchoServer(NetOptions options, Habits habits) : habits_(habits) {
  auto identity = TlsIdentity::load_or_create(folder_.path());
  if (!identity) throw std::runtime_error(identity.error().detail);
  identity_ = std::move(*identity);
  auto listener = Listener::create(options, *identity_, *this);
  if (!listener) throw std::runtime_error(listener.error().detail);
  const std::lock_guard lock(mutex_);
  listener_ = std::move(*listener);
  ready_ = true;
  changed_.notify_all();
}

// The pointer stands until the listener is gone: its threads still call in while it goes.
void EchoServer::stop() {
  delete listener_.get();
  static_cast<void>(listener_.release());
}

EchoServer::~EchoServer() {
  stop();
  EXPECT_EQ(seen_.out_of_turn, 0);
  EXPECT_EQ(seen_.closed.size(), seen_.opened.size());
}

bool EchoServer::is_open(ConnectionId connection) const {
  return seen_.exporters.contains(connection) && !seen_.closed.contains(connection);
}

// A first connection may open before the constructor has the listener in hand.
Listener& EchoServer::ready_listener() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return ready_; });
  return *listener_;
}

EchoServer::Seen EchoServer::seen() {
  const std::lock_guard lock(mutex_);
  return seen_;
}

bool EchoServer::wait(const std::function<bool(const Seen&)>& is_so) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, std::chrono::seconds(60), [&] { return is_so(seen_); });
}

std::optional<Code> EchoServer::first_closed() {
  if (!wait([](const Seen& seen) { return !seen.closed.empty(); })) return std::nullopt;
  return seen().closed.begin()->second;
}

void EchoServer::on_open(ConnectionId connection, Bytes exporter) {
  if (habits_.logs_in) ready_listener().mark_authenticated(connection);
  const std::lock_guard lock(mutex_);
  if (seen_.exporters.contains(connection)) ++seen_.out_of_turn;
  seen_.opened.push_back(connection);
  seen_.exporters[connection] = std::move(exporter);
  changed_.notify_all();
}

void EchoServer::on_frame(ConnectionId connection, Bytes frame) {
  if (habits_.echoes) {
    ready_listener().send(connection, std::make_shared<const Bytes>(frame));
  }
  const std::lock_guard lock(mutex_);
  if (!is_open(connection)) ++seen_.out_of_turn;
  seen_.frames.push_back(std::move(frame));
  changed_.notify_all();
}

void EchoServer::on_queued(ConnectionId connection, std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  if (!is_open(connection)) ++seen_.out_of_turn;
  seen_.most_queued = std::max(seen_.most_queued, bytes);
}

void EchoServer::on_closed(ConnectionId connection, Code reason) {
  const std::lock_guard lock(mutex_);
  if (!is_open(connection)) ++seen_.out_of_turn;
  seen_.closed[connection] = reason;
  changed_.notify_all();
}

}  // namespace baraza::server
