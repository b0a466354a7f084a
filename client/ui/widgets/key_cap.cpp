// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/key_cap.h"

#include <algorithm>
#include <cmath>

namespace baraza::ui {
namespace {

constexpr float room_at_sides = 5;
constexpr float least_width = 24;
constexpr float above_the_line = 2;
constexpr float radius = 5;

}  // namespace

Size key_cap_size(const Ui& ui, std::string_view key) {
  const float words = std::ceil(ui.width_of(key, Role::note)) + 2 * room_at_sides + 1;
  return {std::max(ui.scaled(least_width), words),
          ui.canvas().line_height(Role::note) + above_the_line};
}

void key_cap(Ui& ui, const Rect& box, std::string_view key, Token colour) {
  const Size size = key_cap_size(ui, key);
  const Rect cap{std::floor(box.x), std::floor(box.y + (box.height - size.height) / 2), size.width,
                 size.height};
  ui.canvas().border(cap, colour, radius, 1);
  ui.canvas().text(cap, key, {Role::note, Weight::regular, colour}, Align::centre);
}

}  // namespace baraza::ui
