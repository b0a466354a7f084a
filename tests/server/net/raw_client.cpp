// SPDX-License-Identifier: Apache-2.0
#include "tests/server/net/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

namespace baraza::server {
namespace {

constexpr int kPatienceSeconds = 60;

}  // namespace

struct RawClient::Tls {
  SSL_CTX* context = SSL_CTX_new(TLS_client_method());
  SSL* ssl = SSL_new(context);

  ~Tls() {
    SSL_free(ssl);
    SSL_CTX_free(context);
  }
};

RawClient::RawClient(std::uint16_t port, int receive_buffer_bytes) {
  std::signal(SIGPIPE, SIG_IGN);
  socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
  if (receive_buffer_bytes > 0) {
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes,
                 sizeof receive_buffer_bytes);
  }
  const timeval patience{kPatienceSeconds, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket_);
    socket_ = -1;
  }
}

RawClient::~RawClient() {
  tls_.reset();
  if (socket_ >= 0) ::close(socket_);
}

bool RawClient::start_tls(int newest_version) {
  if (socket_ < 0) return false;
  tls_ = std::make_unique<Tls>();
  if (newest_version != 0) SSL_set_max_proto_version(tls_->ssl, newest_version);
  SSL_set_fd(tls_->ssl, socket_);
  return SSL_connect(tls_->ssl) == 1;
}

int RawClient::open(const std::string& more_headers) {
  if (!start_tls()) return 0;
  send(
      "GET /v1/sync HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n" +
      more_headers + "\r\n");
  Bytes head;
  while (!head.ends_with("\r\n\r\n")) {
    const auto byte = read(1);
    if (!byte) break;
    head += *byte;
  }
  return head.size() < 12 ? 0 : std::atoi(head.substr(9, 3).c_str());
}

std::string RawClient::ask(const std::string& request) {
  if (!start_tls()) return {};
  send(request);
  std::string answer;
  for (Bytes some = read_some(4096); !some.empty(); some = read_some(4096)) answer += some;
  return answer;
}

bool RawClient::send(ByteView bytes) {
  ERR_clear_error();
  if (tls_) {
    return SSL_write(tls_->ssl, bytes.data(), static_cast<int>(bytes.size())) ==
           static_cast<int>(bytes.size());
  }
  return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
         static_cast<ssize_t>(bytes.size());
}

bool RawClient::send_frame(Opcode opcode, ByteView payload, bool is_last, bool is_masked) {
  return send(frame_head(opcode, payload.size(), is_last, is_masked) + Bytes(payload));
}

Bytes RawClient::read_some(std::size_t size) {
  if (!unread_.empty()) {
    const Bytes out = unread_.substr(0, size);
    unread_.erase(0, out.size());
    return out;
  }
  if (bytes_per_second_ > 0) {
    constexpr std::size_t kSlicesPerSecond = 20;
    size = std::min(size, bytes_per_second_ / kSlicesPerSecond);
    std::this_thread::sleep_for(std::chrono::milliseconds(1000 / kSlicesPerSecond));
  }
  Bytes out(size, '\0');
  errno = 0;
  ERR_clear_error();
  const ssize_t got = tls_ ? SSL_read(tls_->ssl, out.data(), static_cast<int>(size))
                           : ::recv(socket_, out.data(), size, 0);
  if (got <= 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) gave_up_ = true;
  out.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  return out;
}

std::optional<Bytes> RawClient::read(std::size_t size) {
  Bytes out;
  while (out.size() < size) {
    const Bytes some = read_some(size - out.size());
    if (some.empty()) return std::nullopt;
    out += some;
  }
  return out;
}

int RawClient::Frame::close_code() const {
  if (opcode != Opcode::close || payload.size() < 2) return 0;
  return static_cast<unsigned char>(payload[0]) * 256 + static_cast<unsigned char>(payload[1]);
}

std::optional<RawClient::Frame> RawClient::read_frame() {
  const auto head = read(2);
  if (!head) return std::nullopt;
  std::uint64_t size = static_cast<unsigned char>((*head)[1]) & 0x7fU;
  if (size >= 126) {
    const auto longer = read(size == 126 ? 2 : 8);
    if (!longer) return std::nullopt;
    size = 0;
    for (const char c : *longer) size = (size << 8) | static_cast<unsigned char>(c);
  }
  auto payload = read(size);
  if (!payload) return std::nullopt;
  return Frame{static_cast<Opcode>((*head)[0] & 0x0f), std::move(*payload)};
}

std::optional<RawClient::Frame> RawClient::read_close() {
  auto frame = read_frame();
  while (frame && frame->opcode != Opcode::close) frame = read_frame();
  return frame;
}

bool RawClient::is_closed_by_server() {
  while (!read_some(4096).empty()) {
  }
  ::shutdown(socket_, SHUT_RDWR);  // the answer to a server that waits for it
  return !gave_up_;
}

Bytes RawClient::exporter() {
  Bytes out(32, '\0');
  const std::string label = "EXPORTER-Channel-Binding";
  SSL_export_keying_material(tls_->ssl, reinterpret_cast<unsigned char*>(out.data()), out.size(),
                             label.data(), label.size(), nullptr, 0, 0);
  return out;
}

Bytes frame_head(Opcode opcode, std::uint64_t size, bool is_last, bool is_masked) {
  Bytes out;
  out += static_cast<char>(static_cast<unsigned>(opcode) | (is_last ? 0x80U : 0U));
  const unsigned mask_bit = is_masked ? 0x80U : 0U;
  const auto append = [&](int bytes) {
    for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>((size >> (8 * i)) & 0xffU);
  };
  if (size < 126) {
    out += static_cast<char>(mask_bit | size);
  } else if (size < 65536) {
    out += static_cast<char>(mask_bit | 126U);
    append(2);
  } else {
    out += static_cast<char>(mask_bit | 127U);
    append(8);
  }
  if (is_masked) out += Bytes(4, '\0');
  return out;
}

}  // namespace baraza::server
