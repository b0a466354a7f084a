// SPDX-License-Identifier: Apache-2.0
#include "server/net/connection.h"

#include <array>
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

#include "server/net/goodbye.h"
#include "server/net/progress_socket.h"

namespace baraza::server {

namespace asio = boost::asio;
namespace beast = boost::beast;

// Beast's ways to close the transport under a WebSocket, found by the type of the stream.
static void beast_close_socket(ProgressSocket& stream) {
  boost::system::error_code ignored;
  stream.socket().close(ignored);
}

// Nothing to do: linger() ends the transport, within the close deadline. TLS's own shutdown would
// wait for the peer as long as it likes, and adds nothing to an authenticated close frame.
template <class Handler>
static void async_teardown(beast::role_type, asio::ssl::stream<ProgressSocket>& stream,
                           Handler&& handler) {
  asio::post(stream.get_executor(), beast::bind_front_handler(std::forward<Handler>(handler),
                                                              boost::system::error_code()));
}

namespace {

namespace http = beast::http;
namespace websocket = beast::websocket;
using boost::system::error_code;
using SteadyClock = std::chrono::steady_clock;

std::chrono::milliseconds chrono_of(Duration duration) {
  return std::chrono::milliseconds(duration.ms);
}

constexpr std::size_t kIdleBufferBytes = 4 * 1024;  // kept for reading between messages

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

  void close(Farewell farewell) override {
    run([self = shared_from_this(), farewell] {
      if (self->closing_ || self->finished_) return;
      self->close_code_ = farewell == Farewell::restart ? websocket::close_code::service_restart
                                                        : websocket::close_code::normal;
      self->begin_closing();
      if (!self->writing_) self->say_close();
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
    // Beast may be closing by itself: it answers the peer's close frame, and fails a bad one.
    if (open_ && !closing_ && !stream_.is_open()) begin_closing();
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
    if (late) finish(closing_ ? farewell_ : Code::timed_out);
  }

  // --- opening ------------------------------------------------------------------------------

  void on_tls(error_code error) {
    if (finished_) return;
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
    if (finished_) return;
    if (error == http::error::header_limit) {
      return answer(http::status::request_header_fields_too_large, "text/plain",
                    "header too large");
    }
    if (error && reason_of(error) == Code::none) return finish(Code::none);
    if (error || parser_->chunked()) {
      return answer(http::status::bad_request, "text/plain", "GET without a body only");
    }
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
    // Whoever sends frames before the answer doesn't speak the protocol.
    if (buffer_.size() > 0) {
      return answer(http::status::bad_request, "text/plain", "frames before the answer");
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
    begin_closing();
    auto response = std::make_shared<http::response<http::string_body>>(status, 11);
    response->set(http::field::content_type, type);
    response->keep_alive(false);
    response->body() = std::move(body);
    response->prepare_payload();
    http::async_write(
        tls(), *response, [self = shared_from_this(), response](error_code error, std::size_t) {
          if (error) return self->finish(reason_of(error));
          self->tls().async_shutdown([self](error_code) { self->linger(Code::none); });
        });
  }

  void on_accept(error_code error) {
    if (finished_) return;
    if (error) return linger(reason_of(error));
    parser_.reset();
    buffer_.shrink_to_fit();
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
    if (finished_ || lingering_) return;
    if (error) return end(error);
    if (!in_message_ && (size > 0 || !stream_.is_message_done())) {
      in_message_ = true;
      message_began_ = SteadyClock::now();
    }
    if (stream_.is_message_done()) {
      in_message_ = false;
      heard_ = SteadyClock::now();
      if (!stream_.got_binary()) {
        close_code_ = websocket::close_code::unknown_data;
        farewell_ = Code::protocol_error;
        begin_closing();
        return say_close();
      }
      if (!closing_) handler_.on_frame(id_, beast::buffers_to_string(buffer_.data()));
      buffer_.consume(buffer_.size());
      // A laptop that once sent much keeps no memory for it.
      if (buffer_.capacity() > kIdleBufferBytes) buffer_.shrink_to_fit();
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
    if (writing_ || finished_ || close_said_) return;
    if (outbox_.empty()) {
      if (closing_) say_close();
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
    if (finished_ || lingering_) return;
    if (error) return linger(reason_of(error));
    queued_bytes_ -= outbox_.front()->size();
    outbox_.pop_front();
    handler_.on_queued(id_, queued_bytes_);
    write_next();
  }

  // --- closing ------------------------------------------------------------------------------

  void begin_closing() {
    closing_ = true;
    close_from_ = SteadyClock::now();
  }

  void say_close() {
    if (close_said_ || finished_) return;
    close_said_ = true;
    if (!open_) return finish(Code::none);
    stream_.async_close(close_code_, [self = shared_from_this()](error_code error) {
      self->end(error ? error : websocket::error::closed);
    });
  }

  // Where both sides have said goodbye there is nothing more to read.
  void end(error_code error) {
    if (error == websocket::error::closed) return finish(farewell_);
    linger(farewell_ == Code::none ? reason_of(error) : farewell_);
  }

  // A socket closed over bytes that nobody read resets the connection, and the peer may never see
  // what was said last. So reads on, into nothing, until the peer is gone or the close deadline.
  void linger(Code reason) {
    if (finished_ || lingering_) return;
    lingering_ = true;
    if (!closing_) begin_closing();
    if (farewell_ == Code::none) farewell_ = reason;
    say_closed(farewell_);
    error_code ignored;
    bottom().socket().shutdown(asio::socket_base::shutdown_send, ignored);
    swallow();
  }

  void swallow() {
    bottom().async_read_some(asio::buffer(sink_),
                             [self = shared_from_this()](error_code error, std::size_t) {
                               if (self->finished_) return;
                               if (error) return self->finish(self->farewell_);
                               self->swallow();
                             });
  }

  void finish(Code reason) {
    if (finished_) return;
    finished_ = true;
    timer_.cancel();
    error_code ignored;
    bottom().socket().close(ignored);
    say_closed(reason);
    owner_.gone(id_);
  }

  void say_closed(Code reason) {
    if (open_) handler_.on_closed(id_, reason);
    open_ = false;
  }

  const ConnectionId id_;
  const NetOptions& options_;
  ConnectionHandler& handler_;
  ConnectionOwner owner_;
  websocket::stream<Tls, false> stream_;  // false: no permessage-deflate, ever
  asio::steady_timer timer_;
  beast::flat_buffer buffer_{limits::frame_bytes + limits::http_header_bytes};
  std::optional<http::request_parser<http::empty_body>> parser_;
  std::array<char, 512> sink_{};
  std::deque<FrameBytes> outbox_;
  std::size_t queued_bytes_ = 0;
  websocket::close_code close_code_ = websocket::close_code::normal;
  Code farewell_ = Code::none;  // the reason to give when a closing connection is gone
  bool open_ = false;
  bool authenticated_ = false;
  bool in_message_ = false;
  bool writing_ = false;
  bool closing_ = false;
  bool close_said_ = false;
  bool lingering_ = false;
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
