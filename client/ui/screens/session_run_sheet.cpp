// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "client/ui/screens/panel.h"
#include "client/ui/screens/session_parts.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/progress.h"

// The agenda: what is done, what runs and for how long, what is to come.
namespace baraza::ui::session_parts {
namespace {

using client::RunSheet;
using client::SheetStep;

constexpr float row_height = 48;
constexpr float strip_at_normal = 60;
constexpr float row_inset = space::m;
constexpr float bar_gap = 10;
constexpr float least_bar = 80;

ProgressSpec bar_of(const RunSheet& sheet) {
  return {.id = "progress",
          .done = sheet.spent_minutes,
          .whole = sheet.planned_minutes,
          .left_text = sheet.spent_words,
          .right_text = sheet.left_words,
          .on_soft = true};
}

float minutes_width(const Ui& ui, const SheetStep& step) {
  return step.minutes.empty() ? 0 : std::ceil(ui.width_of(step.minutes, Role::note)) + space::s;
}

float title_height(const Ui& ui, const SheetStep& step, float width) {
  const Weight weight = step.state == SheetStep::State::now ? Weight::bold : Weight::regular;
  return ui.paragraph_height(step.title, Role::body, weight, width);
}

// Where a step's words stand: past the icon, before the minutes.
float words_width(const Ui& ui, const SheetStep& step, float row_width) {
  const float icon = ui.canvas().icon_width(IconSize::badge) + space::m;
  const float minutes = step.state == SheetStep::State::now ? 0 : minutes_width(ui, step);
  return row_width - 2 * row_inset - icon - minutes;
}

float step_height(const Ui& ui, const RunSheet& sheet, const SheetStep& step, float row_width) {
  const float title = title_height(ui, step, words_width(ui, step, row_width));
  if (step.state == SheetStep::State::now) {
    return 2 * row_inset + title + bar_gap + progress_height(ui, bar_of(sheet)) + 2 * space::xs;
  }
  return std::max(row_height, title + 2 * space::s);
}

void draw_one(Ui& ui, const RunSheet& sheet, std::size_t place, Rect row) {
  Canvas& canvas = ui.canvas();
  const SheetStep& step = sheet.steps[place];
  const auto scope = ui.scope("step." + std::to_string(place + 1));
  const bool now = step.state == SheetStep::State::now;
  const bool done = step.state == SheetStep::State::done;
  const float title = title_height(ui, step, words_width(ui, step, row.width));
  if (now) {
    row = row.inset(0, space::xs);
    canvas.fill(row, Token::soft, space::banner_radius);
  }
  Rect rest = row.inset(row_inset, now ? row_inset : (row.height - title) / 2);
  const float icon_size = canvas.icon_width(IconSize::badge);
  Rect mark = rest.take_left(icon_size, space::m);
  mark.height = canvas.line_height(Role::body);
  canvas.icon(mark.centre(),
              now                                       ? icon::play_circle_filled
              : done                                    ? icon::check_circle
              : step.state == SheetStep::State::skipped ? icon::remove_circle_outline
                                                        : icon::radio_button_unchecked,
              {IconSize::badge, now    ? Token::soft_ink
                                : done ? Token::accent
                                       : Token::edge});
  if (!now) {
    const float width = minutes_width(ui, step);
    if (width > 0) {
      Rect place_of_minutes = rest.take_right(width - space::s, space::s);
      place_of_minutes.height = canvas.line_height(Role::body);
      ui.text("minutes", place_of_minutes, step.minutes, {Role::note, Weight::regular, Token::ink2},
              Align::right);
    }
    ui.paragraph("title", rest, step.title,
                 {Role::body, Weight::regular, done ? Token::ink2 : Token::ink});
    return;
  }
  ui.paragraph("title", rest.take_top(title, bar_gap), step.title,
               {Role::body, Weight::bold, Token::soft_ink});
  ProgressSpec bar = bar_of(sheet);
  if (sheet.planned_minutes <= 0) {
    ui.text("spent", rest.take_top(canvas.line_height(Role::note)), sheet.spent_words,
            {Role::note, Weight::regular, Token::soft_ink});
    return;
  }
  bar.rect = rest;
  progress(ui, bar);
}

float after_height(const Ui& ui, const RunSheet& sheet, float width) {
  const float icon = ui.canvas().icon_width(IconSize::small) + space::s;
  return ui.paragraph_height(sheet.after_today, Role::note, Weight::regular, width - icon);
}

// A word and its value: beside each other, or below each other.
float pair_height(const Ui& ui, std::string_view first, std::string_view second, float width) {
  const float line = ui.canvas().line_height(Role::body);
  const float wanted =
      ui.width_of(first) + space::m + ui.width_of(second, Role::body, Weight::bold);
  return second.empty() || wanted <= width ? line : 2 * line;
}

float foot_height(const Ui& ui, const RunSheet& sheet, float width) {
  float height = 0;
  if (!sheet.started.empty()) height += pair_height(ui, sheet.started, sheet.session_left, width);
  if (!sheet.ends.empty()) height += pair_height(ui, sheet.ends_word, sheet.ends, width);
  if (!sheet.after_today.empty()) {
    height += (height > 0 ? space::s : 0) + after_height(ui, sheet, width);
  }
  return height > 0 ? height + space::m + space::m : 0;
}

void draw_foot(Ui& ui, const RunSheet& sheet, Rect room) {
  if (room.empty()) return;
  Canvas& canvas = ui.canvas();
  canvas.rule({room.x, room.y + space::xs}, room.width);
  room.take_top(2 * space::m);
  const auto row = [&](std::string_view leaf, std::string_view first, std::string_view second) {
    const float line = canvas.line_height(Role::body);
    Rect place = room.take_top(pair_height(ui, first, second, room.width));
    ui.text(leaf, {place.x, place.y, place.width, line}, first,
            {Role::body, Weight::regular, Token::ink2});
    ui.text(std::string(leaf) + ".value", place.take_bottom(line), second,
            {Role::body, Weight::bold, Token::ink}, Align::right);
  };
  if (!sheet.started.empty()) row("started", sheet.started, sheet.session_left);
  if (!sheet.ends.empty()) row("ends", sheet.ends_word, sheet.ends);
  if (sheet.after_today.empty()) return;
  if (!sheet.started.empty()) room.take_top(space::s);
  Rect place = room.take_top(after_height(ui, sheet, room.width));
  Rect mark = place.take_left(canvas.icon_width(IconSize::small), space::s);
  mark.height = canvas.line_height(Role::note);
  canvas.icon(mark.centre(), icon::flag, {IconSize::small, Token::accent});
  ui.paragraph("after_today", place, sheet.after_today, {Role::note, Weight::regular, Token::ink});
}

// `room` is as wide as the words; rows stick out.
void draw_steps(Ui& ui, const RunSheet& sheet, const Rect& room, SessionState& state) {
  const Rect outer{room.x - row_inset, room.y, room.width + 2 * row_inset, room.height};
  const auto scroll = ui.scroll("steps", outer);
  Rect rest = scroll->room();
  const float top = rest.y;
  for (std::size_t i = 0; i < sheet.steps.size(); ++i) {
    const Rect row = rest.take_top(step_height(ui, sheet, sheet.steps[i], rest.width));
    draw_one(ui, sheet, i, row);
    // The one that runs is brought into view as it begins.
    if (i == sheet.step && state.shown_step != sheet.step) {
      scroll->bring(row);
      state.shown_step = sheet.step;
    }
  }
  scroll->used(rest.y - top);
}

}  // namespace

void draw_run_sheet(Ui& ui, const client::SessionModel& model, const Rect& rect,
                    SessionState& state, Deeds& deeds) {
  const RunSheet& sheet = model.sheet;
  Rect room = card(ui, {.id = "run_sheet",
                        .rect = rect,
                        .title = sheet.title,
                        .note = sheet.whole,
                        .padding = space::xl});
  const bool runs = model.state == client::SessionModel::State::running;
  const Rect foot = room.take_bottom(foot_height(ui, sheet, room.width));
  Rect back;
  if (runs) {
    const float height = deeds.row_height({Deed::step_back}, {}, room.width);
    back = room.take_bottom(height, space::m);
  }
  {
    const auto scope = ui.scope("run_sheet");
    draw_steps(ui, sheet, room, state);
    draw_foot(ui, sheet, foot);
  }
  if (runs) deeds.row({Deed::step_back}, {}, back);
}

float strip_height(const Ui& ui) {
  const Canvas& canvas = ui.canvas();
  const float words = canvas.line_height(Role::body) + canvas.line_height(Role::note);
  return std::max({strip_at_normal, words + space::s, ui.target() + 2 * space::s});
}

void draw_strip(Ui& ui, const client::SessionModel& model, const Rect& rect, Deeds& deeds) {
  Canvas& canvas = ui.canvas();
  const RunSheet& sheet = model.sheet;
  canvas.fill(rect, Token::soft, space::banner_radius);
  ui.note_area("strip", rect, sheet.step_title);
  Rect rest = rect;
  rest.take_left(space::l);
  rest.take_right(space::s);
  const Rect mark = rest.take_left(canvas.icon_width(IconSize::large), space::l);
  canvas.icon(mark.centre(), icon::play_circle_filled, {IconSize::large, Token::soft_ink});
  ButtonSpec whole = deeds.button_of(Deed::sheet);
  const Size size = button_size(ui, whole);
  whole.rect = rest.take_right(size.width, space::l);
  whole.rect =
      Rect{whole.rect.x, std::floor(rect.centre().y - size.height / 2), size.width, size.height};
  if (button(ui, whole)) deeds.carry_out(Deed::sheet);

  // The bar goes first, then what it stands for is said shorter.
  const float title = std::ceil(std::max(ui.width_of(sheet.step_title, Role::body, Weight::bold),
                                         ui.width_of(sheet.of_steps, Role::note)));
  std::string left = sheet.left_long;
  float left_width = std::ceil(ui.width_of(left, Role::body, Weight::bold));
  if (title + space::l + left_width > rest.width && !sheet.left_words.empty()) {
    left = sheet.left_words;
    left_width = std::ceil(ui.width_of(left, Role::body, Weight::bold));
  }
  if (!left.empty()) {
    const Rect place = rest.take_right(std::min(left_width, rest.width / 2), space::l);
    const bool over = sheet.planned_minutes > 0 && sheet.spent_minutes > sheet.planned_minutes;
    ui.text("left", place, left, {Role::body, Weight::bold, over ? Token::ink : Token::soft_ink},
            Align::right);
  }
  const float words = std::min(title, rest.width);
  const float line = canvas.line_height(Role::body);
  const float note = sheet.of_steps.empty() ? 0 : canvas.line_height(Role::note);
  Rect lines = rest.take_left(words, space::l);
  lines.y = std::floor(rect.centre().y - (line + note) / 2);
  ui.text("step", lines.take_top(line), sheet.step_title,
          {Role::body, Weight::bold, Token::soft_ink});
  lines.height = note;
  ui.text("of_steps", lines, sheet.of_steps, {Role::note, Weight::regular, Token::soft_ink});
  if (rest.width < least_bar || sheet.planned_minutes <= 0) return;
  ProgressSpec bar = bar_of(sheet);
  bar.left_text = bar.right_text = {};
  const float height = progress_height(ui, bar);
  bar.rect = {rest.x, std::floor(rect.centre().y - height / 2), rest.width, height};
  progress(ui, bar);
}

void draw_sheet_panel(Ui& ui, const client::SessionModel& model, SessionState& state,
                      Deeds& deeds) {
  constexpr float panel_width = 440;
  Panel panel(
      ui,
      {.id = "sheet", .title = model.sheet.title, .back = model.hide_word, .width = panel_width});
  Rect room = panel.room();
  const bool runs = model.state == client::SessionModel::State::running;
  Rect back = panel.beside();
  if (runs && button_size(ui, deeds.button_of(Deed::step_back)).width > back.width) {
    back = room.take_bottom(ui.target(), space::m);
  }
  Rect inside = room.inset(row_inset, 0);
  const Rect foot = inside.take_bottom(foot_height(ui, model.sheet, inside.width));
  draw_steps(ui, model.sheet, inside, state);
  draw_foot(ui, model.sheet, foot);
  if (runs) deeds.row({Deed::step_back}, {}, back);
  if (panel.finish() == Panel::Answer::back) state.panel = SessionState::Panel::none;
}

}  // namespace baraza::ui::session_parts
