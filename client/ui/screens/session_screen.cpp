// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/session_screen.h"

#include <algorithm>
#include <cmath>

#include "client/ui/screens/close_dialog.h"
#include "client/ui/screens/session_parts.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {
namespace {

using client::SessionModel;
using session_parts::Deed;
using session_parts::Deeds;

constexpr float compact_right = 304;
constexpr float compact_gap = space::m;
constexpr float strip_gap = 10;
constexpr float least_notes = 216;
constexpr float least_others = 170;

bool runs(const SessionModel& model) {
  return model.state == SessionModel::State::running;
}

Deed primary(const SessionModel& model) {
  return runs(model) ? Deed::next_person : Deed::begin;
}

// The step with its buttons below it, in a card.
void draw_middle(Ui& ui, const SessionModel& model, const Rect& rect, Deeds& deeds) {
  Rect room = card(ui, {.id = "middle", .rect = rect});
  const std::vector<Deed> last{Deed::mood, Deed::work, Deed::used, Deed::close};
  const std::vector<Deed> step =
      runs(model) ? std::vector<Deed>{Deed::next_step} : std::vector<Deed>{};
  const float second = deeds.row_height(last, {}, room.width);
  const float first = deeds.row_height({primary(model)}, step, room.width);
  const Rect second_row = room.take_bottom(second, strip_gap);
  const Rect first_row = room.take_bottom(first, space::l);
  session_parts::StepCard card_of_step;
  if (!runs(model)) {
    card_of_step.heading = model.begin_title;
    card_of_step.text = model.begin_note;
  }
  card_of_step.pressable = runs(model);
  session_parts::draw_step(ui, model, card_of_step, room, deeds);
  deeds.row({primary(model)}, step, first_row);
  deeds.row(last, {}, second_row);
}

// Who wasn't heard, and below it the notes.
void draw_right(Ui& ui, const SessionModel& model, Rect room, float gap, bool notes, Deeds& deeds) {
  if (!runs(model)) {
    session_parts::draw_notes(ui, model, room, deeds);
    return;
  }
  const float wanted = session_parts::others_height(ui, model, room.width);
  const bool with_notes = notes && room.height >= ui.scaled(least_notes + least_others) + gap;
  if (!with_notes) {
    room.height = std::min(room.height, wanted);
    session_parts::draw_others(ui, model, room, deeds);
    return;
  }
  const float most = room.height - gap - ui.scaled(least_notes);
  session_parts::draw_others(ui, model, room.take_top(std::min(wanted, most), gap), deeds);
  session_parts::draw_notes(ui, model, room, deeds);
}

void draw_wide(Ui& ui, Rect room, const SessionModel& model, SessionState& state, Deeds& deeds) {
  const float gap = space::card_gap;
  const float most = ui.scaled(session_parts::sheet_width + session_parts::middle_most +
                               session_parts::right_width) +
                     2 * gap;
  if (room.width > most) room = {std::floor(room.centre().x - most / 2), room.y, most, room.height};
  session_parts::draw_run_sheet(
      ui, model, room.take_left(ui.scaled(session_parts::sheet_width), gap), state, deeds);
  session_parts::draw_attendance(ui, model,
                                 room.take_top(session_parts::attendance_height(ui), gap), deeds);
  const Rect right = room.take_right(ui.scaled(session_parts::right_width), gap);
  draw_middle(ui, model, room, deeds);
  draw_right(ui, model, right, gap, true, deeds);
}

// What has no button of its own in this layout.
std::vector<Deed> deeds_of_more(const SessionModel& model, Layout layout) {
  std::vector<Deed> out;
  if (layout == Layout::narrow) {
    if (runs(model)) out.push_back(Deed::next_step);
    out.push_back(Deed::attendance);
    out.push_back(Deed::note);
  }
  if (runs(model)) out.push_back(Deed::step_back);
  out.push_back(Deed::mood);
  out.push_back(Deed::work);
  out.push_back(Deed::used);
  out.push_back(Deed::close);
  return out;
}

void draw_compact(Ui& ui, Rect room, const SessionModel& model, Deeds& deeds) {
  const bool narrow = ui.layout() == Layout::narrow;
  session_parts::draw_strip(ui, model, room.take_top(session_parts::strip_height(ui), strip_gap),
                            deeds);
  std::vector<Deed> left{primary(model)};
  std::vector<Deed> right;
  if (runs(model) && !narrow) left.push_back(Deed::next_step);
  if (narrow && runs(model)) {
    right = {Deed::others, Deed::more};
  } else if (narrow) {
    right = {Deed::more};
  } else if (runs(model)) {
    right = {Deed::attendance, Deed::note, Deed::more};
  } else {
    right = {Deed::attendance, Deed::more};  // the note has its button beside the notes
  }
  const Rect row = room.take_bottom(deeds.row_height(left, right, room.width), strip_gap);
  Rect side;
  if (!narrow) side = room.take_right(ui.scaled(compact_right), compact_gap);
  const Rect inside = card(ui, {.id = "middle", .rect = room, .padding = space::m});
  session_parts::StepCard step;
  step.title = false;
  if (!runs(model)) step.text = model.begin_note;
  step.pressable = runs(model);
  session_parts::draw_step(ui, model, step, inside, deeds);
  if (!narrow) draw_right(ui, model, side, compact_gap, false, deeds);
  deeds.row(left, right, row);
  for (const Deed deed : deeds_of_more(model, ui.layout())) deeds.hear(deed);
}

void draw_open(Ui& ui, const Rect& room, const SessionModel& model, SessionState& state,
               Deeds& deeds) {
  ui.first_focus(ui.id(runs(model) ? "next_person" : "begin"));
  if (ui.layout() == Layout::wide) {
    draw_wide(ui, room, model, state, deeds);
  } else {
    draw_compact(ui, room, model, deeds);
  }
}

void draw_panels(Ui& ui, const SessionModel& model, SessionState& state, Deeds& deeds) {
  switch (state.panel) {
    case SessionState::Panel::none: break;
    case SessionState::Panel::sheet:
      session_parts::draw_sheet_panel(ui, model, state, deeds);
      break;
    case SessionState::Panel::others:
      session_parts::draw_others_panel(ui, model, state, deeds);
      break;
    case SessionState::Panel::more:
      session_parts::draw_more_panel(ui, model, state, deeds, deeds_of_more(model, ui.layout()));
      break;
  }
}

bool is_open(const SessionModel& model) {
  return runs(model) || model.state == SessionModel::State::open;
}

// Only one thing lies over the screen; one whose cause has gone goes with it.
void settle(const SessionModel& model, SessionState& state, Layout layout) {
  using Panel = SessionState::Panel;
  const bool others_fit = layout != Layout::narrow || !runs(model);
  if (state.panel == Panel::others && others_fit) state.panel = Panel::none;
  if (state.panel == Panel::more && (layout == Layout::wide || !is_open(model))) {
    state.panel = Panel::none;
  }
  const bool has_sheet = is_open(model) || model.state == SessionModel::State::planned;
  if (state.panel == Panel::sheet && (layout == Layout::wide || !has_sheet)) {
    state.panel = Panel::none;
  }
  if (!model.close) state.closing = false;
  if (state.panel != Panel::sheet && layout != Layout::wide) state.shown_step.reset();
}

}  // namespace

TopBarModel session_top_bar(const SessionModel& model, Layout layout) {
  TopBarModel top;
  top.title = model.title;
  top.note = model.note;
  top.help = model.help;
  if (model.state == SessionModel::State::none) return top;
  const bool wide = layout == Layout::wide;
  if (!wide && is_open(model)) top.second_line = model.attendance.short_words;
  TopBarAction worried;
  worried.id = "worried";
  worried.text = wide ? model.worried_word : model.worried_short;
  worried.icon = icon::favorite_border;
  worried.shortcut = Shortcut::of(U'W');
  worried.worried = true;
  top.actions.push_back(std::move(worried));
  if (runs(model)) {
    TopBarAction pause;
    pause.id = "pause";
    pause.text = model.pause_word;
    pause.icon = model.paused ? icon::play_arrow : icon::pause;
    pause.shortcut = Shortcut::of(U'P');
    top.actions.push_back(std::move(pause));
  }
  return top;
}

void draw_session(Ui& ui, const ShellFrame& frame, const SessionModel& model, SessionState& state,
                  Requests& requests) {
  settle(model, state, ui.layout());
  Deeds deeds(ui, model, state, requests);
  {
    const auto scope = ui.scope("session");
    switch (model.state) {
      case SessionModel::State::none:
        empty_state(ui, {.id = "none",
                         .rect = frame.content.inset(0, space::xxl),
                         .text = model.none,
                         .note = model.none_note});
        break;
      case SessionModel::State::planned:
        session_parts::draw_planned(ui, frame.content, model, state, deeds, requests);
        break;
      case SessionModel::State::open:
      case SessionModel::State::running: draw_open(ui, frame.content, model, state, deeds); break;
      case SessionModel::State::closed:
        session_parts::draw_closed(ui, frame.content, model, state, deeds, requests);
        break;
    }
  }
  if (frame.action == "worried") state.worry.open = true;
  if (frame.action == "pause") {
    if (model.paused) {
      deeds.run(client::run_event::Resume{});
    } else {
      deeds.run(client::run_event::Pause{});
    }
  }
  draw_panels(ui, model, state, deeds);
  draw_note_panel(ui, model.write_note, state.note, requests);
  draw_worry_panel(ui, model.worry, state.worry, requests);
  if (model.close) draw_close_dialog(ui, *model.close, state.closing, requests);
}

}  // namespace baraza::ui
