// SPDX-License-Identifier: Apache-2.0
#include "client/core/views/work_view.h"

#include <algorithm>

namespace baraza::client {

std::vector<SheetRow> sheets_of(const Replica& replica, const GroupId& group,
                                const MemberId& member, model::SheetKind kind) {
  const model::WordsState& words = replica.words(group);
  std::vector<SheetRow> out;
  for (const auto& [entry, sheet] : words.sheets) {
    const auto* shown = sheet.shown(words.basics.replaced);
    if (shown == nullptr || shown->value.removed) continue;
    if (shown->value.member != member || shown->value.kind != kind) continue;
    out.push_back({shown, &sheet.writes.front(), sheet.disputed(words.basics.replaced)});
  }
  std::sort(out.begin(), out.end(), [](const SheetRow& a, const SheetRow& b) {
    return a.first->order() < b.first->order();
  });
  return out;
}

const model::Register<model::Sheet>* find_sheet(const Replica& replica, const GroupId& group,
                                                const SheetId& entry) {
  const auto& sheets = replica.words(group).sheets;
  const auto at = sheets.find(entry);
  return at == sheets.end() ? nullptr : &at->second;
}

std::vector<StepRow> steps_of(const Replica& replica, const GroupId& group,
                              const MemberId& member) {
  const model::MainState& main = replica.main(group);
  const model::WordsState& words = replica.words(group);
  std::vector<StepRow> out;
  for (const auto& [step, writes] : main.steps) {
    const auto* shown = writes.shown(main.basics.replaced);
    if (shown == nullptr || shown->value.withdrawn || shown->value.member != member) continue;
    StepRow& row = out.emplace_back();
    row.step = step;
    row.agreed = shown->value.session;
    if (const auto* sheet = find_sheet(replica, group, id_cast<SheetId>(step))) {
      if (const auto* said = sheet->shown(words.basics.replaced)) row.words = &said->value;
    }
    if (const auto at = main.step_reviews.find(step); at != main.step_reviews.end()) {
      row.review = at->second.shown(main.basics.replaced);
      row.disputed = at->second.disputed(main.basics.replaced);
    }
  }
  std::sort(out.begin(), out.end(), [](const StepRow& a, const StepRow& b) {
    return std::tie(a.agreed.date, a.step) < std::tie(b.agreed.date, b.step);
  });
  return out;
}

std::optional<model::SessionKey> last_session(const Replica& replica, const GroupId& group) {
  std::optional<model::SessionKey> out;
  for (const auto& [key, facts] : replica.main(group).sessions) {
    if (facts.openings.empty()) continue;
    if (!out || out->date < key.date) out = key;
  }
  return out;
}

}  // namespace baraza::client
