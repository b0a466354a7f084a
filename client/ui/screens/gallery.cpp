// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/gallery.h"

#include <array>
#include <cmath>

#include "client/ui/screens/gallery_cards.h"

namespace baraza::ui {
namespace {

constexpr float margin = space::l;
constexpr float gap = space::m;

using DrawCard = float (*)(Ui&, const Rect&, GalleryState&);

// Cards below each other. Returns the lower edge.
template <std::size_t N>
float draw_column(Ui& ui, Rect room, const std::array<DrawCard, N>& cards, GalleryState& state) {
  for (const DrawCard draw : cards) room.take_top(draw(ui, room, state), gap);
  return room.y;
}

}  // namespace

void draw_gallery(Ui& ui, const Rect& room, GalleryState& state) {
  using namespace gallery_cards;
  const auto scope = ui.scope("gallery");
  const auto scroll = ui.scroll("room", room);
  Rect inside = scroll->room().inset(margin);
  const float top = scroll->room().y;
  const float all = inside.width - 2 * gap;
  const bool narrow = ui.layout() == Layout::narrow;
  Rect first = narrow ? inside : inside.take_left(std::floor(all * 0.4F), gap);
  float used = draw_column<5>(ui, first, {buttons, persons, choices, score_pads, toasts}, state);
  const auto below = [&](float y) {
    Rect rest = inside;
    rest.y = y;
    return rest;
  };
  Rect second = narrow ? below(used) : inside.take_left(std::floor(all * 0.25F), gap);
  float next = draw_column<4>(ui, second, {badges, rows, bars, checks}, state);
  if (narrow) used = next;
  Rect third = narrow ? below(used) : inside;
  const float last =
      draw_column<6>(ui, third, {banners, dialogs, empties, fields, marks, courses}, state);
  scroll->used(std::max({used, next, last}) - top + margin);
}

}  // namespace baraza::ui
