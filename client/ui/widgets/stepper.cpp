// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/stepper.h"

#include <algorithm>
#include <cmath>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr float gap = space::xs;
constexpr float least_value_width = 96;
constexpr int page = 5;

float value_width(const Ui& ui, const StepperSpec& spec) {
  const float words = ui.width_of(spec.text, Role::body) + 2 * space::m;
  return std::max(ui.scaled(least_value_width), std::ceil(words));
}

bool end_button(Ui& ui, const StepperSpec& spec, std::string_view leaf, const Rect& rect,
                const char* icon, std::string_view word, bool enabled) {
  ControlSpec control_spec;
  const std::string id = parts::below(spec.id, leaf);
  control_spec.id = id;
  control_spec.rect = rect;
  control_spec.text = word;
  control_spec.enabled = spec.enabled && enabled;
  control_spec.why_not = spec.why_not;
  control_spec.focusable = false;  // the keys of the value do the same
  const Control control = ui.control(control_spec);
  const auto& look =
      parts::paint_of(parts::plain_paints(ui.canvas().theme()), control, control_spec.enabled);
  parts::paint(ui, rect, look, space::button_radius);
  ui.canvas().icon(rect.centre(), icon, {IconSize::plain, look.ink});
  return control.activated;
}

// The value after a key that the value itself has a use for; empty if the event is none.
std::optional<int> keyed(Ui& ui, const StepperSpec& spec, StepperState& state) {
  const InputEvent* event = ui.event();
  if (event == nullptr) return std::nullopt;
  if (const auto* press = std::get_if<KeyPress>(event)) {
    int step = 0;
    if (press->key == Key::up) step = 1;
    if (press->key == Key::down) step = -1;
    if (press->key == Key::page_up) step = page;
    if (press->key == Key::page_down) step = -page;
    if (step != 0) {
      state.typed.reset();
      ui.use_event();
      return std::clamp(spec.value + step, spec.least, spec.most);
    }
    if (press->key == Key::backspace && state.typed) {
      ui.use_event();
      const int shorter = *state.typed / 10;
      state.typed = shorter == 0 ? std::nullopt : std::optional(shorter);
      return state.typed && shorter >= spec.least ? std::optional(shorter) : std::nullopt;
    }
    return std::nullopt;
  }
  const auto* typed = std::get_if<Character>(event);
  if (typed == nullptr) return std::nullopt;
  const char32_t digit = typed->row_digit != 0 ? typed->row_digit : typed->value;
  if (digit < U'0' || digit > U'9') return std::nullopt;
  ui.use_event();
  int value = state.typed.value_or(0) * 10 + static_cast<int>(digit - U'0');
  if (value > spec.most) value = static_cast<int>(digit - U'0');  // begins anew
  if (value > spec.most) return std::nullopt;
  state.typed = value;
  return value >= spec.least ? std::optional(value) : std::nullopt;
}

}  // namespace

Size stepper_size(const Ui& ui, const StepperSpec& spec) {
  return {2 * (ui.target() + gap) + value_width(ui, spec), ui.target()};
}

std::optional<int> stepper(Ui& ui, const StepperSpec& spec, StepperState& state) {
  std::optional<int> wanted;
  Rect room = spec.rect;
  const Rect less = room.take_left(ui.target(), gap);
  const Rect more = room.take_right(ui.target(), gap);

  ControlSpec control_spec;
  control_spec.id = spec.id;
  control_spec.rect = room;
  control_spec.text = spec.label;
  control_spec.enabled = spec.enabled;
  control_spec.why_not = spec.why_not;
  control_spec.keeps_arrows = true;
  control_spec.keeps_characters = "0123456789";
  const Control control = ui.control(control_spec);
  if (!control.focused) state.typed.reset();
  if (control.focused && spec.enabled) wanted = keyed(ui, spec, state);

  if (end_button(ui, spec, "less", less, icon::remove, spec.less_word, spec.value > spec.least)) {
    wanted = std::max(spec.least, spec.value - 1);
    state.typed.reset();
  }
  if (end_button(ui, spec, "more", more, icon::add, spec.more_word, spec.value < spec.most)) {
    wanted = std::min(spec.most, spec.value + 1);
    state.typed.reset();
  }

  const auto& look =
      parts::paint_of(parts::plain_paints(ui.canvas().theme()), control, spec.enabled);
  parts::paint(ui, room, look, space::button_radius);
  const std::string number = std::to_string(state.typed.value_or(spec.value));
  const bool in_words = !spec.text.empty() && !state.typed;
  ui.text(parts::below(spec.id, "text"), room.inset(space::xs, 0),
          in_words ? spec.text : std::string_view(number), {Role::body, Weight::regular, look.ink},
          Align::centre);
  return wanted && *wanted != spec.value ? wanted : std::nullopt;
}

}  // namespace baraza::ui
