// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/stream_verifier.h"

namespace baraza::admin {

// What a laptop's folder holds, recomputed from its own copy of the log.
struct ClientCheck {
  struct Stream {
    StreamKind kind = StreamKind::main;
    AnyId owner;
    bool reads = true;  // false: no longer this person's, so it may stay behind
    server::StreamAt at;
  };
  std::string name;  // the folder, as it was given
  std::optional<AccountId> account;
  std::map<StreamId, Stream> streams;
  std::size_t waiting_ops = 0;      // written here, not yet known to be on the server
  std::vector<std::string> faults;  // each names a stream and a position
};

// Reads the folder without its lock. The error is that it can't be read at all: invalid_argument if
// a passphrase is needed and `passphrase` is empty, passphrase_wrong if it isn't this folder's.
Result<ClientCheck> check_client(const std::filesystem::path& folder, std::string_view passphrase);

}  // namespace baraza::admin
