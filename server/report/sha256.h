// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "shared/base/bytes.h"

namespace baraza::server {

using Sha256Digest = FixedBytes<32, struct Sha256Tag>;

// SHA-256 over bytes as they come: what `sha256sum` says of the file. Used by one thread.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(ByteView bytes);
  Sha256Digest finish();  // once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace baraza::server
