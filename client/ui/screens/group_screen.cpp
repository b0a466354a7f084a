// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/group_screen.h"

#include <algorithm>
#include <cmath>

#include "client/ui/screens/group_table.h"
#include "client/ui/screens/panel.h"
#include "client/ui/screens/whisper_card.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/attendance.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/sign.h"
#include "client/ui/widgets/timeline.h"

namespace baraza::ui {
namespace {

using client::GroupModel;

std::optional<std::size_t> draw_course(Ui& ui, const GroupModel& model, const Rect& rect) {
  std::vector<TimelinePhase> phases;
  for (const client::GroupPhase& phase : model.phases) {
    phases.push_back({phase.words, phase.sessions, phase.current});
  }
  std::vector<TimelineNode> nodes;
  for (const client::GroupSession& session : model.sessions) {
    nodes.push_back({.words = session.label,
                     .date = session.date,
                     .state = static_cast<SessionDot>(session.state),
                     .text = session.words});
  }
  const Rect room = card(ui, {.id = "course_card", .rect = rect});
  return timeline(ui, {.id = "course",
                       .rect = room,
                       .phases = phases,
                       .nodes = nodes,
                       .countdown = model.left,
                       .countdown_words = model.left_words});
}

void go_to_session(const GroupModel& model, std::size_t column, Requests& requests) {
  const client::GroupSession& session = model.sessions[column];
  if (session.session) {
    requests.push_back(request::Go{place::Session{model.group, *session.session}});
  } else if (session.state == client::CourseDot::now) {
    requests.push_back(request::Go{place::Session{model.group, model.next}});
  }
}

void draw_add_panel(Ui& ui, const GroupModel& model, GroupState& state, Requests& requests) {
  if (!state.adding) return;
  const float line = ui.canvas().line_height(Role::body) + space::xs;
  const float field = text_field_height(ui);
  Panel panel(ui, {.id = "add",
                   .title = model.add_title,
                   .back = model.back_word,
                   .height = 2 * (line + field + space::m) + ui.canvas().line_height(Role::note),
                   .action = model.add_action,
                   .action_enabled = !state.name.empty(),
                   .action_not = model.name_missing,
                   .action_shortcut = Shortcut::of(Key::enter)});
  Rect room = panel.room();
  const auto field_row = [&](std::string_view id, std::string_view label, std::string_view hint,
                             std::string& text, TextFieldState& field_state) {
    ui.text(std::string(id) + ".label", room.take_top(line - space::xs, space::xs), label,
            {Role::body, Weight::bold, Token::ink});
    text_field(ui,
               {.id = id,
                .rect = room.take_top(field, space::m),
                .label = label,
                .hint = hint,
                .most_bytes = 200},
               text, field_state);
  };
  field_row("name", model.name_label, {}, state.name, state.name_field);
  field_row("phone", model.phone_label, model.phone_hint, state.phone, state.phone_field);
  ui.first_focus(ui.id("name"));
  const Panel::Answer answer = panel.finish();
  if (answer == Panel::Answer::action) {
    client::AddMember add;
    add.group = model.group;
    add.name = state.name;
    add.phone = state.phone;
    add.from = model.today;
    request::Act act;
    act.intents = {std::move(add)};
    act.done = model.add_done;
    requests.push_back(std::move(act));
  }
  if (answer != Panel::Answer::none) {
    state.adding = false;
    state.name.clear();
    state.phone.clear();
  }
}

std::vector<LegendEntry> legend_of(const GroupModel& model) {
  std::vector<LegendEntry> out;
  for (const auto& [mark, words] : model.legend) {
    out.push_back({static_cast<CellMark>(mark), words});
  }
  return out;
}

// Always there, so that a worry that comes moves nothing.
void draw_worried_legend(Ui& ui, const GroupModel& model, Rect& room) {
  IconLineSpec line{.id = "legend.worried",
                    .rect = room,
                    .icon = icon::favorite,
                    .text = model.worried_legend,
                    .style = {Role::note, Weight::regular, Token::ink2}};
  line.rect = room.take_top(icon_line_height(ui, line), space::s);
  icon_line(ui, line);
}

float draw_buttons(Ui& ui, const GroupModel& model, const Rect& room, GroupState& state) {
  std::vector<ButtonSpec> buttons;
  if (model.may_write) {
    buttons.push_back({.id = "add", .text = model.add_word, .icon = icon::person_add});
    if (ui.layout() != Layout::wide) {
      buttons.push_back({.id = "note",
                         .text = model.note_word,
                         .icon = icon::edit,
                         .shortcut = Shortcut::of(U'N')});
    }
  }
  if (buttons.empty()) return 0;
  if (const auto pressed = row_of_buttons(ui, buttons, room)) {
    if (*pressed == 0)
      state.adding = true;
    else
      state.note.open = true;
  }
  return row_of_buttons_height(ui, buttons, room.width);
}

}  // namespace

TopBarModel group_top_bar(const GroupModel& model, Layout layout) {
  TopBarModel out;
  out.title = model.title;
  out.note = model.note;
  out.help = model.help;
  if (model.may_write) {
    out.actions.push_back(
        {.id = "worried",
         .text = layout == Layout::wide ? model.worried_word : model.worried_short,
         .icon = icon::favorite_border,
         .shortcut = Shortcut::of(U'W'),
         .worried = true,
         .why_not = {}});
    if (layout == Layout::wide) {
      out.actions.push_back({.id = "note",
                             .text = model.note_word,
                             .icon = icon::edit,
                             .shortcut = Shortcut::of(U'N'),
                             .why_not = {}});
    }
  }
  if (!model.session_word.empty()) {
    out.actions.push_back({.id = "session",
                           .text = model.session_word,
                           .icon = icon::play_arrow,
                           .shortcut = {},
                           .primary = true,
                           .why_not = {}});
  }
  return out;
}

void draw_group(Ui& ui, const ShellFrame& frame, const GroupModel& model, GroupState& state,
                Requests& requests) {
  if (frame.action == "worried") {
    state.worry = {};
    state.worry.open = true;
  }
  if (frame.action == "note") state.note.open = true;
  if (frame.action == "session") {
    requests.push_back(request::Go{place::Session{model.group, model.next}});
  }
  {
    const auto scope = ui.scope("group");
    const auto scroll = ui.scroll("room", frame.content.grown(space::xs));
    Rect room = scroll->room().inset(space::xs);
    const float top = scroll->room().y;
    if (!model.none.empty()) {
      empty_state(ui, {.id = "none", .rect = room, .text = model.none});
      return;
    }
    const float course = timeline_height(ui) + 2 * space::card_padding;
    if (const auto opened = draw_course(ui, model, room.take_top(course, space::m))) {
      go_to_session(model, *opened, requests);
    }
    draw_whisper(ui, model.whisper, room, state.why, requests);
    if (model.members.empty()) {
      const EmptySpec empty{
          .id = "empty", .rect = room, .text = model.empty, .note = model.empty_note};
      empty_state(ui, empty);
      room.take_top(empty_height(ui, empty), space::m);
    } else {
      room.take_top(draw_group_table(ui, room, model, requests), space::s);
      const auto legend = legend_of(model);
      const float height = cell_legend_height(ui, legend, room.width);
      cell_legend(ui, "legend", room.take_top(height, space::s), legend);
      draw_worried_legend(ui, model, room);
    }
    room.take_top(draw_buttons(ui, model, room, state), space::s);
    if (!model.newer.empty()) {
      room.take_top(
          ui.paragraph("newer", room, model.newer, {Role::note, Weight::regular, Token::ink2}));
    }
    scroll->used(room.y - top + space::xs);
    ui.first_focus(model.session_word.empty() ? ui.id("course.0") : "top.session");
  }
  draw_add_panel(ui, model, state, requests);
  draw_note_panel(ui, model.write_note, state.note, requests);
  draw_worry_panel(ui, model.worry, state.worry, requests);
}

}  // namespace baraza::ui
