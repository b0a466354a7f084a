// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/system/unix_file.h"

namespace baraza::server {

inline constexpr std::size_t admin_request_bytes = 4 * 1024 * 1024;
inline constexpr std::size_t admin_answer_bytes = 1024 * 1024;
// An answer may take the server this long to come by (verify reads everything, twice over).
inline constexpr Duration admin_answer_deadline = hours(2);
// The other end may take this long over bytes that are ready.
inline constexpr Duration admin_transfer_deadline = seconds(30);

// One end of a conversation over admin.sock: messages, each preceded by its length in four bytes,
// little-endian. Blocking; used by one thread.
class AdminChannel {
 public:
  explicit AdminChannel(UnixFile socket) : socket_(std::move(socket)) {}

  // unavailable if nobody listens there.
  static Result<AdminChannel> connect(const std::filesystem::path& path);

  Result<void> send(ByteView message);
  // too_large above the limit, unavailable if the other end is gone, timed_out.
  Result<Bytes> receive(std::size_t limit_bytes, Duration deadline);

 private:
  Result<void> read_all(char* out, std::size_t size);

  UnixFile socket_;
};

// Listens at the path, which only its owner may use (0600); what stood there before is replaced, so
// the caller holds the folder's lock.
Result<UnixFile> listen_for_admins(const std::filesystem::path& path);

}  // namespace baraza::server
