// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/home_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/ui/screens/home_screen.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/circle.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/sync_badge.h"
#include "client/ui/widgets/timeline.h"

namespace baraza::ui::home_parts {
namespace {

constexpr float next_padding = 24;
constexpr float ring_size = 208;
constexpr float ring_radius = 76;
constexpr float ring_disc = 40;
constexpr float work_first = 184;
constexpr float work_row = 48;
constexpr float need_disc = 40;
constexpr float least_need_words = 200;
constexpr int most_title_lines = 5;
constexpr int most_why_lines = 6;

// The people of the group in a small ring, and how many sessions are left in the middle.
void draw_ring(Ui& ui, const Rect& rect, const client::NextCard& next) {
  std::vector<CircleSeat> seats;
  std::vector<std::string> ids;
  for (const client::SeatDisc& seat : next.seats) ids.push_back(std::to_string(seat.seat));
  for (std::size_t i = 0; i < next.seats.size(); ++i) {
    seats.push_back({.id = ids[i], .letters = next.seats[i].letters, .seat = next.seats[i].seat});
  }
  circle(ui, {.id = "ring",
              .rect = rect,
              .seats = seats,
              .figure = next.left,
              .below = next.left_words,
              .names = false,
              .pressable = false,
              .most_half_width = ring_radius,
              .most_half_height = ring_radius,
              .disc = ring_disc});
}

std::vector<ButtonSpec> next_buttons(const client::NextCard& next) {
  return {{.id = "open",
           .text = next.open_words,
           .kind = ButtonKind::primary,
           .big = true,
           .icon = icon::play_arrow,
           .key = "Enter",
           .enabled = next.open_not.empty(),
           .why_not = next.open_not},
          {.id = "plan", .text = next.plan_words, .big = true}};
}

const char* icon_of(client::BeforeLine::Kind kind) {
  using Kind = client::BeforeLine::Kind;
  switch (kind) {
    case Kind::missed: return icon::hearing;
    case Kind::no_score: return icon::insert_chart_outlined;
    case Kind::left: break;
  }
  return icon::flag;
}

const char* icon_of(client::NeedItem::Kind kind) {
  using Kind = client::NeedItem::Kind;
  switch (kind) {
    case Kind::worry: return icon::favorite;
    case Kind::laptop: return icon::laptop;
    case Kind::damaged: return icon::warning;
    case Kind::attendance:
    case Kind::area: return icon::call_split;
    case Kind::check_in: return icon::content_copy;
    case Kind::ask: return icon::help_outline;
    case Kind::call: return icon::call;
    case Kind::entry:
    case Kind::settled: break;
  }
  return icon::pan_tool;
}

}  // namespace

float draw_next(Ui& ui, const Rect& room, const client::NextCard& next, Requests& requests) {
  const bool ring = room.width >= ui.scaled(ring_size + 320);
  const float ring_width = ring ? ui.scaled(ring_size) + space::l : 0;
  const float words = room.width - 2 * next_padding - ring_width;
  auto buttons = next_buttons(next);
  // The key cap goes before the second button does.
  if (row_of_buttons_height(ui, buttons, words) > ui.primary()) {
    buttons[0].show_key = false;
    for (ButtonSpec& each : buttons) each.tight = true;
  }
  const float date = date_line_height(ui, {.rect = {0, 0, words, 0}, .text = next.when});
  const float height = 2 * next_padding + date + space::s +
                       ui.paragraph_height(next.title, Role::title, Weight::bold, words) +
                       ui.paragraph_height(next.second, Role::body, Weight::regular, words) +
                       space::l + ui.canvas().line_height(Role::note) + space::xl +
                       row_of_buttons_height(ui, buttons, words);
  const Rect rect{room.x, room.y, room.width,
                  std::max(height, ring ? ui.scaled(ring_size) + 2 * space::l : 0)};
  Rect inside = card(ui, {.id = "next", .rect = rect, .padding = next_padding});
  if (ring) {
    const Rect place = inside.take_right(ui.scaled(ring_size), space::l);
    draw_ring(ui, place.centred({ui.scaled(ring_size), ui.scaled(ring_size)}), next);
  }
  date_line(ui, {.id = "next.when", .rect = inside.take_top(date, space::s), .text = next.when});
  inside.take_top(
      ui.paragraph("next.title", inside, next.title, {Role::title, Weight::bold, Token::ink}));
  inside.take_top(
      ui.paragraph("next.second", inside, next.second, {Role::body, Weight::regular, Token::ink2}),
      space::l);
  Rect dots = inside.take_top(ui.canvas().line_height(Role::note), space::xl);
  std::vector<SessionDot> course;
  for (const client::CourseDot dot : next.dots) course.push_back(static_cast<SessionDot>(dot));
  CourseDotsSpec spec{.id = "next.dots", .dots = course, .text = next.dots_words, .large = true};
  const float words_width = std::ceil(ui.width_of(next.dots_words, Role::note));
  spec.rect = dots.take_left(
      std::min(course_dots_size(ui, spec).width, dots.width - words_width - space::l), space::l);
  course_dots(ui, spec);
  ui.text("next.dots_words", dots, next.dots_words, {Role::note, Weight::regular, Token::ink2});
  if (const auto pressed = row_of_buttons(ui, buttons, inside)) {
    if (*pressed == 1) {
      requests.push_back(request::Go{place::Group{next.group}});
    } else {
      const Place session = place::Session{next.group, next.session};
      if (next.opens.empty()) {
        requests.push_back(request::Go{session});
      } else {
        request::Act act;
        act.intents = next.opens;
        act.then = session;
        requests.push_back(std::move(act));
      }
    }
  }
  return rect.height;
}

float draw_no_next(Ui& ui, const Rect& room, const std::string& words) {
  const float inside = room.width - 2 * space::card_padding;
  const float height =
      2 * space::card_padding + ui.paragraph_height(words, Role::head, Weight::regular, inside);
  const Rect rect = card(ui, {.id = "next", .rect = {room.x, room.y, room.width, height}});
  ui.paragraph("next.none", rect, words, {Role::head, Weight::regular, Token::ink});
  return height;
}

float draw_before(Ui& ui, const Rect& room, const client::HomeModel& model) {
  const auto line_of = [&](const client::BeforeLine& line, std::string_view id, const Rect& rect) {
    return IconLineSpec{.id = id, .rect = rect, .icon = icon_of(line.kind), .text = line.words};
  };
  CardSpec spec{
      .id = "before", .rect = {room.x, room.y, room.width, 0}, .title = model.before_title};
  const float inside = room.width - 2 * spec.padding;
  float height = card_around(ui, spec);
  for (const client::BeforeLine& line : model.before) {
    height += icon_line_height(ui, line_of(line, {}, {0, 0, inside, 0})) + space::m;
  }
  spec.rect.height = height - space::m;
  Rect rect = card(ui, spec);
  for (std::size_t i = 0; i < model.before.size(); ++i) {
    const std::string id = "before." + std::to_string(i);
    IconLineSpec line = line_of(model.before[i], id, rect);
    line.rect = rect.take_top(icon_line_height(ui, line), space::m);
    icon_line(ui, line);
  }
  return spec.rect.height;
}

namespace {

// Words beside the disc, the verb at the right. Titles take two lines where they must: what is cut
// off a reason would be the reason.
struct NeedForm {
  float words = 0;
  float button = 0;
  float text = 0;      // height of the words
  bool below = false;  // the button is below them: beside it they would be too narrow
  float height = 0;
};

NeedForm need_form(const Ui& ui, const client::NeedItem& item, float width) {
  NeedForm out;
  out.button = button_size(ui, {.text = item.action, .tight = true}).width;
  out.words = width - ui.scaled(need_disc) - out.button - 2 * space::m;
  out.below = out.words < ui.scaled(least_need_words);
  if (out.below) out.words += out.button + space::m;
  out.text =
      ui.paragraph_height(item.title, Role::body, Weight::bold, out.words, most_title_lines) +
      ui.paragraph_height(item.why, Role::note, Weight::regular, out.words, most_why_lines);
  out.height = out.below ? std::max(out.text, ui.scaled(need_disc)) + space::s + ui.target()
                         : std::max({out.text, ui.target(), ui.scaled(need_disc)});
  out.height += 2 * space::m;
  return out;
}

bool draw_need(Ui& ui, const client::NeedItem& item, const NeedForm& form, std::size_t number,
               const Rect& rect, bool rule) {
  const bool worry = item.kind == client::NeedItem::Kind::worry;
  const ToneColours tone = colours_of(worry ? Tone::risk_soft : Tone::warn);
  Canvas& canvas = ui.canvas();
  Rect room = rect.inset(0, space::m);
  Rect disc = room.take_left(ui.scaled(need_disc), space::m);
  disc.height = disc.width;
  canvas.disc(disc.centre(), disc.width / 2, tone.fill);
  if (canvas.theme() == Theme::high_contrast) {
    canvas.ring(disc.centre(), disc.width / 2 - 1, Token::edge, 2);
  }
  canvas.icon(disc.centre(), icon_of(item.kind), {IconSize::badge, tone.ink});
  Rect place = room;
  if (form.below) {
    place = room.take_bottom(ui.target(), space::s);
    place.width = std::min(place.width, form.button);
  } else {
    place = room.take_right(form.button, space::m);
    place.height = ui.target();
  }
  const std::string id = "need_row." + std::to_string(number);
  room.take_top(ui.paragraph(id, room, item.title, {Role::body, Weight::bold, Token::ink},
                             Align::left, most_title_lines));
  ui.paragraph(id + ".why", room, item.why, {Role::note, Weight::regular, Token::ink2}, Align::left,
               most_why_lines);
  if (rule) canvas.rule({rect.x, rect.bottom() - canvas.line_width()}, rect.width);
  const std::string leaf = "need." + std::to_string(number);
  return button(ui, {.id = leaf, .rect = place, .text = item.action, .tight = true});
}

}  // namespace

float draw_needs(Ui& ui, const Rect& room, const client::HomeModel& model, Requests& requests) {
  CardSpec spec{.id = "needs",
                .rect = {room.x, room.y, room.width, 0},
                .title = model.needs_title,
                .note = model.needs_count};
  const float inside = room.width - 2 * spec.padding;
  float height = card_around(ui, spec);
  if (model.needs.empty()) {
    height += ui.paragraph_height(model.needs_none, Role::body, Weight::regular, inside);
  }
  for (const client::NeedItem& item : model.needs) height += need_form(ui, item, inside).height;
  if (!model.needs_all.empty()) height += ui.target();
  spec.rect.height = height;
  Rect rect = card(ui, spec);
  if (model.needs.empty()) {
    ui.paragraph("needs.none", rect, model.needs_none, {Role::body, Weight::regular, Token::ink2});
  }
  for (std::size_t i = 0; i < model.needs.size(); ++i) {
    const NeedForm form = need_form(ui, model.needs[i], inside);
    if (draw_need(ui, model.needs[i], form, i, rect.take_top(form.height),
                  i + 1 < model.needs.size())) {
      requests.push_back(request::Go{place_of(model.needs[i])});
    }
  }
  if (!model.needs_all.empty()) {
    ButtonSpec all{
        .id = "needs_all", .text = model.needs_all, .kind = ButtonKind::quiet, .tight = true};
    all.rect = rect.take_bottom(ui.target());
    all.rect.x -= space::m;
    all.rect.width = std::min(all.rect.width, button_size(ui, all).width);
    if (button(ui, all)) requests.push_back(request::Go{place::Needs{}});
  }
  return spec.rect.height;
}

float draw_work(Ui& ui, const Rect& room, const client::HomeModel& model) {
  CardSpec spec{.id = "work", .rect = {room.x, room.y, room.width, 0}, .title = model.work_title};
  const float inside = room.width - 2 * spec.padding;
  const float note =
      ui.paragraph_height(model.work_note, Role::note, Weight::regular, inside) + space::s;
  const float icon = ui.canvas().icon_width(IconSize::badge) + space::m;
  const float first = std::min(ui.scaled(work_first), (inside - icon) / 2);
  const auto row_height = [&](const client::WorkRow& row) {
    const float words = std::max(
        ui.paragraph_height(row.first, Role::body, Weight::bold, first),
        ui.paragraph_height(row.second, Role::note, Weight::regular, inside - icon - first));
    return std::max(work_row, words + space::s);
  };
  float height = card_around(ui, spec) + note;
  for (const client::WorkRow& row : model.work) height += row_height(row);
  spec.rect.height = height;
  Rect rect = card(ui, spec);
  rect.take_top(
      ui.paragraph("work.note", rect, model.work_note, {Role::note, Weight::regular, Token::ink2}),
      space::s);
  for (std::size_t i = 0; i < model.work.size(); ++i) {
    const client::WorkRow& row = model.work[i];
    const auto state = static_cast<SyncBadgeModel::State>(row.state);
    Rect line = rect.take_top(row_height(row));
    const Rect mark = line.take_left(icon - space::m, space::m);
    ui.canvas().icon(mark.centre(), sync_icon(state), {IconSize::badge, sync_colour(state)});
    const auto in_middle = [&](const Rect& place, std::string_view id, const std::string& text,
                               const TextStyle& style) {
      Rect box = place;
      box.y = std::floor(place.centre().y -
                         ui.paragraph_height(text, style.role, style.weight, place.width) / 2);
      ui.paragraph(id, box, text, style);
    };
    in_middle(line.take_left(first), "work." + std::to_string(i), row.first,
              {Role::body, Weight::bold, Token::ink});
    in_middle(line, "work.note." + std::to_string(i), row.second,
              {Role::note, row.look_here ? Weight::bold : Weight::regular,
               row.look_here ? Token::ink : Token::ink2});
  }
  return spec.rect.height;
}

}  // namespace baraza::ui::home_parts
