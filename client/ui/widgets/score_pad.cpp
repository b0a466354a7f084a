// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/score_pad.h"

#include <algorithm>
#include <cmath>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr float box_width = 80;
constexpr float gap = 6;

// Digits and letters that mean something for the current row, from wherever the focus is.
void take_keys(Ui& ui, const ScorePadSpec& spec, ScorePadPressed& pressed) {
  // What has two digits has no key here.
  for (std::uint32_t value = 0; value < std::min(spec.values, 10U); ++value) {
    if (ui.pressed(Shortcut::of(static_cast<char32_t>(U'0' + value)))) pressed.answer = value;
  }
  if (spec.may_refuse && ui.pressed(Shortcut::of(U'R'))) pressed.refused = true;
  if (spec.may_not_ask && ui.pressed(Shortcut::of(U'X'))) pressed.not_asked = true;
  if (ui.pressed(Shortcut::of(Key::backspace))) pressed.back = true;
}

// In words why the row is without an answer. The icon goes where both don't fit.
void draw_mark(Ui& ui, const ScorePadSpec& spec, const Rect& room) {
  Canvas& canvas = ui.canvas();
  canvas.fill(room, Token::soft, space::button_radius);
  const float words = std::ceil(ui.width_of(spec.mark, Role::note, Weight::bold));
  const float icon = canvas.icon_width(IconSize::small) + space::xs;
  const bool with_icon = icon + words + 2 * space::xs <= room.width;
  const float width = std::min(words + (with_icon ? icon : 0), room.width - 2 * space::xs);
  Rect line = room.centred({width, room.height});
  line.x = std::floor(line.x);
  if (with_icon) {
    const Rect place = line.take_left(canvas.icon_width(IconSize::small), space::xs);
    canvas.icon(place.centre(), icon::remove_circle_outline, {IconSize::small, Token::soft_ink});
  }
  ui.text(parts::below(spec.id, "mark"), line, spec.mark,
          {Role::note, Weight::bold, Token::soft_ink});
}

}  // namespace

float score_pad_box_width(const Ui& ui) {
  return ui.scaled(box_width);
}

float score_pad_gap() {
  return gap;
}

float score_pad_boxes_width(const Ui& ui, const ScorePadSpec& spec) {
  const auto count = static_cast<float>(spec.values);
  return count * score_pad_box_width(ui) + (count - 1) * gap;
}

Size score_pad_size(const Ui& ui, const ScorePadSpec& spec) {
  float width = score_pad_boxes_width(ui, spec);
  if (spec.side_width > 0) width += gap + ui.scaled(spec.side_width);
  return {width, ui.target()};
}

ScorePadPressed score_pad(Ui& ui, const ScorePadSpec& spec) {
  using State = ScorePadSpec::State;
  ScorePadPressed pressed;
  Canvas& canvas = ui.canvas();
  const bool faded = spec.state == State::refused || spec.state == State::not_asked;
  const parts::Paints paints = parts::plain_paints(canvas.theme());
  if (spec.current) take_keys(ui, spec, pressed);

  Rect rest = spec.rect;
  const float wanted = score_pad_boxes_width(ui, spec);
  const float side = spec.side_width > 0 ? ui.scaled(spec.side_width) + gap : 0;
  // Boxes give way before the words beside them, down to a target's width.
  const float count = static_cast<float>(spec.values);
  const float room =
      std::min(wanted, std::max(rest.width - side, count * (ui.target() + gap) - gap));
  const float width = std::floor((room - (count - 1) * gap) / count);
  for (std::uint32_t value = 0; value < spec.values; ++value) {
    const Rect box = rest.take_left(width, gap);
    const std::string leaf = parts::below(spec.id, std::to_string(value));
    ControlSpec control_spec;
    control_spec.id = leaf;
    control_spec.rect = box;
    control_spec.text = spec.label;
    control_spec.group = spec.group;
    control_spec.keeps_enter = spec.keeps_enter;
    const bool chosen = spec.state == State::answered && spec.answer == value;
    control_spec.group_entry = spec.current && (chosen || value == 0);
    const Control control = ui.control(control_spec);
    pressed.focused = pressed.focused || control.focused;
    if (control.activated) pressed.answer = value;

    parts::Paint look = parts::paint_of(paints, control, true);
    if (faded && !control.hovered && !control.held) {
      look = {Token::surface, Token::line, Token::ink2};
    }
    if (chosen) look = {Token::accent, Token::accent, Token::accent_ink};
    parts::paint(ui, box, look, space::button_radius);
    ui.text(parts::below(leaf, "text"), box, std::to_string(value),
            {Role::lead, chosen ? Weight::bold : Weight::regular, look.ink}, Align::centre);
  }
  if (spec.side_width <= 0) return pressed;
  if (!spec.offer.empty()) {
    ButtonSpec offer{.id = {},
                     .rect = rest,
                     .text = spec.offer,
                     .shortcut = spec.offer_key,
                     .strong = false,
                     .tight = true};
    const std::string leaf = parts::below(spec.id, "offer");
    offer.id = leaf;
    const Size size = button_size(ui, offer);
    offer.rect.width = std::min(rest.width, size.width);
    if (button(ui, offer)) pressed.offer = true;
  } else if (faded && !spec.mark.empty()) {
    rest.width = std::min(rest.width, ui.scaled(spec.side_width));
    draw_mark(ui, spec, rest);
  }
  return pressed;
}

}  // namespace baraza::ui
