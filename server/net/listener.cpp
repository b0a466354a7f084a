// SPDX-License-Identifier: Apache-2.0
#include "server/net/listener.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>
#include <unordered_map>
#include <vector>

#include "server/net/connection.h"

namespace baraza::server {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

class Listener::Impl {
 public:
  Impl(const NetOptions& options, ConnectionHandler& handler)
      : options_(options), handler_(handler), acceptor_(strand_), retry_(strand_) {}

  Result<void> open(const TlsIdentity& identity) {
    error_code error;
    tls_.set_options(asio::ssl::context::default_workarounds, error);
    SSL_CTX_set_min_proto_version(tls_.native_handle(), TLS1_3_VERSION);
    // Sessions aren't resumed: every connection proves the key anew.
    SSL_CTX_set_session_cache_mode(tls_.native_handle(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(tls_.native_handle(), 0);
    tls_.use_certificate_chain(asio::buffer(identity.certificate_pem), error);
    if (!error) {
      tls_.use_private_key(asio::buffer(identity.key_pem), asio::ssl::context::pem, error);
    }
    if (error)
      return fail(Code::storage_damaged, "the server's TLS key or certificate is unusable");

    const auto address = asio::ip::make_address(options_.host, error);
    if (error) {
      return fail(Code::invalid_argument,
                  "'" + options_.host + "' isn't an IP address to listen on");
    }
    const tcp::endpoint endpoint(address, options_.port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error == asio::error::address_in_use) {
      return fail(Code::address_in_use, "port " + std::to_string(options_.port) +
                                            " is taken by another program; stop it or choose "
                                            "another port with --listen");
    }
    if (error) {
      return fail(Code::address_in_use, "can't listen on " + options_.host + ":" +
                                            std::to_string(options_.port) + ": " + error.message() +
                                            "; choose an address of this computer with --listen");
    }
    port_ = acceptor_.local_endpoint().port();
    accept();
    for (int i = 0; i < options_.threads; ++i) {
      threads_.emplace_back([this] { context_.run(); });
    }
    return {};
  }

  // With every connection cut there is nothing left to run, so the threads end by themselves, and
  // only when each on_closed has been said.
  ~Impl() {
    stop_accepting();
    cut_all();
    guard_.reset();
    for (std::thread& thread : threads_) thread.join();
  }

  std::uint16_t port() const { return port_; }

  std::shared_ptr<Connection> find(ConnectionId id) {
    const std::lock_guard lock(mutex_);
    const auto at = connections_.find(id);
    return at == connections_.end() ? nullptr : at->second;
  }

  void drain() {
    stop_accepting();
    for (const auto& connection : all()) connection->close(Farewell::restart);
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::milliseconds(options_.drain_deadline.ms),
                      [this] { return connections_.empty(); });
    lock.unlock();
    cut_all();
  }

 private:
  void accept() {
    acceptor_.async_accept(asio::make_strand(context_),
                           [this](error_code error, tcp::socket socket) {
                             if (error == asio::error::operation_aborted || !acceptor_.is_open())
                               return;
                             if (error) {
                               // Out of descriptors or the like: spinning would make it worse.
                               retry_.expires_after(std::chrono::milliseconds(100));
                               retry_.async_wait([this](error_code wait_error) {
                                 if (!wait_error) accept();
                               });
                               return;
                             }
                             take(std::move(socket));
                             accept();
                           });
  }

  void take(tcp::socket socket) {
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    socket.set_option(asio::socket_base::send_buffer_size(options_.send_buffer_bytes), ignored);
    std::shared_ptr<Connection> connection;
    {
      const std::lock_guard lock(mutex_);
      if (stopping_ || connections_.size() >= options_.connections_total ||
          before_login_.size() >= options_.connections_before_login) {
        return;  // closing the socket says enough; the client comes back later
      }
      const ConnectionId id = ++last_id_;
      connection = make_connection(std::move(socket), tls_, id, options_, handler_,
                                   {[this](ConnectionId gone) { forget(gone); },
                                    [this](ConnectionId in) { logged_in(in); }});
      connections_[id] = connection;
      before_login_.insert(id);
    }
    connection->start();
  }

  void forget(ConnectionId id) {
    const std::lock_guard lock(mutex_);
    connections_.erase(id);
    before_login_.erase(id);
    changed_.notify_all();
  }

  void logged_in(ConnectionId id) {
    const std::lock_guard lock(mutex_);
    before_login_.erase(id);
  }

  void stop_accepting() {
    {
      // From here on the table only shrinks: whoever is being accepted now isn't taken.
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    asio::post(acceptor_.get_executor(), [this] {
      error_code ignored;
      acceptor_.close(ignored);
      retry_.cancel();
    });
  }

  std::vector<std::shared_ptr<Connection>> all() {
    const std::lock_guard lock(mutex_);
    std::vector<std::shared_ptr<Connection>> out;
    out.reserve(connections_.size());
    for (const auto& [id, connection] : connections_) out.push_back(connection);
    return out;
  }

  void cut_all() {
    for (const auto& connection : all()) connection->cut();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return connections_.empty(); });
  }

  const NetOptions options_;
  ConnectionHandler& handler_;
  asio::io_context context_;
  asio::executor_work_guard<asio::io_context::executor_type> guard_ =
      asio::make_work_guard(context_);
  asio::ssl::context tls_{asio::ssl::context::tls_server};
  asio::strand<asio::io_context::executor_type> strand_ = asio::make_strand(context_);
  tcp::acceptor acceptor_;
  asio::steady_timer retry_;
  std::uint16_t port_ = 0;
  std::vector<std::thread> threads_;

  std::mutex mutex_;  // guards what follows
  std::condition_variable changed_;
  bool stopping_ = false;
  ConnectionId last_id_ = 0;
  std::unordered_map<ConnectionId, std::shared_ptr<Connection>> connections_;
  std::set<ConnectionId> before_login_;
};

Listener::Listener(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Listener::~Listener() = default;

Result<std::unique_ptr<Listener>> Listener::create(const NetOptions& options,
                                                   const TlsIdentity& identity,
                                                   ConnectionHandler& handler) {
  auto impl = std::make_unique<Impl>(options, handler);
  if (auto opened = impl->open(identity); !opened) return fail(opened.error());
  return std::unique_ptr<Listener>(new Listener(std::move(impl)));
}

std::uint16_t Listener::port() const {
  return impl_->port();
}

void Listener::send(ConnectionId id, FrameBytes frame) {
  if (const auto connection = impl_->find(id)) connection->send(std::move(frame));
}

void Listener::close(ConnectionId id) {
  if (const auto connection = impl_->find(id)) connection->close(Farewell::normal);
}

void Listener::mark_authenticated(ConnectionId id) {
  if (const auto connection = impl_->find(id)) connection->mark_authenticated();
}

void Listener::drain() {
  impl_->drain();
}

}  // namespace baraza::server
