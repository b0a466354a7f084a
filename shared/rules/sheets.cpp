// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/sheets.h"

#include <algorithm>
#include <set>

namespace baraza::rules {
namespace {

using model::SheetKind;
using enum SheetInput;

// {field, name, input, in rows, needed, choices, beside the next}
constexpr SheetFieldShape kExplained[] = {
    {1, "points", several_of, false, true, 8},  // what was explained
    {2, "understood", lines},                   // how she says it herself
};
constexpr SheetFieldShape kTimeline[] = {
    {1, "when", line, false, true, 0, true},  // "before the rains", a year, an age
    {2, "year", year},
    {3, "happened", lines, false, true},
    {4, "with_whom", line, false, false, 0, true},
    {5, "then", several_of, false, false, 6},  // sleep, appetite, low mood, worry, body, thoughts
    {6, "felt", lines},
};
constexpr SheetFieldShape kFormulation[] = {
    {1, "sentence", lines, false, true},     // one that she can repeat
    {2, "agrees", one_of, false, false, 3},  // yes, partly, no
    {3, "her_words", lines},
};
constexpr SheetFieldShape kGoal[] = {
    {1, "goal", lines, false, true},
    {2, "with_whom", line, false, false, 0, true},
    {3, "sign", line},                        // by what she will know it
    {4, "reached", one_of, false, false, 4},  // not yet, partly, reached, let go
};
constexpr SheetFieldShape kExpectations[] = {
    {1, "hopes", lines, false, false, 0, true},
    {2, "worries", lines},
    {3, "told", several_of, false, false, 5},  // what was said about the group and what it isn't
    {4, "practical", lines},                   // way, time, children, language
    {5, "safe_contact", line},                 // how she may be reached without danger
};
constexpr SheetFieldShape kEvent[] = {
    {1, "happened", lines, false, true},
    {2, "who", line, false, false, 0, true},
    {3, "mood", one_of, false, false, 3},  // it got better, the same, worse
    {4, "said", lines, false, false, 0, true},
    {5, "felt", lines},
    {6, "wanted", lines},
};
constexpr SheetFieldShape kConversation[] = {
    {1, "with", line, false, true, 0, true},
    {2, "about", line},
    {3, "said", lines, true, true, 0, true},
    {4, "heard", lines, true},
    {5, "felt", line, true, false, 0, true},
    {6, "wanted", line, true},
    {7, "could_say", lines, true},
    {8, "speaker", one_of, true, false, 2},  // she, the other
    {9, "learned", lines},
};
constexpr SheetFieldShape kDecision[] = {
    {1, "question", lines, false, true},      {2, "option", line, true, true},
    {3, "good", lines, true, false, 0, true}, {4, "hard", lines, true},
    {5, "chosen", one_of, true, false, 1},    {6, "choice", lines},  // what she decides, and when
};
constexpr SheetFieldShape kStep[] = {
    {1, "what", lines, false, true},
    {2, "with_whom", line, false, false, 0, true},
    {3, "when", line},
    {4, "in_the_way", line, false, false, 0, true},
    {5, "helps", line},
};
constexpr SheetFieldShape kStepReview[] = {
    {1, "happened", lines, false, true},
    {2, "learned", lines},
};
constexpr SheetFieldShape kGriefWork[] = {
    {1, "who_died", line, false, true},
    {2, "story", lines},
    {3, "good", lines, false, false, 0, true},
    {4, "hard", lines},
    {5, "mourning", lines},  // what was done and what wasn't: the burial, rites, tears
    {6, "contact", lines},   // whom and what she takes up again
};
constexpr SheetFieldShape kDisagreementWork[] = {
    {1, "with", line, false, true},
    {2, "she_expects", lines, false, false, 0, true},
    {3, "other_expects", lines},
    {4, "stage", one_of, false, false, 3},  // still talking, stuck, parting
    {5, "last_words", lines},
    {6, "options", lines},
};
constexpr SheetFieldShape kChangeWork[] = {
    {1, "change", line, false, true}, {2, "old_role", lines, false, false, 0, true},
    {3, "new_role", lines},           {4, "lost", lines, false, false, 0, true},
    {5, "possible", lines},           {6, "helpers", lines},
};
constexpr SheetFieldShape kLonelinessWork[] = {
    {1, "contact", line, true, true, 0, true},  // with whom and when, lately
    {2, "went", line, true},
    {3, "pattern", lines},   // what comes back
    {4, "practice", lines},  // the small thing that is done again and again
};

constexpr SheetShape kShapes[] = {
    {SheetKind::explained, kExplained},
    {SheetKind::timeline, kTimeline},
    {SheetKind::formulation, kFormulation},
    {SheetKind::goal, kGoal},
    {SheetKind::expectations, kExpectations},
    {SheetKind::event, kEvent},
    {SheetKind::conversation, kConversation},
    {SheetKind::decision, kDecision},
    {SheetKind::step, kStep},
    {SheetKind::step_review, kStepReview},
    {SheetKind::grief_work, kGriefWork},
    {SheetKind::disagreement_work, kDisagreementWork},
    {SheetKind::change_work, kChangeWork},
    {SheetKind::loneliness_work, kLonelinessWork},
};
static_assert(std::size(kShapes) == model::sheet_kind_count);

const model::SheetField* find_written(const model::Sheet& sheet, std::uint16_t field,
                                      std::uint16_t row) {
  for (const model::SheetField& each : sheet.filled) {
    if (each.field == field && each.row == row) return &each;
  }
  return nullptr;
}

bool says_nothing(const model::SheetField& field) {
  const bool blank = field.text.find_first_not_of(" \t\n") == std::string::npos;
  return blank && field.choices.empty() && !field.number;
}

Result<void> missing(const SheetFieldShape& shape) {
  return fail(Code::invalid_argument, std::string(shape.name) + " is missing");
}

}  // namespace

const SheetShape& sheet_shape(SheetKind kind) {
  return kShapes[static_cast<std::size_t>(kind) - 1];
}

const SheetFieldShape* find_field(SheetKind kind, std::uint16_t field) {
  for (const SheetFieldShape& shape : sheet_shape(kind).fields) {
    if (shape.field == field) return &shape;
  }
  return nullptr;
}

const SheetFieldShape* find_field(SheetKind kind, std::string_view name) {
  for (const SheetFieldShape& shape : sheet_shape(kind).fields) {
    if (shape.name == name) return &shape;
  }
  return nullptr;
}

const std::string& text_of(const model::Sheet& sheet, std::uint16_t field, std::uint16_t row) {
  static const std::string nothing;
  const model::SheetField* found = find_written(sheet, field, row);
  return found == nullptr ? nothing : found->text;
}

std::vector<std::uint8_t> choices_of(const model::Sheet& sheet, std::uint16_t field) {
  const model::SheetField* found = find_written(sheet, field, 0);
  return found == nullptr ? std::vector<std::uint8_t>() : found->choices;
}

std::vector<std::uint16_t> rows_of(const model::Sheet& sheet) {
  std::vector<std::uint16_t> out;
  for (const model::SheetField& each : sheet.filled) {
    if (each.row != 0 && (out.empty() || out.back() != each.row)) out.push_back(each.row);
  }
  return out;
}

Result<void> check_sheet(const model::Sheet& sheet) {
  for (const model::SheetField& each : sheet.filled) {
    const SheetFieldShape* shape = find_field(sheet.kind, each.field);
    if (shape == nullptr) continue;
    if (shape->in_rows != (each.row != 0)) {
      return fail(Code::invalid_argument, std::string(shape->name) + " stands in a wrong row");
    }
    for (const std::uint8_t choice : each.choices) {
      if (choice > shape->choices) {
        return fail(Code::invalid_argument, std::string(shape->name) + " has no such choice");
      }
    }
    if (shape->input == one_of && each.choices.size() > 1) {
      return fail(Code::invalid_argument, std::string(shape->name) + " takes one choice");
    }
  }
  // A row of nothing but fields of a newer version is that version's to check.
  std::set<std::uint16_t> rows;
  for (const model::SheetField& each : sheet.filled) {
    if (each.row != 0 && find_field(sheet.kind, each.field) != nullptr) rows.insert(each.row);
  }
  for (const SheetFieldShape& shape : sheet_shape(sheet.kind).fields) {
    if (!shape.needed) continue;
    if (!shape.in_rows) {
      if (find_written(sheet, shape.field, 0) == nullptr) return missing(shape);
      continue;
    }
    for (const std::uint16_t row : rows) {
      if (find_written(sheet, shape.field, row) == nullptr) return missing(shape);
    }
  }
  return {};
}

void tidy_sheet(model::Sheet& sheet) {
  std::erase_if(sheet.filled, says_nothing);
  std::sort(sheet.filled.begin(), sheet.filled.end(),
            [](const model::SheetField& a, const model::SheetField& b) {
              return std::tie(a.row, a.field) < std::tie(b.row, b.field);
            });
}

}  // namespace baraza::rules
