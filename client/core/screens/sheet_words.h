// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "shared/model/plan_values.h"
#include "shared/model/work_values.h"
#include "shared/text/catalogue.h"

// How the sheets of written work are called and what they ask, in our own words. Pure.
namespace baraza::client {

struct SheetWords {
  std::string title;    // "The story in one sentence"
  std::string purpose;  // what it is for, and how to begin
  std::string row;      // what a row of it is: "Line {number}"; empty: it has no rows
  std::string add_row;
};
SheetWords sheet_words(const text::Catalogue& words, model::SheetKind kind);

struct SheetFieldWords {
  std::string label;
  std::string hint;                  // shown while nothing is written; or empty
  std::vector<std::string> choices;  // from the first on
};
SheetFieldWords sheet_field_words(const text::Catalogue& words, model::SheetKind kind,
                                  std::uint16_t field);

// "Done", "Tried", ...
std::string outcome_words(const text::Catalogue& words, model::StepOutcome outcome);

}  // namespace baraza::client
