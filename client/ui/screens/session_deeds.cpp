// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "client/ui/screens/session_parts.h"
#include "client/ui/theme/icons.h"

// What can be done about a session: the buttons, their keys, and what they ask for.
namespace baraza::ui::session_parts {

using client::RunEvent;
namespace run_event = client::run_event;

ButtonSpec Deeds::button_of(Deed deed) const {
  ButtonSpec spec;
  const auto unless = [&](const std::string& why_not) {
    spec.enabled = why_not.empty();
    spec.why_not = why_not;
  };
  switch (deed) {
    case Deed::begin:
      spec = {.id = "begin",
              .text = model_.begin_word,
              .kind = ButtonKind::primary,
              .icon = icon::play_arrow,
              .key = "Enter"};
      unless(model_.may_run ? std::string() : model_.close_not);
      break;
    case Deed::next_person:
      // Its key is that it has the focus: Space presses what has it.
      spec = {.id = "next_person",
              .text = model_.next_person_word,
              .kind = ButtonKind::primary,
              .icon = icon::navigate_next,
              .key = model_.space_key,
              .enabled = model_.may_next_person,
              .why_not = model_.next_person_not};
      break;
    case Deed::next_step:
      spec = {.id = "next_step",
              .text = model_.next_step_word,
              .icon = icon::skip_next,
              .shortcut = Shortcut::of(Key::page_down),
              .enabled = model_.may_next_step,
              .why_not = model_.next_step_not};
      break;
    case Deed::step_back:
      spec = {.id = "step_back",
              .text = model_.step_back_word,
              .shortcut = Shortcut::of(Key::page_up),
              .enabled = model_.may_step_back,
              .why_not = model_.step_back_not};
      break;
    case Deed::attendance:
      spec = {.id = "attendance", .text = model_.attendance_word, .shortcut = Shortcut::of(U'A')};
      break;
    case Deed::mood:
      spec = {.id = "mood", .text = model_.mood_word, .shortcut = Shortcut::of(U'M')};
      unless(model_.mood_not);
      break;
    case Deed::work:
      spec = {.id = "work", .text = model_.work_word, .shortcut = Shortcut::of(U'K')};
      unless(model_.work_not);
      break;
    case Deed::used:
      spec = {.id = "used", .text = model_.used_word, .shortcut = Shortcut::of(U'U')};
      unless(model_.used_not);
      break;
    case Deed::note:
      spec = {.id = "note", .text = model_.note_word, .shortcut = Shortcut::of(U'N')};
      unless(model_.may_run ? std::string() : model_.close_not);
      break;
    case Deed::close:
      spec = {.id = "close", .text = model_.close_word, .shortcut = Shortcut::of(U'C')};
      unless(model_.close_not);
      break;
    case Deed::sheet:
      spec = {.id = "sheet",
              .text = model_.sheet.title,
              .icon = icon::event_note,
              .shortcut = Shortcut::of(U'G')};
      break;
    case Deed::others:
      spec = {.id = "others", .text = model_.others_word, .shortcut = Shortcut::of(U'H')};
      break;
    case Deed::more:
      spec = {.id = "more", .text = model_.more_word, .icon = icon::more_horiz};
      break;
  }
  return spec;
}

void Deeds::carry_out(Deed deed) {
  switch (deed) {
    case Deed::begin: run(run_event::Start{model_.sheet.items}); break;
    case Deed::next_person: run(run_event::NextPerson{model_.circle.here}); break;
    case Deed::next_step: leave_step(); break;
    case Deed::step_back: run(run_event::StepBack{}); break;
    case Deed::attendance:
      requests_.emplace_back(request::Go{place::Attendance{model_.group, model_.session}});
      break;
    case Deed::mood:
      requests_.emplace_back(
          request::Go{place::MoodCheck{model_.group, model_.session, model_.mood_member}});
      break;
    case Deed::work:
      requests_.emplace_back(request::Go{place::Work{model_.group, model_.work_member}});
      break;
    case Deed::used:
      requests_.emplace_back(request::Go{place::Techniques{model_.group, model_.session}});
      break;
    case Deed::note: state_.note.open = true; break;
    case Deed::close: state_.closing = true; break;
    case Deed::sheet: state_.panel = SessionState::Panel::sheet; return;
    case Deed::others: state_.panel = SessionState::Panel::others; return;
    case Deed::more: state_.panel = SessionState::Panel::more; return;
  }
  state_.panel = SessionState::Panel::none;
}

void Deeds::ask(const MemberId& member) {
  run(run_event::GiveWord{member});
  state_.panel = SessionState::Panel::none;
}

void Deeds::open_note(const NoteId& note) {
  requests_.emplace_back(request::Go{place::Note{model_.group, note}});
}

void Deeds::run(const RunEvent& event) {
  const client::SessionRun next = client::after(model_.run, event, model_.now);
  requests_.emplace_back(request::Draft{model_.run_key, client::encode_run(next, model_.now)});
  // Space is printed on Next person: it has the focus again whatever else was pressed.
  ui_.focus("session.next_person");
}

void Deeds::leave_step() {
  if (!model_.step_done) return run(run_event::NextStep{});
  const client::SessionRun next = client::after(model_.run, run_event::NextStep{}, model_.now);
  request::Act act;
  act.intents.emplace_back(*model_.step_done);
  act.keeps_drafts.push_back({model_.run_key, client::encode_run(next, model_.now)});
  requests_.emplace_back(std::move(act));
  ui_.focus("session.next_person");
}

void Deeds::hear(Deed deed) {
  const ButtonSpec spec = button_of(deed);
  if (spec.shortcut && spec.enabled && ui_.pressed(spec.shortcut)) carry_out(deed);
}

float Deeds::row_height(const std::vector<Deed>& left, const std::vector<Deed>& right,
                        float width) const {
  std::vector<ButtonSpec> specs;
  for (const Deed deed : left) specs.push_back(button_of(deed));
  for (const Deed deed : right) specs.push_back(button_of(deed));
  return row_of_buttons_height(ui_, specs, width);
}

float Deeds::row(const std::vector<Deed>& left, const std::vector<Deed>& right, const Rect& room) {
  std::vector<Deed> all = left;
  all.insert(all.end(), right.begin(), right.end());
  std::vector<ButtonSpec> specs;
  for (const Deed deed : all) specs.push_back(button_of(deed));
  auto places = flow_buttons(ui_, specs, room);
  // All in one row: what belongs to the right goes there.
  const bool one_row = places.empty() || places.back().y == places.front().y;
  if (one_row && !right.empty()) {
    const float move = room.right() - places.back().right();
    for (std::size_t i = left.size(); i < places.size(); ++i) places[i].x += move;
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    specs[i].rect = places[i];
    if (button(ui_, specs[i])) carry_out(all[i]);
  }
  return row_of_buttons_height(ui_, specs, room.width);
}

}  // namespace baraza::ui::session_parts
