// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/panel.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace baraza::ui {
namespace {

constexpr float padding = space::card_padding;

std::vector<ButtonSpec> buttons_of(const PanelSpec& spec) {
  std::vector<ButtonSpec> out;
  out.push_back({.id = "back", .text = spec.back, .shortcut = Shortcut::of(Key::escape)});
  if (!spec.action.empty()) {
    out.push_back({.id = "action",
                   .text = spec.action,
                   .kind = ButtonKind::primary,
                   .shortcut = spec.action_shortcut,
                   .enabled = spec.action_enabled,
                   .why_not = spec.action_not});
  }
  return out;
}

}  // namespace

Panel::Panel(Ui& ui, const PanelSpec& spec)
    : ui_(ui), over_(ui.over()), scope_(ui, spec.id), buttons_(buttons_of(spec)) {
  Canvas& canvas = ui.canvas();
  canvas.veil();
  const float width = std::min(ui.scaled(spec.width), ui.window().width - 2 * space::window_margin);
  const float inside = width - 2 * padding;
  const float title = ui.paragraph_height(spec.title, Role::head, Weight::bold, inside);
  const float below = row_of_buttons_height(ui, buttons_, inside);
  const float around = 2 * padding + title + space::m + space::l + below;
  const float most = ui.window().height - 2 * space::l;
  const float height = spec.height > 0 ? std::min(most, around + spec.height) : most;
  Rect rect = ui.window().centred({width, height});
  rect.x = std::floor(rect.x);
  rect.y = std::floor(rect.y);
  canvas.box(rect, Token::surface, Token::edge, space::card_radius);
  ui.note_area("panel", rect, spec.title);

  room_ = rect.inset(padding);
  ui.paragraph("title", room_.take_top(title, space::m), spec.title,
               {Role::head, Weight::bold, Token::ink});
  row_ = room_.take_bottom(below, space::l);
  ui.first_focus(ui.id("back"));
}

Rect Panel::beside() const {
  const auto places = flow_buttons(ui_, buttons_, row_, Align::right);
  if (places.front().y != places.back().y) return {};
  return {row_.x, row_.y, std::max(0.0F, places.front().x - space::between_targets - row_.x),
          ui_.target()};
}

Panel::Answer Panel::finish() {
  const auto pressed = row_of_buttons(ui_, buttons_, row_, Align::right);
  if (!pressed) return Answer::none;
  return *pressed == 0 ? Answer::back : Answer::action;
}

}  // namespace baraza::ui
