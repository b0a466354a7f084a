// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <vector>

#include "client/ui/screens/session_parts.h"
#include "client/ui/widgets/card.h"

// Attendance in one line: who came, and with whom it was otherwise.
namespace baraza::ui::session_parts {
namespace {

constexpr float attendance_at_normal = 76;
constexpr float attendance_disc = 34;
constexpr float between_discs = space::xs;
constexpr float side = 18;

DiscSpec disc_of(const client::AttendanceNote& note) {
  return {.letters = note.letters,
          .seat = note.seat,
          .state = note.here ? DiscState::here : DiscState::not_here,
          .name = note.name,
          .size = attendance_disc};
}

float words_width(const Ui& ui, const client::AttendanceNote& note) {
  return std::ceil(std::max(ui.width_of(note.name, Role::body, Weight::bold),
                            ui.width_of(note.words, Role::note)));
}

void draw_note(Ui& ui, const client::AttendanceNote& note, Rect place) {
  Canvas& canvas = ui.canvas();
  const auto scope = ui.scope("attendance." + std::to_string(note.seat));
  const DiscSpec disc = disc_of(note);
  person_disc(ui, "disc", place.take_left(disc_size(ui, disc), space::s).centre(), disc);
  const float name = canvas.line_height(Role::body);
  const float words = canvas.line_height(Role::note);
  place.y = std::floor(place.centre().y - (name + words) / 2);
  ui.text("name", place.take_top(name), note.name, {Role::body, Weight::bold, Token::ink});
  place.height = words;
  ui.text("words", place, note.words,
          {Role::note, Weight::regular, note.look_here ? Token::warn_ink : Token::ink2});
}

void draw_plus(Ui& ui, std::string_view leaf, Rect& room, std::size_t count) {
  const std::string words = "+" + std::to_string(count);
  const float width = std::ceil(ui.width_of(words, Role::body, Weight::bold));
  if (width > room.width) return;
  ui.text(leaf, room.take_left(width, space::l), words, {Role::body, Weight::bold, Token::ink2});
}

// Those who came, as discs; as many as fit.
void draw_here(Ui& ui, const client::AttendanceLine& line, Rect& room, float width) {
  const DiscSpec like{.size = attendance_disc};
  const float disc = disc_size(ui, like);
  const float plus = std::ceil(ui.width_of("+99", Role::body, Weight::bold)) + between_discs;
  const auto fitting = [&](float in) {
    return static_cast<std::size_t>(std::max(0.0F, (in + between_discs) / (disc + between_discs)));
  };
  std::size_t shown = std::min(line.here.size(), fitting(width));
  if (shown < line.here.size()) shown = std::min(shown, fitting(width - plus));
  for (std::size_t i = 0; i < shown; ++i) {
    const client::PersonChoice& each = line.here[i];
    person_disc(
        ui, "here." + std::to_string(each.seat), room.take_left(disc, between_discs).centre(),
        {.letters = each.letters, .seat = each.seat, .name = each.name, .size = attendance_disc});
  }
  if (shown < line.here.size()) draw_plus(ui, "here_more", room, line.here.size() - shown);
  room.take_left(space::m - between_discs);
}

}  // namespace

float attendance_height(const Ui& ui) {
  const Canvas& canvas = ui.canvas();
  return std::max(attendance_at_normal,
                  canvas.line_height(Role::body) + canvas.line_height(Role::note) + 2 * space::m);
}

void draw_attendance(Ui& ui, const client::SessionModel& model, const Rect& rect, Deeds& deeds) {
  Canvas& canvas = ui.canvas();
  const client::AttendanceLine& line = model.attendance;
  card(ui, {.id = "attendance_card", .rect = rect});
  Rect room = rect.inset(side, 0);
  ButtonSpec change = deeds.button_of(Deed::attendance);
  change.text = line.change_word;
  const Size size = button_size(ui, change);
  Rect end = room.take_right(std::min(size.width, room.width), space::m);
  change.rect = {end.x, std::floor(rect.centre().y - size.height / 2), end.width, size.height};

  const float count = std::ceil(ui.width_of(line.count, Role::body, Weight::bold));
  ui.text("attendance_count", room.take_left(std::min(count, room.width), space::m), line.count,
          {Role::body, Weight::bold, Token::ink});
  // From the right: who isn't marked, then those with something to say, then who just came.
  const float unmarked = std::ceil(ui.width_of(line.unmarked, Role::note));
  if (!line.unmarked.empty() && unmarked < room.width) {
    ui.text("unmarked", room.take_right(unmarked, space::l), line.unmarked,
            {Role::note, Weight::regular, Token::ink2});
  }
  const float plus = std::ceil(ui.width_of("+99", Role::body, Weight::bold)) + space::l;
  const float rule = line.here.empty() || line.others.empty() ? 0 : 2 * space::m;
  const float least_here = line.here.empty() ? 0 : 3 * (ui.scaled(attendance_disc) + between_discs);
  float used = 0;
  std::vector<float> widths;
  for (std::size_t i = 0; i < line.others.size(); ++i) {
    const DiscSpec disc = disc_of(line.others[i]);
    const float width = disc_size(ui, disc) + space::s + words_width(ui, line.others[i]) + space::l;
    const bool last = i + 1 == line.others.size();
    if (used + width + (last ? 0 : plus) > room.width - rule - least_here) break;
    used += width;
    widths.push_back(width);
  }
  const std::size_t hidden = line.others.size() - widths.size();
  if (!line.here.empty()) {
    // Nothing stands behind the last of the others.
    const float taken = used - (widths.empty() || hidden > 0 ? 0 : space::l);
    draw_here(ui, line, room, room.width - taken - rule - (hidden > 0 ? plus : 0));
    if (rule > 0 && room.width > 0) {
      canvas.fill({room.x, std::floor(rect.centre().y) - space::l - space::xs, canvas.line_width(),
                   2 * (space::l + space::xs)},
                  Token::line);
      room.take_left(space::m);
    }
  }
  for (std::size_t i = 0; i < widths.size(); ++i) {
    draw_note(ui, line.others[i], room.take_left(widths[i] - space::l, space::l));
  }
  if (hidden > 0) draw_plus(ui, "others_more", room, hidden);
  if (button(ui, change)) deeds.carry_out(Deed::attendance);
}

}  // namespace baraza::ui::session_parts
