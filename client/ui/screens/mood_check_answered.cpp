// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "client/ui/screens/mood_check_parts.h"
#include "client/ui/widgets/card.h"

// What was answered, to be read.
namespace baraza::ui::mood_check_parts {
namespace {

using client::MoodCheckModel;
using client::MoodItem;

constexpr float number_width = 32;

std::string said_words(const MoodCheckModel& model, const MoodItem& item) {
  if (!item.answer) return {};
  if (!item.mark.empty()) return item.mark;
  const std::uint32_t value = item.answer->value;
  return value < model.columns.size() ? model.columns[value] : std::to_string(value);
}

}  // namespace

void draw_answered(Ui& ui, const MoodCheckModel& model, const Rect& rect) {
  Rect room = card(ui, {.id = "answered", .rect = rect, .title = model.question, .note = {}});
  const float said =
      ui.paragraph("said_by", room, model.said_by, {Role::note, Weight::regular, Token::ink2});
  room.take_top(said, space::s);
  if (model.hidden) {
    ui.paragraph("hidden", room, model.hidden_words, {Role::body, Weight::regular, Token::ink2});
    return;
  }
  const auto scroll = ui.scroll("answers", room);
  Rect rest = scroll->room();
  const float top = rest.y;
  const float number = ui.scaled(number_width);
  const float answer = std::floor(rest.width / 3);
  for (const MoodItem& item : model.items) {
    const std::string id = "item." + item.number;
    const std::string words = said_words(model, item);
    const float label_width = rest.width - number - answer - space::m;
    const float height =
        std::max(ui.paragraph_height(item.label, Role::body, Weight::regular, label_width),
                 ui.paragraph_height(words, Role::body, Weight::bold, answer)) +
        2 * space::s;
    Rect row = rest.take_top(height);
    ui.canvas().rule({row.x, row.bottom() - ui.canvas().line_width()}, row.width);
    row = row.inset(0, space::s);
    const Rect right = row.take_right(answer, space::m);
    Rect left = row.take_left(number);
    left.height = ui.canvas().line_height(Role::body);
    ui.text(id + ".number", left, item.number, {Role::body, Weight::regular, Token::ink2});
    ui.paragraph(id + ".label", row, item.label, {});
    ui.paragraph(id + ".said", right, words, {Role::body, Weight::bold, Token::ink});
  }
  scroll->used(rest.y - top);
}

}  // namespace baraza::ui::mood_check_parts
