// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/core/log_store.h"
#include "shared/base/clock.h"

namespace baraza::server {

// The first administrator, known before any programme exists.
struct Founder {
  AccountId account;
  std::string handle;
  std::string name;
};

// Makes an empty log the beginning of a history: a random epoch and its founder. already_exists if
// the log has one.
Result<void> found(LogStore& store, const Founder& founder, Random& random);

// The founder of this log; storage_damaged if there is none.
Result<Founder> founder_of(LogStore& store);

}  // namespace baraza::server
