// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "client/ui/screens/needs_parts.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/person_disc.h"

// Answers side by side. None of them is bigger, earlier in colour or nearer to the focus.
namespace baraza::ui::needs_parts {
namespace {

using client::NeedAnswer;

constexpr float least_width = 250;
constexpr float disc = 40;
constexpr float padding = space::card_padding;

const char* icon_of(const NeedAnswer& answer) {
  if (!answer.mark) return icon::insert_chart_outlined;
  switch (*answer.mark) {
    case model::Mark::present:
    case model::Mark::late:
    case model::Mark::left_early: return icon::check_circle;
    case model::Mark::absent_told: return icon::chat_bubble_outline;
    case model::Mark::excused: return icon::event_busy;
    case model::Mark::absent_unknown: return icon::help_outline;
  }
  return icon::info;
}

DiscSpec disc_of(const NeedAnswer& answer) {
  return {.letters = answer.initials, .seat = answer.tint, .name = answer.by, .size = disc};
}

struct Heights {
  float who = 0;
  float said = 0;
  float reason = 0;
  float where = 0;
  float all() const {
    return who + space::m + said + space::s + reason + (reason > 0 ? space::xs : 0) + where;
  }
};

float words_width(const Ui& ui, const NeedAnswer& answer, float inside) {
  const float icon = answer.initials.empty() ? 0 : disc_size(ui, disc_of(answer)) + space::m;
  return inside - icon;
}

float said_width(const Ui& ui, float inside) {
  return inside - ui.canvas().icon_width(IconSize::huge) - space::m;
}

Heights heights_of(const Ui& ui, const NeedAnswer& answer, float inside) {
  Heights out;
  const float words = words_width(ui, answer, inside);
  out.who = std::max(answer.initials.empty() ? 0 : disc_size(ui, disc_of(answer)),
                     ui.paragraph_height(answer.by, Role::body, Weight::bold, words) +
                         ui.paragraph_height(answer.when, Role::note, Weight::regular, words));
  out.said = ui.paragraph_height(answer.said, Role::step, Weight::bold, said_width(ui, inside));
  if (!answer.reason.empty()) {
    out.reason = ui.paragraph_height(answer.reason, Role::body, Weight::regular, inside);
  }
  out.where = ui.paragraph_height(answer.where, Role::note, Weight::regular, inside);
  return out;
}

ButtonSpec button_of(const NeedAnswer& answer, std::size_t place, std::string_view id) {
  ButtonSpec spec;
  spec.id = id;
  spec.text = answer.choose;
  spec.kind = ButtonKind::primary;
  if (place < 9) spec.shortcut = Shortcut::of(static_cast<char32_t>(U'1' + place));
  spec.enabled = answer.why_not.empty();
  spec.why_not = answer.why_not;
  return spec;
}

float column_width(float width, std::size_t columns) {
  const auto count = static_cast<float>(columns);
  return std::floor((width - (count - 1) * space::card_gap) / count);
}

// Beside each other where that leaves room for the words of every button.
std::size_t columns_in(const Ui& ui, const std::vector<NeedAnswer>& answers, float width) {
  float least = ui.scaled(least_width);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    least = std::max(least, button_size(ui, button_of(answers[i], i, {})).width + 2 * padding);
  }
  return answers.size() > 1 && column_width(width, 2) >= least ? 2 : 1;
}

float card_height(const Ui& ui, const NeedAnswer& answer, float width) {
  const float inside = width - 2 * padding;
  return 2 * padding + heights_of(ui, answer, inside).all() + space::l + ui.target();
}

float row_height(const Ui& ui, const std::vector<NeedAnswer>& answers, std::size_t first,
                 std::size_t columns, float width) {
  float height = 0;
  for (std::size_t i = first; i < std::min(answers.size(), first + columns); ++i) {
    height = std::max(height, card_height(ui, answers[i], width));
  }
  return height;
}

bool draw_answer(Ui& ui, const NeedAnswer& answer, std::size_t place, const Rect& rect) {
  Canvas& canvas = ui.canvas();
  const std::string id = "answer." + std::to_string(place);
  canvas.box(rect, Token::surface, Token::edge, space::card_radius);
  ui.note_area(id + ".card", rect, answer.said);
  Rect room = rect.inset(padding);
  const Heights heights = heights_of(ui, answer, room.width);
  ButtonSpec choose = button_of(answer, place, id);
  choose.rect = room.take_bottom(ui.target(), space::l);

  Rect who = room.take_top(heights.who, space::m);
  if (!answer.initials.empty()) {
    const DiscSpec spec = disc_of(answer);
    person_disc(ui, id + ".disc", who.take_left(disc_size(ui, spec), space::m).centre(), spec);
  }
  who.take_top(ui.paragraph(id + ".by", who, answer.by, {Role::body, Weight::bold, Token::ink}));
  ui.paragraph(id + ".when", who, answer.when, {Role::note, Weight::regular, Token::ink2});

  Rect said = room.take_top(heights.said, space::s);
  Rect icon = said.take_left(canvas.icon_width(IconSize::huge), space::m);
  icon.height = canvas.line_height(Role::step);
  canvas.icon(icon.centre(), icon_of(answer), {IconSize::huge, Token::accent});
  ui.paragraph(id + ".said", said, answer.said, {Role::step, Weight::bold, Token::ink});
  if (heights.reason > 0) {
    ui.paragraph(id + ".reason", room.take_top(heights.reason, space::xs), answer.reason, {});
  }
  ui.paragraph(id + ".where", room, answer.where, {Role::note, Weight::regular, Token::ink2});
  return button(ui, choose);
}

}  // namespace

float answers_height(const Ui& ui, const std::vector<NeedAnswer>& answers, float width) {
  const std::size_t columns = columns_in(ui, answers, width);
  const float column = column_width(width, columns);
  float height = 0;
  for (std::size_t i = 0; i < answers.size(); i += columns) {
    height += row_height(ui, answers, i, columns, column) + (i == 0 ? 0 : space::card_gap);
  }
  return height;
}

std::optional<std::size_t> draw_answers(Ui& ui, const std::vector<NeedAnswer>& answers, Rect room) {
  const std::size_t columns = columns_in(ui, answers, room.width);
  const float column = column_width(room.width, columns);
  std::optional<std::size_t> chosen;
  for (std::size_t first = 0; first < answers.size(); first += columns) {
    Rect row = room.take_top(row_height(ui, answers, first, columns, column), space::card_gap);
    for (std::size_t i = first; i < std::min(answers.size(), first + columns); ++i) {
      if (draw_answer(ui, answers[i], i, row.take_left(column, space::card_gap))) chosen = i;
    }
  }
  return chosen;
}

}  // namespace baraza::ui::needs_parts
