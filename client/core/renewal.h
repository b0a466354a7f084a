// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/replica.h"

namespace baraza::client {

// What a laptop that is enrolled anew writes again.
struct Reissue {
  std::vector<LocalRun> runs;  // of the next writer, numbered from 1 in each stream
  // By stream, the next writer's number for each op of the old one that is written again.
  std::map<StreamId, std::map<OpNumber, OpNumber>> numbers;
};

// Signs what the own writer still has waiting once more, as ops of `next`: the same acts in the
// same order and runs. Bodies stay byte for byte, with their salts, so that an id that was drawn
// when they were written stays what it is, and an op can be known by its body's digest whoever
// signed it; so do author clocks and wall times. What named such an op in `replaces` names it as it
// is called now.
//
// What the stream has already, by that digest, is left out: the own op itself, also one that was
// entered beside its broken chain, and one that another copy of this folder wrote again when it was
// enrolled anew.
Reissue reissue(const Replica& replica, const Signer& next);

}  // namespace baraza::client
