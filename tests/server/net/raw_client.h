// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "shared/base/bytes.h"

namespace baraza::server {

enum class Opcode : std::uint8_t { more = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

// A client that says byte by byte what a test wants said, right or wrong. Blocking; gives up on a
// server that says nothing for a minute.
class RawClient {
 public:
  // TCP to 127.0.0.1. `receive_buffer_bytes` is asked of the system, zero leaves it its choice.
  explicit RawClient(std::uint16_t port, int receive_buffer_bytes = 0);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // False if the server doesn't go along. Checks no certificate.
  bool start_tls(int newest_version = 0);
  // TLS and the upgrade on /v1/sync. Returns the status of the answer, 101 if all is well, 0 if
  // none came.
  int open(const std::string& more_headers = "");
  // TLS and a request as given; returns all that was answered until the server closed.
  std::string ask(const std::string& request);

  // False once the server has closed the line.
  bool send(ByteView bytes);
  bool send_frame(Opcode opcode, ByteView payload, bool is_last = true, bool is_masked = true);

  struct Frame {
    Opcode opcode = Opcode::more;
    Bytes payload;
    // The code of a close frame.
    int close_code() const;
  };
  // The next frame; empty when the server closed.
  std::optional<Frame> read_frame();
  // The next frame that is a close frame; empty when the server closed without one.
  std::optional<Frame> read_close();
  // Reads until the server closes, and closes too; false if it doesn't.
  bool is_closed_by_server();

  // From here on takes only so many bytes a second off the line.
  void read_slowly(std::size_t bytes_per_second) { bytes_per_second_ = bytes_per_second; }

  Bytes exporter();

 private:
  struct Tls;
  // Up to `size` bytes; empty when the server closed.
  Bytes read_some(std::size_t size);
  std::optional<Bytes> read(std::size_t size);

  int socket_ = -1;
  bool gave_up_ = false;
  std::size_t bytes_per_second_ = 0;  // 0: as fast as they come
  std::unique_ptr<Tls> tls_;
  Bytes unread_;
};

// The head of a masked frame, whose mask is zero so that payload bytes go as they are.
Bytes frame_head(Opcode opcode, std::uint64_t size, bool is_last = true, bool is_masked = true);

}  // namespace baraza::server
