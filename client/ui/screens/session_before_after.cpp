// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <vector>

#include "client/ui/screens/session_parts.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"

// The session before it is opened and after it was closed.
namespace baraza::ui::session_parts {
namespace {

constexpr float closed_right = 400;
constexpr float least_people = 240;

void open(const client::SessionModel& model, const std::vector<client::Intent>& intents,
          bool starts_run, Requests& requests) {
  request::Act act;
  act.intents = intents;
  act.done = model.saved_word;
  if (starts_run) {
    const client::SessionRun run =
        client::after({}, client::run_event::Start{model.sheet.items}, model.now);
    act.keeps_drafts.push_back({model.run_key, client::encode_run(run, model.now)});
  }
  requests.emplace_back(std::move(act));
}

// --- closed -------------------------------------------------------------------------------------

ListRowSpec closed_row(const client::ClosedRow& row, const DiscSpec& disc,
                       const std::string& note) {
  ListRowSpec spec;
  spec.disc = &disc;
  spec.name = row.name;
  spec.note = note;
  spec.pressable = false;
  spec.table = true;
  return spec;
}

std::string note_of(const client::ClosedRow& row) {
  return row.score.empty() ? row.mark : row.mark + " · " + row.score;
}

DiscSpec disc_of(const client::ClosedRow& row) {
  return {.letters = row.letters,
          .seat = row.seat,
          .state = row.here ? DiscState::here : DiscState::not_here,
          .name = row.name};
}

CardSpec people_card(const client::ClosedCard& closed, const Rect& rect) {
  return {.id = "people", .rect = rect, .title = closed.people_title};
}

float people_height(const Ui& ui, const client::ClosedCard& closed, float width) {
  float height = card_around(ui, people_card(closed, {0, 0, width, 0}));
  for (const client::ClosedRow& row : closed.rows) {
    const DiscSpec disc = disc_of(row);
    const std::string note = note_of(row);
    ListRowSpec spec = closed_row(row, disc, note);
    spec.rect.width = width - 2 * space::card_padding;
    height += list_row_height(ui, spec);
  }
  return height;
}

void draw_people(Ui& ui, const client::ClosedCard& closed, const Rect& rect) {
  const Rect room = card(ui, people_card(closed, rect));
  const auto scope = ui.scope("people");
  const auto scroll = ui.scroll("list", room);
  Rect rest = scroll->room();
  const float top = rest.y;
  for (const client::ClosedRow& row : closed.rows) {
    const DiscSpec disc = disc_of(row);
    const std::string note = note_of(row);
    const std::string id = to_hex(row.member);
    ListRowSpec spec = closed_row(row, disc, note);
    spec.id = id;
    spec.rect = {rest.x - space::m, rest.y, rest.width + 2 * space::m, 0};
    spec.rect.height = list_row_height(ui, spec);
    list_row(ui, spec);
    rest.take_top(spec.rect.height);
  }
  scroll->used(rest.y - top);
}

CardSpec amended_card(const client::ClosedCard& closed, const Rect& rect) {
  return {.id = "amended", .rect = rect, .title = closed.amended_title};
}

float reason_height(const Ui& ui) {
  return ui.canvas().line_height(Role::note) + space::xs + ui.field() + space::m + ui.target();
}

float amended_height(const Ui& ui, const client::ClosedCard& closed, float width) {
  const float inside = width - 2 * space::card_padding;
  float height =
      card_around(ui, amended_card(closed, {0, 0, width, 0})) + reason_height(ui) + space::l;
  if (closed.amended.empty()) {
    height += ui.paragraph_height(closed.amended_none, Role::body, Weight::regular, inside);
  }
  for (const std::string& reason : closed.amended) {
    height += ui.paragraph_height(reason, Role::body, Weight::regular, inside) + space::s;
  }
  return height;
}

void draw_amended(Ui& ui, const client::SessionModel& model, const Rect& rect, SessionState& state,
                  Requests& requests) {
  const client::ClosedCard& closed = *model.closed;
  Rect room = card(ui, amended_card(closed, rect));
  Rect entry = room.take_bottom(reason_height(ui), space::l);
  {
    const auto scope = ui.scope("amended");
    const auto scroll = ui.scroll("list", room);
    Rect rest = scroll->room();
    const float top = rest.y;
    if (closed.amended.empty()) {
      rest.take_top(ui.paragraph("none", rest, closed.amended_none,
                                 {Role::body, Weight::regular, Token::ink2}));
    }
    for (std::size_t i = 0; i < closed.amended.size(); ++i) {
      rest.take_top(ui.paragraph(std::to_string(i), rest, closed.amended[i], {}), space::s);
    }
    scroll->used(rest.y - top);
  }
  ui.text("reason_label", entry.take_top(ui.canvas().line_height(Role::note), space::xs),
          closed.reason_label, {Role::note, Weight::bold, Token::ink2});
  const bool typed = text_field(ui,
                                {.id = "reason",
                                 .rect = entry.take_top(ui.field(), space::m),
                                 .label = closed.reason_label,
                                 .hint = closed.reason_hint,
                                 .enabled = model.may_run,
                                 .why_not = model.close_not},
                                state.reason, state.reason_field);
  if (typed) requests.emplace_back(request::Draft{closed.draft_key, state.reason});
  const bool blank = state.reason.find_first_not_of(' ') == std::string::npos;
  ButtonSpec amend{.id = "amend",
                   .text = closed.amend_word,
                   .kind = ButtonKind::primary,
                   .enabled = model.may_run && !blank,
                   .why_not = model.may_run ? closed.amend_not : model.close_not};
  amend.rect = entry.take_top(ui.target());
  amend.rect.width = std::min(amend.rect.width, button_size(ui, amend).width);
  if (!button(ui, amend)) return;
  request::Act act;
  act.intents.emplace_back(client::AmendSession{model.group, model.session, state.reason});
  act.done = closed.amend_done;
  act.drops_drafts.push_back(closed.draft_key);
  requests.emplace_back(std::move(act));
  state.reason.clear();
  state.reason_field.forget();
}

// One sentence and what can still be done.
float head_height(const Ui& ui, const client::ClosedCard& closed, const Deeds& deeds, float width) {
  return ui.paragraph_height(closed.words, Role::lead, Weight::bold, width) + space::m +
         deeds.row_height({Deed::attendance, Deed::mood, Deed::used}, {}, width);
}

void draw_head(Ui& ui, const client::ClosedCard& closed, Rect room, Deeds& deeds) {
  const float words =
      ui.paragraph("closed_words", room, closed.words, {Role::lead, Weight::bold, Token::ink});
  room.take_top(words, space::m);
  deeds.row({Deed::attendance, Deed::mood, Deed::used}, {}, room);
}

}  // namespace

void draw_planned(Ui& ui, const Rect& room, const client::SessionModel& model, SessionState& state,
                  Deeds& deeds, Requests& requests) {
  const client::PlannedCard& planned = *model.planned;
  Rect middle = room;
  if (ui.layout() == Layout::wide && !model.sheet.steps.empty()) {
    draw_run_sheet(ui, model, middle.take_left(ui.scaled(sheet_width), space::card_gap), state,
                   deeds);
  }
  middle.width = std::min(middle.width, ui.scaled(middle_most + right_width) + space::card_gap);
  Rect inside = card(ui, {.id = "planned", .rect = middle});

  std::vector<ButtonSpec> buttons;
  if (!planned.open_word.empty()) {
    buttons.push_back({.id = "open",
                       .text = planned.open_word,
                       .kind = ButtonKind::primary,
                       .big = true,
                       .key = planned.open_not.empty() ? "Enter" : "",
                       .enabled = planned.open_not.empty(),
                       .why_not = planned.open_not});
  }
  buttons.push_back({.id = "extra",
                     .text = planned.extra_word,
                     .kind = planned.open_word.empty() ? ButtonKind::plain : ButtonKind::quiet,
                     .big = true,
                     .enabled = planned.extra_not.empty(),
                     .why_not = planned.extra_not});
  if (ui.layout() != Layout::wide) {
    ButtonSpec sheet = deeds.button_of(Deed::sheet);
    sheet.big = true;
    buttons.push_back(sheet);
  }
  const float below = row_of_buttons_height(ui, buttons, inside.width, space::m);
  const Rect row = inside.take_bottom(below, space::l);
  draw_step(ui, model,
            {.title = true,
             .pressable = false,
             .grows = true,
             .heading = planned.when,
             .text = planned.open_not.empty() ? std::string_view(planned.note)
                                              : std::string_view(planned.open_not)},
            inside, deeds);
  ui.first_focus(ui.id(planned.open_word.empty() ? "extra" : "open"));
  const auto pressed = row_of_buttons(ui, buttons, row, Align::left, space::m);
  if (!pressed) return;
  const std::string_view id = buttons[*pressed].id;
  if (id == "open") open(model, planned.opens, planned.starts_run, requests);
  if (id == "extra") open(model, planned.opens_extra, false, requests);
  if (id == "sheet") deeds.carry_out(Deed::sheet);
}

void draw_closed(Ui& ui, const Rect& room, const client::SessionModel& model, SessionState& state,
                 Deeds& deeds, Requests& requests) {
  const client::ClosedCard& closed = *model.closed;
  ui.first_focus(ui.id("attendance"));
  if (ui.layout() == Layout::narrow) {
    const auto scroll = ui.scroll("closed", room);
    Rect rest = scroll->room();
    const float top = rest.y;
    draw_head(ui, closed,
              rest.take_top(head_height(ui, closed, deeds, rest.width), space::card_gap), deeds);
    draw_people(ui, closed, rest.take_top(people_height(ui, closed, rest.width), space::card_gap));
    draw_amended(ui, model, rest.take_top(amended_height(ui, closed, rest.width), space::card_gap),
                 state, requests);
    draw_notes(ui, model, rest.take_top(notes_height(ui, model, rest.width)), deeds);
    scroll->used(rest.y - top);
    return;
  }
  Rect rest = room;
  rest.width = std::min(rest.width, ui.scaled(middle_most + closed_right) + space::card_gap);
  Rect right = rest.take_right(std::min(ui.scaled(closed_right), rest.width / 2), space::card_gap);
  draw_head(ui, closed, rest.take_top(head_height(ui, closed, deeds, rest.width), space::card_gap),
            deeds);
  rest.height = std::min(rest.height,
                         std::max(ui.scaled(least_people), people_height(ui, closed, rest.width)));
  draw_people(ui, closed, rest);
  const float notes = notes_height(ui, model, right.width);
  const float amended = amended_height(ui, closed, right.width);
  const float most = (right.height - space::card_gap) / 2;
  const float free = right.height - space::card_gap;
  const float amended_part =
      amended + notes <= free ? amended : std::clamp(free - notes, most, amended);
  draw_amended(ui, model, right.take_top(std::min(amended_part, free), space::card_gap), state,
               requests);
  right.height = std::min(right.height, notes);
  draw_notes(ui, model, right, deeds);
}

}  // namespace baraza::ui::session_parts
