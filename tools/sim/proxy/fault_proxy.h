// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "shared/base/result.h"
#include "shared/base/time.h"

namespace baraza::sim {

// The direction in which bytes pass the proxy.
enum class Way { to_server, to_client };

// How cut_all() ends connections: as a crash or a middlebox does (RST), or with an orderly FIN.
enum class Cut { reset, close };

// What passed and what was done to it, since the start.
struct ProxyCounts {
  std::uint64_t connections = 0;      // accepted, the refused ones too
  std::uint64_t bytes_to_server = 0;  // handed on
  std::uint64_t bytes_to_client = 0;
  std::uint64_t cut = 0;        // connections ended by cut_all()
  std::uint64_t refused = 0;    // connections closed at once
  std::uint64_t stalls = 0;     // times that stall(true) began
  std::uint64_t delayed = 0;    // chunks held back by set_delay()
  std::uint64_t trickled = 0;   // slices sent under trickle()
  std::uint64_t corrupted = 0;  // bytes changed
};

// A bad network between two real programs: a TCP proxy on loopback with a thread of its own. It
// knows nothing of TLS or of the protocol. Any thread may call it; when a call returns, its fault
// holds for every connection, present and future.
class FaultProxy {
 public:
  // Listens on any free port of 127.0.0.1 and hands each connection on to the target, whose host
  // is an IP address. invalid_argument if it isn't one; unavailable if no port is to be had.
  static Result<std::unique_ptr<FaultProxy>> start(const std::string& target_host,
                                                   std::uint16_t target_port);
  // Resets what is open and joins the thread.
  ~FaultProxy();
  FaultProxy(const FaultProxy&) = delete;
  FaultProxy& operator=(const FaultProxy&) = delete;

  std::uint16_t port() const;

  // Ends every connection on both sides. Bytes under way are lost.
  void cut_all(Cut how = Cut::reset);
  // While on, a new connection is closed as soon as it is accepted.
  void refuse(bool on);
  // While on, the line is half open: nothing moves, and neither side hears that the other went.
  void stall(bool on);
  // How long each chunk takes to pass, in each direction. Zero: at once.
  void set_delay(Duration delay);
  // At most so many bytes a second for each connection and direction. Zero: no limit.
  void trickle(std::uint64_t bytes_per_second);
  // Changes one bit of the next byte that goes this way, on whichever connection it comes.
  void corrupt_next_byte(Way way = Way::to_server);

  // Connections that are open now.
  std::size_t open_connections() const;
  ProxyCounts counts() const;

 private:
  class Impl;
  explicit FaultProxy(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace baraza::sim
