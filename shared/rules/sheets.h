// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "shared/base/result.h"
#include "shared/model/work_values.h"

// Which fields each sheet of written work has. The numbers of fields and choices are part of what
// is stored: they are never given to something else. What the sheets ask for follows how
// interpersonal psychotherapy is described in the published trials and the seed list of techniques
// (reference: interpersonal inventory, formulation, communication and decision analysis, work by
// focal area); the words with which they ask are the client's.
namespace baraza::rules {

enum class SheetInput : std::uint8_t {
  line,        // a few words
  lines,       // several lines
  one_of,      // one of `choices`, from 1
  several_of,  // any of `choices`, from 1
  year,        // of the calendar, as the number
};

struct SheetFieldShape {
  std::uint16_t field = 0;  // from 1, unique within the sheet
  std::string_view name;    // stable, for scripts and exports
  SheetInput input = SheetInput::lines;
  bool in_rows = false;      // once in each row of the sheet; else once in the sheet
  bool needed = false;       // the sheet can't be saved without it; in rows: no row without it
  std::uint8_t choices = 0;  // how many there are
  bool beside_next = false;  // stands beside the next field where there is room
};

struct SheetShape {
  model::SheetKind kind = model::SheetKind::event;
  std::span<const SheetFieldShape> fields;  // in the order in which they are asked
};

// Static; valid for ever.
const SheetShape& sheet_shape(model::SheetKind kind);

// Null if the sheet has no such field.
const SheetFieldShape* find_field(model::SheetKind kind, std::uint16_t field);
const SheetFieldShape* find_field(model::SheetKind kind, std::string_view name);

// The text of a field, empty if nothing was written; `row` 0 for fields outside rows.
const std::string& text_of(const model::Sheet& sheet, std::uint16_t field, std::uint16_t row = 0);
// The choices of a field.
std::vector<std::uint8_t> choices_of(const model::Sheet& sheet, std::uint16_t field);
// The rows that were written, in their order.
std::vector<std::uint16_t> rows_of(const model::Sheet& sheet);

// invalid_argument, naming the field, if something needed is missing or a choice isn't one of the
// sheet's; fields that this version doesn't know are left alone.
Result<void> check_sheet(const model::Sheet& sheet);

// Puts the fields into the order in which a sheet is stored, without those that say nothing.
void tidy_sheet(model::Sheet& sheet);

}  // namespace baraza::rules
