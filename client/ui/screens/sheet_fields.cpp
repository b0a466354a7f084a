// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/sheet_fields.h"

#include <algorithm>
#include <cmath>

#include "client/ui/widgets/choice.h"

namespace baraza::ui::sheet_parts {
namespace {

using client::SheetFieldModel;
using client::SheetInput;
using client::SheetModel;

constexpr int text_lines = 3;
constexpr std::size_t most_parts = 5;
constexpr std::uint32_t latest_year = 2200;

std::vector<std::string_view> parts_of(const std::vector<std::string>& choices) {
  return {choices.begin(), choices.end()};
}

// In a row, if it is a choice at all and its words fit.
bool fits_row(const Ui& ui, const std::vector<std::string>& choices, float width) {
  if (choices.size() < 2 || choices.size() > most_parts) return false;
  const auto parts = parts_of(choices);
  return choice_size(ui, {.parts = parts}).width <= width;
}

CheckRowSpec check_spec(const std::string& id, const std::string& text, const Rect& rect) {
  return {.id = id, .rect = rect, .text = text};
}

float input_height(const Ui& ui, const SheetFieldModel& field, float width) {
  switch (field.input) {
    case SheetInput::line:
    case SheetInput::year: return text_field_height(ui);
    case SheetInput::lines: return text_field_height(ui, text_lines);
    case SheetInput::one_of: return one_of_height(ui, field.choices, width);
    case SheetInput::several_of: break;
  }
  return list_height(ui, field.choices, width);
}

bool draw_text(Ui& ui, const SheetModel& model, const SheetFieldModel& field, std::uint16_t row,
               const Rect& room, SheetState& state) {
  std::string& text = field_of(state.draft.value, row, field.field).text;
  const bool lines = field.input == SheetInput::lines;
  return text_field(ui,
                    {.id = std::to_string(field.field),
                     .rect = room,
                     .label = field.label,
                     .kind = lines ? TextFieldKind::lines : TextFieldKind::line,
                     .hint = field.hint,
                     .most_bytes = model.most_bytes},
                    text, state.texts[{row, field.field}]);
}

bool draw_year(Ui& ui, const SheetFieldModel& field, std::uint16_t row, const Rect& room,
               SheetState& state) {
  std::optional<std::int32_t>& number = field_of(state.draft.value, row, field.field).number;
  std::optional<std::uint32_t> value;
  if (number) value = static_cast<std::uint32_t>(*number);
  Rect place = room;
  place.width = std::min(place.width, ui.scaled(160));
  NumberFieldState& typed = state.numbers[{row, field.field}];
  const bool changed = number_field(ui,
                                    {.id = std::to_string(field.field),
                                     .rect = place,
                                     .label = field.label,
                                     .hint = field.hint,
                                     .most = latest_year},
                                    value, typed);
  if (!changed) return false;
  number.reset();
  if (value) number = static_cast<std::int32_t>(*value);
  return true;
}

// One choice, of which another row may have it: it goes there from the others.
void choose_one(std::uint16_t row, const SheetFieldModel& field, std::uint8_t choice,
                SheetState& state) {
  model::SheetField& own = field_of(state.draft.value, row, field.field);
  const bool again = own.choices == std::vector<std::uint8_t>{choice};
  const bool only_one = field.choices.size() == 1 && row != 0;
  if (only_one && !again) {
    for (model::SheetField& each : state.draft.value.filled) {
      if (each.field == field.field && each.row != row) each.choices.clear();
    }
  }
  own.choices.clear();
  if (!again || field.choices.size() > 1) own.choices = {choice};
}

bool draw_choice(Ui& ui, const SheetFieldModel& field, std::uint16_t row, const Rect& room,
                 SheetState& state) {
  const std::vector<std::uint8_t> chosen = field_of(state.draft.value, row, field.field).choices;
  const std::string leaf = std::to_string(field.field);
  std::optional<std::size_t> at;
  if (!chosen.empty()) at = chosen.front() - 1U;
  const auto pressed = draw_one_of(ui, leaf, field.label, field.choices, at, room);
  if (!pressed) return false;
  choose_one(row, field, static_cast<std::uint8_t>(*pressed + 1), state);
  return true;
}

bool draw_several(Ui& ui, const SheetFieldModel& field, std::uint16_t row, const Rect& room,
                  SheetState& state) {
  std::vector<std::uint8_t>& chosen = field_of(state.draft.value, row, field.field).choices;
  const auto pressed = draw_list(ui, std::to_string(field.field), field.choices, chosen, room);
  if (!pressed) return false;
  const auto choice = static_cast<std::uint8_t>(*pressed + 1);
  if (std::erase(chosen, choice) == 0) {
    chosen.insert(std::upper_bound(chosen.begin(), chosen.end(), choice), choice);
  }
  return true;
}

bool beside(const Ui& ui, const Fields& fields, std::size_t at) {
  return ui.layout() != Layout::narrow && fields[at]->beside_next && at + 1 < fields.size();
}

}  // namespace

model::SheetField& field_of(model::Sheet& sheet, std::uint16_t row, std::uint16_t field) {
  for (model::SheetField& each : sheet.filled) {
    if (each.row == row && each.field == field) return each;
  }
  model::SheetField& out = sheet.filled.emplace_back();
  out.row = row;
  out.field = field;
  return out;
}

float list_height(const Ui& ui, const std::vector<std::string>& choices, float width) {
  float out = 0;
  for (const std::string& choice : choices) {
    out += check_row_height(ui, check_spec({}, choice, {0, 0, width, 0}));
  }
  return out;
}

std::optional<std::size_t> draw_list(Ui& ui, std::string_view leaf,
                                     const std::vector<std::string>& choices,
                                     const std::vector<std::uint8_t>& chosen, const Rect& room) {
  const std::string group = ui.id(leaf);
  std::optional<std::size_t> pressed;
  Rect rest = room;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const std::string id = std::string(leaf) + "." + std::to_string(i + 1);
    CheckRowSpec spec = check_spec(id, choices[i], {0, 0, room.width, 0});
    const float height = check_row_height(ui, spec);
    spec.rect = rest.take_top(height);
    spec.group = group;
    spec.checked = std::find(chosen.begin(), chosen.end(), i + 1) != chosen.end();
    if (check_row(ui, spec)) pressed = i;
  }
  return pressed;
}

float one_of_height(const Ui& ui, const std::vector<std::string>& choices, float width) {
  if (!fits_row(ui, choices, width)) return list_height(ui, choices, width);
  const auto parts = parts_of(choices);
  return choice_size(ui, {.parts = parts}).height;
}

std::optional<std::size_t> draw_one_of(Ui& ui, std::string_view leaf, std::string_view label,
                                       const std::vector<std::string>& choices,
                                       std::optional<std::size_t> chosen, const Rect& room) {
  if (!fits_row(ui, choices, room.width)) {
    std::vector<std::uint8_t> checked;
    if (chosen) checked.push_back(static_cast<std::uint8_t>(*chosen + 1));
    return draw_list(ui, leaf, choices, checked, room);
  }
  const auto parts = parts_of(choices);
  ChoiceSpec spec{.id = leaf, .label = label, .parts = parts, .chosen = chosen};
  const Size size = choice_size(ui, spec);
  spec.rect = {room.x, room.y, size.width, size.height};
  return choice(ui, spec);
}

float field_height(const Ui& ui, const SheetModel&, const SheetFieldModel& field, float width) {
  return ui.paragraph_height(field.label, Role::note, Weight::bold, width) + space::xs +
         input_height(ui, field, width);
}

bool draw_field(Ui& ui, const SheetModel& model, const SheetFieldModel& field, std::uint16_t row,
                const Rect& room, SheetState& state) {
  Rect rest = room;
  const std::string number = std::to_string(field.field);
  rest.take_top(
      ui.paragraph(number + ".label", rest, field.label, {Role::note, Weight::bold, Token::ink2}),
      space::xs);
  rest.height = input_height(ui, field, rest.width);
  switch (field.input) {
    case SheetInput::line:
    case SheetInput::lines: return draw_text(ui, model, field, row, rest, state);
    case SheetInput::year: return draw_year(ui, field, row, rest, state);
    case SheetInput::one_of: return draw_choice(ui, field, row, rest, state);
    case SheetInput::several_of: break;
  }
  return draw_several(ui, field, row, rest, state);
}

float fields_height(const Ui& ui, const SheetModel& model, const Fields& fields, float width) {
  float out = 0;
  const float half = std::floor((width - space::l) / 2);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (out > 0) out += space::l;
    if (beside(ui, fields, i)) {
      out += std::max(field_height(ui, model, *fields[i], half),
                      field_height(ui, model, *fields[i + 1], half));
      ++i;
    } else {
      out += field_height(ui, model, *fields[i], width);
    }
  }
  return out;
}

bool draw_fields(Ui& ui, const SheetModel& model, const Fields& fields, std::uint16_t row,
                 Rect room, SheetState& state) {
  bool changed = false;
  const float half = std::floor((room.width - space::l) / 2);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!beside(ui, fields, i)) {
      const float height = field_height(ui, model, *fields[i], room.width);
      changed |= draw_field(ui, model, *fields[i], row, room.take_top(height, space::l), state);
      continue;
    }
    const float height = std::max(field_height(ui, model, *fields[i], half),
                                  field_height(ui, model, *fields[i + 1], half));
    Rect both = room.take_top(height, space::l);
    const Rect left = both.take_left(half, space::l);
    changed |= draw_field(ui, model, *fields[i], row, left, state);
    changed |= draw_field(ui, model, *fields[i + 1], row, both, state);
    ++i;
  }
  return changed;
}

}  // namespace baraza::ui::sheet_parts
