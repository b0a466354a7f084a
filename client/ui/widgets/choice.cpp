// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/choice.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr float side = space::l;
// Parts are made equally wide where the widest isn't much wider than the narrowest.
constexpr float much_wider = 1.7F;

std::vector<float> widths_of(const Ui& ui, const ChoiceSpec& spec) {
  std::vector<float> out;
  for (const std::string_view part : spec.parts) {
    // Bold, since any part may be chosen: choosing must move nothing.
    const float words = std::ceil(ui.width_of(part, Role::body, Weight::bold));
    out.push_back(std::max(ui.target(), words + 2 * side));
  }
  if (out.empty()) return out;
  const float most = *std::max_element(out.begin(), out.end());
  if (most <= much_wider * *std::min_element(out.begin(), out.end())) {
    std::fill(out.begin(), out.end(), most);
  }
  return out;
}

// As the rectangle has it: more room is shared, too little is taken from all alike.
std::vector<float> widths_in(const Ui& ui, const ChoiceSpec& spec) {
  std::vector<float> out = widths_of(ui, spec);
  float all = 0;
  for (const float width : out) all += width;
  if (out.empty()) return out;
  float left = spec.rect.width;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const float share = all > spec.rect.width
                            ? out[i] * spec.rect.width / all
                            : out[i] + (spec.rect.width - all) / static_cast<float>(out.size());
    out[i] = i + 1 == out.size() ? left : std::round(share);
    left -= out[i];
  }
  return out;
}

}  // namespace

Size choice_size(const Ui& ui, const ChoiceSpec& spec) {
  float width = 0;
  for (const float part : widths_of(ui, spec)) width += part;
  return {width, ui.target()};
}

std::optional<std::size_t> choice(Ui& ui, const ChoiceSpec& spec) {
  Canvas& canvas = ui.canvas();
  ui.note_area(spec.id, spec.rect, spec.label);
  const parts::Paints paints = parts::plain_paints(canvas.theme());
  canvas.fill(spec.rect, spec.enabled ? Token::surface : Token::sunk, space::button_radius);
  const std::vector<float> widths = widths_in(ui, spec);
  const std::string group = ui.id(spec.id);
  std::optional<std::size_t> chosen;
  Rect rest = spec.rect;
  for (std::size_t i = 0; i < spec.parts.size(); ++i) {
    const Rect part = rest.take_left(widths[i]);
    const std::string leaf = parts::below(spec.id, std::to_string(i));
    ControlSpec control_spec;
    control_spec.id = leaf;
    control_spec.rect = part;
    control_spec.text = spec.parts[i];
    control_spec.group = group;
    control_spec.enabled = spec.enabled;
    control_spec.why_not = spec.why_not;
    control_spec.group_entry = spec.chosen ? *spec.chosen == i : i == 0;
    const Control control = ui.control(control_spec);
    const bool is_chosen = spec.chosen == i;
    if (spec.enabled && (control.activated || control.walked_to) && !is_chosen) chosen = i;

    parts::Paint look = parts::paint_of(paints, control, spec.enabled);
    if (is_chosen && spec.enabled) look = {Token::accent, Token::accent, Token::accent_ink};
    const bool first = i == 0;
    const bool last = i + 1 == spec.parts.size();
    if (look.fill != Token::surface) {
      if (first && last) {
        canvas.fill(part, look.fill, space::button_radius);
      } else {
        canvas.fill(part, look.fill, first || last ? space::button_radius : 0,
                    first  ? Corners::left
                    : last ? Corners::right
                           : Corners::all);
      }
    }
    if (!first) canvas.fill({part.x, part.y, canvas.line_width(), part.height}, Token::line);
    ui.text(parts::below(leaf, "text"), part.inset(space::xs, 0), spec.parts[i],
            {Role::body, is_chosen ? Weight::bold : Weight::regular, look.ink}, Align::centre);
  }
  canvas.border(spec.rect, spec.enabled ? Token::edge : Token::line, space::button_radius);
  return chosen;
}

}  // namespace baraza::ui
