// SPDX-License-Identifier: Apache-2.0
#include "client/core/views/area_view.h"

#include <algorithm>

#include "shared/op/derive.h"

namespace baraza::client {

AreaView area_view(const Replica& replica, const GroupId& group, const MemberId& member) {
  AreaView out;
  const model::MainState& main = replica.main(group);
  const auto at = main.areas.find(member);
  if (at == main.areas.end()) return out;
  const StreamId stream = stream_id(StreamKind::main, id_cast<AnyId>(group));
  const auto said = [&](const model::Write<model::FocalChoice>& write) {
    return AreaWrite{write.ref, write.value, write.wall, replica.where(stream, write.ref.id)};
  };
  for (const auto* write : at->second.standing(main.basics.replaced)) {
    const bool same =
        std::any_of(out.standing.begin(), out.standing.end(),
                    [&](const AreaWrite& each) { return each.choice == write->value; });
    if (!same) out.standing.push_back(said(*write));
  }
  for (const auto& write : at->second.writes) out.history.push_back(said(write));
  std::reverse(out.history.begin(), out.history.end());
  return out;
}

}  // namespace baraza::client
