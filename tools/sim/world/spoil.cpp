// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/spoil.h"

#include <algorithm>

namespace baraza::sim {
namespace {

void flip(Bytes& bytes, SimRandom& random) {
  if (bytes.empty()) return;
  char& byte = bytes[random.below(bytes.size())];
  byte = static_cast<char>(byte ^ static_cast<char>(1U << random.below(8)));
}

}  // namespace

sync::Push spoil(sync::Push push, SimRandom& random) {
  SignedRun& run = push.runs[random.below(push.runs.size())];
  RawOp& op = run.ops[random.below(run.ops.size())];
  switch (random.below(5)) {
    case 0: run.signature.bytes[random.below(Signature::size)] ^= 1; break;
    case 1: flip(op.head, random); break;
    case 2: flip(op.body, random); break;
    case 3:
      if (push.runs.size() > 1) {
        push.runs.erase(push.runs.begin() +
                        static_cast<std::ptrdiff_t>(random.below(push.runs.size())));
      } else {
        run.signature = {};
      }
      break;
    default:
      std::reverse(run.ops.begin(), run.ops.end());
      if (run.ops.size() == 1) flip(op.head, random);
      break;
  }
  return push;
}

}  // namespace baraza::sim
