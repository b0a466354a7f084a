// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>

#include "shared/base/result.h"
#include "shared/base/time.h"

// What baraza-bench measures. Each function runs one measurement and returns its figures, names
// with the unit last. Nothing here judges a time: that is for whoever knows the machine.
namespace baraza::bench {

using Json = nlohmann::ordered_json;

struct MarkOptions {
  int count = 1000;
  int warm_up = 20;               // marks before those that count
  std::filesystem::path scratch;  // where the data folders go; the disk under it is measured too
};
// From the entry of an attendance mark on one laptop until it is in the committed store of another,
// over a real server and TLS on the loopback interface. One mark at a time.
Result<Json> bench_mark(const MarkOptions& options);

struct FoldOptions {
  int groups = 16;
  int ops = 1000;  // a group
  int rounds = 5;
};
// Folding the entries of a year's `main` streams, as a laptop does when it starts.
Result<Json> bench_fold(const FoldOptions& options);

struct IngestOptions {
  int ops = 20'000;
  int writers = 8;           // each with a group of its own
  int ops_per_commit = 256;  // of all writers together
  std::filesystem::path scratch;
};
// What the store thread can take: runs of one op each through the hub into the log, durable. By the
// clock, and by the processor's time, which other processes don't touch.
Result<Json> bench_ingest(const IngestOptions& options);

struct ClientOptions {
  int groups = 16;  // a year's, at least the demo's four
  int starts = 5;
  int frames = 300;
  int keys = 100;
  Duration idle = minutes(1);
  std::filesystem::path scratch;
};
// The client's window as a process of its own, with a year's data, on the display at hand: until it
// is drawn, until home is shown, frames of the busiest screens, a key until its mark is on the disk
// and shown, the processor's time at rest (at home beside a server, after that is gone, and in a
// session), memory beside a window with nothing in it. unavailable
// without a display.
Result<Json> bench_client(const ClientOptions& options);

// Shows a window of GLFW and Dear ImGui with its own font, as large as the client's and with
// nothing else in it, until standard input ends. When it is drawn it says on stdout what draws it.
// unavailable without a display.
Result<void> show_bare_window();

}  // namespace baraza::bench
