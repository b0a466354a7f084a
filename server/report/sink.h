// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace baraza::server {

// Where an export goes: a file, a connection, a string. Takes bytes in order; after a failure it
// isn't called again.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual Result<void> write(ByteView bytes) = 0;
};

}  // namespace baraza::server
