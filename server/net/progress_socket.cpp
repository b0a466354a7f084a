// SPDX-License-Identifier: Apache-2.0
#include "server/net/progress_socket.h"

#ifdef __linux__
#include <linux/sockios.h>
#include <sys/ioctl.h>
#endif

namespace baraza::server {

ProgressSocket::TimePoint ProgressSocket::progress() {
#ifdef __linux__
  int held_bytes = 0;
  if (::ioctl(socket_.native_handle(), SIOCOUTQ, &held_bytes) == 0) {
    if (held_bytes < held_bytes_) progress_ = std::chrono::steady_clock::now();
    held_bytes_ = held_bytes;
  }
#endif
  return progress_;
}

}  // namespace baraza::server
