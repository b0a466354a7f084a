// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <utility>

namespace baraza::server {

// A TCP socket that remembers when bytes last moved on towards the peer: a slow line is not a
// stalled one. Used on one strand.
class ProgressSocket {
 public:
  using executor_type = boost::asio::ip::tcp::socket::executor_type;
  using lowest_layer_type = boost::asio::ip::tcp::socket::lowest_layer_type;
  using TimePoint = std::chrono::steady_clock::time_point;

  explicit ProgressSocket(boost::asio::ip::tcp::socket socket) : socket_(std::move(socket)) {}
  executor_type get_executor() { return socket_.get_executor(); }
  lowest_layer_type& lowest_layer() { return socket_.lowest_layer(); }
  boost::asio::ip::tcp::socket& socket() { return socket_; }

  // When the system last took bytes of ours, or was last seen passing on some that it held. It
  // says that it can take more only when a third of its buffer is free, which a slow line may need
  // minutes for; so while a write waits, this looks at what the system still holds.
  TimePoint progress();

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return socket_.async_read_some(buffers, std::forward<Token>(token));
  }
  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
        [this](auto handler, const Buffers& to_write) {
          const auto executor = boost::asio::get_associated_executor(handler, get_executor());
          socket_.async_write_some(
              to_write, boost::asio::bind_executor(executor, [this, handler = std::move(handler)](
                                                                 boost::system::error_code error,
                                                                 std::size_t size) mutable {
                if (size > 0) progress_ = std::chrono::steady_clock::now();
                std::move(handler)(error, size);
              }));
        },
        token, buffers);
  }

 private:
  boost::asio::ip::tcp::socket socket_;
  TimePoint progress_ = std::chrono::steady_clock::now();
  int held_bytes_ = 0;  // by the system, at the last look
};

}  // namespace baraza::server
