// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/techniques_screen.h"

#include <algorithm>
#include <cmath>

#include "client/ui/widgets/card.h"
#include "client/ui/widgets/sign.h"
#include "client/ui/widgets/text_field.h"

namespace baraza::ui {
namespace {

using client::TechniqueLine;
using client::TechniquesModel;

void mark(const TechniquesModel& model, const TechniqueLine& line, Requests& requests) {
  client::MarkTechnique use;
  use.group = model.group;
  use.value.key = {model.session, line.technique, {}};
  use.value.used = !line.used;
  request::Act act;
  act.intents.emplace_back(use);
  use.value.used = line.used;
  act.undo.emplace_back(use);
  act.done = model.done;
  requests.emplace_back(std::move(act));
}

CheckRowSpec row_of(const TechniquesModel& model, const TechniqueLine& line, const std::string& id,
                    float width) {
  CheckRowSpec out{.id = id, .rect = {0, 0, width, 0}, .text = line.name, .checked = line.used};
  out.enabled = model.read_only.empty();
  out.why_not = model.read_only;
  return out;
}

// The lines from one to another, as a column.
void draw_column(Ui& ui, const TechniquesModel& model, std::size_t from, std::size_t to, Rect& room,
                 Requests& requests) {
  const std::string group = ui.id("list");
  for (std::size_t i = from; i < to; ++i) {
    const TechniqueLine& line = model.lines[i];
    const std::string id = std::to_string(static_cast<int>(line.technique));
    CheckRowSpec row = row_of(model, line, id, room.width);
    row.rect = room.take_top(check_row_height(ui, row));
    row.group = group;
    if (check_row(ui, row)) mark(model, line, requests);
  }
}

float column_height(Ui& ui, const TechniquesModel& model, std::size_t from, std::size_t to,
                    float width) {
  float out = 0;
  for (std::size_t i = from; i < to; ++i) {
    out += check_row_height(ui, row_of(model, model.lines[i], {}, width));
  }
  return out;
}

}  // namespace

TopBarModel techniques_top_bar(const TechniquesModel& model) {
  TopBarModel out;
  out.title = model.title;
  out.note = model.note;
  out.help = model.help;
  return out;
}

void draw_techniques(Ui& ui, const ShellFrame& frame, const TechniquesModel& model,
                     Requests& requests) {
  const auto scope = ui.scope("techniques");
  const auto scroll = ui.scroll("room", frame.content.grown(space::xs));
  Rect room = scroll->room().inset(space::xs);
  const float top = scroll->room().y;
  if (!model.none.empty()) {
    empty_state(ui, {.id = "none", .rect = room, .text = model.none});
    return;
  }
  const std::string& said = model.read_only.empty() ? model.purpose : model.read_only;
  room.take_top(ui.paragraph("purpose", room, said, {Role::lead, Weight::regular, Token::ink}),
                space::l);
  CardSpec spec{.id = "card", .rect = {room.x, room.y, room.width, 0}, .title = model.count};
  const bool two = ui.layout() != Layout::narrow;
  const float inside = room.width - 2 * spec.padding;
  const float width = two ? std::floor((inside - space::l) / 2) : inside;
  const std::size_t half = two ? (model.lines.size() + 1) / 2 : model.lines.size();
  spec.rect.height =
      card_around(ui, spec) + std::max(column_height(ui, model, 0, half, width),
                                       column_height(ui, model, half, model.lines.size(), width));
  Rect left = card(ui, spec);
  room.take_top(spec.rect.height, space::card_gap);
  Rect right = two ? left.take_right(width, space::l) : left;
  draw_column(ui, model, 0, half, left, requests);
  draw_column(ui, model, half, model.lines.size(), two ? right : left, requests);
  scroll->used(room.y - top + space::xs);
  ui.first_focus(ui.id("1"));
}

}  // namespace baraza::ui
