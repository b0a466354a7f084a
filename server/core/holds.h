// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/core/admin_acts.h"

namespace baraza::server {

// Held ops: written by somebody whose right had ended. A supervisor or administrator looks at each
// and settles it; the first settlement counts.
struct HoldView {
  model::HoldKey key;
  StreamKind stream_kind = StreamKind::main;
  GroupId group;
  AccountId author;
  std::string kind_name;
  Instant received;
  bool settled = false;
};

// Held ops that this account may settle, oldest first.
Result<std::vector<HoldView>> list_holds(Hub& hub, const Asking& asking);

// The body of a held op, without its salt. That it was read is recorded.
Result<Bytes> read_hold(Hub& hub, const Asking& asking, const model::HoldKey& key);

// Releases (the op enters its stream again, under its own id) or refuses for good.
Result<void> settle_hold(Hub& hub, const Asking& asking, const model::HoldKey& key, bool release,
                         const std::string& reason);

// "STREAM/WRITER/NUMBER", in hexadecimal: how a hold is named on the command line.
std::string hold_name(const model::HoldKey& key);
std::optional<model::HoldKey> hold_from(std::string_view name);

}  // namespace baraza::server
