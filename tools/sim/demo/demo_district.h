// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "shared/content/library.h"
#include "shared/vault/sealer.h"
#include "tools/sim/demo/demo_story.h"

namespace baraza::sim {

struct DemoOptions {
  std::filesystem::path server_folder;  // new or empty
  // The folder of one person's laptop, and what its store is sealed with, by handle.
  std::function<Result<std::filesystem::path>(const DemoStaff&)> laptop_folder;
  std::function<vault::Sealer&(const DemoStaff&)> sealer;
  std::uint64_t seed = 1;
  DemoSize size;
  Instant now;       // the weeks before it are played
  std::string host;  // where the laptops will find the server
  std::uint16_t port = 0;
};

// Counts of what there is afterwards, to be shown and tested.
struct DemoSummary {
  int groups = 0;
  int members = 0;
  int sessions = 0;
  int marks = 0;
  int check_ins = 0;
  int alarms = 0;
  int disputed = 0;
  int unseen = 0;
  int refused = 0;
  int silent_laptops = 0;  // hold work that the server doesn't have
};

// Makes a district with two sites and groups in different weeks (four unless told otherwise), as it
// stands now: real clients write through ordinary intents, and the real server decides and stores,
// under a clock that runs through the weeks. The same for the same seed and day, but for the
// server's certificate. Its keys come from the seed, so it is for trying out and for nothing else.
Result<DemoSummary> make_demo_district(const DemoOptions& options,
                                       const content::PackLibrary& packs);

}  // namespace baraza::sim
