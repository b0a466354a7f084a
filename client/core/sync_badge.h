// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "shared/base/code.h"

namespace baraza::client {

// What the badge says, from what is known here. The first state that is true is the one shown.
struct SyncBadge {
  enum class State : std::uint8_t { needs_you, on_this_laptop, sending, on_the_server };

  State state = State::on_this_laptop;
  std::size_t count = 0;   // things that need a person; else own ops that aren't on the server
  std::size_t unsent = 0;  // own ops that aren't on the server, in every state
  std::size_t total = 0;   // sending: ops of this round, of which `done` are on the server
  std::size_t done = 0;
  std::size_t saving = 0;       // of `unsent`, not yet on disk
  std::string_view reason_key;  // needs_you: catalogue key of the first reason; else empty
  Code code = Code::none;       // of that reason

  bool operator==(const SyncBadge&) const = default;
};

// What the badge is derived from.
struct SyncFacts {
  bool enrolled = false;
  bool online = false;              // logged in
  bool frozen = false;              // this folder's writer is unusable; enrol anew
  Code save_failed = Code::none;    // of the last act, if it couldn't be saved
  Code login_refused = Code::none;  // the server turned this laptop away, or isn't the right one
  Code stuck = Code::none;          // of a stream that takes nothing although something waits
  std::size_t stuck_streams = 0;
  std::size_t refused = 0;  // own ops that were refused for good
  std::size_t held = 0;     // own ops that wait for a person to settle them
  std::size_t damaged = 0;  // stored entries that can't be read
  std::size_t unsent = 0;   // own ops not known to be on the server, those being saved included
  std::size_t saving = 0;
  std::size_t round = 0;  // own ops since nothing was unsent
};

// Pure. On the server only if nothing is unsent and nothing needs a person.
SyncBadge badge_of(const SyncFacts& facts);

}  // namespace baraza::client
