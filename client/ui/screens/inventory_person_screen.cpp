// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "client/ui/screens/inventory_screen.h"
#include "client/ui/screens/sheet_fields.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/sign.h"

// One person of the map: written or changed.
namespace baraza::ui {
namespace {

using client::InventoryPersonModel;

constexpr float page_most = 900;
constexpr int change_lines = 2;

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\n") == std::string::npos;
}

void write(const InventoryPersonModel& model, const model::InventoryPerson& value,
           const std::string& done, Requests& requests) {
  request::Act act;
  act.intents.emplace_back(client::WriteInventoryPerson{model.group, value, model.settles});
  if (!model.settles) {
    model::InventoryPerson before = model.exists ? model.value : value;
    before.removed = !model.exists || model.value.removed;
    act.undo.emplace_back(client::WriteInventoryPerson{model.group, before, false});
  }
  act.done = done;
  act.drops_drafts.push_back(model.draft_key);
  act.then = place::Inventory{model.group, model.member};
  requests.emplace_back(std::move(act));
}

// A labelled choice in a column: measures where `state` is null.
class Column {
 public:
  Column(Ui& ui, Rect room) : ui_(ui), room_(room), top_(room.y) {}

  bool line(std::string_view id, const std::string& label, const std::string& hint, int lines,
            std::size_t most, std::string& text, TextFieldState& field) {
    head(id, label);
    const Rect rect = room_.take_top(text_field_height(ui_, lines), space::l);
    return text_field(ui_,
                      {.id = id,
                       .rect = rect,
                       .label = label,
                       .kind = lines > 1 ? TextFieldKind::lines : TextFieldKind::line,
                       .hint = hint,
                       .most_bytes = most},
                      text, field);
  }
  std::optional<std::size_t> choose(std::string_view id, const std::string& label,
                                    const std::vector<std::string>& choices,
                                    std::optional<std::size_t> chosen) {
    head(id, label);
    const float height = sheet_parts::one_of_height(ui_, choices, room_.width);
    const Rect rect = room_.take_top(height, space::l);
    return sheet_parts::draw_one_of(ui_, id, label, choices, chosen, rect);
  }
  std::optional<std::size_t> check(std::string_view id, const std::vector<std::string>& words,
                                   const std::vector<std::uint8_t>& chosen) {
    const Rect rect = room_.take_top(sheet_parts::list_height(ui_, words, room_.width), space::l);
    return sheet_parts::draw_list(ui_, id, words, chosen, rect);
  }
  float used() const { return room_.y - top_ - space::l; }

 private:
  void head(std::string_view id, const std::string& label) {
    room_.take_top(ui_.paragraph(std::string(id) + ".label", room_, label,
                                 {Role::note, Weight::bold, Token::ink2}),
                   space::xs);
  }

  Ui& ui_;
  Rect room_;
  float top_;
};

float head_height(Ui& ui, const std::string& label, float width) {
  return ui.paragraph_height(label, Role::note, Weight::bold, width) + space::xs;
}

float left_height(Ui& ui, const InventoryPersonModel& model, float width) {
  return head_height(ui, model.called_label, width) + text_field_height(ui) + space::l +
         head_height(ui, model.relationship_label, width) +
         sheet_parts::one_of_height(ui, model.relationships, width);
}

float right_height(Ui& ui, const InventoryPersonModel& model, float width) {
  return head_height(ui, model.closeness_label, width) +
         sheet_parts::one_of_height(ui, model.closenesses, width) + space::l +
         head_height(ui, model.support_label, width) +
         sheet_parts::one_of_height(ui, model.supports, width) + space::l +
         sheet_parts::list_height(ui, {model.strain_word, model.lost_word}, width) + space::l +
         head_height(ui, model.contact_label, width) +
         sheet_parts::one_of_height(ui, model.contacts, width) + space::l +
         head_height(ui, model.change_label, width) + text_field_height(ui, change_lines);
}

bool draw_left(Ui& ui, const InventoryPersonModel& model, const Rect& room,
               InventoryPersonState& state) {
  Column column(ui, room);
  bool changed = column.line("called", model.called_label, model.called_hint, 1, model.most_bytes,
                             state.value.called, state.called);
  std::optional<std::size_t> chosen;
  if (model.exists || state.chosen) {
    chosen = static_cast<std::size_t>(state.value.relationship) - 1;
  }
  if (const auto who =
          column.choose("relationship", model.relationship_label, model.relationships, chosen)) {
    state.value.relationship = static_cast<model::Relationship>(*who + 1);
    state.chosen = changed = true;
  }
  return changed;
}

bool draw_right(Ui& ui, const InventoryPersonModel& model, const Rect& room,
                InventoryPersonState& state) {
  Column column(ui, room);
  bool changed = false;
  model::InventoryPerson& value = state.value;
  if (const auto close =
          column.choose("closeness", model.closeness_label, model.closenesses, value.closeness)) {
    value.closeness = static_cast<std::uint8_t>(*close);
    changed = true;
  }
  std::optional<std::size_t> support;
  if (value.support != model::SupportLevel::unknown) {
    support = static_cast<std::size_t>(value.support) - 1;
  }
  if (const auto level = column.choose("support", model.support_label, model.supports, support)) {
    value.support = static_cast<model::SupportLevel>(*level + 1);
    changed = true;
  }
  std::vector<std::uint8_t> so;
  if (value.strain) so.push_back(1);
  if (value.lost) so.push_back(2);
  if (const auto which = column.check("so", {model.strain_word, model.lost_word}, so)) {
    bool& it = *which == 0 ? value.strain : value.lost;
    it = !it;
    changed = true;
  }
  std::optional<std::size_t> contact;
  if (value.contact != model::ContactLevel::unknown) {
    contact = static_cast<std::size_t>(value.contact) - 1;
  }
  if (const auto often = column.choose("contact", model.contact_label, model.contacts, contact)) {
    value.contact = static_cast<model::ContactLevel>(*often + 1);
    changed = true;
  }
  return column.line("change", model.change_label, model.change_hint, change_lines,
                     10 * model.most_bytes, value.change, state.change) ||
         changed;
}

bool draw_form(Ui& ui, const InventoryPersonModel& model, Rect& room, InventoryPersonState& state) {
  CardSpec spec{.id = "form", .rect = {room.x, room.y, room.width, 0}};
  const float inside = room.width - 2 * spec.padding;
  const bool two = ui.layout() == Layout::wide;
  const float width = two ? std::floor((inside - space::xl) / 2) : inside;
  const float left = left_height(ui, model, width);
  const float right = right_height(ui, model, width);
  spec.rect.height =
      card_around(ui, spec) + (two ? std::max(left, right) : left + space::l + right);
  Rect rest = card(ui, spec);
  room.take_top(spec.rect.height, space::card_gap);
  Rect first = two ? rest.take_left(width, space::xl) : rest.take_top(left, space::l);
  bool changed = draw_left(ui, model, first, state);
  changed |= draw_right(ui, model, rest, state);
  return changed;
}

void draw_history(Ui& ui, const InventoryPersonModel& model, Rect& room) {
  if (model.history.empty()) return;
  CardSpec spec{
      .id = "history", .rect = {room.x, room.y, room.width, 0}, .title = model.history_title};
  const float inside = room.width - 2 * spec.padding;
  spec.rect.height = card_around(ui, spec);
  for (const std::string& line : model.history) {
    spec.rect.height += ui.paragraph_height(line, Role::body, Weight::regular, inside) + space::s;
  }
  Rect rest = card(ui, spec);
  room.take_top(spec.rect.height, space::card_gap);
  const auto scope = ui.scope("history");
  for (std::size_t i = 0; i < model.history.size(); ++i) {
    rest.take_top(ui.paragraph(std::to_string(i), rest, model.history[i], {}), space::s);
  }
}

const std::string& save_not(const InventoryPersonModel& model, const InventoryPersonState& state) {
  static const std::string nothing;
  if (is_blank(state.value.called)) return model.name_not;
  return state.typed || model.settles || model.value.removed ? nothing : model.save_not;
}

void draw_bar(Ui& ui, const InventoryPersonModel& model, const Rect& bar,
              const InventoryPersonState& state, Requests& requests) {
  const std::string& why_not = save_not(model, state);
  std::vector<ButtonSpec> buttons = {ButtonSpec{.id = "save",
                                                .text = model.save_word,
                                                .kind = ButtonKind::primary,
                                                .big = true,
                                                .shortcut = Shortcut::with_ctrl(Key::enter),
                                                .enabled = why_not.empty(),
                                                .why_not = why_not}};
  if (!model.remove_word.empty()) {
    buttons.push_back({.id = "remove", .text = model.remove_word, .big = true});
  }
  const auto pressed = row_of_buttons(ui, buttons, bar);
  if (!pressed) return;
  model::InventoryPerson value = *pressed == 0 ? state.value : model.value;
  value.removed = *pressed == 1;
  write(model, value, *pressed == 0 ? model.done : model.removed_done, requests);
}

}  // namespace

InventoryPersonState begin_inventory_person(const InventoryPersonModel& model, const Bytes& kept,
                                            Random& random) {
  InventoryPersonState state;
  state.value = model.value;
  if (state.value.person.is_zero()) state.value.person = random.id<InventoryPersonId>();
  if (const auto draft = client::decode_inventory_person(kept)) {
    state.value = *draft;
    state.typed = state.chosen = true;
  }
  return state;
}

TopBarModel inventory_person_top_bar(const InventoryPersonModel& model) {
  TopBarModel out;
  out.title = model.title;
  out.note = model.note;
  out.help = model.help;
  return out;
}

void draw_inventory_person(Ui& ui, const ShellFrame& frame, const InventoryPersonModel& model,
                           InventoryPersonState& state, Requests& requests) {
  if (!state.typed && model.exists) state.value = model.value;
  const auto scope = ui.scope("somebody");
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
    if (!model.warning.empty()) {
      IconLineSpec line{.id = "warning",
                        .rect = room,
                        .icon = icon::warning,
                        .text = model.warning,
                        .icon_colour = Token::warn_mark};
      line.rect.height = icon_line_height(ui, line);
      icon_line(ui, line);
      room.take_top(line.rect.height, space::m);
    }
    if (writes) {
      changed = draw_form(ui, model, room, state);
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
  if (changed) {
    state.typed = !(state.value == model.value);
    requests.emplace_back(request::Draft{
        model.draft_key, state.typed ? client::encode_inventory_person(state.value) : Bytes()});
  }
  if (writes) draw_bar(ui, model, bar, state, requests);
  ui.first_focus(ui.id("called"));
}

}  // namespace baraza::ui
