// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "client/ui/screens/gallery_cards.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/circle.h"
#include "client/ui/widgets/left_rail.h"
#include "client/ui/widgets/top_bar.h"

namespace baraza::ui::gallery_cards {
namespace {

constexpr float circle_height = 350;
constexpr float rail_height = 400;

CardSpec titled(std::string_view id, const Rect& room, std::string_view title) {
  return {.id = id,
          .rect = {room.x, room.y, room.width, 0},
          .title = title,
          .padding = space::l,
          .title_role = Role::body,
          .title_colour = Token::ink2};
}

}  // namespace

float circles(Ui& ui, const Rect& room, GalleryState&) {
  CardSpec spec = titled("circles", room, "Circle");
  static constexpr std::array seats = {
      CircleSeat{.id = "1", .letters = "Am", .name = "Amina", .state = DiscState::heard},
      CircleSeat{
          .id = "2", .letters = "Es", .name = "Esther", .seat = 1, .state = DiscState::has_word},
      CircleSeat{
          .id = "3", .letters = "Be", .name = "Bena", .seat = 2, .state = DiscState::not_yet},
      CircleSeat{.id = "4", .letters = "Ha", .name = "Halima", .seat = 3},
      CircleSeat{.id = "5",
                 .letters = "Fa",
                 .name = "Fatuma",
                 .seat = 4,
                 .state = DiscState::not_here,
                 .enabled = false,
                 .why_not = "She isn't here today."}};
  const float height = ui.scaled(circle_height);
  spec.rect.height = card_around(ui, spec) + height;
  circle(ui, {.id = "circle",
              .rect = card(ui, spec),
              .seats = seats,
              .above = "Esther",
              .figure = "3:10",
              .below = "1 of 4 heard"});
  return spec.rect.height;
}

float rails(Ui& ui, const Rect& room, GalleryState&) {
  CardSpec spec = titled("rails", room, "Left rail");
  static constexpr std::array places = {
      RailEntry{.id = "home", .icon = icon::home, .word = "Home", .chosen = true},
      RailEntry{.id = "needs", .icon = icon::back_hand, .word = "Needs you", .badge = 3}};
  static constexpr std::array tools = {RailEntry{.id = "lock", .icon = icon::lock, .word = "Lock"}};
  const float height = ui.scaled(rail_height);
  spec.rect.height = card_around(ui, spec) + height;
  Rect rest = card(ui, spec);
  left_rail(
      ui, {.id = "rail", .rect = rest.take_left(rail_width(ui)), .places = places, .tools = tools});
  return spec.rect.height;
}

float bar(Ui& ui, const Rect& room, GalleryState&) {
  CardSpec spec = titled("bars.top", room, "Top bar");
  const std::array actions = {ButtonSpec{.id = "worried",
                                         .text = "Worried",
                                         .kind = ButtonKind::worried,
                                         .icon = icon::favorite_border,
                                         .show_key = false},
                              ButtonSpec{.id = "edit", .text = "Note", .icon = icon::edit}};
  static constexpr std::array people = {DiscSpec{.letters = "Da", .seat = 2, .name = "Daniel"},
                                        DiscSpec{.letters = "Ro", .seat = 3, .name = "Rose"}};
  const SyncBadgeModel sync{SyncBadgeModel::State::on_the_server, "All on the server",
                            "Sent at 17:48"};
  spec.rect.height = card_around(ui, spec) + top_bar_height(ui);
  top_bar(ui, {.id = "top",
               .rect = card(ui, spec),
               .back = "Groups",
               .escape_goes_back = false,
               .title = "Tuesday group",
               .note = "Session 5 of 8",
               .actions = actions,
               .sync = &sync,
               .people = people});
  return spec.rect.height;
}

}  // namespace baraza::ui::gallery_cards
