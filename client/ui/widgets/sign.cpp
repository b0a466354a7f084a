// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/sign.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "client/ui/widgets/button.h"
#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr std::size_t places = 8;
constexpr float empty_sign = 64;
constexpr float wide_line_from = 32;
// Of half the sign's size: how far out the discs' centres are, and how large they are.
constexpr float ring_share = 0.74F;
constexpr float disc_share = 0.2F;
constexpr float words_width = 440;

ButtonSpec action_of(const EmptySpec& spec) {
  static constexpr std::string_view leaf = "action";
  return {.id = leaf,
          .text = spec.action,
          .kind = ButtonKind::primary,
          .icon = spec.action_icon,
          .shortcut = spec.shortcut};
}

float words_room(const EmptySpec& spec) {
  return std::min(spec.rect.width, words_width);
}

}  // namespace

void sign(Ui& ui, std::string_view leaf, const SignSpec& spec) {
  Canvas& canvas = ui.canvas();
  const float half = spec.size / 2;
  const float out = half * ring_share;
  const float radius = half * disc_share;
  const float line = spec.size >= wide_line_from ? 2 : 1;
  for (std::size_t i = 0; i < places; ++i) {
    const float turn = static_cast<float>(i) / static_cast<float>(places);
    const float angle = (turn - 0.25F) * 2 * std::numbers::pi_v<float>;
    const Point at{spec.centre.x + out * std::cos(angle), spec.centre.y + out * std::sin(angle)};
    if (spec.kind == SignKind::outline) {
      canvas.ring(at, radius, spec.colour, 1);
    } else if (i == 0 && spec.kind == SignKind::people) {
      canvas.dashed_ring(at, radius, spec.colour, line);
    } else if (i == 0) {
      canvas.ring(at, radius - line / 2, spec.colour, line);
    } else if (spec.kind == SignKind::people) {
      canvas.disc(at, radius, tint_of_seat(static_cast<std::uint32_t>(i)));
      if (canvas.theme() == Theme::high_contrast) canvas.ring(at, radius - 1, Token::edge, 2);
    } else {
      canvas.disc(at, radius, spec.colour);
    }
  }
  ui.note_picture(leaf, {spec.centre.x - half, spec.centre.y - half, spec.size, spec.size}, {});
}

float empty_height(const Ui& ui, const EmptySpec& spec) {
  const float width = words_room(spec);
  float height = ui.scaled(empty_sign) + space::s +
                 ui.paragraph_height(spec.text, Role::body, Weight::bold, width);
  if (!spec.note.empty()) {
    height += ui.paragraph_height(spec.note, Role::note, Weight::regular, width);
  }
  if (!spec.action.empty()) height += space::m + ui.target();
  return height;
}

bool empty_state(Ui& ui, const EmptySpec& spec) {
  const auto scope = ui.scope(spec.id);
  Rect room = spec.rect;
  const float size = ui.scaled(empty_sign);
  const Rect place = room.take_top(size, space::s);
  sign(ui, "sign",
       {.centre = place.centre(), .size = size, .kind = SignKind::outline, .colour = Token::edge});
  Rect words = room.centred({words_room(spec), room.height});
  words.y = room.y;
  words.take_top(ui.paragraph("text", words, spec.text, {Role::body, Weight::bold, Token::ink},
                              Align::centre));
  if (!spec.note.empty()) {
    words.take_top(ui.paragraph("note", words, spec.note,
                                {Role::note, Weight::regular, Token::ink2}, Align::centre));
  }
  if (spec.action.empty()) return false;
  words.take_top(space::m);
  ButtonSpec action = action_of(spec);
  const Size wanted = button_size(ui, action);
  action.rect = {std::floor(room.centre().x - wanted.width / 2), words.y,
                 std::min(wanted.width, room.width), wanted.height};
  return button(ui, action);
}

}  // namespace baraza::ui
