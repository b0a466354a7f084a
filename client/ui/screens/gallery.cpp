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
  const float inside_x = inside.x;
  // Three columns, two or one: what has no column of its own goes below the first.
  const int columns = ui.layout() == Layout::wide ? 3 : ui.layout() == Layout::compact ? 2 : 1;
  const float all = inside.width - static_cast<float>(columns - 1) * gap;
  const auto column = [&](bool own, float part, float below) {
    if (own) return inside.take_left(std::floor(all * part), gap);
    return Rect{inside_x, below, columns == 2 ? std::floor(all / 2) : all, inside.height};
  };
  const Rect first = columns == 1 ? inside : column(true, columns == 3 ? 0.4F : 0.5F, 0);
  const float left =
      draw_column<6>(ui, first, {buttons, persons, choices, score_pads, toasts, circles}, state);
  const Rect second = column(columns == 3, 0.25F, left);
  const float middle = draw_column<5>(ui, second, {badges, rows, bars, checks, rails}, state);
  Rect third = inside;
  if (columns == 1) third.y = middle;
  const float right =
      draw_column<6>(ui, third, {banners, dialogs, empties, fields, marks, courses}, state);
  Rect below = scroll->room().inset(margin);
  below.y = std::max({left, middle, right});
  scroll->used(below.y + bar(ui, below, state) - top + margin);
}

}  // namespace baraza::ui
