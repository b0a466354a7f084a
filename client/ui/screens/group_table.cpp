// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/group_table.h"

#include <algorithm>
#include <cmath>

#include "client/ui/screens/area_look.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/attendance.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/person_disc.h"
#include "client/ui/widgets/tag.h"
#include "client/ui/widgets/trend_line.h"

namespace baraza::ui {
namespace {

using client::GroupMember;
using client::GroupModel;

constexpr float least_name = 150;
constexpr float most_name = 260;
constexpr float mood_width = 136;
constexpr float mood_height = 40;
constexpr float last_width = 170;

// What of the table fits.
struct Columns {
  float name = 0;
  float area = 0;         // width; 0: there is no room for it
  std::size_t first = 0;  // of the sessions that are shown
  std::size_t count = 0;
  float mood = 0;  // width; 0: there is no room for it
  float last = 0;
};

Columns fit(const Ui& ui, const GroupModel& model, float width) {
  Columns out;
  const float cell = cell_target(ui).width;
  const std::size_t all = model.sessions.size();
  const auto column = [&](float least, std::string_view head) {
    return std::max(ui.scaled(least), std::ceil(ui.width_of(head, Role::note)) + 1);
  };
  out.last = model.last_head.empty() ? 0 : column(last_width, model.last_head) + space::m;
  const float mood = column(mood_width, model.mood_head);
  float names = ui.scaled(least_name);
  for (const GroupMember& member : model.members) {
    const float wide = ui.width_of(member.name, Role::body, Weight::bold) + ui.scaled(36) +
                       5 * space::m + ui.canvas().icon_width(IconSize::plain);
    names = std::clamp(wide, names, ui.scaled(most_name));
  }
  float area = std::ceil(ui.width_of(model.area_head, Role::note)) + 1;
  for (const GroupMember& member : model.members) {
    area = std::max(area, std::ceil(ui.width_of(member.area.words)) + space::s + 1 +
                              ui.canvas().icon_width(IconSize::plain));
  }
  area += space::m;
  const auto room_for = [&](float mood_column, float area_column = 0) {
    const float left = width - names - area_column - out.last -
                       (mood_column > 0 ? mood_column + 2 * space::m : space::m);
    return static_cast<std::size_t>(std::max(0.0F, std::floor(left / cell)));
  };
  // Where both don't fit, what a member works on comes before how the line went.
  if (room_for(0, area) >= all) out.area = area;
  if (!model.last_head.empty() && room_for(mood, out.area) >= all) out.mood = mood;
  out.count = std::min(all, room_for(out.mood, out.area));
  // With too little room, the ones around today.
  std::size_t today = 0;
  for (std::size_t i = 0; i < all; ++i) {
    if (model.sessions[i].state != client::CourseDot::to_come) today = i;
  }
  const std::size_t last = std::min(all, std::max(out.count, today + 1));
  out.first = last - out.count;
  out.name = names;
  return out;
}

void draw_head(Ui& ui, const GroupModel& model, const Columns& columns, Rect row) {
  const TextStyle style{Role::note, Weight::regular, Token::ink2};
  ui.text("head.member", row.take_left(columns.name).inset(space::m, 0), model.member_head, style);
  if (columns.area > 0) ui.text("head.area", row.take_left(columns.area), model.area_head, style);
  std::vector<std::string_view> labels;
  std::optional<std::size_t> today;
  for (std::size_t i = columns.first; i < columns.first + columns.count; ++i) {
    if (model.sessions[i].state == client::CourseDot::now) today = labels.size();
    labels.push_back(model.sessions[i].label);
  }
  grid_head(ui, "head", row.take_left(grid_row_width(ui, columns.count), space::m), labels, today);
  if (columns.mood > 0) {
    ui.text("head.mood", row.take_left(columns.mood, space::m), model.mood_head, style);
  }
  row.take_right(space::s);
  ui.text("head.last", row, model.last_head, style, Align::right);
}

void draw_area(Ui& ui, const client::AreaNote& area, const std::string& id, Rect room) {
  room.take_right(space::m);
  if (const char* mark = area.area       ? area_icon(*area.area)
                         : area.disputed ? icon::call_split
                                         : nullptr) {
    const Rect place = room.take_left(ui.canvas().icon_width(IconSize::plain), space::s);
    ui.canvas().icon(place.centre(), mark,
                     {IconSize::plain, area.disputed ? Token::warn_mark : Token::accent});
  }
  const Token ink = area.area || area.disputed ? Token::ink : Token::ink2;
  ui.text(id, room, area.words, {Role::body, Weight::regular, ink});
}

void draw_change(Ui& ui, const GroupMember& member, const std::string& id, Rect room) {
  if (member.last.empty()) return;
  const TagSpec change{.id = id,
                       .text = member.change,
                       .icon = member.worse    ? icon::trending_up
                               : member.better ? icon::trending_down
                                               : icon::trending_flat,
                       .tone = member.worse ? Tone::warn : Tone::plain};
  if (!member.change.empty()) {
    if (member.worse) {
      TagSpec placed = change;
      placed.rect = room.take_right(std::min(tag_size(ui, change).width, room.width));
      tag(ui, placed);
    } else {
      const float words = std::ceil(ui.width_of(member.change, Role::note)) + 1;
      const Rect place = room.take_right(std::min(words, room.width), space::xs);
      ui.text(id, place, member.change, {Role::note, Weight::regular, Token::ink2}, Align::right);
      const Rect mark = room.take_right(ui.canvas().icon_width(IconSize::small));
      ui.canvas().icon(mark.centre(), change.icon, {IconSize::small, Token::ink2});
    }
  }
  room.take_right(space::s);
  ui.text(id + ".last", room, member.last, {Role::lead, Weight::bold, Token::ink}, Align::right);
}

void draw_member(Ui& ui, const GroupModel& model, const GroupMember& member, const Columns& columns,
                 Rect row, bool last, Requests& requests) {
  const std::string seat = std::to_string(member.seat);
  const std::string id = "member." + seat;
  const std::string group = ui.id("members");
  const DiscSpec disc{
      .letters = member.letters, .seat = member.seat, .name = member.name, .size = 34};
  const Rect whole = row;
  const ListRow name = list_row(ui, {.id = id,
                                     .rect = row.take_left(columns.name),
                                     .disc = &disc,
                                     .name = member.name,
                                     .trailing_width = ui.canvas().icon_width(IconSize::plain),
                                     .group = group,
                                     .table = true});
  if (member.worried) {
    ui.canvas().icon(name.trailing.centre(), icon::favorite,
                     {IconSize::plain, Token::risk_soft_ink});
  }
  if (name.activated) {
    requests.push_back(request::Go{place::Member{model.group, member.member}});
  }
  if (columns.area > 0) {
    draw_area(ui, member.area, "area." + seat, row.take_left(columns.area));
  }
  std::vector<GridCell> cells;
  for (std::size_t i = columns.first; i < columns.first + columns.count; ++i) {
    cells.push_back({static_cast<CellMark>(member.cells[i].mark), member.cells[i].words});
  }
  const std::string cells_id = "cells." + seat;
  const std::string cell_group = ui.id("cells");
  const auto pressed =
      grid_row(ui, {.id = cells_id,
                    .rect = row.take_left(grid_row_width(ui, columns.count), space::m),
                    .cells = cells,
                    .group = cell_group});
  if (pressed) {
    const auto& session = model.sessions[columns.first + pressed->place].session;
    if (session) requests.push_back(request::Go{place::Attendance{model.group, *session}});
  }
  if (columns.mood > 0) {
    Rect place = row.take_left(columns.mood, space::m);
    place = place.centred({place.width, std::min(place.height, ui.scaled(mood_height))});
    const std::string text = member.last.empty() ? member.name : member.name + ", " + member.last;
    sparkline(ui, {.id = "mood." + seat,
                   .rect = place,
                   .text = text,
                   .scores = member.scores,
                   .sessions = model.sessions.size()});
  }
  row.take_right(space::s);
  draw_change(ui, member, "change." + seat, row);
  if (!last) {
    ui.canvas().rule({whole.x, whole.bottom() - ui.canvas().line_width()}, whole.width);
  }
}

}  // namespace

float draw_group_table(Ui& ui, const Rect& room, const GroupModel& model, Requests& requests) {
  const float padding = space::m;
  const float head = ui.canvas().line_height(Role::note) + space::m;
  const DiscSpec disc{.size = 34};
  // The same for everybody, so that a worry that comes moves nothing.
  const float row = std::max(list_row_height(ui, {.rect = {0, 0, room.width / 3, 0},
                                                  .disc = &disc,
                                                  .name = model.members.front().name,
                                                  .table = true}),
                             cell_target(ui).height);
  const auto count = static_cast<float>(model.members.size());
  const Rect rect{room.x, room.y, room.width, 2 * padding + head + count * row};
  Rect inside = card(ui, {.id = "table", .rect = rect, .padding = padding});
  const Columns columns = fit(ui, model, inside.width);
  const Rect head_row = inside.take_top(head);
  draw_head(ui, model, columns, head_row);
  ui.canvas().rule({head_row.x, head_row.bottom() - 1}, head_row.width);
  for (std::size_t i = 0; i < model.members.size(); ++i) {
    draw_member(ui, model, model.members[i], columns, inside.take_top(row),
                i + 1 == model.members.size(), requests);
  }
  return rect.height;
}

}  // namespace baraza::ui
