// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "client/core/replica.h"

// What the client core asks of its owner, and what it tells.
namespace baraza::client {

// One thing that a person did: the ticket of its local commit.
using ActId = Ticket;

struct Endpoint {
  std::string host;
  std::uint16_t port = 0;
  Bytes pin;  // limits::pin_bytes
  bool operator==(const Endpoint&) const = default;
};

// Where an act's ops are, for those who follow them.
struct RunSpan {
  StreamId stream;
  OpNumber first = 0;
  OpNumber last = 0;
};

namespace effect {

// --- to carry out ---------------------------------------------------------------------------
struct Send {
  sync::FrameBytes frame;
};
// Try to reach the server once this much time went by. Answered by on_connected() or
// on_disconnected().
struct Connect {
  Endpoint endpoint;
  Duration delay;
};
// Drop the link; on_disconnected() isn't wanted for it. A Connect follows, here or later.
struct Hangup {
  Error error;
};

// --- to tell --------------------------------------------------------------------------------
// On disk here.
struct Saved {
  ActId act = 0;
  std::vector<RunSpan> runs;
};
// Nothing of it is kept.
struct NotSaved {
  ActId act = 0;
  Error error;
};
// What a person is in the middle of couldn't be kept; it is still in memory.
struct DraftNotKept {
  std::string key;
  Error error;
};
// In the server's committed log, with whatever verdicts.
struct OnServer {
  ActId act = 0;
};
// An own op doesn't stand: refused for good, or held until a person settles it.
struct Refused {
  OwnVerdict verdict;
};
struct Held {
  OwnVerdict verdict;
};
struct Enrolled {
  Identity identity;
};
struct EnrolFailed {
  Error error;
};
// A new address of the server is on disk, or couldn't be kept.
struct ServerMoved {
  Result<void> result;
};
// What the server had at login is here: on disk, and in the view.
struct CaughtUp {};
// This folder's writer is unusable (a copy, or rolled back); what wasn't sent is kept.
struct Frozen {};
// The server takes nothing in this stream until the next login; what waits is kept.
struct Stuck {
  StreamId stream;
  Code code = Code::none;
};

}  // namespace effect

using Effect = std::variant<effect::Send, effect::Connect, effect::Hangup, effect::Saved,
                            effect::NotSaved, effect::OnServer, effect::Refused, effect::Held,
                            effect::Enrolled, effect::EnrolFailed, effect::ServerMoved,
                            effect::CaughtUp, effect::Frozen, effect::Stuck, effect::DraftNotKept>;

}  // namespace baraza::client
