// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include "client/ui/screens/mood_check_parts.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/score_pad.h"

// The questions, a row each.
namespace baraza::ui::mood_check_parts {
namespace {

using client::MoodCheckModel;
using client::MoodItem;

constexpr float number_width = 32;
constexpr float side_width = 140;
constexpr float padding = space::m;
constexpr float row_side = space::m;
constexpr float row_most = 57;
constexpr float row_gap = space::xs;
constexpr float most_share = 0.62F;  // of the row's width, for the boxes
constexpr float column_overlap = 1;  // words of a column may be this much wider on each side
constexpr float apart = space::s;    // above and below the question about risk

// Where the parts of a row are, the same for all.
struct Columns {
  float pad = 0;   // width of boxes and what stands beside them
  float box = 0;   // of one box
  float side = 0;  // of what stands beside them, with its gap
  float label = 0;
  bool below = false;  // boxes stand below the words: there are many
};

Columns columns_of(const Ui& ui, const MoodCheckModel& model, float width) {
  Columns out;
  const ScorePadSpec like{.values = model.values, .side_width = side_width};
  out.below = model.columns.empty();
  const float inside = width - 2 * row_side;
  const float number = ui.scaled(number_width);
  if (out.below) {
    out.pad = std::min(inside, score_pad_boxes_width(ui, like));
    out.label = inside - number;
    return out;
  }
  out.side = ui.scaled(side_width) + score_pad_gap();
  out.pad = std::min(score_pad_size(ui, like).width, std::floor(inside * most_share));
  const auto count = static_cast<float>(model.values);
  out.box = std::floor((out.pad - out.side - (count - 1) * score_pad_gap()) / count);
  out.label = inside - number - out.pad - space::m;
  return out;
}

float box_height(const Ui& ui) {
  return ui.target();
}

float label_height(const Ui& ui, const MoodItem& item, const Columns& columns) {
  const Weight weight = item.risk ? Weight::bold : Weight::regular;
  return ui.paragraph_height(item.label, Role::body, weight, columns.label);
}

float risk_lines_height(const Ui& ui, const MoodCheckModel& model, float width) {
  float height = 0;
  for (const std::string& line : model.risk_lines) {
    height += icon_line_height(ui, {.rect = {0, 0, width, 0},
                                    .icon = icon::favorite_border,
                                    .text = line,
                                    .style = {Role::note, Weight::regular, Token::ink}});
  }
  return height;
}

float ends_height(const Ui& ui) {
  return ui.canvas().line_height(Role::note) + space::xs;
}

// What a row needs at least.
float row_height(const Ui& ui, const MoodCheckModel& model, const MoodItem& item,
                 const Columns& columns, float width) {
  const float label = label_height(ui, item, columns);
  float height = std::max(label, box_height(ui)) + 2 * row_gap;
  if (columns.below) {
    height = label + space::s + box_height(ui) + space::xs + ends_height(ui) + 2 * row_gap;
    if (!item.mark.empty()) height += ends_height(ui);
  }
  if (item.risk) height += 2 * apart;
  if (item.risk && !model.risk_lines.empty()) {
    const float inside = width - 2 * row_side - ui.scaled(number_width);
    height += space::s + risk_lines_height(ui, model, inside);
  }
  return height;
}

float head_height(const Ui& ui, const MoodCheckModel& model, const Columns& columns) {
  float height = ui.paragraph_height(model.question, Role::note, Weight::regular,
                                     columns.label + ui.scaled(number_width));
  if (columns.below) return model.question.empty() ? 0 : height + space::xs;
  for (const std::string& words : model.columns) {
    height = std::max(height, ui.paragraph_height(words, Role::note, Weight::regular,
                                                  columns.box + 2 * column_overlap));
  }
  return height + space::xs;
}

// The words above the boxes end where the boxes begin.
void draw_head(Ui& ui, const MoodCheckModel& model, const Columns& columns, Rect room) {
  room = room.inset(row_side, 0);
  Rect pad = room.take_right(columns.pad, space::m);
  const TextStyle style{Role::note, Weight::regular, Token::ink2};
  const auto at_bottom = [&](Rect box, std::string_view text) {
    const float height = ui.paragraph_height(text, style.role, style.weight, box.width);
    return box.take_bottom(std::min(height, box.height));
  };
  if (columns.below) {
    ui.paragraph("question", {room.x, room.y, room.width + pad.width, room.height}, model.question,
                 style);
    return;
  }
  const Rect left = at_bottom(room, model.question);
  ui.paragraph("question", left, model.question, style);
  for (std::size_t i = 0; i < model.columns.size(); ++i) {
    const Rect column = pad.take_left(columns.box, score_pad_gap());
    const Rect wide{column.x - column_overlap, column.y, column.width + 2 * column_overlap,
                    column.height};
    ui.paragraph("column." + std::to_string(i), at_bottom(wide, model.columns[i]), model.columns[i],
                 style, Align::centre);
  }
}

ScorePadSpec pad_of(const MoodCheckModel& model, const MoodItem& item, std::size_t place,
                    std::string_view id, std::string_view group) {
  ScorePadSpec spec;
  spec.id = id;
  spec.label = item.label;
  spec.values = model.values;
  spec.current = model.at == place;
  spec.mark = item.mark;
  spec.group = group;
  spec.keeps_enter = false;
  if (item.answer) {
    switch (item.answer->state) {
      case model::AnswerState::answered:
        spec.state = ScorePadSpec::State::answered;
        spec.answer = item.answer->value;
        break;
      case model::AnswerState::refused: spec.state = ScorePadSpec::State::refused; break;
      default: spec.state = ScorePadSpec::State::not_asked; break;
    }
  }
  return spec;
}

void take(const ScorePadPressed& pressed, std::size_t place, MoodCheckState& state,
          Answers& answers) {
  using model::AnswerState;
  if (pressed.focused && state.focused_item != place) {
    state.focused_item = place;
    answers.go_to(place);
  }
  if (pressed.answer) {
    answers.enter(place, {AnswerState::answered, *pressed.answer});
  } else if (pressed.refused) {
    answers.enter(place, {AnswerState::refused, 0});
  } else if (pressed.not_asked || pressed.offer) {
    answers.enter(place, {AnswerState::not_asked, 0});
  } else if (pressed.back) {
    answers.go_back();
  }
}

void draw_ends(Ui& ui, const MoodCheckModel& model, const MoodItem& item, std::string_view leaf,
               Rect room) {
  const TextStyle style{Role::note, Weight::regular, Token::ink2};
  Rect line = room.take_top(ends_height(ui));
  const std::string id(leaf);
  const float half = std::floor((line.width - space::m) / 2);
  ui.text(id + ".low", line.take_left(half, space::m), model.ends.front(), style);
  ui.text(id + ".high", line, model.ends.back(), style, Align::right);
  if (!item.mark.empty()) {
    ui.text(id + ".mark", room.take_top(ends_height(ui)), item.mark,
            {Role::note, Weight::bold, Token::accent});
  }
}

// The heart stands beside the first line alone.
void draw_risk_lines(Ui& ui, const MoodCheckModel& model, Rect room, bool current) {
  const Token ink = current ? Token::soft_ink : Token::ink;
  const float indent = ui.canvas().icon_width(IconSize::plain) + space::m;
  for (std::size_t i = 0; i < model.risk_lines.size(); ++i) {
    Rect line = room;
    Rect place = line.take_left(indent);
    place.height = ui.canvas().line_height(Role::note);
    place.width = ui.canvas().icon_width(IconSize::plain);
    if (i == 0) ui.canvas().icon(place.centre(), icon::favorite_border, {IconSize::plain, ink});
    room.take_top(ui.paragraph("risk_line." + std::to_string(i), line, model.risk_lines[i],
                               {Role::note, Weight::regular, ink}));
  }
}

void draw_row(Ui& ui, const MoodCheckModel& model, std::size_t place, const Columns& columns,
              const Rect& rect, MoodCheckState& state, Answers& answers) {
  const MoodItem& item = model.items[place];
  const bool current = model.at == place;
  const std::string id = "item." + item.number;
  Canvas& canvas = ui.canvas();
  if (current || item.risk) {
    const Rect band = rect.inset(0, space::rule_gap);
    canvas.fill(band, current ? Token::soft : Token::sunk, space::button_radius);
    if (canvas.theme() == Theme::high_contrast) {
      canvas.border(band, Token::edge, space::button_radius);
    }
  } else if (place + 1 < model.items.size() && !model.items[place + 1].risk) {
    canvas.rule({rect.x, rect.bottom() - canvas.line_width()}, rect.width);
  }
  Rect room = rect.inset(row_side, row_gap + (item.risk ? apart : 0));
  const float inside = room.width - ui.scaled(number_width);
  Rect lines;
  if (item.risk && !model.risk_lines.empty()) {
    lines = room.take_bottom(risk_lines_height(ui, model, inside), space::s);
    lines.take_left(ui.scaled(number_width));
  }
  Rect ends;
  if (columns.below) {
    ends = room.take_bottom(ends_height(ui) * (item.mark.empty() ? 1.0F : 2.0F), space::xs);
    ends.width = columns.pad;
  }
  Rect pad = columns.below ? room.take_bottom(box_height(ui), space::s)
                           : room.take_right(columns.pad, space::m);
  if (columns.below) pad.width = columns.pad;
  pad = {pad.x, std::floor(pad.centre().y - box_height(ui) / 2), pad.width, box_height(ui)};
  const Weight weight = current || item.risk ? Weight::bold : Weight::regular;
  const TextStyle style{Role::body, item.risk ? Weight::bold : Weight::regular, Token::ink};
  const float label = label_height(ui, item, columns);
  Rect words{room.x, std::floor(room.centre().y - label / 2), room.width, label};
  Rect number = words.take_left(ui.scaled(number_width));
  number.height = canvas.line_height(Role::body);
  if (model.items.size() > 1) {
    ui.text(id + ".number", number, item.number,
            {Role::body, weight, current || item.risk ? Token::ink : Token::ink2});
  } else {
    words.x = room.x;
  }
  ui.paragraph(id + ".label", words, item.label, style);

  const std::string group = ui.id("boxes");
  ScorePadSpec spec = pad_of(model, item, place, id, group);
  spec.rect = pad;
  spec.side_width = columns.below ? 0 : side_width;
  // Said beside the question about risk; the others are passed over by the buttons below.
  if (item.risk && item.mark.empty()) spec.offer = model.not_asked_word;
  take(score_pad(ui, spec), place, state, answers);
  if (columns.below && model.ends.size() == 2) draw_ends(ui, model, item, id, ends);
  if (item.risk) draw_risk_lines(ui, model, lines, current);
}

std::vector<ButtonSpec> key_buttons(const MoodCheckModel& model) {
  const bool asked = model.at < model.items.size();
  std::vector<ButtonSpec> out;
  const auto add = [&](std::string_view id, std::string_view text, Shortcut shortcut, bool may) {
    out.push_back({.id = id,
                   .text = text,
                   .kind = ButtonKind::quiet,
                   .shortcut = shortcut,
                   .enabled = may,
                   .why_not = model.no_question,
                   .strong = false,
                   .tight = true});
  };
  if (model.values > 10) add("ten", model.ten_word, Shortcut::of(U'T'), asked);
  add("rather_not", model.rather_not_word, Shortcut::of(U'R'), asked);
  add("not_asked", model.not_asked_word, Shortcut::of(U'X'), asked);
  add("one_back", model.one_back_word, Shortcut::of(Key::backspace), model.at > 0);
  return out;
}

void draw_keys(Ui& ui, const MoodCheckModel& model, const Rect& room, Answers& answers) {
  using model::AnswerState;
  const auto buttons = key_buttons(model);
  const auto pressed = row_of_buttons(ui, buttons, room);
  if (!pressed) return;
  const std::string_view id = buttons[*pressed].id;
  if (id == "ten") answers.enter(model.at, {AnswerState::answered, 10});
  if (id == "rather_not") answers.enter(model.at, {AnswerState::refused, 0});
  if (id == "not_asked") answers.enter(model.at, {AnswerState::not_asked, 0});
  if (id == "one_back") answers.go_back();
}

}  // namespace

void draw_questions(Ui& ui, const MoodCheckModel& model, const Rect& rect, MoodCheckState& state,
                    Answers& answers) {
  Rect room = card(ui, {.id = "questions", .rect = rect, .padding = padding});
  if (!model.here_already.empty()) {
    BannerSpec spec{.id = "here_already",
                    .rect = room,
                    .tone = Tone::warn,
                    .icon = icon::info,
                    .text = model.here_already};
    spec.rect.height = banner_height(ui, spec);
    banner(ui, spec);
    room.take_top(spec.rect.height, space::s);
  }
  const auto buttons = key_buttons(model);
  const Rect keys = room.take_bottom(row_of_buttons_height(ui, buttons, room.width), space::xs);
  // The bar of a region that scrolls takes no room from the columns: it stands at their side.
  Columns columns = columns_of(ui, model, room.width);
  const Rect head = room.take_top(head_height(ui, model, columns));
  draw_head(ui, model, columns, {head.x, head.y, head.width, head.height - space::xs});

  float needed = 0;
  for (const MoodItem& item : model.items) {
    needed += row_height(ui, model, item, columns, room.width);
  }
  // Rows are as high as there is room for, to a point.
  const float spare = std::max(0.0F, room.height - needed);
  const float more = std::floor(spare / static_cast<float>(model.items.size()));
  {
    const auto scroll = ui.scroll("rows", room);
    Rect rest = scroll->room();
    rest.width = room.width;
    const float top = rest.y;
    for (std::size_t i = 0; i < model.items.size(); ++i) {
      const float least = row_height(ui, model, model.items[i], columns, room.width);
      const float most = std::max(least, ui.scaled(row_most));
      const float height = std::min(least + more, std::max(most, least + std::min(more, space::s)));
      const Rect row = rest.take_top(height);
      if (i == model.at && (state.shown_item != i || state.shown_height != room.height)) {
        ui.reveal(row);
        state.shown_item = i;
        state.shown_height = room.height;
      }
      draw_row(ui, model, i, columns, row, state, answers);
    }
    scroll->used(rest.y - top);
  }
  draw_keys(ui, model, keys, answers);
}

}  // namespace baraza::ui::mood_check_parts
