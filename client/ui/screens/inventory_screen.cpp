// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/inventory_screen.h"

#include <algorithm>
#include <cmath>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/relationship_map.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {
namespace {

using client::InventoryModel;
using client::InventoryRow;

constexpr float map_height = 520;

void write(const InventoryModel& model, const InventoryRow& row,
           const model::InventoryPerson& value, const std::string& done, Requests& requests) {
  request::Act act;
  act.intents.emplace_back(client::WriteInventoryPerson{model.group, value, row.disputed});
  if (!row.disputed) {
    act.undo.emplace_back(client::WriteInventoryPerson{model.group, row.value, false});
  }
  act.done = done;
  requests.emplace_back(std::move(act));
}

void move(const InventoryModel& model, std::size_t place, int by, Requests& requests) {
  const InventoryRow& row = model.rows[place];
  const int closeness = std::clamp(int{row.value.closeness} + by, 0, 2);
  if (closeness == row.value.closeness || !model.read_only.empty()) return;
  model::InventoryPerson value = row.value;
  value.closeness = static_cast<std::uint8_t>(closeness);
  write(model, row, value, model.done, requests);
}

void take_off(const InventoryModel& model, std::size_t place, Requests& requests) {
  if (!model.read_only.empty()) return;
  model::InventoryPerson value = model.rows[place].value;
  value.removed = true;
  write(model, model.rows[place], value, model.removed_done, requests);
}

Place to(const InventoryModel& model, const InventoryPersonId& person) {
  return place::InventoryPerson{model.group, model.member, person};
}

void draw_map(Ui& ui, const InventoryModel& model, Rect& room, Requests& requests) {
  CardSpec spec{.id = "map_card", .rect = {room.x, room.y, room.width, 0}};
  const float inside = room.width - 2 * spec.padding;
  const float height = std::min(ui.scaled(map_height), inside * 0.95F);
  spec.rect.height = card_around(ui, spec) + height;
  const Rect rect = card(ui, spec);
  room.take_top(spec.rect.height, space::card_gap);
  std::vector<MapPerson> people;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < model.rows.size(); ++i) ids.push_back(std::to_string(i + 1));
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    const InventoryRow& row = model.rows[i];
    MapPerson person;
    person.id = ids[i];
    person.name = row.name;
    person.letters = row.letters;
    person.text = row.words;
    person.closeness = row.value.closeness;
    person.support = static_cast<MapPerson::Support>(row.value.support);
    person.strain = row.value.strain;
    person.lost = row.value.lost;
    person.changed = row.changed;
    if (row.value.angle_deg) person.angle_deg = static_cast<float>(*row.value.angle_deg);
    people.push_back(person);
  }
  const MapAnswer answer = relationship_map(ui, {.id = "map",
                                                 .rect = rect,
                                                 .letters = model.letters,
                                                 .name = model.name,
                                                 .close_word = model.close_word,
                                                 .some_word = model.some_word,
                                                 .far_word = model.far_word,
                                                 .people = people});
  if (answer.opened) {
    requests.push_back(request::Go{to(model, model.rows[*answer.opened].value.person)});
  }
  if (answer.closer) move(model, *answer.closer, -1, requests);
  if (answer.farther) move(model, *answer.farther, 1, requests);
  if (answer.removed) take_off(model, *answer.removed, requests);
}

void draw_list(Ui& ui, const InventoryModel& model, Rect& room, Requests& requests) {
  if (model.rows.empty()) return;
  CardSpec spec{
      .id = "list_card", .rect = {room.x, room.y, room.width, 0}, .title = model.list_title};
  const float wide = room.width - 2 * spec.padding + 2 * space::s;
  const std::string group = ui.id("list");
  const auto row_of = [&](std::size_t i) {
    ListRowSpec row;
    row.rect.width = wide;
    row.icon = model.rows[i].disputed ? icon::warning : icon::person_outline;
    row.icon_colour = model.rows[i].disputed ? Token::warn_mark : Token::accent;
    row.name = model.rows[i].name;
    row.note = model.rows[i].words;
    row.most_note_lines = 3;
    row.group = group;
    return row;
  };
  spec.rect.height = card_around(ui, spec);
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    spec.rect.height += list_row_height(ui, row_of(i));
  }
  Rect rest = card(ui, spec);
  room.take_top(spec.rect.height, space::card_gap);
  const auto scope = ui.scope("list");
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    ListRowSpec row = row_of(i);
    const std::string id = std::to_string(i + 1);
    row.id = id;
    const float height = list_row_height(ui, row);
    const Rect place = rest.take_top(height);
    row.rect = {place.x - space::s, place.y, wide, height};
    row.rule = i + 1 < model.rows.size();
    if (list_row(ui, row).activated) {
      requests.push_back(request::Go{to(model, model.rows[i].value.person)});
    }
  }
}

void draw_add(Ui& ui, const InventoryModel& model, Rect& room, Requests& requests) {
  if (!model.read_only.empty()) return;
  ButtonSpec add{.id = "add",
                 .text = model.add_word,
                 .kind = ButtonKind::primary,
                 .big = true,
                 .icon = icon::person_add,
                 .enabled = model.add_not.empty(),
                 .why_not = model.add_not};
  const Size size = button_size(ui, add);
  add.rect = {room.x, room.y, std::min(size.width, room.width), ui.primary()};
  room.take_top(ui.primary(), space::card_gap);
  if (button(ui, add)) requests.push_back(request::Go{to(model, {})});
}

}  // namespace

TopBarModel inventory_top_bar(const InventoryModel& model) {
  TopBarModel out;
  out.title = model.title;
  out.note = model.note;
  out.help = model.help;
  return out;
}

void draw_inventory(Ui& ui, const ShellFrame& frame, const InventoryModel& model,
                    Requests& requests) {
  const auto scope = ui.scope("inventory");
  const auto scroll = ui.scroll("room", frame.content.grown(space::xs));
  Rect room = scroll->room().inset(space::xs);
  const float top = scroll->room().y;
  if (!model.none.empty()) {
    empty_state(ui, {.id = "none", .rect = room, .text = model.none});
    return;
  }
  const bool two = ui.layout() == Layout::wide;
  Rect left = room;
  Rect right = room;
  if (two) right = left.take_right(std::floor(room.width * 0.4F), space::card_gap);
  const std::string& said = model.rows.empty() ? model.empty : model.purpose;
  if (!two) {
    left.take_top(ui.paragraph("purpose", left, said, {Role::lead, Weight::regular, Token::ink}),
                  space::m);
    draw_add(ui, model, left, requests);
  }
  draw_map(ui, model, left, requests);
  if (two) {
    right.take_top(ui.paragraph("purpose", right, said, {Role::lead, Weight::regular, Token::ink}),
                   space::m);
    draw_add(ui, model, right, requests);
  }
  draw_list(ui, model, two ? right : left, requests);
  scroll->used(std::max(left.y, two ? right.y : left.y) - top + space::xs);
  ui.first_focus(ui.id(model.read_only.empty() ? "add" : "list.1"));
}

}  // namespace baraza::ui
