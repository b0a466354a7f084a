// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/op/head.h"

namespace baraza {

// Ids that two laptops must come to on their own. Each is a hash of what it stands for.

// The stream of one kind that an owner (programme, site or group) has.
StreamId stream_id(StreamKind kind, const AnyId& owner);

template <class Owner>
StreamId stream_id(StreamKind kind, const Owner& owner) {
  return stream_id(kind, id_cast<AnyId>(owner));
}

// The planned session `number` of a group; `occurrence` counts repetitions of it, from 0.
SessionId planned_session_id(const GroupId& group, std::uint32_t number, std::uint32_t occurrence);

// The evidence that a check-in above zero on its risk item is.
EvidenceId evidence_of(const CheckInId& check_in);

// The version of a pack: its bytes as they came. What content::PackLibrary takes.
Hash pack_hash(ByteView bytes);

}  // namespace baraza
