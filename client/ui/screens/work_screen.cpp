// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/work_screen.h"

#include <algorithm>
#include <cmath>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {
namespace {

using client::WorkCard;
using client::WorkEntry;
using client::WorkModel;

constexpr std::size_t first_of_the_right = 1;  // cards: before the group | the others

Place to(const WorkModel& model, const WorkEntry& row) {
  switch (row.opens) {
    case WorkEntry::Opens::area: return place::FocalArea{model.group, model.member};
    case WorkEntry::Opens::inventory: return place::Inventory{model.group, model.member};
    case WorkEntry::Opens::consent: return place::Consent{model.group, model.member};
    case WorkEntry::Opens::sheet: break;
  }
  return place::Sheet{row.sheet.group, row.sheet.member, row.sheet.kind, row.sheet.entry,
                      row.sheet.about};
}

const char* mark_of(const WorkEntry& row) {
  if (row.look_here) return icon::warning;
  if (row.adds) return icon::add;
  return row.done ? icon::check_circle : icon::edit;
}

ListRowSpec row_of(const WorkEntry& row, std::string_view group, float width) {
  ListRowSpec out;
  out.id = row.id;
  out.rect.width = width;
  out.icon = mark_of(row);
  out.icon_colour = row.look_here           ? Token::warn_mark
                    : row.done && !row.adds ? Token::accent
                                            : Token::ink2;
  out.name = row.name;
  out.note = row.note;
  out.most_note_lines = 2;
  out.strong_name = !row.adds;
  out.group = group;
  return out;
}

void draw_card(Ui& ui, const WorkModel& model, const WorkCard& what, Rect& room,
               Requests& requests) {
  if (what.rows.empty() && what.note.empty()) return;
  const std::string card_id = what.id + ".card";
  CardSpec spec{.id = card_id,
                .rect = {room.x, room.y, room.width, 0},
                .title = what.title,
                .note = what.note};
  const float wide = room.width - 2 * spec.padding + 2 * space::s;
  const std::string group = ui.id(what.id);
  spec.rect.height = card_around(ui, spec);
  for (const WorkEntry& row : what.rows) {
    spec.rect.height += list_row_height(ui, row_of(row, group, wide));
  }
  Rect rest = card(ui, spec);
  room.take_top(spec.rect.height, space::card_gap);
  for (std::size_t i = 0; i < what.rows.size(); ++i) {
    ListRowSpec row = row_of(what.rows[i], group, wide);
    const float height = list_row_height(ui, row);
    const Rect place = rest.take_top(height);
    row.rect = {place.x - space::s, place.y, wide, height};
    row.rule = i + 1 < what.rows.size();
    if (list_row(ui, row).activated) requests.push_back(request::Go{to(model, what.rows[i])});
  }
}

void draw_next(Ui& ui, const WorkModel& model, Rect& room, Requests& requests) {
  if (model.next_word.empty()) return;
  ButtonSpec next{.id = "next",
                  .text = model.next_word,
                  .kind = ButtonKind::primary,
                  .big = true,
                  .icon = icon::chevron_right};
  const Size size = button_size(ui, next);
  next.rect = {room.x, room.y, std::min(size.width, room.width), ui.primary()};
  room.take_top(ui.primary(), space::card_gap);
  if (button(ui, next)) requests.push_back(request::Go{to(model, model.next)});
}

}  // namespace

TopBarModel work_top_bar(const WorkModel& model) {
  TopBarModel out;
  out.title = model.title;
  out.note = model.note;
  out.help = model.help;
  return out;
}

void draw_work(Ui& ui, const ShellFrame& frame, const WorkModel& model, Requests& requests) {
  const auto scope = ui.scope("work");
  const auto scroll = ui.scroll("room", frame.content.grown(space::xs));
  Rect room = scroll->room().inset(space::xs);
  const float top = scroll->room().y;
  if (!model.none.empty()) {
    empty_state(ui, {.id = "none", .rect = room, .text = model.none});
    return;
  }
  draw_next(ui, model, room, requests);
  const bool two = ui.layout() != Layout::narrow;
  Rect left = room;
  Rect right = room;
  if (two) {
    right = left.take_right(std::floor((room.width - space::card_gap) / 2), space::card_gap);
  }
  for (std::size_t i = 0; i < model.cards.size(); ++i) {
    const bool on_the_right = two && i >= first_of_the_right;
    draw_card(ui, model, model.cards[i], on_the_right ? right : left, requests);
  }
  scroll->used(std::max(left.y, two ? right.y : left.y) - top + space::xs);
  const std::string first = model.cards.front().rows.front().id;
  ui.first_focus(ui.id(model.next_word.empty() ? first : "next"));
}

}  // namespace baraza::ui
