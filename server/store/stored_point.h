// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/core/log_store.h"

namespace baraza::server {

// Where a writer stands in a stream, as the log keeps it beside the entries.
struct StoredPoint {
  StreamId stream;
  WriterId writer;
  WriterPoint point;
};

}  // namespace baraza::server
