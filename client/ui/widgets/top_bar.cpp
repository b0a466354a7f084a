// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/top_bar.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr float gap = space::l;
constexpr float least_title = 160;
constexpr float between_people = space::s;

ButtonSpec back_of(const TopBarSpec& spec, bool short_words) {
  return {.id = "back",
          .text = short_words ? std::string_view() : spec.back,
          .kind = ButtonKind::quiet,
          .icon = icon::arrow_back,
          .shortcut = spec.escape_goes_back ? Shortcut::of(Key::escape) : Shortcut{},
          .show_key = false,
          .tight = true};
}

// What of the bar is shown where room is short: each step lets something more go.
struct Parts {
  bool people = true;
  bool badge_note = true;
  bool keys = true;
  bool icons = true;
  bool back_words = true;
};

std::vector<ButtonSpec> actions_of(const TopBarSpec& spec, const Parts& parts) {
  std::vector<ButtonSpec> out(spec.actions.begin(), spec.actions.end());
  for (ButtonSpec& action : out) {
    action.show_key = action.show_key && parts.keys;
    if (!parts.icons && action.kind != ButtonKind::worried) action.icon = nullptr;
    action.tight = action.tight || !parts.keys;
  }
  return out;
}

float right_width(const Ui& ui, const TopBarSpec& spec, const Parts& parts) {
  float width = 0;
  for (const ButtonSpec& action : actions_of(spec, parts)) {
    width += button_size(ui, action).width + gap;
  }
  if (spec.sync != nullptr) {
    width += sync_badge_size(ui, {.one_line = !parts.badge_note}, *spec.sync).width + gap;
  }
  if (parts.people && !spec.people.empty()) {
    for (const DiscSpec& person : spec.people) width += disc_size(ui, person) + between_people;
    width += gap - between_people;
  }
  return width;
}

float left_width(const Ui& ui, const TopBarSpec& spec, const Parts& parts) {
  if (spec.back.empty()) return 0;
  return button_size(ui, back_of(spec, !parts.back_words)).width + space::s;
}

Parts fitting(const Ui& ui, const TopBarSpec& spec) {
  const float title =
      std::max(ui.width_of(spec.title, Role::head, Weight::bold),
               std::min(ui.width_of(spec.note, Role::note), ui.scaled(least_title)));
  const auto fits = [&](const Parts& parts) {
    return left_width(ui, spec, parts) + title + right_width(ui, spec, parts) <= spec.rect.width;
  };
  Parts parts;
  for (bool Parts::*part :
       {&Parts::people, &Parts::badge_note, &Parts::keys, &Parts::icons, &Parts::back_words}) {
    if (fits(parts)) break;
    parts.*part = false;
  }
  return parts;
}

}  // namespace

float top_bar_height(const Ui& ui) {
  const float least = ui.layout() == Layout::wide ? space::top_bar : space::top_bar_compact;
  const float lines = ui.canvas().line_height(Role::head) + ui.canvas().line_height(Role::note);
  return std::max(least, lines + space::s);
}

TopBarPressed top_bar(Ui& ui, const TopBarSpec& spec) {
  TopBarPressed pressed;
  ui.note_area(spec.id, spec.rect, spec.title);
  const auto scope = ui.scope(spec.id);
  const Parts parts = fitting(ui, spec);
  Rect room = spec.rect;
  const auto in_middle = [&](const Rect& place, float height) {
    return Rect{place.x, std::floor(spec.rect.centre().y - height / 2), place.width, height};
  };

  if (!spec.back.empty()) {
    ButtonSpec back = back_of(spec, !parts.back_words);
    const Size size = button_size(ui, back);
    back.rect = in_middle(room.take_left(size.width, space::s), size.height);
    pressed.back = button(ui, back);
  }
  // From the right: people, badge, actions.
  if (parts.people) {
    for (auto person = spec.people.rbegin(); person != spec.people.rend(); ++person) {
      const float size = disc_size(ui, *person);
      const bool last = person + 1 == spec.people.rend();
      const Rect place = room.take_right(size, last ? gap : between_people);
      const std::string leaf = "person." + std::to_string(person - spec.people.rbegin());
      person_disc(ui, leaf, place.centre(), *person);
    }
  }
  Rect badge_place;
  SyncBadgeSpec badge{.id = "sync", .one_line = !parts.badge_note};
  if (spec.sync != nullptr) {
    const Size size = sync_badge_size(ui, badge, *spec.sync);
    badge_place = in_middle(room.take_right(size.width, gap), size.height);
  }
  const auto actions = actions_of(spec, parts);
  float width = actions.empty() ? 0 : gap * static_cast<float>(actions.size() - 1);
  for (const ButtonSpec& action : actions) width += button_size(ui, action).width;
  Rect row = room.take_right(std::min(width, room.width), gap);

  float y = std::floor(spec.rect.centre().y -
                       (ui.canvas().line_height(Role::head) +
                        (spec.note.empty() ? 0 : ui.canvas().line_height(Role::note))) /
                           2);
  Rect words{room.x, y, room.width, spec.rect.height};
  ui.text("title", words.take_top(ui.canvas().line_height(Role::head)), spec.title,
          {Role::head, Weight::bold, Token::ink});
  words.height = ui.canvas().line_height(Role::note);
  ui.text("line", words, spec.note, {Role::note, Weight::regular, Token::ink2});

  for (std::size_t i = 0; i < actions.size(); ++i) {
    ButtonSpec action = actions[i];
    const Size size = button_size(ui, action);
    action.rect = in_middle(row.take_left(std::min(size.width, row.width), gap), ui.target());
    if (button(ui, action)) pressed.action = i;
  }
  if (spec.sync != nullptr) {
    badge.rect = badge_place;
    pressed.sync = sync_badge(ui, badge, *spec.sync);
  }
  return pressed;
}

}  // namespace baraza::ui
