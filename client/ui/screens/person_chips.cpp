// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/person_chips.h"

#include <algorithm>
#include <set>
#include <string>

#include "client/ui/widgets/button.h"
#include "client/ui/widgets/person_disc.h"

namespace baraza::ui {
namespace {

constexpr std::uint32_t last_digit = 9;

// In the order of the people, with all but where they stand.
struct Chips {
  std::vector<std::string> ids;
  std::vector<ChipSpec> chips;  // their ids are in `ids`
};

Chips chips_of(const PersonChipsSpec& spec) {
  Chips out;
  std::set<std::uint32_t> seats;
  out.ids.reserve(spec.people.size());  // none may move once it is looked at
  for (const client::PersonChoice& person : spec.people) {
    // Of two who were given one seat, the first has its digit and the plain name.
    const bool first = seats.insert(person.seat).second;
    std::string id = std::to_string(person.seat);
    if (!first) id += "." + to_hex(person.member);
    out.ids.push_back(std::move(id));
    ChipSpec chip;
    chip.id = out.ids.back();
    chip.disc = {.letters = person.letters, .seat = person.seat, .name = person.name};
    chip.name = person.name;
    chip.chosen = person.member == spec.chosen;
    if (spec.digits && first && person.seat >= 1 && person.seat <= last_digit) {
      chip.shortcut = Shortcut::of(static_cast<char32_t>(U'0' + person.seat));
    }
    out.chips.push_back(chip);
  }
  return out;
}

// The group's choice first, if there is one; then everybody.
std::vector<Rect> places_of(const Ui& ui, const PersonChipsSpec& spec, const Chips& all) {
  std::vector<Rect> out;
  Rect next{spec.rect.x, spec.rect.y, 0, ui.target()};
  const auto place = [&](float width) {
    next.width = std::min(width, spec.rect.width);
    if (next.x > spec.rect.x && next.right() > spec.rect.right()) {
      next.x = spec.rect.x;
      next.y += next.height + space::between_targets;
    }
    out.push_back(next);
    next.x += next.width + space::between_targets;
  };
  if (!spec.group.empty()) place(button_size(ui, {.text = spec.group}).width);
  for (const ChipSpec& each : all.chips) place(chip_size(ui, each).width);
  return out;
}

}  // namespace

float person_chips_height(const Ui& ui, const PersonChipsSpec& spec) {
  const auto places = places_of(ui, spec, chips_of(spec));
  return places.empty() ? 0 : places.back().bottom() - spec.rect.y;
}

std::optional<MemberId> person_chips(Ui& ui, const PersonChipsSpec& spec) {
  const auto scope = ui.scope(spec.id);
  Chips all = chips_of(spec);
  const auto places = places_of(ui, spec, all);
  const std::string group = ui.id("people");
  std::optional<MemberId> chosen;
  std::size_t at = 0;
  if (!spec.group.empty()) {
    ButtonSpec button_spec{.id = "group", .rect = places[at++], .text = spec.group, .group = group};
    if (spec.chosen.is_zero()) button_spec.kind = ButtonKind::primary;
    if (button(ui, button_spec)) chosen = MemberId{};
  }
  for (std::size_t i = 0; i < all.chips.size(); ++i) {
    ChipSpec& each = all.chips[i];
    each.rect = places[at++];
    each.group = group;
    if (chip(ui, each)) chosen = spec.people[i].member;
  }
  return chosen;
}

}  // namespace baraza::ui
