// SPDX-License-Identifier: Apache-2.0
#include "client/net/link.h"

#include <openssl/sha.h>
#include <openssl/x509.h>

#include <array>
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <chrono>
#include <deque>
#include <thread>
#include <vector>

#include "client/net/lookup.h"

namespace baraza::client {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

// A type of our own, so that Beast finds the function below.
class LinkSocket : public tcp::socket {
 public:
  using tcp::socket::socket;
};

// How Beast ends the transport after a close frame: not at all, finish() does. TLS's own shutdown
// would wait for the server, and its failure would hide why the WebSocket ended.
template <class Handler>
void async_teardown(beast::role_type, asio::ssl::stream<LinkSocket>& stream, Handler&& handler) {
  asio::post(stream.get_executor(),
             beast::bind_front_handler(std::forward<Handler>(handler), error_code()));
}

std::chrono::milliseconds chrono_of(Duration duration) {
  return std::chrono::milliseconds(duration.ms);
}

bool shows_pin(X509* certificate, ByteView pin) {
  unsigned char* der = nullptr;
  const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
  if (size <= 0) return false;
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(der, static_cast<std::size_t>(size), digest.data());
  OPENSSL_free(der);
  return ByteView(reinterpret_cast<const char*>(digest.data()), limits::pin_bytes) == pin;
}

// One attempt and, if it succeeds, one connection. Runs on the link's thread only.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(asio::io_context& context, LinkHandler& handler, LinkAttempt attempt, LinkTarget target,
          Link::Deadlines deadlines)
      : handler_(handler),
        attempt_(attempt),
        target_(std::move(target)),
        deadlines_(deadlines),
        context_(context),
        timer_(context),
        tls_(asio::ssl::context::tls_client),
        stream_(context, configured(tls_, target_.pin, wrong_pin_)) {}

  void start(Duration delay) {
    timer_.expires_after(chrono_of(delay));
    timer_.async_wait([self = shared_from_this()](error_code error) {
      if (!error && !self->finished_) self->resolve();
    });
  }

  void send(sync::FrameBytes frame) {
    if (!open_ || closing_ || finished_) return;
    outbox_.push_back(std::move(frame));
    write_next();
  }

  void close() {
    if (finished_ || closing_) return;
    if (!open_) return finish({Code::unavailable, "not connected"});
    closing_ = true;
    arm(deadlines_.close);
    if (!writing_) say_close();
  }

  void cut() { finish({Code::unavailable, "the link was dropped"}); }
  // Lets go of it without a word: another attempt takes its place, or the link is going away.
  void silence() {
    silent_ = true;
    cut();
  }

 private:
  using Stream = websocket::stream<asio::ssl::stream<LinkSocket>, false>;

  static asio::ssl::context& configured(asio::ssl::context& tls, const Bytes& pin, bool& wrong) {
    SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_3_VERSION);
    tls.set_verify_mode(asio::ssl::verify_peer);
    // Exactly one key is trusted; names, dates and authorities say nothing here.
    tls.set_verify_callback([&pin, &wrong](bool, asio::ssl::verify_context& context) {
      X509_STORE_CTX* store = context.native_handle();
      if (X509_STORE_CTX_get_error_depth(store) > 0) return true;
      const bool good = shows_pin(X509_STORE_CTX_get_current_cert(store), pin);
      wrong = wrong || !good;
      return good;
    });
    return tls;
  }

  std::string server() const {
    const bool is_ipv6 = target_.host.find(':') != std::string::npos;
    return "the server at " + (is_ipv6 ? "[" + target_.host + "]" : target_.host) + ":" +
           std::to_string(target_.port);
  }

  tcp::socket& socket() { return stream_.next_layer().next_layer(); }

  void arm(Duration deadline) {
    timer_.expires_after(chrono_of(deadline));
    timer_.async_wait([self = shared_from_this()](error_code error) {
      if (!error) self->finish({Code::timed_out, self->server() + " did not answer in time"});
    });
  }

  void resolve() {
    arm(deadlines_.connect);
    lookup_ = Lookup::start(context_, target_.host, target_.port,
                            [self = shared_from_this()](Lookup::Found found) {
                              if (self->finished_) return;
                              if (!found) return self->finish(found.error());
                              self->addresses_ = std::move(*found);
                              self->try_next();
                            });
  }

  void try_next() {
    if (finished_) return;
    if (addresses_.empty()) {
      return finish({Code::unavailable, server() + " can't be reached: " + refusal_.message()});
    }
    const tcp::endpoint address = addresses_.front();
    addresses_.erase(addresses_.begin());
    error_code ignored;
    socket().close(ignored);
    socket().async_connect(address, [self = shared_from_this()](error_code error) {
      self->refusal_ = error;
      if (error) return self->try_next();
      self->on_connect();
    });
  }

  void on_connect() {
    if (finished_) return;
    error_code ignored;
    socket().set_option(tcp::no_delay(true), ignored);
    stream_.next_layer().async_handshake(
        asio::ssl::stream_base::client, [self = shared_from_this()](error_code error) {
          if (self->wrong_pin_) {
            return self->finish(
                {Code::pin_mismatch, self->server() +
                                         " is another server: its key isn't the one in the "
                                         "enrolment code"});
          }
          if (error) return self->finish({Code::unavailable, "no TLS: " + error.message()});
          self->on_tls();
        });
  }

  void on_tls() {
    stream_.set_option(websocket::stream_base::timeout{websocket::stream_base::none(),
                                                       websocket::stream_base::none(), false});
    stream_.read_message_max(limits::frame_bytes);
    stream_.binary(true);
    stream_.auto_fragment(false);
    stream_.async_handshake(
        target_.host, "/v1/sync", [self = shared_from_this()](error_code error) {
          if (error) {
            return self->finish({Code::unavailable, "no WebSocket: " + error.message()});
          }
          self->on_open();
        });
  }

  void on_open() {
    if (finished_) return;
    timer_.cancel();
    Bytes exporter(32, '\0');
    constexpr char kLabel[] = "EXPORTER-Channel-Binding";
    if (SSL_export_keying_material(
            stream_.next_layer().native_handle(), reinterpret_cast<unsigned char*>(exporter.data()),
            exporter.size(), kLabel, sizeof kLabel - 1, nullptr, 0, 0) != 1) {
      return finish({Code::internal, "TLS gave no channel binding"});
    }
    open_ = true;
    handler_.on_connected(attempt_, std::move(exporter));
    read();
  }

  void read() {
    stream_.async_read(buffer_, [self = shared_from_this()](error_code error, std::size_t) {
      if (self->finished_) return;
      if (error == websocket::error::message_too_big) {
        return self->finish({Code::too_large, "the server sent a frame over the limit"});
      }
      if (error) {
        return self->finish({Code::unavailable, "the connection ended: " + error.message()});
      }
      if (!self->stream_.got_binary()) {
        return self->finish({Code::protocol_error, "the server sent text"});
      }
      self->handler_.on_frame(self->attempt_, beast::buffers_to_string(self->buffer_.data()));
      self->buffer_.consume(self->buffer_.size());
      self->read();
    });
  }

  void write_next() {
    if (writing_ || finished_) return;
    if (outbox_.empty()) {
      if (closing_) say_close();
      return;
    }
    writing_ = true;
    stream_.async_write(
        asio::buffer(*outbox_.front()), [self = shared_from_this()](error_code error, std::size_t) {
          self->writing_ = false;
          if (error) {
            return self->finish({Code::unavailable, "the connection ended: " + error.message()});
          }
          self->outbox_.pop_front();
          self->write_next();
        });
  }

  void say_close() {
    stream_.async_close(websocket::close_code::normal, [self = shared_from_this()](error_code) {
      self->finish({Code::unavailable, "closed"});
    });
  }

  void finish(Error error) {
    if (finished_) return;
    finished_ = true;
    timer_.cancel();
    if (lookup_) lookup_->abandon();
    error_code ignored;
    socket().close(ignored);
    if (!silent_) handler_.on_disconnected(attempt_, std::move(error));
  }

  LinkHandler& handler_;
  const LinkAttempt attempt_;
  const LinkTarget target_;
  const Link::Deadlines deadlines_;
  bool wrong_pin_ = false;
  asio::io_context& context_;
  asio::steady_timer timer_;
  std::shared_ptr<Lookup> lookup_;
  std::vector<tcp::endpoint> addresses_;  // not tried yet
  error_code refusal_;                    // of the last one tried
  asio::ssl::context tls_;
  Stream stream_;
  beast::flat_buffer buffer_{limits::frame_bytes};
  std::deque<sync::FrameBytes> outbox_;
  bool open_ = false;
  bool writing_ = false;
  bool closing_ = false;
  bool finished_ = false;
  bool silent_ = false;
};

}  // namespace

class Link::Impl {
 public:
  Impl(LinkHandler& handler, Deadlines deadlines)
      : handler_(handler), deadlines_(deadlines), thread_([this] { context_.run(); }) {}

  ~Impl() {
    asio::post(context_, [this] {
      if (session_) session_->silence();
      session_.reset();
      guard_.reset();
    });
    thread_.join();
  }

  LinkAttempt connect(const LinkTarget& target, Duration delay) {
    const LinkAttempt attempt = ++last_attempt_;
    asio::post(context_, [this, attempt, target, delay] {
      if (session_) session_->silence();
      session_ = std::make_shared<Session>(context_, handler_, attempt, target, deadlines_);
      session_->start(delay);
    });
    return attempt;
  }

  void send(sync::FrameBytes frame) {
    asio::post(context_, [this, frame = std::move(frame)]() mutable {
      if (session_) session_->send(std::move(frame));
    });
  }

  void disconnect() {
    asio::post(context_, [this] {
      if (session_) session_->close();
    });
  }

  void drop() {
    asio::post(context_, [this] {
      if (session_) session_->silence();
      session_.reset();
    });
  }

 private:
  LinkHandler& handler_;
  const Deadlines deadlines_;
  asio::io_context context_{1};
  asio::executor_work_guard<asio::io_context::executor_type> guard_ =
      asio::make_work_guard(context_);
  std::shared_ptr<Session> session_;
  std::atomic<LinkAttempt> last_attempt_ = 0;
  std::thread thread_;
};

Link::Link(LinkHandler& handler) : Link(handler, Deadlines{}) {}
Link::Link(LinkHandler& handler, Deadlines deadlines)
    : impl_(std::make_unique<Impl>(handler, deadlines)) {}
Link::~Link() = default;

LinkAttempt Link::connect(const LinkTarget& target, Duration delay) {
  return impl_->connect(target, delay);
}
void Link::send(sync::FrameBytes frame) {
  impl_->send(std::move(frame));
}
void Link::disconnect() {
  impl_->disconnect();
}
void Link::drop() {
  impl_->drop();
}

}  // namespace baraza::client
