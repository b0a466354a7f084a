// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/screens/sheet_screen.h"

// One field of a sheet, measured and drawn; for the sheet's own sources.
namespace baraza::ui::sheet_parts {

// The written part of a field; made where there is none yet.
model::SheetField& field_of(model::Sheet& sheet, std::uint16_t row, std::uint16_t field);

// Label and input, within this width.
float field_height(const Ui& ui, const client::SheetModel& model,
                   const client::SheetFieldModel& field, float width);
// True when something was changed in this pass.
bool draw_field(Ui& ui, const client::SheetModel& model, const client::SheetFieldModel& field,
                std::uint16_t row, const Rect& room, SheetState& state);

// A run of fields, those beside each other where there is room for it.
using Fields = std::vector<const client::SheetFieldModel*>;
float fields_height(const Ui& ui, const client::SheetModel& model, const Fields& fields,
                    float width);
bool draw_fields(Ui& ui, const client::SheetModel& model, const Fields& fields, std::uint16_t row,
                 Rect room, SheetState& state);

// The choices of one field as a list, for `one_of` that doesn't fit into a row, and `several_of`.
float list_height(const Ui& ui, const std::vector<std::string>& choices, float width);
// The choice that was pressed, from 0.
std::optional<std::size_t> draw_list(Ui& ui, std::string_view leaf,
                                     const std::vector<std::string>& choices,
                                     const std::vector<std::uint8_t>& chosen, const Rect& room);
// One of a few: in a row where that fits.
float one_of_height(const Ui& ui, const std::vector<std::string>& choices, float width);
std::optional<std::size_t> draw_one_of(Ui& ui, std::string_view leaf, std::string_view label,
                                       const std::vector<std::string>& choices,
                                       std::optional<std::size_t> chosen, const Rect& room);

}  // namespace baraza::ui::sheet_parts
