// SPDX-License-Identifier: Apache-2.0
#include "client/core/views/tray_view.h"

#include <algorithm>

#include "shared/model/kinds.h"

namespace baraza::client {

std::vector<TrayRow> tray_view(const Replica& replica) {
  std::vector<TrayRow> out;
  for (const auto& [key, verdict] : replica.verdicts()) {
    TrayRow row;
    row.stream = verdict.stream;
    row.op = key.second;
    row.owner = verdict.owner;
    const auto kind = model::kind_from(verdict.kind);
    if (kind) row.kind = model::kind_row(*kind).name;
    row.code = verdict.code;
    row.when = verdict.when;
    if (verdict.held) {
      row.state = TrayRow::State::held;
      const auto* settled =
          replica.directory().settlement({verdict.stream, verdict.writer, verdict.number});
      // A release enters the op again and takes it out of the tray when it arrives.
      if (settled != nullptr && !settled->released) {
        row.state = TrayRow::State::refused_by_person;
        row.code = Code::refused_by_person;
      }
    }
    out.push_back(row);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const TrayRow& a, const TrayRow& b) { return a.when > b.when; });
  return out;
}

}  // namespace baraza::client
