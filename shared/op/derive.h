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

// The one sheet of a kind (by its number) that a member has.
SheetId only_sheet_id(const MemberId& member, std::uint32_t kind);

// The item of a session's agenda that a step of the course is, for all or for one member.
AgendaItemId agenda_item_id(const SessionId& session, std::string_view step,
                            const MemberId& member);

// The version of a pack: its bytes as they came. What content::PackLibrary takes.
Hash pack_hash(ByteView bytes);

}  // namespace baraza
