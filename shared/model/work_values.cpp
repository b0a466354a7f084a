// SPDX-License-Identifier: Apache-2.0
#include "shared/model/work_values.h"

namespace baraza::model {

std::string_view sheet_kind_name(SheetKind kind) {
  switch (kind) {
    case SheetKind::explained: return "explained";
    case SheetKind::timeline: return "timeline";
    case SheetKind::formulation: return "formulation";
    case SheetKind::goal: return "goal";
    case SheetKind::expectations: return "expectations";
    case SheetKind::event: return "event";
    case SheetKind::conversation: return "conversation";
    case SheetKind::decision: return "decision";
    case SheetKind::step: return "step";
    case SheetKind::step_review: return "step_review";
    case SheetKind::grief_work: return "grief_work";
    case SheetKind::disagreement_work: return "disagreement_work";
    case SheetKind::change_work: return "change_work";
    case SheetKind::loneliness_work: return "loneliness_work";
  }
  return "unknown";
}

std::optional<SheetKind> sheet_kind_from(std::string_view name) {
  for (int number = 1; number <= sheet_kind_count; ++number) {
    const auto kind = static_cast<SheetKind>(number);
    if (sheet_kind_name(kind) == name) return kind;
  }
  return std::nullopt;
}

bool is_single(SheetKind kind) {
  switch (kind) {
    case SheetKind::explained:
    case SheetKind::formulation:
    case SheetKind::expectations:
    case SheetKind::grief_work:
    case SheetKind::disagreement_work:
    case SheetKind::change_work:
    case SheetKind::loneliness_work: return true;
    case SheetKind::timeline:
    case SheetKind::goal:
    case SheetKind::event:
    case SheetKind::conversation:
    case SheetKind::decision:
    case SheetKind::step:
    case SheetKind::step_review: return false;
  }
  return false;
}

}  // namespace baraza::model
