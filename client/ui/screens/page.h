// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "client/ui/screens/shell.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/sign.h"

// What pages have in common that are read from top to bottom: a title, a column that scrolls, cards
// as high as what is in them, and a bar below that never scrolls away.
namespace baraza::ui {

// No line is longer than this at normal text: words that run across a wide window are hard to read.
inline constexpr float page_most = 900;

// The top bar of a model that has a title, a note and help.
template <class Model>
TopBarModel titled_bar(const Model& model) {
  TopBarModel out;
  out.title = model.title;
  out.note = model.note;
  out.help = model.help;
  return out;
}

// Scrolls what `draw` draws into the room that it is given, taking from its top as it goes. Where
// `none` says that there is nothing to draw, says that.
template <class Draw>
void draw_page(Ui& ui, const Rect& content, const std::string& none, Draw draw) {
  const auto scroll = ui.scroll("room", content.grown(space::xs));
  Rect room = scroll->room().inset(space::xs);
  const float top = scroll->room().y;
  if (!none.empty()) {
    empty_state(ui, {.id = "none", .rect = room, .text = none});
    return;
  }
  room.width = std::min(room.width, ui.scaled(page_most));
  draw(room);
  scroll->used(room.y - top + space::xs);
}

// A card of what stands below one another in it: measured first, then drawn by finish(), which
// takes the card from the top of `room`. Lives within one pass.
class CardStack {
 public:
  CardStack(Ui& ui, Rect& room, CardSpec spec) : ui_(ui), room_(room), spec_(spec) {
    spec_.rect = {room.x, room.y, room.width, 0};
  }

  // How wide what is in it may be.
  float width() const { return room_.width - 2 * spec_.padding; }
  bool empty() const { return items_.empty(); }

  // The id and the text outlive finish(). Nothing where the text is empty.
  void paragraph(std::string_view id, std::string_view text, const TextStyle& style = {},
                 float gap = space::s) {
    if (text.empty()) return;
    add(ui_.paragraph_height(text, style.role, style.weight, width()), gap,
        [this, id, text, style](const Rect& rect) { ui_.paragraph(id, rect, text, style); });
  }
  void add(float height, float gap, std::function<void(const Rect&)> draw) {
    items_.push_back({height, gap, std::move(draw)});
  }

  void finish() {
    spec_.rect.height = card_around(ui_, spec_);
    for (std::size_t i = 0; i < items_.size(); ++i) {
      spec_.rect.height += items_[i].height + (i + 1 < items_.size() ? items_[i].gap : 0);
    }
    Rect rest = card(ui_, spec_);
    for (const Item& each : items_) each.draw(rest.take_top(each.height, each.gap));
    room_.take_top(spec_.rect.height, space::card_gap);
  }

 private:
  struct Item {
    float height = 0;
    float gap = 0;
    std::function<void(const Rect&)> draw;
  };

  Ui& ui_;
  Rect& room_;
  CardSpec spec_;
  std::vector<Item> items_;
};

}  // namespace baraza::ui
