// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/left_rail.h"

#include <algorithm>
#include <cmath>

#include "client/ui/widgets/parts.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {
namespace {

constexpr float sign_size = 44;
constexpr float above_sign = 14;
constexpr float below_sign = 16;
constexpr float side = 4;
constexpr float badge_least = 20;
constexpr float badge_side = 5;

float entry_height(const Ui& ui) {
  const float words = ui.canvas().line_height(Role::rail);
  return std::max(space::rail_item, ui.canvas().icon_width(IconSize::large) + words + 2 * space::s);
}

void draw_badge(Ui& ui, const RailEntry& entry, const Rect& rect) {
  if (entry.badge == 0) return;
  const std::string number = entry.badge > 99 ? "99+" : std::to_string(entry.badge);
  const float height = std::max(badge_least, ui.canvas().line_height(Role::note));
  const float width =
      std::max(height, ui.width_of(number, Role::note, Weight::bold) + 2 * badge_side);
  const Rect badge{rect.right() - side - width, rect.y + side, std::ceil(width), height};
  ui.canvas().fill(badge, Token::warn, height / 2);
  ui.text(parts::below(entry.id, "badge"), badge, number,
          {Role::note, Weight::bold, Token::warn_ink}, Align::centre);
}

bool draw_entry(Ui& ui, const RailEntry& entry, const Rect& rect, Shortcut shortcut) {
  ControlSpec spec;
  spec.id = entry.id;
  spec.rect = rect;
  spec.text = entry.word;
  const std::string group = ui.id("entries");
  spec.group = group;
  spec.shortcut = shortcut;
  spec.enabled = entry.enabled;
  spec.why_not = entry.why_not;
  spec.group_entry = entry.chosen;
  spec.radius = space::banner_radius;
  const Control control = ui.control(spec);

  const bool bright = entry.chosen || control.hovered;
  if (bright) ui.canvas().fill(rect, Token::rail_on, space::banner_radius);
  const Token ink = bright ? Token::rail_hi : Token::rail_ink;
  const float icon = ui.canvas().icon_width(IconSize::large);
  const float words = ui.canvas().line_height(Role::rail);
  Rect block = rect.centred({rect.width, icon + 2 + words});
  block.y = std::floor(block.y);
  ui.canvas().icon(block.take_top(icon, 2).centre(), entry.icon, {IconSize::large, ink});
  ui.text(parts::below(entry.id, "text"), block, entry.word,
          {Role::rail, entry.chosen ? Weight::bold : Weight::regular, ink}, Align::centre);
  draw_badge(ui, entry, rect);
  return control.activated;
}

}  // namespace

float rail_width(const Ui& ui) {
  if (ui.text_size() == TextSize::largest) return space::rail_width_largest;
  // The compact width holds the words of normal text only.
  const bool compact = ui.layout() != Layout::wide && ui.text_size() == TextSize::normal;
  return compact ? space::rail_width_compact : space::rail_width;
}

std::optional<RailPressed> left_rail(Ui& ui, const LeftRailSpec& spec) {
  ui.canvas().fill(spec.rect, Token::rail);
  ui.note_area(spec.id, spec.rect);
  const auto scope = ui.scope(spec.id);
  Rect room = spec.rect.inset(side, 0);
  const float entry = entry_height(ui);
  const float entries =
      static_cast<float>(spec.places.size() + spec.tools.size()) * (entry + side) + space::m;
  // Where the window is low and the text large, the sign is the first to go.
  const float sign_room = above_sign + sign_size + below_sign;
  room.take_top(side);
  if (room.height >= entries + sign_room) {
    room.take_top(above_sign - side);
    const Rect place = room.take_top(sign_size, below_sign);
    sign(ui, "sign", {.centre = place.centre(), .size = sign_size, .colour = Token::rail_ink});
  }
  // A rail that still has no room for all of them is set closer, but never below a target.
  const float all = static_cast<float>(spec.places.size() + spec.tools.size());
  const float height =
      std::max(ui.target(), std::min(entry, std::floor((room.height - space::m) / all) - side));

  std::optional<RailPressed> pressed;
  for (std::size_t i = 0; i < spec.places.size(); ++i) {
    const RailEntry& each = spec.places[i];
    const Shortcut shortcut =
        each.shortcut ? each.shortcut : Shortcut::with_ctrl(static_cast<char32_t>('1' + i));
    if (draw_entry(ui, each, room.take_top(height, side), shortcut)) {
      pressed = RailPressed{false, i};
    }
  }
  room.take_bottom(space::m - side);
  const float tools = static_cast<float>(spec.tools.size()) * (height + side);
  Rect below = room.take_bottom(std::min(room.height, tools));
  for (std::size_t i = 0; i < spec.tools.size(); ++i) {
    const RailEntry& each = spec.tools[i];
    if (draw_entry(ui, each, below.take_top(height, side), each.shortcut)) {
      pressed = RailPressed{true, i};
    }
  }
  return pressed;
}

}  // namespace baraza::ui
