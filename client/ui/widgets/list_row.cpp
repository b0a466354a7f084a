// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/list_row.h"

#include <algorithm>
#include <cmath>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr float icon_disc_size = 40;
constexpr float above_and_below = 6;

float leading_width(const Ui& ui, const ListRowSpec& spec) {
  if (spec.disc != nullptr) return disc_size(ui, *spec.disc);
  if (spec.icon == nullptr) return 0;
  return spec.icon_disc != nullptr ? ui.scaled(icon_disc_size)
                                   : ui.canvas().icon_width(IconSize::large);
}

parts::TwoLines lines_of(const Ui& ui, const ListRowSpec& spec) {
  parts::TwoLines lines;
  lines.first = spec.name;
  lines.strong = spec.strong_name;
  lines.most_second_lines = spec.most_note_lines;
  const bool gone = spec.note_may_go && ui.layout() != Layout::wide;
  if (!gone) lines.second = spec.note;
  lines.first_colour = spec.enabled ? Token::ink : Token::ink2;
  return lines;
}

float words_width(const Ui& ui, const ListRowSpec& spec) {
  const float leading = leading_width(ui, spec);
  float width = spec.rect.width - 2 * space::m;
  if (leading > 0) width -= leading + space::m;
  if (spec.trailing_width > 0) width -= spec.trailing_width + space::m;
  return std::max(0.0F, width);
}

void draw_leading(Ui& ui, const ListRowSpec& spec, const Rect& place) {
  Canvas& canvas = ui.canvas();
  if (spec.disc != nullptr) {
    person_disc(ui, parts::below(spec.id, "disc"), place.centre(), *spec.disc);
    return;
  }
  if (spec.icon_disc == nullptr) {
    canvas.icon(place.centre(), spec.icon, {IconSize::large, spec.icon_colour});
    return;
  }
  const ToneColours tone = colours_of(*spec.icon_disc);
  canvas.disc(place.centre(), place.width / 2, tone.fill);
  if (canvas.theme() == Theme::high_contrast) {
    canvas.ring(place.centre(), place.width / 2 - 1, Token::edge, canvas.line_width());
  }
  canvas.icon(place.centre(), spec.icon, {IconSize::badge, tone.ink});
}

IconLineSpec as_icon_line(const DateLineSpec& spec) {
  return {.id = spec.id,
          .rect = spec.rect,
          .icon = icon::schedule,
          .text = spec.text,
          .style = {Role::body, Weight::bold, Token::accent}};
}

}  // namespace

float list_row_height(const Ui& ui, const ListRowSpec& spec) {
  const float words = parts::two_lines_height(ui, lines_of(ui, spec), words_width(ui, spec));
  const float least = std::max(ui.target(), spec.table ? space::table_row : space::row);
  const float content = std::max(words, leading_width(ui, spec));
  return std::max(least, content + 2 * above_and_below);
}

ListRow list_row(Ui& ui, const ListRowSpec& spec) {
  ListRow row;
  Canvas& canvas = ui.canvas();
  Control control;
  if (spec.pressable) {
    ControlSpec control_spec;
    control_spec.id = spec.id;
    control_spec.rect = spec.rect;
    control_spec.text = spec.name;
    control_spec.group = spec.group;
    control_spec.shortcut = spec.shortcut;
    control_spec.enabled = spec.enabled;
    control_spec.why_not = spec.why_not;
    control_spec.group_entry = spec.selected;
    control = ui.control(control_spec);
  } else {
    ui.note_area(spec.id, spec.rect, spec.name);
  }
  row.activated = control.activated;
  row.focused = control.focused;
  if (spec.selected || (control.held && spec.enabled)) {
    canvas.fill(spec.rect, Token::soft, space::button_radius);
  } else if (control.hovered && spec.enabled) {
    canvas.fill(spec.rect, parts::hover_fill(canvas.theme()), space::button_radius);
  }
  if (spec.rule && !spec.selected) {
    const float thick = canvas.line_width();
    canvas.rule({spec.rect.x, spec.rect.bottom() - thick}, spec.rect.width);
  }
  Rect rest = spec.rect.inset(space::m, 0);
  const float leading = leading_width(ui, spec);
  if (leading > 0) {
    // On a row of several lines it stands beside the first ones.
    Rect place = rest.take_left(leading, space::m);
    if (spec.most_note_lines > 1) {
      place.height = std::min(
          place.height, std::max(leading, space::row - 2 * above_and_below) + 2 * above_and_below);
    }
    draw_leading(ui, spec, place);
  }
  if (spec.trailing_width > 0) row.trailing = rest.take_right(spec.trailing_width, space::m);
  parts::two_lines(ui, spec.id, rest, lines_of(ui, spec));
  return row;
}

float icon_line_height(const Ui& ui, const IconLineSpec& spec) {
  const float icon = spec.icon == nullptr ? 0 : ui.canvas().icon_width(IconSize::plain) + space::m;
  return ui.paragraph_height(spec.text, spec.style.role, spec.style.weight, spec.rect.width - icon);
}

void icon_line(Ui& ui, const IconLineSpec& spec) {
  Rect rest = spec.rect;
  if (spec.icon != nullptr) {
    Rect place = rest.take_left(ui.canvas().icon_width(IconSize::plain), space::m);
    place.height = ui.canvas().line_height(spec.style.role);
    ui.canvas().icon(place.centre(), spec.icon, {IconSize::plain, spec.icon_colour});
  }
  ui.paragraph(spec.id, rest, spec.text, spec.style);
}

float date_line_height(const Ui& ui, const DateLineSpec& spec) {
  return icon_line_height(ui, as_icon_line(spec));
}

void date_line(Ui& ui, const DateLineSpec& spec) {
  icon_line(ui, as_icon_line(spec));
}

}  // namespace baraza::ui
