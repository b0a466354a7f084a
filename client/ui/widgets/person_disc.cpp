// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/person_disc.h"

#include <algorithm>
#include <cmath>

#include "client/ui/widgets/key_cap.h"
#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr float ring_gap = 3;
constexpr float ring_width = 3;
constexpr float chip_disc = 34;

Rect around(Point centre, float half) {
  return {centre.x - half, centre.y - half, 2 * half, 2 * half};
}

// What is printed on a chip: its key, where one presses it.
std::string cap_of(const ChipSpec& spec) {
  return spec.pressable ? spec.shortcut.cap() : std::string();
}

}  // namespace

float disc_size(const Ui& ui, const DiscSpec& spec) {
  return ui.scaled(spec.size);
}

float disc_ring(const Ui&, const DiscSpec& spec) {
  return spec.state == DiscState::has_word ? ring_gap + ring_width : 0;
}

void person_disc(Ui& ui, std::string_view leaf, Point centre, const DiscSpec& spec) {
  const float radius = disc_size(ui, spec) / 2;
  parts::draw_disc(ui, centre, radius, spec, ring_gap);
  ui.note_picture(leaf, around(centre, radius), spec.name.empty() ? spec.letters : spec.name);
}

bool disc_button(Ui& ui, const DiscButtonSpec& spec) {
  const float radius = disc_size(ui, spec.disc) / 2;
  const float half = std::max(radius + disc_ring(ui, spec.disc), ui.target() / 2);
  ControlSpec control_spec;
  control_spec.id = spec.id;
  control_spec.rect = around(spec.centre, half);
  control_spec.text = spec.disc.name.empty() ? spec.disc.letters : spec.disc.name;
  control_spec.group = spec.group;
  control_spec.shortcut = spec.shortcut;
  control_spec.enabled = spec.enabled;
  control_spec.why_not = spec.why_not;
  control_spec.radius = half;
  const Control control = ui.control(control_spec);
  if (spec.enabled && (control.hovered || control.held)) {
    const Token halo = control.held ? Token::soft : parts::hover_fill(ui.canvas().theme());
    ui.canvas().disc(spec.centre, half, halo);
  }
  parts::draw_disc(ui, spec.centre, radius, spec.disc, ring_gap);
  return control.activated;
}

Size chip_size(const Ui& ui, const ChipSpec& spec) {
  const float height = ui.target();
  const float inset = (height - ui.scaled(chip_disc)) / 2;
  const float words = std::ceil(ui.width_of(spec.name, Role::body, Weight::bold));
  const std::string key = cap_of(spec);
  const float cap = key.empty() ? 0 : key_cap_size(ui, key).width + space::s;
  return {inset + ui.scaled(chip_disc) + space::s + words + cap + space::l, height};
}

bool chip(Ui& ui, const ChipSpec& spec) {
  const float radius = spec.rect.height / 2;
  parts::Paint look;
  bool activated = false;
  if (spec.pressable) {
    ControlSpec control_spec;
    control_spec.id = spec.id;
    control_spec.rect = spec.rect;
    control_spec.text = spec.name;
    control_spec.group = spec.group;
    control_spec.shortcut = spec.shortcut;
    control_spec.enabled = spec.enabled;
    control_spec.why_not = spec.why_not;
    control_spec.radius = radius;
    const Control control = ui.control(control_spec);
    activated = control.activated;
    look = parts::paint_of(parts::plain_paints(ui.canvas().theme()), control, spec.enabled);
  } else {
    ui.note_area(spec.id, spec.rect, spec.name);
  }
  if (spec.chosen && spec.enabled) look = {Token::accent, Token::accent, Token::accent_ink};
  parts::paint(ui, spec.rect, look, radius);
  Rect rest = spec.rect;
  const float disc = std::min(ui.scaled(chip_disc), rest.height - 2 * space::xs);
  rest.take_left((rest.height - disc) / 2);
  DiscSpec person = spec.disc;
  person.size = disc / text_factor(ui.text_size());
  parts::draw_disc(ui, rest.take_left(disc, space::s).centre(), disc / 2, person, ring_gap);
  rest.take_right(space::s);
  if (const std::string key = cap_of(spec); !key.empty()) {
    rest.take_right(space::s);
    key_cap(ui, rest.take_right(key_cap_size(ui, key).width, space::s), key, look.ink);
  }
  ui.text(parts::below(spec.id, "text"), rest, spec.name, {Role::body, Weight::bold, look.ink});
  return activated;
}

}  // namespace baraza::ui
