// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "client/core/replica.h"

namespace baraza::client {

// An own op that doesn't stand. It stays in the tray so that its author knows.
struct TrayRow {
  enum class State : std::uint8_t {
    refused,            // for good; `code` says why
    held,               // waits for a supervisor or administrator
    refused_by_person,  // they settled it so
  };

  StreamId stream;
  OpId op;
  AnyId owner;            // of the stream: the site or group
  std::string_view kind;  // such as "AttendanceMarked"; empty if this version doesn't know it
  State state = State::refused;
  Code code = Code::none;
  Instant when;  // of the writing
};

// Newest first.
std::vector<TrayRow> tray_view(const Replica& replica);

}  // namespace baraza::client
