// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "client/profiles/profiles.h"
#include "client/runtime/runtime.h"

namespace baraza::app {

// What is open of one person: who it is, what opens their store, and the client on it. The client
// goes first.
struct Holding {
  client::Profile profile;
  std::unique_ptr<vault::KeySealer> sealer;
  std::unique_ptr<client::Runtime> runtime;
};

}  // namespace baraza::app
