// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <vector>

#include "client/ui/screens/session_parts.h"
#include "client/ui/widgets/circle.h"

// The step that runs: what it is called, what to say, and the group in its circle.
namespace baraza::ui::session_parts {
namespace {

constexpr float least_circle = 226;
constexpr float most_circle = 400;
constexpr float widest = 250;
constexpr float highest = 150;
constexpr float widest_alone = 190;
constexpr float highest_alone = 124;
constexpr std::size_t many_seats = 11;
constexpr float legend_height = 24;

struct Heights {
  float title = 0;
  float prompt = 0;
  float legend = 0;
  float above() const { return title + (title > 0 ? space::xs : 0) + prompt; }
};

Heights heights_of(const Ui& ui, const StepCard& card, std::string_view text, float width) {
  Heights out;
  if (card.title) out.title = ui.paragraph_height(card.heading, Role::step, Weight::bold, width, 2);
  if (!text.empty()) out.prompt = ui.paragraph_height(text, Role::lead, Weight::regular, width, 4);
  return out;
}

void draw_legend(Ui& ui, const client::SessionModel& model, const Rect& rect) {
  const std::array<CircleLegendEntry, 4> entries{{
      {DiscState::has_word, model.legend_has_word},
      {DiscState::heard, model.legend_heard},
      {DiscState::not_yet, model.legend_not_yet},
      {DiscState::not_here, model.legend_not_here},
  }};
  circle_legend(ui, "legend", rect, entries);
}

}  // namespace

std::string seat_id(const client::SessionModel& model, std::size_t place) {
  const auto& seats = model.circle.seats;
  const std::string id = std::to_string(seats[place].seat);
  const bool first = std::none_of(seats.begin(), seats.begin() + static_cast<std::ptrdiff_t>(place),
                                  [&](const auto& each) { return each.seat == seats[place].seat; });
  return first ? id : id + "." + to_hex(seats[place].member);
}

DiscState disc_state(client::SessionSeat::State state) {
  switch (state) {
    case client::SessionSeat::State::here: return DiscState::here;
    case client::SessionSeat::State::has_word: return DiscState::has_word;
    case client::SessionSeat::State::not_yet: return DiscState::not_yet;
    case client::SessionSeat::State::heard: return DiscState::heard;
    case client::SessionSeat::State::not_here: return DiscState::not_here;
  }
  return DiscState::here;
}

void draw_step(Ui& ui, const client::SessionModel& model, const StepCard& step, const Rect& room,
               Deeds& deeds) {
  const auto& people = model.circle.seats;
  const bool runs = model.state == client::SessionModel::State::running;
  StepCard card = step;
  if (card.heading.empty()) card.heading = model.sheet.step_title;
  const std::string_view text =
      card.text.empty() ? std::string_view(model.sheet.prompt) : card.text;

  const auto scroll = ui.scroll("step", room);
  Rect rest = scroll->room();
  const float top = rest.y;
  const Heights heights = heights_of(ui, card, text, rest.width);
  const Align align = card.title ? Align::left : Align::centre;
  if (heights.title > 0) {
    ui.paragraph("heading", rest.take_top(heights.title, space::xs), card.heading,
                 {Role::step, Weight::bold, Token::ink}, Align::left, 2);
  }
  if (heights.prompt > 0) {
    ui.paragraph("prompt", rest.take_top(heights.prompt), text,
                 {Role::lead, Weight::regular, Token::ink}, align, 4);
  }
  const float free = room.height - heights.above();
  const float legend = ui.scaled(legend_height);
  // The legend is the first to go, then the circle scrolls rather than shrink further.
  const bool with_legend = runs && free >= ui.scaled(least_circle) + legend;
  const float height = std::clamp(free - (with_legend ? legend : 0), ui.scaled(least_circle),
                                  std::max(ui.scaled(least_circle), ui.scaled(most_circle)));
  Rect circle_room = rest.take_top(height);
  // What is left over stands above and below.
  const float spare = free - height - (with_legend ? legend : 0);
  if (spare > 0) circle_room.y += std::min(spare / 2, ui.scaled(space::xl));

  std::vector<std::string> ids;
  for (std::size_t i = 0; i < people.size(); ++i) ids.push_back(seat_id(model, i));
  std::vector<CircleSeat> seats;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const client::SessionSeat& each = people[i];
    CircleSeat seat;
    seat.id = ids[i];
    seat.letters = each.letters;
    seat.name = each.name;
    seat.seat = each.seat;
    seat.state = disc_state(each.state);
    if (each.key != 0) seat.shortcut = Shortcut::of(static_cast<char32_t>(each.key));
    seat.enabled = each.may_ask;
    seat.why_not = each.why_not;
    seats.push_back(seat);
  }
  const bool grows = !card.title || seats.size() >= many_seats;
  const auto asked = circle(ui, {.id = "circle",
                                 .rect = circle_room,
                                 .seats = seats,
                                 .above = model.circle.above,
                                 .figure = model.circle.figure,
                                 .below = model.circle.below,
                                 .pressable = card.pressable,
                                 .most_half_width = grows ? widest : widest_alone,
                                 .most_half_height = grows ? highest : highest_alone});
  if (with_legend) {
    Rect place = rest;
    place.y = circle_room.bottom();
    place.height = legend;
    draw_legend(ui, model, place);
  }
  scroll->used(std::max(room.height, circle_room.bottom() + (with_legend ? legend : 0) - top));
  if (asked) deeds.ask(people[*asked].member);
}

}  // namespace baraza::ui::session_parts
