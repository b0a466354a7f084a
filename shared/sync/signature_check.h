// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>

#include "shared/sync/messages.h"

namespace baraza::sync {

// The keys of all enrolled writers. Published by the store thread as an immutable snapshot, so that
// network threads can check signatures without asking anybody.
using KeyTable = std::unordered_map<WriterId, PublicKey>;

enum class SignatureState : std::uint8_t {
  unchecked,  // no key in the snapshot: whoever decides checks again
  good,
  bad,
};

// One answer a run of the push, in order. Safe on any thread.
std::vector<SignatureState> check_signatures(const Push& push, const KeyTable& keys);

}  // namespace baraza::sync
