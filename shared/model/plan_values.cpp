// SPDX-License-Identifier: Apache-2.0
#include "shared/model/plan_values.h"

#include "shared/op/derive.h"

#include "shared/op/hash.h"

namespace baraza::model {

AnyId whisper_basis(std::string_view rule, ByteView seen) {
  return id_from<AnyId>(Hasher("baraza quiet word v1").add(ByteView(rule)).add(seen).finish());
}

AgendaKey agenda_key(const SessionKey& session, std::string_view step, const MemberId& member) {
  return {session, agenda_item_id(session.session, step, member)};
}

}  // namespace baraza::model
