// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "shared/base/result.h"
#include "shared/op/signer.h"

namespace baraza::server {

// The keys in FOLDER/keys, each a file of its 32-byte seed that only its owner may read: the
// server's own writer, and the programme key, which vouches for it.
struct ServerKeys {
  std::unique_ptr<KeySigner> server_writer;
  std::unique_ptr<KeySigner> programme;

  // Makes both; already_exists if there is a folder of keys.
  static Result<void> create(const std::filesystem::path& folder, Random& random);
  // storage_damaged if a file is gone or isn't such a seed.
  static Result<ServerKeys> load(const std::filesystem::path& folder);
};

}  // namespace baraza::server
