// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/mood_check_screen.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "client/ui/screens/mood_check_parts.h"
#include "client/ui/screens/panel.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/person_disc.h"
#include "client/ui/widgets/progress.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {
namespace {

using client::MoodCheckModel;
using mood_check_parts::Answers;

constexpr float right_width = 268;
constexpr float most_left = 1000;
constexpr float disc = 44;
constexpr float withdraw_lines = 2;
constexpr float paper_width = 520;
constexpr float paper_total_width = 160;
constexpr int most_paper_days = 400;

bool is_asking(const MoodCheckModel& model) {
  return model.state == MoodCheckModel::State::asking;
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \n") == std::string::npos;
}

// The main one last.
std::vector<ButtonSpec> buttons_of(const MoodCheckModel& model) {
  std::vector<ButtonSpec> out;
  if (is_asking(model)) {
    if (model.correcting) out.push_back({.id = "leave", .text = model.leave_word});
    out.push_back({.id = "done",
                   .text = model.done_word,
                   .kind = ButtonKind::primary,
                   .big = true,
                   .icon = icon::check,
                   .shortcut = Shortcut::of(Key::enter),
                   .enabled = model.may_finish,
                   .why_not = model.finish_not});
    return out;
  }
  if (model.twice) {
    out.push_back({.id = "settle", .text = model.settle_word, .icon = icon::call_split});
  } else if (!model.list) {
    out.push_back({.id = "withdraw",
                   .text = model.withdraw_word,
                   .enabled = model.may_write,
                   .why_not = model.write_not});
  }
  out.push_back({.id = "correct",
                 .text = model.correct_word,
                 .icon = icon::edit,
                 .enabled = model.may_write,
                 .why_not = model.write_not});
  if (!model.next_member.is_zero()) {
    out.push_back({.id = "next",
                   .text = model.next,
                   .kind = ButtonKind::primary,
                   .icon = icon::navigate_next});
  }
  return out;
}

void press(const ButtonSpec& button, const MoodCheckModel& model, MoodCheckState& state,
           Answers& answers, Requests& requests) {
  if (button.id == "done" && model.paper) {
    state.on_paper = true;
  } else if (button.id == "done") {
    answers.finish();
  }
  if (button.id == "leave") answers.leave_correction();
  if (button.id == "correct") answers.correct();
  if (button.id == "withdraw") state.withdrawing = true;
  if (button.id == "settle") requests.emplace_back(request::Go{place::Needs{model.twice_item}});
  if (button.id == "next") {
    requests.emplace_back(
        request::Go{place::MoodCheck{model.group, model.session, model.next_member}});
  }
}

// One below the other, as wide as the column; the main one at the bottom.
Rect draw_buttons_in_column(Ui& ui, const MoodCheckModel& model, Rect room, MoodCheckState& state,
                            Answers& answers, Requests& requests) {
  auto buttons = buttons_of(model);
  for (auto at = buttons.rbegin(); at != buttons.rend(); ++at) {
    at->rect = room.take_bottom(button_size(ui, *at).height, space::s);
  }
  for (const ButtonSpec& spec : buttons) {
    if (button(ui, spec)) press(spec, model, state, answers, requests);
  }
  return room;
}

DiscSpec disc_of(const MoodCheckModel& model) {
  return {.letters = model.letters, .seat = model.seat, .name = model.name, .size = disc};
}

struct PersonHeights {
  float name = 0;
  float next = 0;
};

PersonHeights person_heights(const Ui& ui, const MoodCheckModel& model, float width) {
  const float words = width - disc_size(ui, disc_of(model)) - space::m;
  PersonHeights out;
  out.name = ui.paragraph_height(model.name, Role::head, Weight::bold, words);
  if (is_asking(model) && !model.next.empty()) {
    out.next = ui.paragraph_height(model.next, Role::note, Weight::regular, words);
  }
  return out;
}

float person_height(const Ui& ui, const MoodCheckModel& model, float width) {
  const PersonHeights heights = person_heights(ui, model, width);
  return std::max(disc_size(ui, disc_of(model)), heights.name + heights.next) + 2 * space::m +
         ui.canvas().line_width();
}

void draw_person(Ui& ui, const MoodCheckModel& model, Rect& room) {
  const DiscSpec spec = disc_of(model);
  const PersonHeights heights = person_heights(ui, model, room.width);
  Rect row = room.take_top(person_height(ui, model, room.width));
  ui.canvas().rule({row.x, row.bottom() - space::m}, row.width);
  row.height -= 2 * space::m;
  person_disc(ui, "disc", row.take_left(disc_size(ui, spec), space::m).centre(), spec);
  row.y = std::floor(row.centre().y - (heights.name + heights.next) / 2);
  ui.paragraph("name", row.take_top(heights.name), model.name,
               {Role::head, Weight::bold, Token::ink});
  row.height = heights.next;
  if (heights.next > 0) {
    ui.paragraph("next_name", row, model.next, {Role::note, Weight::regular, Token::ink2});
  }
}

void draw_middle(Ui& ui, const MoodCheckModel& model, const Rect& rect, MoodCheckState& state,
                 Answers& answers) {
  if (is_asking(model)) {
    mood_check_parts::draw_questions(ui, model, rect, state, answers);
    return;
  }
  Rect room = rect;
  if (model.twice) {
    BannerSpec spec{.id = "twice",
                    .rect = room,
                    .tone = Tone::warn,
                    .icon = icon::call_split,
                    .text = model.twice_words};
    spec.rect.height = banner_height(ui, spec);
    banner(ui, spec);
    room.take_top(spec.rect.height, space::m);
  }
  mood_check_parts::draw_answered(ui, model, room);
}

void draw_wide(Ui& ui, Rect room, const MoodCheckModel& model, MoodCheckState& state,
               Answers& answers, Requests& requests) {
  const float right = ui.scaled(right_width);
  const float most = ui.scaled(most_left) + space::card_gap + right;
  if (room.width > most) room = {std::floor(room.centre().x - most / 2), room.y, most, room.height};
  Rect column = room.take_right(right, space::card_gap);
  draw_middle(ui, model, room, state, answers);
  column = draw_buttons_in_column(ui, model, column, state, answers, requests);
  const float inside = column.width - 2 * space::card_padding;
  const float wanted = person_height(ui, model, inside) +
                       mood_check_parts::score_height(ui, model, inside) + 2 * space::card_padding;
  const Rect rect = column.take_top(std::min(wanted, column.height), space::card_gap);
  {
    Rect inner = card(ui, {.id = "score", .rect = rect});
    draw_person(ui, model, inner);
    const auto scroll = ui.scroll("score_room", inner);
    mood_check_parts::draw_score(ui, model, scroll->room());
    scroll->used(mood_check_parts::score_height(ui, model, inner.width));
  }
  const float history = mood_check_parts::history_height(ui, model, column.width);
  if (history > 0 && history <= column.height) {
    mood_check_parts::draw_history(ui, model, column.take_top(history));
  }
}

// The score and the buttons in a bar at the bottom.
void draw_with_bar(Ui& ui, Rect room, const MoodCheckModel& model, MoodCheckState& state,
                   Answers& answers, Requests& requests) {
  auto buttons = buttons_of(model);
  float width = 0;
  float height = std::max(ui.canvas().line_height(Role::figure), score_band_height(ui));
  for (const ButtonSpec& each : buttons) {
    width += button_size(ui, each).width + space::between_targets;
    height = std::max(height, button_size(ui, each).height);
  }
  const float padding = space::s;
  const float least_score = ui.scaled(disc) * 5;
  const bool beside = width + least_score <= room.width - 2 * space::m;
  const float below = beside ? 0 : row_of_buttons_height(ui, buttons, room.width - 2 * space::m);
  const Rect rect =
      room.take_bottom(height + 2 * padding + (beside ? 0 : below + space::s), space::m);
  draw_middle(ui, model, room, state, answers);
  ui.canvas().box(rect, Token::surface, Token::line, space::card_radius);
  ui.note_area("bar", rect);
  Rect inside = rect.inset(space::m, padding);
  Rect place = beside ? inside.take_right(width, space::m) : inside.take_bottom(below, space::s);
  if (beside) {
    place.y = std::floor(place.centre().y - row_of_buttons_height(ui, buttons, place.width) / 2);
  }
  mood_check_parts::draw_score_in_line(ui, model, inside);
  if (const auto pressed = row_of_buttons(ui, buttons, place, Align::right)) {
    press(buttons[*pressed], model, state, answers, requests);
  }
}

// Among the boxes, the focus goes with the question that is asked.
void follow_question(Ui& ui, const MoodCheckModel& model, const MoodCheckState& state,
                     std::size_t before) {
  const auto& draft = state.sheets.drafts[state.sheets.open];
  if (draft.at == before || draft.instrument != model.pack->id) return;
  if (draft.at >= draft.answers.size()) {
    ui.focus(ui.id("done"));
    return;
  }
  if (ui.focused().starts_with(ui.id("item."))) {
    ui.focus(ui.id("item." + std::to_string(draft.at + 1) + ".0"));
  }
}

void draw_withdraw(Ui& ui, const MoodCheckModel& model, MoodCheckState& state, Answers& answers) {
  if (!state.withdrawing) return;
  if (is_asking(model)) {
    state.withdrawing = false;
    return;
  }
  Panel panel(ui, {.id = "withdraw",
                   .title = model.withdraw_title,
                   .back = model.back_word,
                   .action = model.withdraw_word,
                   .action_enabled = !is_blank(state.reason),
                   .action_not = model.withdraw_not});
  Rect room = panel.room();
  room.take_top(ui.paragraph("note", room, model.withdraw_note, {}), space::l);
  ui.text("label", room.take_top(ui.canvas().line_height(Role::note), space::xs),
          model.withdraw_reason, {Role::note, Weight::bold, Token::ink2});
  text_field(ui,
             {.id = "reason",
              .rect = room.take_top(text_field_height(ui, static_cast<int>(withdraw_lines))),
              .label = model.withdraw_reason,
              .kind = TextFieldKind::lines,
              .hint = model.withdraw_hint},
             state.reason, state.reason_field);
  ui.first_focus(ui.id("reason"));
  const Panel::Answer answer = panel.finish();
  if (answer == Panel::Answer::none) return;
  state.withdrawing = false;
  if (answer == Panel::Answer::action) answers.withdraw(state.reason);
  state.reason.clear();
}

// Before answers from a paper are saved: its total, so that a slip of the finger shows, and its
// day.
void draw_paper(Ui& ui, const MoodCheckModel& model, MoodCheckState& state, Answers& answers) {
  if (!state.on_paper) return;
  if (!is_asking(model)) {
    state.on_paper = false;
    return;
  }
  const float label_height = ui.canvas().line_height(Role::note) + space::xs;
  const float inside = ui.scaled(paper_width) - 2 * space::card_padding;
  const float differs = ui.paragraph_height(model.paper_differs, Role::body, Weight::bold, inside);
  Panel panel(ui, {.id = "paper",
                   .title = model.paper_title,
                   .back = model.back_word,
                   .width = paper_width,
                   .height = 2 * label_height + text_field_height(ui) + space::s + differs +
                             space::m + ui.target() + space::m,
                   .action = model.done_word,
                   .action_shortcut = Shortcut::with_ctrl(Key::enter)});
  Rect room = panel.room();
  const auto label = [&](std::string_view id, const std::string& text) {
    ui.text(id, room.take_top(ui.canvas().line_height(Role::note), space::xs), text,
            {Role::note, Weight::bold, Token::ink2});
  };
  label("total.label", model.paper_total);
  std::optional<std::uint32_t> total = state.sheets.drafts[state.sheets.open].typed_total;
  Rect field = room.take_top(text_field_height(ui), space::s);
  field.width = std::min(field.width, ui.scaled(paper_total_width));
  if (number_field(
          ui, {.id = "total", .rect = field, .label = model.paper_total, .hint = model.paper_hint},
          total, state.paper_total)) {
    answers.set_paper(total, 0);
  }
  room.take_top(ui.paragraph("differs", room, model.paper_differs,
                             {Role::body, Weight::bold, Token::warn_ink}),
                model.paper_differs.empty() ? space::xs : space::m);
  label("day.label", model.paper_day);
  StepperSpec day{.id = "day",
                  .label = model.paper_day,
                  .value = -model.paper_days_ago,
                  .least = -most_paper_days,
                  .most = 0,
                  .text = model.paper_asked,
                  .less_word = model.earlier_word,
                  .more_word = model.later_word};
  const Size size = stepper_size(ui, day);
  const Rect row = room.take_top(size.height, space::m);
  day.rect = {row.x, row.y, std::min(size.width, row.width), size.height};
  if (const auto chosen = stepper(ui, day, state.paper_day)) {
    answers.set_paper(total, -model.paper_days_ago - *chosen);
  }
  ui.first_focus(ui.id("total"));
  const Panel::Answer answer = panel.finish();
  if (answer == Panel::Answer::none) return;
  state.on_paper = false;
  if (answer == Panel::Answer::action) answers.finish();
}

}  // namespace

TopBarModel mood_check_top_bar(const MoodCheckModel& model, Layout layout) {
  TopBarModel top;
  top.title = model.title;
  top.note = model.note;
  top.help = model.help;
  if (model.state == MoodCheckModel::State::none) return top;
  TopBarAction worried;
  worried.id = "worried";
  worried.text = model.worried_word;
  worried.icon = icon::favorite_border;
  worried.shortcut = Shortcut::of(U'W');
  worried.worried = true;
  top.actions.push_back(std::move(worried));
  if (!model.next_sheet_word.empty()) {
    TopBarAction sheet;
    sheet.id = "sheet";
    sheet.text = model.next_sheet_word;
    sheet.icon = layout == Layout::wide ? icon::swap_horiz : nullptr;
    sheet.shortcut = Shortcut::of(U'Q');
    top.actions.push_back(std::move(sheet));
  }
  return top;
}

void draw_mood_check(Ui& ui, const ShellFrame& frame, const MoodCheckModel& model,
                     MoodCheckState& state, Requests& requests) {
  if (frame.action == "worried") {
    requests.emplace_back(request::Go{place::Alarm{model.group, model.member}});
  }
  if (model.state == MoodCheckModel::State::none) {
    const auto scope = ui.scope("mood");
    empty_state(ui, {.id = "none", .rect = frame.content.inset(0, space::xxl), .text = model.none});
    return;
  }
  Answers answers(model, state, requests);
  {
    const auto scope = ui.scope("mood");
    const std::size_t before = model.at;
    ui.first_focus(ui.id(is_asking(model)              ? "done"
                         : model.next_member.is_zero() ? "correct"
                                                       : "next"));
    if (ui.layout() == Layout::wide) {
      draw_wide(ui, frame.content, model, state, answers, requests);
    } else {
      draw_with_bar(ui, frame.content, model, state, answers, requests);
    }
    if (is_asking(model)) follow_question(ui, model, state, before);
  }
  draw_withdraw(ui, model, state, answers);
  draw_paper(ui, model, state, answers);
  if (frame.action == "sheet") answers.open_next();
}

}  // namespace baraza::ui
