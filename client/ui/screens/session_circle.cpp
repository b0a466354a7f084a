// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "client/ui/screens/session_parts.h"
#include "client/ui/widgets/circle.h"

// The step that runs: what it is called, what to say, and the group in its circle.
namespace baraza::ui::session_parts {
namespace {

// Of many people the ellipse may become as much higher as it needs.
constexpr float most_limit = 3;
constexpr float widest = 250;
constexpr float highest = 150;
constexpr float widest_alone = 190;
constexpr float highest_alone = 124;
constexpr std::size_t many_seats = 11;
constexpr float legend_height = 24;
// As the circle draws: what stands around a disc, and where its name is.
constexpr float disc_at_normal = 56;
constexpr float disc_of_many = 48;
constexpr float ring_around = 8;
constexpr float ring_break = 3;
constexpr float name_gap = 7;
constexpr float least_half = 40;
constexpr float half_step = 4;

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

// Finds how high a circle has to be for its discs, names and middle to lie beside each other.
class CircleFit {
 public:
  CircleFit(const Ui& ui, const client::SessionCircle& people, float width, float most_half_width)
      : ui_(ui), people_(people) {
    disc_ = ui.scaled(people.seats.size() >= many_seats ? disc_of_many : disc_at_normal) / 2;
    float widest_name = 0;
    for (const client::SessionSeat& seat : people.seats) {
      names_.push_back(std::ceil(ui.width_of(seat.name, Role::note, Weight::bold)) + 4);
      widest_name = std::max(widest_name, names_.back());
    }
    const float beside = std::max(disc_ + ring_around, widest_name / 2);
    half_width_ = std::min(ui.scaled(most_half_width), std::max(0.0F, width / 2 - beside));
  }

  // What stands above and below the ellipse.
  float around() const {
    return 2 * (disc_ + ring_around) + (names_shown_ ? name_gap + note() : 0);
  }
  void leave_names_out() { names_shown_ = false; }
  // The least half-height; `above` is the line above the figure.
  float half_height(bool above, float most) const {
    float half = ui_.scaled(least_half);
    while (half < most && !fits(half, above)) half += half_step;
    return half;
  }

 private:
  float note() const { return ui_.canvas().line_height(Role::note); }

  Rect middle(bool above) const {
    const float figure = people_.figure.empty() ? 0 : ui_.canvas().line_height(Role::figure);
    const bool has_above = above && !people_.above.empty();
    const float height =
        figure + note() * static_cast<float>((has_above ? 1 : 0) + (people_.below.empty() ? 0 : 1));
    float width = std::max(ui_.width_of(people_.figure, Role::figure, Weight::bold),
                           ui_.width_of(people_.below, Role::note));
    if (has_above) width = std::max(width, ui_.width_of(people_.above, Role::note));
    return Rect{}.centred({width, height});
  }

  bool fits(float half, bool above) const {
    const auto places = seats_on_ellipse({}, half_width_, half, people_.seats.size());
    std::vector<Rect> things{middle(above).grown(2)};
    const float target = std::max(disc_ + ring_break, ui_.target() / 2);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const Point at = places[i];
      const Rect disc{at.x - target, at.y - target, 2 * target, 2 * target};
      const Rect name{at.x - names_[i] / 2, at.y + disc_ + name_gap, names_[i], note()};
      for (const Rect& other : things) {
        if (other.overlaps(disc) || (names_shown_ && other.overlaps(name))) return false;
      }
      things.push_back(disc.inset(1));
      if (names_shown_) things.push_back(name);
    }
    return true;
  }

  const Ui& ui_;
  const client::SessionCircle& people_;
  float disc_ = 0;
  float half_width_ = 0;
  std::vector<float> names_;
  bool names_shown_ = true;
};

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
  const bool grows = card.grows || !card.title || people.size() >= many_seats;
  const float most_half_width = grows ? widest : widest_alone;
  const float most_half = ui.scaled(grows ? highest : highest_alone);
  CircleFit fit(ui, model.circle, rest.width, most_half_width);
  const float free = room.height - heights.above();
  const float legend = ui.scaled(legend_height);
  // The legend is the first to go, then who has the word, whose disc says so too, then the names,
  // if that is enough; else the circle scrolls rather than shrink further.
  const float whole = 2 * fit.half_height(true, most_limit * most_half) + fit.around();
  const bool with_legend = runs && free >= whole + legend;
  const bool above = free >= whole || model.circle.figure.empty();
  float least = above ? whole : 2 * fit.half_height(false, most_limit * most_half) + fit.around();
  bool names = true;
  if (least > free) {
    fit.leave_names_out();
    const float without = 2 * fit.half_height(above, most_limit * most_half) + fit.around();
    names = without > free;
    if (!names) least = without;
  }
  const float most = std::max(least, 2 * most_half + fit.around());
  const float height = std::clamp(free - (with_legend ? legend : 0), least, most);
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
  const auto asked =
      circle(ui, {.id = "circle",
                  .rect = circle_room,
                  .seats = seats,
                  .above = above ? std::string_view(model.circle.above) : std::string_view(),
                  .figure = model.circle.figure,
                  .below = model.circle.below,
                  .names = names,
                  .pressable = card.pressable,
                  .most_half_width = most_half_width,
                  .most_half_height = std::max(grows ? highest : highest_alone, height)});
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
