// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/sheet_screen.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/ui/screens/sheet_fields.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/sign.h"
#include "shared/text/fill.h"

namespace baraza::ui {
namespace {

using client::SheetModel;
using sheet_parts::Fields;

constexpr float page_most = 900;
constexpr std::uint16_t most_rows = 12;

// What would be stored: without the fields that say nothing, in order.
client::SheetDraft tidy(client::SheetDraft draft) {
  std::erase_if(draft.value.filled, [](const model::SheetField& field) {
    const bool blank = field.text.find_first_not_of(" \t\n") == std::string::npos;
    return blank && field.choices.empty() && !field.number;
  });
  std::sort(draft.value.filled.begin(), draft.value.filled.end(),
            [](const model::SheetField& a, const model::SheetField& b) {
              return std::tie(a.row, a.field) < std::tie(b.row, b.field);
            });
  return draft;
}

std::uint16_t row_count(const model::Sheet& sheet) {
  std::uint16_t out = 0;
  for (const model::SheetField& field : sheet.filled) out = std::max(out, field.row);
  return out;
}

// Rows begin with one that can be written into at once.
void need_a_row(const SheetModel& model, client::SheetDraft& draft) {
  if (model.add_row.empty() || row_count(draft.value) > 0) return;
  for (const auto& field : model.fields) {
    if (!field.in_rows) continue;
    sheet_parts::field_of(draft.value, 1, field.field);
    return;
  }
}

void keep(const SheetModel& model, SheetState& state, Requests& requests) {
  state.typed = !(tidy(state.draft) == tidy(state.base));
  requests.emplace_back(
      request::Draft{model.draft_key, state.typed ? client::encode_sheet(state.draft) : Bytes()});
}

Place after(const SheetModel& model) {
  return place::Work{model.place.group, model.place.member};
}

void save(const SheetModel& model, SheetState& state, Requests& requests) {
  client::SheetDraft draft = tidy(state.draft);
  draft.value.removed = false;
  request::Act act;
  act.intents.push_back(client::sheet_intent(model, draft));
  client::SheetDraft before = tidy({model.value, model.outcome});
  if (!model.exists) {
    before = draft;
    before.value.removed = true;
  }
  // What came of a step is changed, never taken back.
  if (model.outcomes.empty() && !model.settles) {
    SheetModel now = model;
    now.settles = false;
    act.undo.push_back(client::sheet_intent(now, before));
  }
  act.done = model.done;
  act.drops_drafts.push_back(model.draft_key);
  act.then = after(model);
  requests.emplace_back(std::move(act));
}

void strike(const SheetModel& model, Requests& requests) {
  client::SheetDraft draft = tidy({model.value, model.outcome});
  request::Act act;
  act.undo.push_back(client::sheet_intent(model, draft));
  draft.value.removed = true;
  act.intents.push_back(client::sheet_intent(model, draft));
  act.done = model.struck_done;
  act.drops_drafts.push_back(model.draft_key);
  act.then = after(model);
  requests.emplace_back(std::move(act));
}

void swap_rows(std::uint16_t one, std::uint16_t other, SheetState& state) {
  for (model::SheetField& field : state.draft.value.filled) {
    if (field.row == one) {
      field.row = other;
    } else if (field.row == other) {
      field.row = one;
    }
  }
  state.texts.clear();
}

void remove_row(std::uint16_t row, SheetState& state) {
  auto& filled = state.draft.value.filled;
  std::erase_if(filled, [&](const model::SheetField& field) { return field.row == row; });
  for (model::SheetField& field : filled) {
    if (field.row > row) --field.row;
  }
  state.texts.clear();
}

struct Parts {
  Fields before;  // above the rows
  Fields in_rows;
  Fields below;
};

Parts parts_of(const SheetModel& model) {
  Parts out;
  for (const auto& field : model.fields) {
    (field.in_rows ? out.in_rows : out.in_rows.empty() ? out.before : out.below).push_back(&field);
  }
  return out;
}

// --- cards ----------------------------------------------------------------------------------

void draw_purpose(Ui& ui, const SheetModel& model, const SheetState& state, Rect& room) {
  room.take_top(space::s);
  const TextStyle lead{Role::lead, Weight::regular, Token::ink};
  room.take_top(ui.paragraph("purpose", room, model.purpose, lead), space::m);
  if (!model.about.empty()) {
    room.take_top(ui.paragraph("about", room,
                               text::fill("{title}: {text}",
                                          {{"title", model.about_title}, {"text", model.about}}),
                               {Role::body, Weight::bold, Token::ink}),
                  space::m);
  }
  const bool changed = state.typed && !(tidy(state.base).value == tidy({model.value, {}}).value);
  const std::string& warning = changed && model.exists ? model.changed_since : model.warning;
  if (warning.empty()) return;
  IconLineSpec line{.id = "warning",
                    .rect = room,
                    .icon = icon::warning,
                    .text = warning,
                    .icon_colour = Token::warn_mark};
  line.rect.height = icon_line_height(ui, line);
  icon_line(ui, line);
  room.take_top(line.rect.height, space::m);
}

bool draw_outcome(Ui& ui, const SheetModel& model, Rect& room, SheetState& state) {
  if (model.outcomes.empty()) return false;
  CardSpec spec{
      .id = "outcome_card", .rect = {room.x, room.y, room.width, 0}, .title = model.outcome_title};
  const float inside = room.width - 2 * spec.padding;
  spec.rect.height = card_around(ui, spec) + sheet_parts::one_of_height(ui, model.outcomes, inside);
  const Rect rest = card(ui, spec);
  room.take_top(spec.rect.height, space::card_gap);
  std::optional<std::size_t> chosen;
  if (state.draft.outcome) chosen = static_cast<std::size_t>(*state.draft.outcome) - 1;
  const auto pressed =
      sheet_parts::draw_one_of(ui, "outcome", model.outcome_title, model.outcomes, chosen, rest);
  if (!pressed) return false;
  state.draft.outcome = static_cast<model::StepOutcome>(*pressed + 1);
  return true;
}

bool draw_card(Ui& ui, const SheetModel& model, std::string_view id, const Fields& fields,
               Rect& room, SheetState& state) {
  if (fields.empty()) return false;
  CardSpec spec{.id = id, .rect = {room.x, room.y, room.width, 0}};
  const float inside = room.width - 2 * spec.padding;
  spec.rect.height = card_around(ui, spec) + sheet_parts::fields_height(ui, model, fields, inside);
  const Rect rest = card(ui, spec);
  room.take_top(spec.rect.height, space::card_gap);
  return sheet_parts::draw_fields(ui, model, fields, 0, rest, state);
}

std::array<ButtonSpec, 3> row_buttons(const SheetModel& model, std::uint16_t row,
                                      std::uint16_t count) {
  return {
      ButtonSpec{.id = "up",
                 .text = model.up_word,
                 .icon = icon::arrow_upward,
                 .enabled = row > 1,
                 .why_not = model.first_row,
                 .tight = true},
      ButtonSpec{.id = "down",
                 .text = model.down_word,
                 .icon = icon::arrow_downward,
                 .enabled = row < count,
                 .why_not = model.last_row,
                 .tight = true},
      ButtonSpec{.id = "remove", .text = model.remove_word, .icon = icon::close, .tight = true}};
}

bool draw_row(Ui& ui, const SheetModel& model, const Fields& fields, std::uint16_t row,
              std::uint16_t count, Rect& room, SheetState& state) {
  const auto scope = ui.scope("row." + std::to_string(row));
  const std::string title = text::fill(model.row_title, {{"number", std::to_string(row)}});
  CardSpec spec{.id = "card", .rect = {room.x, room.y, room.width, 0}, .title = title};
  const float inside = room.width - 2 * spec.padding;
  const auto buttons = row_buttons(model, row, count);
  const float below = row_of_buttons_height(ui, buttons, inside);
  const float fields_high = sheet_parts::fields_height(ui, model, fields, inside);
  spec.rect.height = card_around(ui, spec) + fields_high + space::m + below;
  Rect rest = card(ui, spec);
  room.take_top(spec.rect.height, space::card_gap);
  bool changed =
      sheet_parts::draw_fields(ui, model, fields, row, rest.take_top(fields_high, space::m), state);
  const auto pressed = row_of_buttons(ui, buttons, rest, Align::right);
  if (!pressed) return changed;
  if (*pressed == 0) swap_rows(row, static_cast<std::uint16_t>(row - 1), state);
  if (*pressed == 1) swap_rows(row, static_cast<std::uint16_t>(row + 1), state);
  if (*pressed == 2) remove_row(row, state);
  return true;
}

bool draw_rows(Ui& ui, const SheetModel& model, const Fields& fields, Rect& room,
               SheetState& state) {
  if (fields.empty()) return false;
  bool changed = false;
  const std::uint16_t count = row_count(state.draft.value);
  for (std::uint16_t row = 1; row <= count; ++row) {
    changed |= draw_row(ui, model, fields, row, count, room, state);
  }
  ButtonSpec add{.id = "add",
                 .text = model.add_row,
                 .icon = icon::add,
                 .enabled = count < most_rows,
                 .why_not = model.no_more_rows};
  const Size size = button_size(ui, add);
  add.rect = {room.x, room.y, std::min(size.width, room.width), size.height};
  room.take_top(size.height, space::card_gap);
  if (button(ui, add)) {
    const auto row = static_cast<std::uint16_t>(row_count(state.draft.value) + 1);
    sheet_parts::field_of(state.draft.value, row, fields.front()->field);
    state.wanted_focus =
        ui.id("row." + std::to_string(row) + "." + std::to_string(fields.front()->field));
    changed = true;
  }
  return changed;
}

void draw_history(Ui& ui, const SheetModel& model, Rect& room) {
  if (model.history.empty()) return;
  CardSpec spec{
      .id = "history", .rect = {room.x, room.y, room.width, 0}, .title = model.history_title};
  const float inside = room.width - 2 * spec.padding;
  const float line = ui.canvas().line_height(Role::note);
  spec.rect.height = card_around(ui, spec);
  for (const client::SheetVersion& each : model.history) {
    spec.rect.height += line + space::m;
    for (const std::string& text : each.lines) {
      spec.rect.height += ui.paragraph_height(text, Role::body, Weight::regular, inside);
    }
  }
  Rect rest = card(ui, spec);
  room.take_top(spec.rect.height, space::card_gap);
  const auto scope = ui.scope("history");
  for (std::size_t i = 0; i < model.history.size(); ++i) {
    const client::SheetVersion& each = model.history[i];
    const std::string id = std::to_string(i);
    const Token ink = each.stands ? Token::ink : Token::ink2;
    ui.text(id + ".by", rest.take_top(line), each.by, {Role::note, Weight::bold, ink});
    for (std::size_t k = 0; k < each.lines.size(); ++k) {
      rest.take_top(ui.paragraph(id + "." + std::to_string(k), rest, each.lines[k],
                                 {Role::body, Weight::regular, ink}));
    }
    rest.take_top(0, space::m);
  }
}

// Why it can't be saved as it is; empty: it can.
std::string save_not(const SheetModel& model, const SheetState& state) {
  if (!state.typed && !model.struck && !model.settles) return model.save_not;
  const std::string missing = client::missing_field(model, state.draft);
  if (missing.empty()) return {};
  return text::fill(model.missing, {{"field", missing}});
}

void draw_bar(Ui& ui, const SheetModel& model, const Rect& bar, SheetState& state,
              Requests& requests) {
  const std::string why_not = save_not(model, state);
  std::vector<ButtonSpec> buttons = {ButtonSpec{.id = "save",
                                                .text = model.save_word,
                                                .kind = ButtonKind::primary,
                                                .big = true,
                                                .shortcut = Shortcut::with_ctrl(Key::enter),
                                                .enabled = why_not.empty(),
                                                .why_not = why_not}};
  if (!model.strike_word.empty()) {
    buttons.push_back({.id = "strike", .text = model.strike_word, .big = true});
  }
  const auto pressed = row_of_buttons(ui, buttons, bar);
  if (pressed == 0) save(model, state, requests);
  if (pressed == 1) strike(model, requests);
}

}  // namespace

SheetState begin_sheet(const SheetModel& model, const Bytes& kept, Random& random) {
  SheetState state;
  state.base = {model.value, model.outcome};
  if (state.base.value.entry.is_zero()) state.base.value.entry = random.id<SheetId>();
  state.draft = state.base;
  if (const auto draft = client::decode_sheet(kept)) {
    state.draft = *draft;
    state.typed = true;
  }
  need_a_row(model, state.draft);
  return state;
}

TopBarModel sheet_top_bar(const SheetModel& model) {
  TopBarModel out;
  out.title = model.title;
  out.note = model.note;
  out.help = model.help;
  return out;
}

void draw_sheet(Ui& ui, const ShellFrame& frame, const SheetModel& model, SheetState& state,
                Requests& requests) {
  // A new sheet's id was drawn here; one that exists follows what others write.
  if (!state.typed && model.exists) {
    state.base = state.draft = {model.value, model.outcome};
    need_a_row(model, state.draft);
  }
  const auto scope = ui.scope("sheet");
  Rect content = frame.content;
  const bool writes = model.none.empty() && model.read_only.empty();
  Rect bar;
  if (writes) bar = content.take_bottom(ui.primary(), space::m);
  bool changed = false;
  {
    const auto scroll = ui.scroll("room", content.grown(space::xs));
    Rect room = scroll->room().inset(space::xs);
    const float top = scroll->room().y;
    if (!model.none.empty()) {
      empty_state(ui, {.id = "none", .rect = room, .text = model.none});
      return;
    }
    room.width = std::min(room.width, ui.scaled(page_most));
    draw_purpose(ui, model, state, room);
    if (writes) {
      const Parts parts = parts_of(model);
      changed |= draw_outcome(ui, model, room, state);
      changed |= draw_card(ui, model, "before", parts.before, room, state);
      changed |= draw_rows(ui, model, parts.in_rows, room, state);
      changed |= draw_card(ui, model, "below", parts.below, room, state);
      room.take_top(
          ui.paragraph("kept", room, model.kept, {Role::note, Weight::regular, Token::ink2}),
          space::m);
    } else {
      room.take_top(ui.paragraph("read_only", room, model.read_only,
                                 {Role::note, Weight::regular, Token::ink2}),
                    space::m);
    }
    draw_history(ui, model, room);
    scroll->used(room.y - top + space::xs);
  }
  if (!state.wanted_focus.empty() && ui.registry().find(state.wanted_focus) != nullptr) {
    ui.focus(std::move(state.wanted_focus));
    state.wanted_focus.clear();
  }
  if (changed) keep(model, state, requests);
  if (writes) draw_bar(ui, model, bar, state, requests);
  const auto& first = model.fields.front();
  ui.first_focus(
      ui.id(first.in_rows ? "row.1." + std::to_string(first.field) : std::to_string(first.field)));
}

}  // namespace baraza::ui
