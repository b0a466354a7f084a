// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/proxy/fault_proxy.h"

#include <algorithm>
#include <array>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/packaged_task.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <future>
#include <set>
#include <thread>

namespace baraza::sim {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using SteadyClock = std::chrono::steady_clock;

namespace {

// Small buffers, so that a slow or stalled line is felt by the sender and not hidden by kernels.
constexpr int kReceiveBufferBytes = 8 * 1024;
constexpr std::size_t kLaneBytes = 4 * 1024;
constexpr std::size_t kSlicesPerSecond = 20;

// What holds now; read and written on the proxy's thread only.
struct Faults {
  bool refusing = false;
  bool stalled = false;
  Duration delay;
  std::uint64_t bytes_per_second = 0;
  std::array<std::uint64_t, 2> to_corrupt{};
  ProxyCounts counts;
};

void close(tcp::socket& socket, Cut how) {
  error_code ignored;
  if (how == Cut::reset) socket.set_option(asio::socket_base::linger(true, 0), ignored);
  socket.close(ignored);
}

// One client connection, its connection to the server, and a lane each way.
class Pair : public std::enable_shared_from_this<Pair> {
 public:
  Pair(asio::io_context& context, tcp::socket client, tcp::endpoint target, Faults& faults,
       std::function<void(const std::shared_ptr<Pair>&)> gone)
      : client_(std::move(client)),
        server_(context),
        target_(std::move(target)),
        faults_(faults),
        gone_(std::move(gone)),
        up_(context, Way::to_server, client_, server_),
        down_(context, Way::to_client, server_, client_) {}

  // Goes on with whatever the faults in force allow. Called at the start and when they change.
  void move_on() {
    if (ended_ || faults_.stalled) return;
    if (!connecting_) return connect();
    if (!connected_) return;
    for (Lane* lane : {&up_, &down_}) {
      write(*lane);
      read(*lane);
    }
  }

  void cut(Cut how) {
    if (ended_) return;
    ended_ = true;
    close(client_, how);
    close(server_, how);
    up_.timer.cancel();
    down_.timer.cancel();
    gone_(shared_from_this());
  }

 private:
  struct Chunk {
    SteadyClock::time_point due;
    std::string bytes;
  };
  struct Lane {
    Lane(asio::io_context& context, Way direction, tcp::socket& source, tcp::socket& sink)
        : way(direction), from(source), to(sink), timer(context) {}
    Way way;
    tcp::socket& from;
    tcp::socket& to;
    asio::steady_timer timer;
    std::array<char, kLaneBytes> input{};
    std::deque<Chunk> chunks;
    std::size_t held = 0;
    std::string slice;
    bool reading = false;
    bool writing = false;   // or waiting for the timer
    bool at_end = false;    // the source said FIN
    bool broken = false;    // the source said RST
    bool finished = false;  // FIN handed on
  };

  void connect() {
    connecting_ = true;
    error_code ignored;
    server_.open(target_.protocol(), ignored);
    server_.set_option(asio::socket_base::receive_buffer_size(kReceiveBufferBytes), ignored);
    server_.async_connect(target_, [self = shared_from_this()](error_code error) {
      if (self->ended_) return;
      if (error) return self->cut(Cut::reset);
      self->connected_ = true;
      error_code no_delay_error;
      self->client_.set_option(tcp::no_delay(true), no_delay_error);
      self->server_.set_option(tcp::no_delay(true), no_delay_error);
      self->move_on();
    });
  }

  void read(Lane& lane) {
    if (ended_ || faults_.stalled || lane.reading || lane.at_end || lane.broken ||
        lane.held >= kLaneBytes) {
      return;
    }
    lane.reading = true;
    lane.from.async_read_some(asio::buffer(lane.input),
                              [self = shared_from_this(), &lane](error_code error, auto size) {
                                lane.reading = false;
                                if (self->ended_) return;
                                if (error) {
                                  (error == asio::error::eof ? lane.at_end : lane.broken) = true;
                                } else {
                                  self->hold(lane, size);
                                }
                                self->write(lane);
                                self->read(lane);
                              });
  }

  void hold(Lane& lane, std::size_t size) {
    if (faults_.delay.ms > 0) ++faults_.counts.delayed;
    lane.chunks.push_back({SteadyClock::now() + std::chrono::milliseconds(faults_.delay.ms),
                           std::string(lane.input.data(), size)});
    lane.held += size;
  }

  void write(Lane& lane) {
    if (ended_ || faults_.stalled || lane.writing) return;
    if (lane.chunks.empty()) {
      if (lane.broken) return cut(Cut::reset);
      if (lane.at_end) hand_on_end(lane);
      return;
    }
    if (lane.chunks.front().due > SteadyClock::now()) {
      lane.timer.expires_at(lane.chunks.front().due);
      return wait(lane);
    }
    take_slice(lane);
    lane.writing = true;
    asio::async_write(lane.to, asio::buffer(lane.slice),
                      [self = shared_from_this(), &lane](error_code error, std::size_t size) {
                        lane.writing = false;
                        self->on_written(lane, error, size);
                      });
  }

  void take_slice(Lane& lane) {
    std::string& chunk = lane.chunks.front().bytes;
    std::size_t size = chunk.size();
    if (faults_.bytes_per_second > 0) {
      const std::uint64_t share =
          std::max<std::uint64_t>(1, faults_.bytes_per_second / kSlicesPerSecond);
      size = std::min<std::size_t>(size, share);
      ++faults_.counts.trickled;
    }
    lane.slice = chunk.substr(0, size);
    chunk.erase(0, size);
    lane.held -= size;
    if (chunk.empty()) lane.chunks.pop_front();
    std::uint64_t& to_corrupt = faults_.to_corrupt[static_cast<std::size_t>(lane.way)];
    for (std::size_t at = 0; at < size && to_corrupt > 0; ++at, --to_corrupt) {
      lane.slice[at] = static_cast<char>(lane.slice[at] ^ 1);
      ++faults_.counts.corrupted;
    }
  }

  void on_written(Lane& lane, error_code error, std::size_t size) {
    (lane.way == Way::to_server ? faults_.counts.bytes_to_server
                                : faults_.counts.bytes_to_client) += size;
    if (ended_) return;
    // A stalled line keeps even this to itself; the next write after the stall will say it again.
    if (error) {
      lane.broken = true;
      lane.chunks.clear();
      lane.held = 0;
    }
    if (!error && faults_.bytes_per_second > 0) {
      lane.timer.expires_after(std::chrono::microseconds(1'000'000 * size) /
                               static_cast<std::int64_t>(faults_.bytes_per_second));
      return wait(lane);
    }
    write(lane);
    read(lane);
  }

  void wait(Lane& lane) {
    lane.writing = true;
    lane.timer.async_wait([self = shared_from_this(), &lane](error_code) {
      lane.writing = false;
      self->write(lane);
      self->read(lane);
    });
  }

  void hand_on_end(Lane& lane) {
    if (lane.finished) return;
    lane.finished = true;
    error_code ignored;
    lane.to.shutdown(tcp::socket::shutdown_send, ignored);
    if (up_.finished && down_.finished) cut(Cut::close);
  }

  tcp::socket client_;
  tcp::socket server_;
  const tcp::endpoint target_;
  Faults& faults_;
  const std::function<void(const std::shared_ptr<Pair>&)> gone_;
  Lane up_;
  Lane down_;
  bool connecting_ = false;
  bool connected_ = false;
  bool ended_ = false;
};

}  // namespace

class FaultProxy::Impl {
 public:
  explicit Impl(tcp::endpoint target) : target_(std::move(target)), acceptor_(context_) {}

  ~Impl() {
    if (!thread_.joinable()) return;
    now([this] {
      error_code ignored;
      acceptor_.close(ignored);
      cut_all(Cut::reset);
      guard_.reset();
    });
    thread_.join();
  }

  Result<void> open() {
    error_code error;
    const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), 0);
    acceptor_.open(endpoint.protocol(), error);
    // Before listening: an accepted socket has the buffer of the acceptor.
    if (!error) {
      acceptor_.set_option(asio::socket_base::receive_buffer_size(kReceiveBufferBytes), error);
    }
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error) return fail(Code::unavailable, "the proxy can't listen: " + error.message());
    port_ = acceptor_.local_endpoint().port();
    accept();
    thread_ = std::thread([this] { context_.run(); });
    return {};
  }

  std::uint16_t port() const { return port_; }

  // Runs the work on the proxy's thread and waits for it.
  template <class Work>
  void now(Work work) {
    asio::post(context_, std::packaged_task<void()>(std::move(work))).wait();
  }

  Faults& faults() { return faults_; }
  std::size_t open_connections() const { return pairs_.size(); }

  void move_on() {
    const auto pairs = pairs_;  // one that ends leaves the set
    for (const auto& pair : pairs) pair->move_on();
  }

  void cut_all(Cut how) {
    const auto pairs = pairs_;
    for (const auto& pair : pairs) pair->cut(how);
    faults_.counts.cut += pairs.size();
  }

 private:
  void accept() {
    acceptor_.async_accept([this](error_code error, tcp::socket client) {
      if (!acceptor_.is_open()) return;
      if (!error) take(std::move(client));
      accept();
    });
  }

  void take(tcp::socket client) {
    ++faults_.counts.connections;
    if (faults_.refusing) {
      ++faults_.counts.refused;
      return close(client, Cut::reset);
    }
    auto pair =
        std::make_shared<Pair>(context_, std::move(client), target_, faults_,
                               [this](const std::shared_ptr<Pair>& gone) { pairs_.erase(gone); });
    pairs_.insert(pair);
    pair->move_on();
  }

  const tcp::endpoint target_;
  Faults faults_;
  asio::io_context context_{1};
  asio::executor_work_guard<asio::io_context::executor_type> guard_ =
      asio::make_work_guard(context_);
  tcp::acceptor acceptor_;
  std::set<std::shared_ptr<Pair>> pairs_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

FaultProxy::FaultProxy(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FaultProxy::~FaultProxy() = default;

Result<std::unique_ptr<FaultProxy>> FaultProxy::start(const std::string& target_host,
                                                      std::uint16_t target_port) {
  error_code error;
  const auto address = asio::ip::make_address(target_host, error);
  if (error) {
    return fail(Code::invalid_argument, "'" + target_host + "' isn't an IP address");
  }
  auto impl = std::make_unique<Impl>(tcp::endpoint(address, target_port));
  if (auto opened = impl->open(); !opened) return fail(opened.error());
  return std::unique_ptr<FaultProxy>(new FaultProxy(std::move(impl)));
}

std::uint16_t FaultProxy::port() const {
  return impl_->port();
}

void FaultProxy::cut_all(Cut how) {
  impl_->now([&] { impl_->cut_all(how); });
}

void FaultProxy::refuse(bool on) {
  impl_->now([&] { impl_->faults().refusing = on; });
}

void FaultProxy::stall(bool on) {
  impl_->now([&] {
    if (on && !impl_->faults().stalled) ++impl_->faults().counts.stalls;
    impl_->faults().stalled = on;
    if (!on) impl_->move_on();
  });
}

void FaultProxy::set_delay(Duration delay) {
  impl_->now([&] { impl_->faults().delay = delay; });
}

void FaultProxy::trickle(std::uint64_t bytes_per_second) {
  impl_->now([&] { impl_->faults().bytes_per_second = bytes_per_second; });
}

void FaultProxy::corrupt_next_byte(Way way) {
  impl_->now([&] { ++impl_->faults().to_corrupt[static_cast<std::size_t>(way)]; });
}

std::size_t FaultProxy::open_connections() const {
  std::size_t out = 0;
  impl_->now([&] { out = impl_->open_connections(); });
  return out;
}

ProxyCounts FaultProxy::counts() const {
  ProxyCounts out;
  impl_->now([&] { out = impl_->faults().counts; });
  return out;
}

}  // namespace baraza::sim
