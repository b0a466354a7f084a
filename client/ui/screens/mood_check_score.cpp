// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "client/ui/screens/mood_check_parts.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/progress.h"
#include "client/ui/widgets/trend_line.h"

// What the answers come to.
namespace baraza::ui::mood_check_parts {
namespace {

using client::MoodCheckModel;
using client::MoodScore;

constexpr float least_band = 200;
constexpr float least_words = 150;
constexpr float most_band = 280;
constexpr float history_line = 40;

bool has_bands(const MoodScore& score) {
  return score.limits.size() > 1 && score.limits.size() <= 5;
}

ScoreBandSpec band_of(const MoodScore& score, const Rect& rect, std::string_view text) {
  return {.id = "band",
          .rect = rect,
          .limits = score.limits,
          .most = score.most,
          .score = score.pointer.value_or(0),
          .has_score = score.pointer.has_value(),
          .text = text};
}

float figure_width(const Ui& ui, const MoodScore& score) {
  return std::ceil(ui.width_of(score.figure, Role::figure, Weight::bold)) + space::m;
}

// Figure and band beside each other where the width holds them, else one below the other.
bool band_beside(const Ui& ui, const MoodScore& score, float width) {
  return figure_width(ui, score) + ui.width_of(score.band, Role::lead, Weight::bold) <= width;
}

}  // namespace

float score_height(const Ui& ui, const MoodCheckModel& model, float width) {
  const MoodScore& score = model.score;
  const Canvas& canvas = ui.canvas();
  float height = canvas.line_height(Role::note);
  if (!score.figure.empty()) {
    height += canvas.line_height(Role::figure);
    if (!band_beside(ui, score, width)) height += canvas.line_height(Role::lead);
  }
  if (has_bands(score)) height += space::xs + score_band_height(ui);
  for (const std::string& line : score.lines) {
    height += space::xs + ui.paragraph_height(line, Role::note, Weight::regular, width);
  }
  return height;
}

void draw_score(Ui& ui, const MoodCheckModel& model, Rect room) {
  const MoodScore& score = model.score;
  Canvas& canvas = ui.canvas();
  ui.text("score.title", room.take_top(canvas.line_height(Role::note)), score.title,
          {Role::note, Weight::regular, Token::ink2});
  if (!score.figure.empty()) {
    const bool beside = band_beside(ui, score, room.width);
    Rect line = room.take_top(canvas.line_height(Role::figure));
    ui.text("score.figure", line.take_left(figure_width(ui, score)), score.figure,
            {Role::figure, Weight::bold, Token::ink});
    if (!beside) line = room.take_top(canvas.line_height(Role::lead));
    ui.text("score.band", line, score.band, {Role::lead, Weight::bold, Token::ink});
  }
  if (has_bands(score)) {
    room.take_top(space::xs);
    const std::string text = score.figure + " " + score.band;
    score_band(ui, band_of(score, room.take_top(score_band_height(ui)), text));
  }
  for (std::size_t i = 0; i < score.lines.size(); ++i) {
    room.take_top(space::xs);
    room.take_top(ui.paragraph("score.line." + std::to_string(i), room, score.lines[i],
                               {Role::note, Weight::regular, Token::ink2}));
  }
}

void draw_score_in_line(Ui& ui, const MoodCheckModel& model, Rect room) {
  const MoodScore& score = model.score;
  Canvas& canvas = ui.canvas();
  if (!score.figure.empty()) {
    ui.text("score.figure", room.take_left(figure_width(ui, score), space::xs), score.figure,
            {Role::figure, Weight::bold, Token::ink});
  }
  const float name = std::ceil(std::max(ui.width_of(score.band, Role::body, Weight::bold),
                                        ui.width_of(score.title, Role::note)));
  Rect names = room.take_left(std::min(name, room.width), space::xl);
  const float first = score.band.empty() ? 0 : canvas.line_height(Role::body);
  const float second = canvas.line_height(Role::note);
  names.y = std::floor(names.centre().y - (first + second) / 2);
  if (first > 0) {
    ui.text("score.band", names.take_top(first), score.band,
            {Role::body, Weight::bold, Token::ink});
  }
  names.height = second;
  ui.text("score.title", names, score.title, {Role::note, Weight::regular, Token::ink2});
  const float words = ui.scaled(least_words);
  if (has_bands(score) && score_band_height(ui) <= room.height &&
      room.width >= ui.scaled(least_band) + words) {
    const float width = std::min(ui.scaled(most_band), room.width - words);
    Rect place = room.take_left(width, space::xl);
    place.y = std::floor(place.centre().y - score_band_height(ui) / 2);
    place.height = score_band_height(ui);
    const std::string text = score.figure + " " + score.band;
    score_band(ui, band_of(score, place, text));
  }
  const float wanted =
      ui.paragraph_height(score.short_words, Role::note, Weight::regular, room.width, 2);
  room.y = std::floor(room.centre().y - wanted / 2);
  ui.paragraph("score.short", room, score.short_words, {Role::note, Weight::regular, Token::ink},
               Align::left, 2);
}

float history_height(const Ui& ui, const MoodCheckModel& model, float width) {
  if (model.history.words.empty()) return 0;
  return card_around(
             ui,
             {.rect = {0, 0, width, 0}, .title = model.history.title, .title_role = Role::body}) +
         ui.scaled(history_line) + space::s +
         ui.paragraph_height(model.history.words, Role::note, Weight::regular,
                             width - 2 * space::card_padding);
}

void draw_history(Ui& ui, const MoodCheckModel& model, const Rect& rect) {
  Rect room = card(
      ui, {.id = "history", .rect = rect, .title = model.history.title, .title_role = Role::body});
  sparkline(ui, {.id = "history.line",
                 .rect = room.take_top(ui.scaled(history_line), space::s),
                 .text = model.history.words,
                 .scores = model.history.scores,
                 .sessions = model.history.sessions,
                 .top = model.history.top});
  ui.paragraph("history.words", room, model.history.words,
               {Role::note, Weight::regular, Token::ink2});
}

}  // namespace baraza::ui::mood_check_parts
