// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/base/time.h"
#include "shared/op/hash.h"

namespace baraza::sim {

// Everything that happened in one run, as a hash: two runs of one seed must have the same. With
// `verbose` each event is a line on stderr too.
class Trace {
 public:
  explicit Trace(bool verbose) : verbose_(verbose), hasher_("baraza simulator trace v1") {}

  // `what` names the event; the numbers say where and how much.
  void event(Tick at, std::string_view what, std::uint64_t first = 0, std::uint64_t second = 0);
  void add(const Hash& hash) { hasher_.add(hash); }
  // Once, at the end.
  Hash finish() { return hasher_.finish(); }

 private:
  bool verbose_;
  Hasher hasher_;
};

}  // namespace baraza::sim
