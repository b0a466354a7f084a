// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/dialog.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr float width_at_normal = 440;
constexpr float padding = 20;
constexpr float toast_high = 52;
constexpr float toast_least = 320;
constexpr float toast_side = space::l;

std::vector<ButtonSpec> buttons_of(const DialogSpec& spec) {
  std::vector<ButtonSpec> out;
  if (!spec.back.empty()) {
    out.push_back({.id = "back", .text = spec.back, .shortcut = Shortcut::of(Key::escape)});
  }
  if (!spec.other_verb.empty()) out.push_back({.id = "other", .text = spec.other_verb});
  if (!spec.verb.empty()) {
    out.push_back(
        {.id = "verb",
         .text = spec.verb,
         .kind = ButtonKind::primary,
         .key = spec.loses || !spec.verb_enabled ? std::string_view() : std::string_view("Enter"),
         .enabled = spec.verb_enabled,
         .why_not = spec.why_not});
  }
  return out;
}

}  // namespace

float dialog_width(const Ui& ui) {
  return std::min(ui.scaled(width_at_normal), ui.window().width - 2 * space::window_margin);
}

float dialog_height(const Ui& ui, const DialogSpec& spec, float width) {
  const float room = width - 2 * padding;
  float height = 2 * padding + ui.paragraph_height(spec.question, Role::head, Weight::bold, room);
  if (!spec.text.empty()) {
    height += space::s + ui.paragraph_height(spec.text, Role::body, Weight::regular, room);
  }
  return height + space::l + row_of_buttons_height(ui, buttons_of(spec), room);
}

DialogAnswer dialog_box(Ui& ui, const DialogSpec& spec, const Rect& rect) {
  ui.canvas().box(rect, Token::surface, Token::edge, space::card_radius);
  ui.note_area(spec.id, rect, spec.question);
  const auto scope = ui.scope(spec.id);
  Rect room = rect.inset(padding);
  room.take_top(
      ui.paragraph("question", room, spec.question, {Role::head, Weight::bold, Token::ink}));
  if (!spec.text.empty()) {
    room.take_top(space::s);
    room.take_top(ui.paragraph("text", room, spec.text, {}));
  }
  const auto buttons = buttons_of(spec);
  const float height = row_of_buttons_height(ui, buttons, room.width);
  const auto pressed = row_of_buttons(ui, buttons, room.take_bottom(height), Align::right);
  const bool safe_first = spec.loses || spec.verb.empty() || !spec.verb_enabled;
  ui.first_focus(ui.id(safe_first && !spec.back.empty() ? "back" : "verb"));
  if (!pressed) return DialogAnswer::none;
  const std::string_view id = buttons[*pressed].id;
  if (id == "back") return DialogAnswer::back;
  return id == "other" ? DialogAnswer::other : DialogAnswer::verb;
}

DialogAnswer dialog(Ui& ui, const DialogSpec& spec) {
  const auto over = ui.over();
  ui.canvas().veil();
  const float width = dialog_width(ui);
  const float height = dialog_height(ui, spec, width);
  Rect rect = ui.window().centred({width, height});
  rect.x = std::floor(rect.x);
  rect.y = std::floor(std::max(rect.y, space::s));
  return dialog_box(ui, spec, rect);
}

float toast_height(const Ui& ui) {
  return std::max(toast_high, ui.target() + space::s);
}

bool toast_box(Ui& ui, const ToastSpec& spec, const Rect& rect) {
  Canvas& canvas = ui.canvas();
  canvas.fill(rect, Token::rail, space::banner_radius);
  ui.note_area(spec.id, rect, spec.text);
  const auto scope = ui.scope(spec.id);
  Rect room = rect.inset(toast_side, 0);
  const Rect mark = room.take_left(canvas.icon_width(IconSize::plain), space::m);
  canvas.icon(mark.centre(), icon::check, {IconSize::plain, Token::rail_ink});
  bool undone = false;
  if (!spec.undo.empty()) {
    const float words = std::ceil(ui.width_of(spec.undo, Role::body, Weight::bold));
    const float width = std::max(ui.target(), words + 2 * space::m);
    room.width += space::m;  // its words end where the toast's room ends
    const Rect place = room.take_right(width, space::s);
    ControlSpec control_spec;
    control_spec.id = "undo";
    control_spec.rect = place.centred({width, ui.target()});
    control_spec.text = spec.undo;
    const Control control = ui.control(control_spec);
    if (control.hovered) canvas.fill(control_spec.rect, Token::rail_on, space::button_radius);
    ui.text("undo.text", place, spec.undo,
            {Role::body, Weight::bold, control.hovered ? Token::rail_hi : Token::rail_ink},
            Align::centre);
    undone = control.activated;
  }
  ui.text("text", room, spec.text, {Role::body, Weight::regular, Token::rail_ink});
  return undone;
}

bool toast(Ui& ui, const ToastSpec& spec, const Rect& room) {
  const float words =
      ui.width_of(spec.text, Role::body) +
      (spec.undo.empty() ? 0 : ui.width_of(spec.undo, Role::body, Weight::bold) + 3 * space::m);
  const float wanted =
      words + 2 * toast_side + ui.canvas().icon_width(IconSize::plain) + space::m + space::xl;
  const float width = std::clamp(std::ceil(wanted), std::min(toast_least, room.width), room.width);
  const float height = toast_height(ui);
  const Rect rect{std::floor(room.centre().x - width / 2), room.bottom() - height - space::l, width,
                  height};
  return toast_box(ui, spec, rect);
}

}  // namespace baraza::ui
