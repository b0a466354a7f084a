// SPDX-License-Identifier: Apache-2.0
#include "shared/op/derive.h"

#include "shared/op/hash.h"

namespace baraza {

StreamId stream_id(StreamKind kind, const AnyId& owner) {
  return id_from<StreamId>(
      Hasher("baraza stream id v1").add(static_cast<std::uint64_t>(kind)).add(owner).finish());
}

SessionId planned_session_id(const GroupId& group, std::uint32_t number, std::uint32_t occurrence) {
  return id_from<SessionId>(Hasher("baraza planned session v1")
                                .add(group)
                                .add(std::uint64_t{number})
                                .add(std::uint64_t{occurrence})
                                .finish());
}

EvidenceId evidence_of(const CheckInId& check_in) {
  return id_from<EvidenceId>(Hasher("baraza check-in evidence v1").add(check_in).finish());
}

SheetId only_sheet_id(const MemberId& member, std::uint32_t kind) {
  return id_from<SheetId>(Hasher("baraza sheet v1").add(member).add(std::uint64_t{kind}).finish());
}

AgendaItemId agenda_item_id(const SessionId& session, std::string_view step,
                            const MemberId& member) {
  return id_from<AgendaItemId>(
      Hasher("baraza agenda item v1").add(session).add(member).add(ByteView(step)).finish());
}

Hash pack_hash(ByteView bytes) {
  return Hasher("baraza pack v1").add(bytes).finish();
}

}  // namespace baraza
