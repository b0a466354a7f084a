// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/groups_screen.h"

#include <algorithm>
#include <cmath>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/parts.h"
#include "client/ui/widgets/sign.h"
#include "client/ui/widgets/tag.h"
#include "client/ui/widgets/timeline.h"

namespace baraza::ui {
namespace {

using client::GroupCard;

constexpr float least_card = 210;
constexpr float card_padding = 16;
constexpr int most_name_lines = 4;

std::vector<SessionDot> dots_of(const std::vector<client::CourseDot>& dots) {
  std::vector<SessionDot> out;
  for (const client::CourseDot dot : dots) out.push_back(static_cast<SessionDot>(dot));
  return out;
}

std::vector<TagSpec> tags_of(const GroupCard& card) {
  std::vector<TagSpec> out;
  if (!card.risk.empty()) {
    out.push_back({.id = "risk",
                   .text = card.risk,
                   .icon = icon::favorite,
                   .tone = card.risk_unseen ? Tone::risk : Tone::risk_soft});
  }
  if (card.tag != GroupCard::Tag::none) {
    const bool today = card.tag == GroupCard::Tag::today;
    const bool over = card.tag == GroupCard::Tag::over;
    out.push_back({.id = "when",
                   .text = card.tag_words,
                   .icon = over ? icon::check : icon::event,
                   .tone = today ? Tone::soft : Tone::plain});
  }
  return out;
}

// As many as leave every tag its words.
std::size_t columns_in(const Ui& ui, float width, const std::vector<GroupCard>& cards) {
  float least = ui.scaled(least_card);
  for (const GroupCard& card : cards) {
    for (const TagSpec& each : tags_of(card)) {
      least = std::max(least, std::ceil(tag_size(ui, each).width) + 2 * card_padding + 1);
    }
  }
  const float columns = (width + space::card_gap) / (least + space::card_gap);
  return std::clamp<std::size_t>(static_cast<std::size_t>(columns), 1, 4);
}

float tags_height(const Ui& ui, const GroupCard& card) {
  const auto tags = tags_of(card);
  if (tags.empty()) return 0;
  const float one = tag_size(ui, tags.front()).height;
  return static_cast<float>(tags.size()) * (one + space::xs) - space::xs;
}

float card_height(const Ui& ui, const GroupCard& card, float width) {
  const float room = width - 2 * card_padding;
  const Canvas& canvas = ui.canvas();
  return 2 * card_padding +
         ui.paragraph_height(card.name, Role::head, Weight::bold, room, most_name_lines) +
         ui.paragraph_height(card.second, Role::note, Weight::regular, room, 2) + space::m +
         ui.scaled(14) + space::m +
         ui.paragraph_height(card.third, Role::note, Weight::regular, room, 2) +
         (tags_of(card).empty() ? canvas.line_height(Role::note)
                                : space::m + tags_height(ui, card));
}

void draw_card(Ui& ui, const Rect& rect, const GroupCard& card, std::size_t number,
               Requests& requests) {
  const std::string id = "group." + std::to_string(number);
  const std::string group = ui.id("cards");
  ControlSpec spec;
  spec.id = id;
  spec.rect = rect;
  spec.text = card.name;
  spec.group = group;
  spec.radius = space::card_radius;
  const Control control = ui.control(spec);
  Canvas& canvas = ui.canvas();
  const Token fill = control.held      ? Token::soft
                     : control.hovered ? parts::hover_fill(canvas.theme())
                                       : Token::surface;
  canvas.box(rect, fill, Token::edge, space::card_radius);
  if (control.activated) requests.push_back(request::Go{place::Group{card.group}});

  const auto scope = ui.scope(id);
  Rect room = rect.inset(card_padding);
  room.take_top(ui.paragraph("name", room, card.name, {Role::head, Weight::bold, Token::ink},
                             Align::left, most_name_lines));
  room.take_top(ui.paragraph("second", room, card.second,
                             {Role::note, Weight::regular, Token::ink2}, Align::left, 2),
                space::m);
  const auto dots = dots_of(card.dots);
  course_dots(ui, {.id = "dots",
                   .rect = room.take_top(ui.scaled(14), space::m),
                   .dots = dots,
                   .text = card.third});
  room.take_top(ui.paragraph("third", room, card.third, {Role::note, Weight::regular, Token::ink},
                             Align::left, 2));
  float below = tags_height(ui, card);
  Rect place = room.take_bottom(std::min(below, room.height));
  for (TagSpec tag_spec : tags_of(card)) {
    tag_spec.rect = place.take_top(tag_size(ui, tag_spec).height, space::xs);
    tag(ui, tag_spec);
  }
}

// The way to the people who have no group yet.
void draw_lists(Ui& ui, const client::GroupsModel& model, Rect& room, Requests& requests) {
  const std::string group = ui.id("lists");
  for (std::size_t i = 0; i < model.lists.size(); ++i) {
    const client::IntakeLink& link = model.lists[i];
    const std::string id = "list." + std::to_string(i);
    CardSpec spec{.id = id + ".card", .rect = {room.x, room.y, room.width, 0}, .padding = space::s};
    ListRowSpec row{.id = id,
                    .rect = {room.x, room.y, room.width - 2 * space::s, 0},
                    .icon = icon::person_search,
                    .name = link.name,
                    .note = link.note,
                    .group = group,
                    .shortcut = i == 0 ? Shortcut::of(U'L') : Shortcut{}};
    const float height = list_row_height(ui, row);
    spec.rect.height = card_around(ui, spec) + height;
    row.rect = card(ui, spec);
    row.rect.height = height;
    room.take_top(spec.rect.height, space::card_gap);
    if (list_row(ui, row).activated) requests.push_back(request::Go{place::Intake{link.site}});
  }
}

}  // namespace

float group_cards_height(Ui& ui, float width, const std::vector<GroupCard>& cards) {
  const std::size_t columns = columns_in(ui, width, cards);
  const float wide =
      (width - space::card_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  float used = 0;
  for (std::size_t first = 0; first < cards.size(); first += columns) {
    float height = 0;
    for (std::size_t i = first; i < std::min(cards.size(), first + columns); ++i) {
      height = std::max(height, card_height(ui, cards[i], wide));
    }
    used += height + (first == 0 ? 0 : space::card_gap);
  }
  return used;
}

float draw_group_cards(Ui& ui, const Rect& room, const std::vector<GroupCard>& cards,
                       Requests& requests) {
  const std::size_t columns = columns_in(ui, room.width, cards);
  const float wide = std::floor((room.width - space::card_gap * static_cast<float>(columns - 1)) /
                                static_cast<float>(columns));
  Rect rest = room;
  for (std::size_t first = 0; first < cards.size(); first += columns) {
    const std::size_t end = std::min(cards.size(), first + columns);
    float height = 0;
    for (std::size_t i = first; i < end; ++i) {
      height = std::max(height, card_height(ui, cards[i], wide));
    }
    Rect row = rest.take_top(height, space::card_gap);
    for (std::size_t i = first; i < end; ++i) {
      draw_card(ui, row.take_left(wide, space::card_gap), cards[i], i, requests);
    }
  }
  return group_cards_height(ui, room.width, cards);
}

TopBarModel groups_top_bar(const client::GroupsModel& model) {
  TopBarModel out;
  out.title = model.title;
  out.note = model.note;
  return out;
}

void draw_groups(Ui& ui, const ShellFrame& frame, const client::GroupsModel& model,
                 Requests& requests) {
  const auto scope = ui.scope("groups");
  if (model.groups.empty()) {
    Rect room = frame.content;
    draw_lists(ui, model, room, requests);
    room.take_top(room.height / 4);
    empty_state(ui, {.id = "empty", .rect = room, .text = model.empty, .note = model.empty_note});
    return;
  }
  const auto scroll = ui.scroll("cards_room", frame.content.grown(space::xs));
  Rect room = scroll->room().inset(space::xs);
  const float top = room.y;
  draw_lists(ui, model, room, requests);
  const float lists = room.y - top;
  scroll->used(lists + draw_group_cards(ui, room, model.groups, requests) + 2 * space::xs);
  ui.first_focus(ui.id("group.0"));
}

}  // namespace baraza::ui
