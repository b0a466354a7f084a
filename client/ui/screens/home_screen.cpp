// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/home_screen.h"

#include <algorithm>
#include <cmath>

#include "client/ui/screens/groups_screen.h"
#include "client/ui/screens/home_parts.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {
namespace {

constexpr float side_share = 0.375F;
constexpr float least_side = 340;
constexpr float most_side = 420;

// What stands in the left column, from its upper edge.
float draw_main(Ui& ui, const Rect& column, const client::HomeModel& model, Requests& requests) {
  Rect room = column;
  if (model.next) {
    room.take_top(home_parts::draw_next(ui, room, *model.next, requests), space::stack_gap);
  } else if (!model.no_next.empty()) {
    room.take_top(home_parts::draw_no_next(ui, room, model.no_next), space::stack_gap);
  }
  if (!model.before.empty()) {
    room.take_top(home_parts::draw_before(ui, room, model), space::stack_gap);
  }
  room.take_top(space::xs);
  room.take_top(ui.paragraph("groups.title", room, model.groups_title,
                             {Role::head, Weight::bold, Token::ink}),
                space::s);
  room.take_top(draw_group_cards(ui, room, model.groups, requests));
  return room.y - column.y;
}

float draw_side(Ui& ui, const Rect& column, const client::HomeModel& model, Requests& requests) {
  Rect room = column;
  room.take_top(home_parts::draw_needs(ui, room, model, requests), space::card_gap);
  room.take_top(home_parts::draw_work(ui, room, model));
  return room.y - column.y;
}

}  // namespace

TopBarModel home_top_bar(const client::HomeModel& model) {
  TopBarModel out;
  out.title = model.greeting;
  out.note = model.date;
  return out;
}

Place place_of(const client::NeedItem& item) {
  using Kind = client::NeedItem::Kind;
  switch (item.kind) {
    case Kind::worry: return place::Alarm{item.group, item.member};
    case Kind::ask:
      return item.session.session.is_zero()
                 ? Place(place::Member{item.group, item.member})
                 : Place(place::MoodCheck{item.group, item.session, item.member});
    case Kind::area: return place::FocalArea{item.group, item.member};
    case Kind::call: return place::Member{item.group, item.member};
    default: return place::Needs{item.id};
  }
}

void draw_home(Ui& ui, const ShellFrame& frame, const client::HomeModel& model,
               Requests& requests) {
  const auto scope = ui.scope("home");
  const auto scroll = ui.scroll("room", frame.content.grown(space::xs));
  Rect room = scroll->room().inset(space::xs);
  const float top = scroll->room().y;
  if (!model.empty.empty()) {
    room.take_top(std::floor(frame.content.height / 6));
    const EmptySpec empty{
        .id = "empty", .rect = room, .text = model.empty, .note = model.empty_note};
    empty_state(ui, empty);
    room.take_top(empty_height(ui, empty), space::xl);
    Rect work = room.centred({std::min(room.width, ui.scaled(most_side)), room.height});
    work.y = room.y;
    room.take_top(home_parts::draw_work(ui, work, model));
    scroll->used(room.y - top + space::xs);
    return;
  }
  if (ui.layout() == Layout::narrow) {
    room.take_top(draw_main(ui, room, model, requests), space::card_gap);
    room.take_top(draw_side(ui, room, model, requests));
    scroll->used(room.y - top + space::xs);
  } else {
    const float gap = ui.layout() == Layout::wide ? space::xl : space::m;
    const float wanted = std::clamp(room.width * side_share, ui.scaled(least_side),
                                    std::max(ui.scaled(least_side), ui.scaled(most_side)));
    const float side = std::floor(std::min(wanted, room.width / 2));
    Rect left = room;
    const Rect right = left.take_right(side, gap);
    const float main = draw_main(ui, left, model, requests);
    const float beside = draw_side(ui, right, model, requests);
    scroll->used(std::max(main, beside) + 2 * space::xs);
  }
  ui.first_focus(ui.id(model.next ? "open" : "group.0"));
}

}  // namespace baraza::ui
