// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/worry_panel.h"

#include <algorithm>
#include <array>

#include "client/ui/screens/panel.h"
#include "client/ui/screens/person_chips.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/choice.h"
#include "client/ui/widgets/list_row.h"

namespace baraza::ui {
namespace {

constexpr float panel_width = 620;

void raise(const client::WorryModel& model, WorryPanelState& state, Requests& requests) {
  request::Act act;
  act.intents.emplace_back(
      client::RaiseWorry{model.group, state.member, state.urgency, model.session});
  act.done = model.done;
  requests.emplace_back(std::move(act));
  state = {};
}

// A part of the panel: a heading and what it takes below.
void heading(Ui& ui, std::string_view leaf, Rect& room, std::string_view text) {
  const float height = ui.paragraph(leaf, room, text, {Role::body, Weight::bold, Token::ink});
  room.take_top(height, space::s);
}

// All above the buttons; scrolls.
void draw_inside(Ui& ui, const client::WorryModel& model, const Rect& whole,
                 WorryPanelState& state) {
  const auto scroll = ui.scroll("scroll", whole);
  Rect room = scroll->room();
  const float top = room.y;
  if (model.people.empty()) {
    room.take_top(ui.paragraph("nobody", room, model.nobody, {}), space::l);
  }
  const PersonChipsSpec chips{
      .id = "whom", .rect = room, .people = model.people, .chosen = state.member};
  if (const auto whom = person_chips(ui, chips)) {
    state.member = *whom;
    ui.focus(ui.id("action"));
  }
  room.take_top(person_chips_height(ui, chips), space::l);

  heading(ui, "urgency_title", room, model.urgency_title);
  const bool now = state.urgency == model::AlarmUrgency::now;
  const std::array<std::string_view, 2> parts{model.today_word, model.now_word};
  ChoiceSpec urgency{.id = "urgency", .label = model.urgency_title, .parts = parts};
  urgency.chosen = now ? 1 : 0;
  const Size size = choice_size(ui, urgency);
  urgency.rect = room.take_top(size.height, space::l);
  urgency.rect.width = std::min(urgency.rect.width, size.width);
  if (const auto chosen = choice(ui, urgency)) {
    state.urgency = *chosen == 1 ? model::AlarmUrgency::now : model::AlarmUrgency::today;
  }

  heading(ui, "next_title", room, model.next_title);
  const auto& lines = now ? model.now_next : model.today_next;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string leaf = "next." + std::to_string(i);
    IconLineSpec line{.id = leaf, .rect = room, .icon = icon::chevron_right, .text = lines[i]};
    line.rect.height = icon_line_height(ui, line);
    icon_line(ui, line);
    room.take_top(line.rect.height, space::s);
  }
  scroll->used(room.y - top);
  // As high as it ever was: choosing moves nothing.
  state.height = std::max(state.height, room.y - top);
}

}  // namespace

void draw_worry_panel(Ui& ui, const client::WorryModel& model, WorryPanelState& state,
                      Requests& requests) {
  if (!state.open) return;
  Panel panel(ui, {.id = "worry",
                   .title = model.title,
                   .back = model.back_word,
                   .width = panel_width,
                   .height = state.height,
                   .action = model.raise_word,
                   .action_enabled = !state.member.is_zero(),
                   .action_not = model.raise_not});
  draw_inside(ui, model, panel.room(), state);
  const Panel::Answer answer = panel.finish();
  if (answer == Panel::Answer::back) state = {};
  if (answer == Panel::Answer::action) raise(model, state, requests);
}

}  // namespace baraza::ui
