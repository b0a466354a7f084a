// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/member_screen.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/ui/screens/area_look.h"
#include "client/ui/screens/note_rows.h"
#include "client/ui/screens/whisper_card.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/attendance.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {
namespace {

using client::MemberModel;
using client::MemberSession;

constexpr float trend_height = 300;

float draw_risk(Ui& ui, const MemberModel& model, const Rect& room, Requests& requests) {
  // One that nobody has seen stands above every screen of the group.
  if (model.risk.empty() || model.risk_unseen) return 0;
  const std::array actions = {BannerAction{.id = "open", .text = model.open_word}};
  BannerSpec spec{.id = "risk",
                  .rect = room,
                  .tone = Tone::risk_soft,
                  .icon = icon::favorite,
                  .text = model.risk,
                  .actions = actions};
  spec.rect.height = banner_height(ui, spec);
  if (banner(ui, spec)) requests.push_back(request::Go{place::Alarm{model.group, model.member}});
  return spec.rect.height;
}

ListRowSpec event_row(const client::MemberEvent& event, const std::string& id, const Rect& rect) {
  return {.id = id, .rect = rect, .name = event.words, .table = true, .strong_name = false};
}

float events_height(const Ui& ui, const MemberModel& model, float width) {
  float out = 0;
  const float words = width - event_mark_size(ui) - space::m;
  for (const auto& event : model.events) {
    out += list_row_height(ui, event_row(event, {}, {0, 0, words, 0}));
  }
  return out;
}

// What the letters on the line are; each leads to what was written.
void draw_events(Ui& ui, const MemberModel& model, Rect room, Requests& requests) {
  const std::string group = ui.id("events");
  for (std::size_t i = 0; i < model.events.size(); ++i) {
    const auto& event = model.events[i];
    const std::string id = "event." + std::to_string(i);
    ListRowSpec row = event_row(event, id, room);
    row.rect.width -= event_mark_size(ui) + space::m;
    Rect line = room.take_top(list_row_height(ui, row));
    const Rect mark = line.take_left(event_mark_size(ui), space::m);
    event_mark(ui, mark.centre(), event.letter);
    row.rect = line;
    row.group = group;
    if (!list_row(ui, row).activated) continue;
    requests.push_back(request::Go{
        place::Sheet{model.group, model.member, model::SheetKind::event, event.entry, AnyId{}}});
  }
}

float draw_mood(Ui& ui, const MemberModel& model, const Rect& room, MemberState& state,
                Requests& requests) {
  CardSpec spec{.id = "mood_card",
                .rect = {room.x, room.y, room.width, 0},
                .title = model.mood_title,
                .note = model.mood_note};
  const std::string& instead = model.mood_hidden.empty() ? model.mood_none : model.mood_hidden;
  if (!instead.empty()) {
    EmptySpec empty{.id = "mood_none", .text = instead};
    empty.rect.width = room.width - 2 * spec.padding;
    spec.rect.height = card_around(ui, spec) + empty_height(ui, empty);
    empty.rect = card(ui, spec);
    empty_state(ui, empty);
    return spec.rect.height;
  }
  const float change = model.change.empty() ? 0 : ui.canvas().line_height(Role::body) + space::s;
  const float inside = room.width - 2 * spec.padding;
  float rules = 0;
  for (const std::string& rule : model.change_rules) {
    rules += space::xs + ui.paragraph_height(rule, Role::note, Weight::regular, inside);
  }
  const float events = events_height(ui, model, inside);
  spec.rect.height = card_around(ui, spec) + change + ui.scaled(trend_height) + rules + events;
  Rect rect = card(ui, spec);
  draw_events(ui, model, rect.take_bottom(events), requests);
  if (change > 0) {
    ui.text("change", rect.take_top(change - space::s, space::s), model.change,
            {Role::body, Weight::bold, model.worse ? Token::warn_ink : Token::ink});
  }
  Rect below = rect.take_bottom(rules);
  for (std::size_t i = 0; i < model.change_rules.size(); ++i) {
    below.take_top(space::xs);
    below.take_top(ui.paragraph("rule." + std::to_string(i), below, model.change_rules[i],
                                {Role::note, Weight::regular, Token::ink2}));
  }
  std::vector<TrendPoint> points;
  for (const MemberSession& session : model.sessions) {
    points.push_back({.label = session.label,
                      .score = session.score,
                      .events = session.events,
                      .version = session.version,
                      .words = session.score_words});
  }
  trend_line(ui,
             {.id = "mood",
              .rect = rect,
              .label = model.mood_title,
              .points = points,
              .limits = model.limits},
             state.trend);
  return spec.rect.height;
}

const std::string& title_of(const MemberSession& session) {
  return session.score_words.empty() ? session.words : session.score_words;
}

// What she works on, and the way to where it is chosen.
float draw_area(Ui& ui, const MemberModel& model, const Rect& room, Requests& requests) {
  CardSpec spec{
      .id = "area_card", .rect = {room.x, room.y, room.width, 0}, .title = model.area_title};
  const bool look_here = model.area.disputed;
  const char* mark = model.area.area ? area_icon(*model.area.area)
                     : look_here     ? icon::call_split
                                     : icon::help_outline;
  ButtonSpec go{.id = "area", .text = model.area_word};
  const float inside = room.width - 2 * spec.padding;
  const float asked = std::min(button_size(ui, go).width, inside / 2);
  const auto line = [&](const Rect& rect) {
    return IconLineSpec{.id = "area_words",
                        .rect = rect,
                        .icon = mark,
                        .text = model.area.words,
                        .style = {Role::lead, Weight::bold, Token::ink},
                        .icon_colour = look_here ? Token::warn_mark : Token::accent};
  };
  const float width = inside - asked - space::m;
  const float words = icon_line_height(ui, line({0, 0, width, 0}));
  const float beside =
      model.area.beside.empty()
          ? 0
          : ui.paragraph_height(model.area.beside, Role::note, Weight::regular, width);
  const float height = std::max(ui.target(), words + beside);
  spec.rect.height = card_around(ui, spec) + height;
  Rect rest = card(ui, spec);
  const Rect place = rest.take_right(asked, space::m);
  go.rect = {place.x, std::floor(place.centre().y - ui.target() / 2), asked, ui.target()};
  if (button(ui, go)) requests.push_back(request::Go{place::FocalArea{model.group, model.member}});
  rest.y = std::floor(rest.centre().y - (words + beside) / 2);
  icon_line(ui, line(rest.take_top(words)));
  if (beside > 0) {
    ui.paragraph("area_beside", rest, model.area.beside,
                 {Role::note, Weight::regular, Token::ink2});
  }
  return spec.rect.height;
}

// How far the written work is, and the way to it.
float draw_work(Ui& ui, const MemberModel& model, const Rect& room, Requests& requests) {
  if (model.work_word.empty()) return 0;
  CardSpec spec{
      .id = "work_card", .rect = {room.x, room.y, room.width, 0}, .title = model.work_title};
  ButtonSpec go{.id = "work", .text = model.work_word};
  const float inside = room.width - 2 * spec.padding;
  const float asked = std::min(button_size(ui, go).width, inside / 2);
  const float width = inside - asked - space::m;
  const float words = ui.paragraph_height(model.work_note, Role::body, Weight::regular, width) +
                      (model.work_next.empty() ? 0
                                               : ui.paragraph_height(model.work_next, Role::note,
                                                                     Weight::regular, width));
  spec.rect.height = card_around(ui, spec) + std::max(ui.target(), words);
  Rect rest = card(ui, spec);
  const Rect place = rest.take_right(asked, space::m);
  go.rect = {place.x, std::floor(place.centre().y - ui.target() / 2), asked, ui.target()};
  if (button(ui, go)) requests.push_back(request::Go{place::Work{model.group, model.member}});
  rest.y = std::floor(rest.centre().y - words / 2);
  rest.take_top(ui.paragraph("work_note", rest, model.work_note, {}));
  if (!model.work_next.empty()) {
    ui.paragraph("work_next", rest, model.work_next, {Role::note, Weight::regular, Token::ink2});
  }
  return spec.rect.height;
}

// One line a session that was opened: the mark, and the way to the mood check.
float draw_sessions(Ui& ui, const MemberModel& model, const Rect& room, Requests& requests) {
  CardSpec spec{
      .id = "sessions", .rect = {room.x, room.y, room.width, 0}, .title = model.sessions_title};
  const float inside = room.width - 2 * spec.padding;
  const Size cell = cell_target(ui);
  float check = 0;
  for (const MemberSession& session : model.sessions) {
    if (session.check_word.empty()) continue;
    check = std::max(check, button_size(ui, {.text = session.check_word, .tight = true}).width);
  }
  const float words = inside - cell.width - space::m - check - space::m;
  const auto row_height = [&](const MemberSession& session) {
    return std::max(
        cell.height,
        ui.paragraph_height(title_of(session), Role::body, Weight::bold, words) +
            ui.paragraph_height(session.mark_words, Role::note, Weight::regular, words) + space::s);
  };
  float height = card_around(ui, spec);
  for (const MemberSession& session : model.sessions) {
    if (session.session) height += row_height(session);
  }
  spec.rect.height = height;
  Rect rect = card(ui, spec);
  const std::string group = ui.id("marks");
  for (std::size_t i = 0; i < model.sessions.size(); ++i) {
    const MemberSession& session = model.sessions[i];
    if (!session.session) continue;
    const std::string number = std::to_string(i);
    Rect row = rect.take_top(row_height(session));
    const std::string mark_id = "mark." + number;
    const Rect place = row.take_left(cell.width, space::m);
    const auto pressed = attendance_cell(ui, {.id = mark_id,
                                              .rect = place.centred(cell),
                                              .mark = static_cast<CellMark>(session.mark),
                                              .text = session.mark_words,
                                              .group = group});
    if (pressed) {
      requests.push_back(request::Go{place::Attendance{model.group, *session.session}});
    }
    const Rect right = row.take_right(check, space::m);
    if (!session.check_word.empty()) {
      const std::string id = "check." + number;
      ButtonSpec button_spec{.id = id, .text = session.check_word, .tight = true};
      const float width = std::min(right.width, button_size(ui, button_spec).width);
      button_spec.rect = {right.right() - width, std::floor(right.centre().y - ui.target() / 2),
                          width, ui.target()};
      if (button(ui, button_spec)) {
        requests.push_back(
            request::Go{place::MoodCheck{model.group, *session.session, model.member}});
      }
    }
    const std::string& first = title_of(session);
    const float line = ui.paragraph_height(first, Role::body, Weight::bold, row.width);
    const float note =
        ui.paragraph_height(session.mark_words, Role::note, Weight::regular, row.width);
    row.y = std::floor(row.centre().y - (line + note) / 2);
    ui.paragraph("session." + number, row.take_top(line), first,
                 {Role::body, Weight::bold, Token::ink});
    ui.paragraph("mark_words." + number, row, session.mark_words,
                 {Role::note, Weight::regular, Token::ink2});
  }
  return spec.rect.height;
}

float draw_notes(Ui& ui, const MemberModel& model, const Rect& room, Requests& requests) {
  CardSpec spec{.id = "notes", .rect = {room.x, room.y, room.width, 0}, .title = model.notes_title};
  const NoteRowsSpec rows{.notes = model.notes, .width = room.width - 2 * spec.padding};
  spec.rect.height =
      card_around(ui, spec) + (model.notes.empty() ? ui.canvas().line_height(Role::body)
                                                   : note_rows_height(ui, rows) - space::m);
  const Rect rect = card(ui, spec);
  const auto scope = ui.scope("notes");
  if (model.notes.empty()) {
    ui.text("none", rect, model.notes_none, {Role::body, Weight::regular, Token::ink2});
  }
  if (const auto opened = note_rows(ui, rows, {rect.x, rect.y})) {
    requests.push_back(request::Go{place::Note{model.group, *opened}});
  }
  return spec.rect.height;
}

}  // namespace

TopBarModel member_top_bar(const MemberModel& model, Layout layout) {
  const bool wide = layout == Layout::wide;
  TopBarModel out;
  out.title = model.title;
  out.note = model.note;
  out.help = model.help;
  if (model.may_write) {
    out.actions.push_back({.id = "worried",
                           .text = wide ? model.worried_word : model.worried_short,
                           .icon = icon::favorite_border,
                           .shortcut = Shortcut::of(U'W'),
                           .worried = true,
                           .why_not = {}});
    out.actions.push_back({.id = "note",
                           .text = wide ? model.note_word : model.note_short,
                           .icon = icon::edit,
                           .shortcut = Shortcut::of(U'N'),
                           .why_not = {}});
  }
  return out;
}

void draw_member(Ui& ui, const ShellFrame& frame, const MemberModel& model, MemberState& state,
                 Requests& requests) {
  if (frame.action == "worried") {
    state.worry = {};
    state.worry.open = true;
    state.worry.member = model.member;
  }
  if (frame.action == "note") {
    state.note.open = true;
    if (state.note.draft.text.empty()) state.note.draft.member = model.member;
  }
  {
    const auto scope = ui.scope("member");
    const auto scroll = ui.scroll("room", frame.content.grown(space::xs));
    Rect room = scroll->room().inset(space::xs);
    const float top = scroll->room().y;
    if (!model.none.empty()) {
      empty_state(ui, {.id = "none", .rect = room, .text = model.none});
      return;
    }
    if (const float risk = draw_risk(ui, model, room, requests); risk > 0) {
      room.take_top(risk, space::m);
    }
    draw_whisper(ui, model.whisper, room, state.why, requests);
    const bool two = ui.layout() != Layout::narrow;
    Rect left = room;
    Rect right = room;
    if (two) {
      right = left.take_right(std::floor((room.width - space::card_gap) / 2), space::card_gap);
    }
    left.take_top(draw_mood(ui, model, left, state, requests), space::card_gap);
    left.take_top(draw_notes(ui, model, left, requests), space::card_gap);
    if (!two) right = left;
    right.take_top(draw_area(ui, model, right, requests), space::card_gap);
    if (const float work = draw_work(ui, model, right, requests); work > 0) {
      right.take_top(work, space::card_gap);
    }
    right.take_top(draw_sessions(ui, model, right, requests), space::card_gap);
    if (!model.seat_word.empty()) {
      ButtonSpec seat{.id = "seat",
                      .text = model.seat_word,
                      .kind = ButtonKind::quiet,
                      .icon = icon::directions_walk};
      const Size size = button_size(ui, seat);
      seat.rect = right.take_top(size.height);
      seat.rect.width = std::min(size.width, seat.rect.width);
      if (button(ui, seat)) {
        requests.push_back(request::Go{place::Seat{model.group, model.member}});
      }
    }
    scroll->used(std::max(left.y, right.y) - top + space::xs);
    ui.first_focus(ui.id("mood"));
  }
  draw_note_panel(ui, model.write_note, state.note, requests);
  draw_worry_panel(ui, model.worry, state.worry, requests);
}

}  // namespace baraza::ui
