// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "shared/base/limits.h"

namespace baraza::server {

// How the listener treats connections. The defaults are the limits of the protocol; tests shorten
// the deadlines.
struct NetOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;  // 0: any free one
  int threads = 2;
  std::string version = "0";  // shown by /version
  Duration handshake_deadline = limits::handshake_deadline;
  Duration message_deadline = limits::message_deadline;
  Duration idle_deadline = limits::idle_deadline;
  Duration progress_deadline = limits::progress_deadline;
  Duration close_deadline = limits::close_deadline;
  Duration drain_deadline = limits::drain_deadline;
  // Asked of the system for each connection. Its own choice grows to megabytes for a client that
  // never reads.
  int send_buffer_bytes = 128 * 1024;
  std::size_t connections_total = limits::connections_total;
  std::size_t connections_before_login = limits::connections_before_login;
};

}  // namespace baraza::server
