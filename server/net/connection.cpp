// SPDX-License-Identifier: Apache-2.0
#include "server/net/connection.h"

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <chrono>
#include <deque>
#include <optional>

namespace baraza::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using boost::system::error_code;
using SteadyClock = std::chrono::steady_clock;

std::chrono::milliseconds chrono_of(Duration duration) {
  return std::chrono::milliseconds(duration.ms);
}

// A TCP socket that remembers when it last took bytes: a slow line is not a stalled one.
class ProgressSocket {
 public:
  using executor_type = asio::ip::tcp::socket::executor_type;
  using lowest_layer_type = asio::ip::tcp::socket::lowest_layer_type;

  explicit ProgressSocket(asio::ip::tcp::socket socket) : socket_(std::move(socket)) {}
  executor_type get_executor() { return socket_.get_executor(); }
  lowest_layer_type& lowest_layer() { return socket_.lowest_layer(); }
  asio::ip::tcp::socket& socket() { return socket_; }
  SteadyClock::time_point progress() const { return progress_; }
  void note_progress() { progress_ = SteadyClock::now(); }

  template <class Buffers, class Handler>
  auto async_read_some(const Buffers& buffers, Handler&& handler) {
    return socket_.async_read_some(buffers, std::forward<Handler>(handler));
  }
  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return asio::async_initiate<Token, void(error_code, std::size_t)>(
        [this](auto handler, const Buffers& to_write) {
          const auto executor = asio::get_associated_executor(handler, get_executor());
          socket_.async_write_some(
              to_write,
              asio::bind_executor(executor, [this, handler = std::move(handler)](
                                                error_code error, std::size_t size) mutable {
                if (size > 0) note_progress();
                std::move(handler)(error, size);
              }));
        },
        token, buffers);
  }
  template <class Buffers>
  std::size_t read_some(const Buffers& buffers, error_code& error) {
    return socket_.read_some(buffers, error);
  }
  template <class Buffers>
  std::size_t write_some(const Buffers& buffers, error_code& error) {
    return socket_.write_some(buffers, error);
  }

 private:
  asio::ip::tcp::socket socket_;
  SteadyClock::time_point progress_ = SteadyClock::now();
};

// Beast's way to close the transport under a WebSocket.
void beast_close_socket(ProgressSocket& stream) {
  error_code ignored;
  stream.socket().close(ignored);
}

template <class Handler>
void async_teardown(beast::role_type role, ProgressSocket& stream, Handler&& handler) {
  websocket::async_teardown(role, stream.socket(), std::forward<Handler>(handler));
}

// The one place that decides which transport errors are an ordinary goodbye: everything that
// matters is acknowledged by the protocol, so a peer that just vanishes has lost nothing.
Code reason_of(const error_code& error) {
  if (error == websocket::error::closed || error == asio::error::eof ||
      error == asio::error::connection_reset || error == asio::error::broken_pipe ||
      error == asio::error::operation_aborted || error == asio::ssl::error::stream_truncated ||
      error == http::error::end_of_stream) {
    return Code::none;
  }
  if (error == websocket::error::message_too_big || error == websocket::error::buffer_overflow ||
      error == http::error::header_limit) {
    return Code::too_large;
  }
  return Code::protocol_error;
}

class TlsConnection final : public Connection, public std::enable_shared_from_this<TlsConnection> {
 public:
  TlsConnection(asio::ip::tcp::socket socket, asio::ssl::context& tls, ConnectionId id,
                const NetOptions& options, ConnectionHandler& handler, ConnectionOwner owner)
      : id_(id),
        options_(options),
        handler_(handler),
        owner_(std::move(owner)),
        stream_(ProgressSocket(std::move(socket)), tls),
        timer_(stream_.get_executor()),
        started_(SteadyClock::now()),
        heard_(started_) {}

  void start() override {
    run([self = shared_from_this()] {
      self->watch();
      self->tls().async_handshake(asio::ssl::stream_base::server,
                                  [self](error_code error) { self->on_tls(error); });
    });
  }

  void send(FrameBytes frame) override {
    run([self = shared_from_this(), frame = std::move(frame)]() mutable {
      self->queue(std::move(frame));
    });
  }

  void close() override {
    run([self = shared_from_this()] {
      self->closing_ = true;
      self->close_from_ = SteadyClock::now();
      if (!self->writing_) self->say_close(websocket::close_code::normal);
    });
  }

  void cut() override {
    run([self = shared_from_this()] { self->finish(Code::none); });
  }

  void mark_authenticated() override {
    run([self = shared_from_this()] {
      if (self->authenticated_ || self->finished_) return;
      self->authenticated_ = true;
      self->owner_.logged_in(self->id_);
    });
  }

 private:
  using Tls = asio::ssl::stream<ProgressSocket>;

  Tls& tls() { return stream_.next_layer(); }
  ProgressSocket& bottom() { return tls().next_layer(); }

  template <class Work>
  void run(Work work) {
    asio::post(stream_.get_executor(), std::move(work));
  }

  // --- deadlines ----------------------------------------------------------------------------

  void watch() {
    const Duration shortest =
        std::min({options_.handshake_deadline, options_.message_deadline, options_.idle_deadline,
                  options_.progress_deadline, options_.close_deadline});
    timer_.expires_after(std::clamp(chrono_of(shortest) / 4, std::chrono::milliseconds(10),
                                    std::chrono::milliseconds(1000)));
    timer_.async_wait([self = shared_from_this()](error_code error) {
      if (error || self->finished_) return;
      self->check_deadlines();
      if (!self->finished_) self->watch();
    });
  }

  void check_deadlines() {
    const auto now = SteadyClock::now();
    const auto over = [&](SteadyClock::time_point since, Duration deadline) {
      return now - since > chrono_of(deadline);
    };
    const bool late = (!authenticated_ && over(started_, options_.handshake_deadline)) ||
                      (in_message_ && over(message_began_, options_.message_deadline)) ||
                      (authenticated_ && over(heard_, options_.idle_deadline)) ||
                      (writing_ && over(std::max(bottom().progress(), write_began_),
                                        options_.progress_deadline)) ||
                      (closing_ && over(close_from_, options_.close_deadline));
    if (late) finish(closing_ ? Code::none : Code::timed_out);
  }

  // --- opening ------------------------------------------------------------------------------

  void on_tls(error_code error) {
    if (error) return finish(reason_of(error));
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(limits::http_header_bytes));
    parser_->body_limit(0);
    http::async_read_header(tls(), buffer_, *parser_,
                            [self = shared_from_this()](error_code read_error, std::size_t) {
                              self->on_request(read_error);
                            });
  }

  void on_request(error_code error) {
    if (error == http::error::header_limit) {
      return answer(http::status::request_header_fields_too_large, "text/plain",
                    "header too large");
    }
    if (error) return finish(reason_of(error));
    const auto& request = parser_->get();
    // A web page must not be able to speak to the server with a visitor's network.
    if (request.find(http::field::origin) != request.end()) {
      return answer(http::status::forbidden, "text/plain", "origin_refused");
    }
    if (request.method() != http::verb::get) {
      return answer(http::status::method_not_allowed, "text/plain", "only GET");
    }
    if (request.target() == "/healthz") return answer(http::status::ok, "text/plain", "ok\n");
    if (request.target() == "/version") {
      return answer(http::status::ok, "application/json",
                    R"({"name":"barazad","version":")" + options_.version + R"(","protocol":)" +
                        std::to_string(sync::protocol_version) + "}\n");
    }
    if (request.target() != "/v1/sync") {
      return answer(http::status::not_found, "text/plain", "nothing here");
    }
    if (!websocket::is_upgrade(request)) {
      return answer(http::status::upgrade_required, "text/plain", "WebSocket only");
    }
    stream_.set_option(websocket::stream_base::timeout{websocket::stream_base::none(),
                                                       websocket::stream_base::none(), false});
    stream_.read_message_max(limits::frame_bytes);
    stream_.binary(true);
    stream_.auto_fragment(false);
    stream_.async_accept(request, [self = shared_from_this()](error_code accept_error) {
      self->on_accept(accept_error);
    });
  }

  void answer(http::status status, const char* type, std::string body) {
    auto response = std::make_shared<http::response<http::string_body>>(status, 11);
    response->set(http::field::content_type, type);
    response->keep_alive(false);
    response->body() = std::move(body);
    response->prepare_payload();
    http::async_write(
        tls(), *response, [self = shared_from_this(), response](error_code error, std::size_t) {
          if (error) return self->finish(reason_of(error));
          self->tls().async_shutdown([self](error_code) { self->finish(Code::none); });
        });
  }

  void on_accept(error_code error) {
    if (error) return finish(reason_of(error));
    parser_.reset();
    Bytes exporter(32, '\0');
    constexpr char kLabel[] = "EXPORTER-Channel-Binding";
    if (SSL_export_keying_material(
            tls().native_handle(), reinterpret_cast<unsigned char*>(exporter.data()),
            exporter.size(), kLabel, sizeof kLabel - 1, nullptr, 0, 0) != 1) {
      return finish(Code::internal);
    }
    open_ = true;
    heard_ = SteadyClock::now();
    handler_.on_open(id_, std::move(exporter));
    read();
    write_next();
  }

  // --- reading ------------------------------------------------------------------------------

  void read() {
    stream_.async_read_some(buffer_, limits::frame_bytes,
                            [self = shared_from_this()](error_code error, std::size_t size) {
                              self->on_read(error, size);
                            });
  }

  void on_read(error_code error, std::size_t size) {
    if (finished_) return;
    if (error) return finish(reason_of(error));
    if (!in_message_ && (size > 0 || !stream_.is_message_done())) {
      in_message_ = true;
      message_began_ = SteadyClock::now();
    }
    if (stream_.is_message_done()) {
      in_message_ = false;
      heard_ = SteadyClock::now();
      if (!stream_.got_binary()) return say_close(websocket::close_code::unknown_data);
      if (!closing_) handler_.on_frame(id_, beast::buffers_to_string(buffer_.data()));
      buffer_.consume(buffer_.size());
    }
    read();
  }

  // --- writing ------------------------------------------------------------------------------

  void queue(FrameBytes frame) {
    if (finished_ || closing_) return;
    queued_bytes_ += frame->size();
    outbox_.push_back(std::move(frame));
    // The core keeps below its own, lower limit; this one holds whatever the core does.
    if (queued_bytes_ > limits::connection_queue_bytes + limits::frame_bytes) {
      return finish(Code::too_fast);
    }
    if (open_) write_next();
  }

  void write_next() {
    if (writing_ || finished_) return;
    if (outbox_.empty()) {
      if (closing_) say_close(websocket::close_code::normal);
      return;
    }
    writing_ = true;
    write_began_ = SteadyClock::now();
    stream_.async_write(
        asio::buffer(*outbox_.front()),
        [self = shared_from_this()](error_code error, std::size_t) { self->on_written(error); });
  }

  void on_written(error_code error) {
    writing_ = false;
    if (finished_) return;
    if (error) return finish(reason_of(error));
    queued_bytes_ -= outbox_.front()->size();
    outbox_.pop_front();
    handler_.on_queued(id_, queued_bytes_);
    write_next();
  }

  // --- closing ------------------------------------------------------------------------------

  void say_close(websocket::close_code code) {
    if (close_said_ || finished_) return;
    close_said_ = true;
    closing_ = true;
    close_from_ = SteadyClock::now();
    if (!open_) return finish(Code::none);
    stream_.async_close(code,
                        [self = shared_from_this()](error_code) { self->finish(Code::none); });
  }

  void finish(Code reason) {
    if (finished_) return;
    finished_ = true;
    timer_.cancel();
    error_code ignored;
    bottom().socket().close(ignored);
    if (open_) handler_.on_closed(id_, reason);
    owner_.gone(id_);
  }

  const ConnectionId id_;
  const NetOptions& options_;
  ConnectionHandler& handler_;
  ConnectionOwner owner_;
  websocket::stream<Tls, false> stream_;  // false: no permessage-deflate, ever
  asio::steady_timer timer_;
  beast::flat_buffer buffer_{limits::frame_bytes + limits::http_header_bytes};
  std::optional<http::request_parser<http::empty_body>> parser_;
  std::deque<FrameBytes> outbox_;
  std::size_t queued_bytes_ = 0;
  bool open_ = false;
  bool authenticated_ = false;
  bool in_message_ = false;
  bool writing_ = false;
  bool closing_ = false;
  bool close_said_ = false;
  bool finished_ = false;
  SteadyClock::time_point started_;
  SteadyClock::time_point heard_;
  SteadyClock::time_point message_began_;
  SteadyClock::time_point write_began_;
  SteadyClock::time_point close_from_;
};

}  // namespace

std::shared_ptr<Connection> make_connection(asio::ip::tcp::socket socket, asio::ssl::context& tls,
                                            ConnectionId id, const NetOptions& options,
                                            ConnectionHandler& handler, ConnectionOwner owner) {
  return std::make_shared<TlsConnection>(std::move(socket), tls, id, options, handler,
                                         std::move(owner));
}

}  // namespace baraza::server
