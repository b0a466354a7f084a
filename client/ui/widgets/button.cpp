// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/button.h"

#include <algorithm>
#include <cmath>

#include "client/ui/widgets/key_cap.h"
#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

using parts::Paint;
using parts::Paints;

// The least that stays at the sides when a button is narrower than it would like.
constexpr float least_side = space::xs;

float side_of(const ButtonSpec& spec) {
  if (spec.big) return spec.tight ? space::l : space::xl;
  return spec.tight ? space::m : space::l;
}

Role role_of(const ButtonSpec& spec) {
  return spec.big ? Role::lead : Role::body;
}

Weight weight_of(const ButtonSpec& spec) {
  return spec.strong ? Weight::bold : Weight::regular;
}

std::string key_of(const ButtonSpec& spec) {
  if (!spec.show_key) return {};
  return spec.key.empty() ? spec.shortcut.cap() : std::string(spec.key);
}

// Widths of what stands in a button, from left to right.
struct Content {
  float icon = 0;  // with the gap behind it, as the others
  float words = 0;
  float key = 0;
  float all() const { return icon + words + key; }
};

Content content_of(const Ui& ui, const ButtonSpec& spec, std::string_view key) {
  Content content;
  content.words = std::ceil(ui.width_of(spec.text, role_of(spec), weight_of(spec)));
  if (spec.icon != nullptr) {
    content.icon = ui.canvas().icon_width(IconSize::plain) + (spec.text.empty() ? 0 : space::s);
  }
  if (!key.empty()) content.key = key_cap_size(ui, key).width + space::s;
  return content;
}

Paints paints_of(const ButtonSpec& spec, Theme theme) {
  const Token hover = parts::hover_fill(theme);
  switch (spec.kind) {
    case ButtonKind::primary:
      return {{Token::accent, Token::accent, Token::accent_ink},
              {Token::accent_hover, Token::accent_hover, Token::accent_ink},
              {Token::accent_press, Token::accent_press, Token::accent_ink}};
    case ButtonKind::plain: break;
    case ButtonKind::quiet:
      return {{Token::surface, Token::edge, Token::accent, false, false},
              {hover, Token::edge, Token::accent, true, false},
              {Token::soft, Token::edge, Token::accent, true, false}};
    case ButtonKind::worried:
      return {{Token::surface, Token::risk, Token::risk_soft_ink},
              {hover, Token::risk, Token::risk_soft_ink},
              {Token::soft, Token::risk, Token::risk_soft_ink}};
    case ButtonKind::risk:
      return {{Token::risk, Token::risk, Token::risk_ink},
              {Token::risk_soft, Token::risk, Token::risk_soft_ink},
              {Token::soft, Token::risk, Token::risk_soft_ink}};
    case ButtonKind::framed:
    case ButtonKind::bare: {
      const ToneColours tone = colours_of(spec.on);
      const bool framed = spec.kind == ButtonKind::framed;
      const Paint over{tone.hover_fill, tone.hover_ink, tone.hover_ink, true, framed};
      return {{tone.fill, tone.ink, tone.ink, false, framed}, over, over};
    }
  }
  return parts::plain_paints(theme);
}

// Each row from its first button to its last, widths as given.
std::vector<Rect> place_row(std::span<const Size> sizes, const Rect& row, Align align, float gap) {
  float width = gap * static_cast<float>(sizes.size() - 1);
  for (const Size& size : sizes) width += size.width;
  float x = row.x;
  if (align == Align::right) x = row.right() - width;
  if (align == Align::centre) x = row.x + (row.width - width) / 2;
  std::vector<Rect> places;
  for (const Size& size : sizes) {
    places.push_back({std::floor(x), row.y, size.width, size.height});
    x += size.width + gap;
  }
  return places;
}

}  // namespace

namespace parts {

bool painted_button(Ui& ui, const ButtonSpec& spec, const Paints& paints) {
  ControlSpec control_spec;
  control_spec.id = spec.id;
  control_spec.rect = spec.rect;
  control_spec.text = spec.text;
  control_spec.group = spec.group;
  control_spec.shortcut = spec.shortcut;
  control_spec.enabled = spec.enabled;
  control_spec.why_not = spec.why_not;
  control_spec.keeps_enter = spec.keeps_enter;
  control_spec.radius = spec.big ? space::big_button_radius : space::button_radius;
  const Control control = ui.control(control_spec);

  const Paint look = paint_of(paints, control, spec.enabled);
  paint(ui, spec.rect, look, control_spec.radius);

  std::string key = key_of(spec);
  Content content = content_of(ui, spec, key);
  const float room = spec.rect.width - 2 * least_side;
  if (content.all() > room) {
    key.clear();
    content.key = 0;
  }
  content.words = std::min(content.words, room - content.icon);
  Rect rest = spec.rect.centred({content.all(), spec.rect.height});
  rest.x = std::floor(rest.x);
  if (spec.icon != nullptr) {
    const float width = ui.canvas().icon_width(IconSize::plain);
    const Rect icon = rest.take_left(width, content.icon - width);
    ui.canvas().icon(icon.centre(), spec.icon, {IconSize::plain, look.ink});
  }
  ui.text(below(spec.id, "text"), rest.take_left(content.words), spec.text,
          {role_of(spec), weight_of(spec), look.ink});
  if (!key.empty()) {
    rest.take_left(space::s);
    key_cap(ui, rest, key, look.ink);
  }
  return control.activated;
}

}  // namespace parts

Size button_size(const Ui& ui, const ButtonSpec& spec) {
  const Content content = content_of(ui, spec, key_of(spec));
  const float height = spec.big ? ui.primary() : ui.target();
  return {std::max(ui.target(), content.all() + 2 * side_of(spec)), height};
}

bool button(Ui& ui, const ButtonSpec& spec) {
  return parts::painted_button(ui, spec, paints_of(spec, ui.canvas().theme()));
}

std::vector<Rect> flow_buttons(const Ui& ui, std::span<const ButtonSpec> buttons, const Rect& room,
                               Align align, float gap) {
  std::vector<Rect> places;
  std::vector<Size> row;
  float used = 0;
  float y = room.y;
  const auto finish = [&] {
    if (row.empty()) return;
    float height = 0;
    for (const Size& size : row) height = std::max(height, size.height);
    const auto placed = place_row(row, {room.x, y, room.width, height}, align, gap);
    places.insert(places.end(), placed.begin(), placed.end());
    y += height + space::between_targets;
    row.clear();
    used = 0;
  };
  for (const ButtonSpec& button : buttons) {
    Size size = button_size(ui, button);
    size.width = std::min(size.width, room.width);
    if (!row.empty() && used + gap + size.width > room.width) finish();
    used += (row.empty() ? 0 : gap) + size.width;
    row.push_back(size);
  }
  finish();
  return places;
}

float row_of_buttons_height(const Ui& ui, std::span<const ButtonSpec> buttons, float width,
                            float gap) {
  const auto places = flow_buttons(ui, buttons, {0, 0, width, 0}, Align::left, gap);
  float height = 0;
  for (const Rect& place : places) height = std::max(height, place.bottom());
  return height;
}

std::optional<std::size_t> row_of_buttons(Ui& ui, std::span<const ButtonSpec> buttons,
                                          const Rect& room, Align align, float gap) {
  const auto places = flow_buttons(ui, buttons, room, align, gap);
  std::optional<std::size_t> pressed;
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    ButtonSpec spec = buttons[i];
    spec.rect = places[i];
    if (button(ui, spec)) pressed = i;
  }
  return pressed;
}

}  // namespace baraza::ui
