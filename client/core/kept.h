// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "shared/base/ids.h"
#include "shared/op/head.h"

namespace baraza::client {

// Entries of the tray that the person has dealt with: they stay readable and need nobody.
using KeptEntry = std::pair<StreamId, OpId>;
using KeptEntries = std::set<KeptEntry>;

// Under which a kept entry stands among the drafts: "kept/STREAM/WRITER/NUMBER".
std::string kept_key(const KeptEntry& entry);
// Empty if the draft is something else.
std::optional<KeptEntry> kept_entry(std::string_view draft_key);

}  // namespace baraza::client
