// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/tag.h"

#include <algorithm>
#include <cmath>

#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr float room_left = 8;
constexpr float room_right = 10;
constexpr float behind_icon = 6;

}  // namespace

Size tag_size(const Ui& ui, const TagSpec& spec) {
  const float icon =
      spec.icon == nullptr ? 0 : ui.canvas().icon_width(IconSize::small) + behind_icon;
  const float left = spec.icon == nullptr ? room_right : room_left;
  return {left + icon + std::ceil(ui.width_of(spec.text, Role::note)) + room_right,
          ui.canvas().line_height(Role::note) + space::s};
}

void tag(Ui& ui, const TagSpec& spec) {
  const Size size = tag_size(ui, spec);
  Rect pill{spec.rect.x, std::floor(spec.rect.y + (spec.rect.height - size.height) / 2),
            std::min(size.width, spec.rect.width), size.height};
  const ToneColours tone = colours_of(spec.tone);
  const bool plain = spec.tone == Tone::plain;
  Canvas& canvas = ui.canvas();
  canvas.fill(pill, plain ? Token::sunk : tone.fill, pill.height / 2);
  if (plain || canvas.theme() == Theme::high_contrast) {
    canvas.border(pill, plain ? Token::line : Token::edge, pill.height / 2);
  }
  ui.note_area(spec.id, pill, spec.text);
  pill.take_left(spec.icon == nullptr ? room_right : room_left);
  if (spec.icon != nullptr) {
    const Rect icon = pill.take_left(canvas.icon_width(IconSize::small), behind_icon);
    canvas.icon(icon.centre(), spec.icon, {IconSize::small, tone.ink});
  }
  pill.take_right(room_right);
  ui.text(parts::below(spec.id, "text"), pill, spec.text, {Role::note, Weight::regular, tone.ink});
}

}  // namespace baraza::ui
