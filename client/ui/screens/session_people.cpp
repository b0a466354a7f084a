// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <vector>

#include "client/ui/screens/note_rows.h"
#include "client/ui/screens/panel.h"
#include "client/ui/screens/session_parts.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"

// Who wasn't heard yet, the notes of the session, and what has no button of its own.
namespace baraza::ui::session_parts {
namespace {

constexpr float side = 18;
constexpr float narrow_padding = 16;

ListRowSpec other_row(const client::SessionSeat& seat, const DiscSpec& disc) {
  ListRowSpec row;
  row.disc = &disc;
  row.name = seat.name;
  row.note = seat.mark.empty() ? seat.area : seat.mark;
  row.note_may_go = true;
  row.pressable = false;
  return row;
}

DiscSpec disc_of(const client::SessionSeat& seat) {
  return {.letters = seat.letters,
          .seat = seat.seat,
          .state = disc_state(seat.state),
          .name = seat.name,
          .size = 36};
}

ButtonSpec ask_button(const client::SessionModel& model, const client::SessionSeat& seat,
                      bool with_word) {
  ButtonSpec ask;
  ask.tight = true;
  ask.enabled = seat.may_ask;
  ask.why_not = seat.why_not;
  ask.show_key = seat.key != 0;
  if (with_word) ask.text = model.ask_word;
  if (!with_word && seat.key == 0) ask.icon = icon::record_voice_over;
  return ask;
}

std::string key_of(const client::SessionSeat& seat) {
  return seat.key == 0 ? std::string() : std::string(1, seat.key);
}

// True if the names stand whole beside buttons that say what they do. Where they don't, the buttons
// have only their keys: names come first.
bool words_fit(const Ui& ui, const client::SessionModel& model, float width) {
  return std::all_of(model.not_heard.begin(), model.not_heard.end(), [&](std::size_t place) {
    const client::SessionSeat& seat = model.circle.seats[place];
    const std::string key = key_of(seat);
    ButtonSpec ask = ask_button(model, seat, true);
    ask.key = key;
    const float name = std::ceil(ui.width_of(seat.name, Role::body, Weight::bold));
    return disc_size(ui, disc_of(seat)) + space::m + name + space::m + button_size(ui, ask).width <=
           width;
  });
}

// The list of who wasn't heard; `listens` where the circle doesn't hear the digits.
void draw_list(Ui& ui, const client::SessionModel& model, const Rect& room, Deeds& deeds,
               bool listens) {
  if (model.not_heard.empty()) {
    ui.paragraph("none", room, model.not_heard_none, {Role::body, Weight::regular, Token::ink2});
    return;
  }
  const auto scroll = ui.scroll("list", room);
  Rect rest = scroll->room();
  const float top = rest.y;
  const std::string group = ui.id("ask");
  const bool with_words = words_fit(ui, model, rest.width);
  std::optional<MemberId> asked;
  for (const std::size_t place : model.not_heard) {
    const client::SessionSeat& seat = model.circle.seats[place];
    const std::string id = seat_id(model, place);
    const DiscSpec disc = disc_of(seat);
    const std::string key = key_of(seat);
    const std::string row_id = "row." + id;
    const std::string ask_id = "ask." + id;
    ButtonSpec ask = ask_button(model, seat, with_words);
    ask.id = ask_id;
    ask.key = key;
    ask.group = group;
    if (listens && seat.key != 0) ask.shortcut = Shortcut::of(static_cast<char32_t>(seat.key));
    ListRowSpec row = other_row(seat, disc);
    row.id = row_id;
    const Size size = button_size(ui, ask);
    row.trailing_width = size.width;
    // Rows have no side of their own in a card.
    row.rect = {rest.x - space::m, rest.y, rest.width + 2 * space::m, 0};
    row.rect.height = list_row_height(ui, row);
    const ListRow drawn = list_row(ui, row);
    ask.rect = drawn.trailing.centred(size);
    ask.rect.y = std::floor(ask.rect.y);
    if (button(ui, ask)) asked = seat.member;
    rest.take_top(row.rect.height);
  }
  scroll->used(rest.y - top);
  if (asked) deeds.ask(*asked);
}

float list_height(const Ui& ui, const client::SessionModel& model, float width) {
  if (model.not_heard.empty()) {
    return ui.paragraph_height(model.not_heard_none, Role::body, Weight::regular, width);
  }
  float height = 0;
  for (const std::size_t place : model.not_heard) {
    const DiscSpec disc = disc_of(model.circle.seats[place]);
    ListRowSpec row = other_row(model.circle.seats[place], disc);
    row.rect.width = width;
    height += list_row_height(ui, row);
  }
  return height;
}

CardSpec others_card(const client::SessionModel& model, const Rect& rect) {
  return {.id = "others_card", .rect = rect, .title = model.not_heard_title, .padding = side};
}

}  // namespace

float others_height(const Ui& ui, const client::SessionModel& model, float width) {
  const CardSpec spec = others_card(model, {0, 0, width, 0});
  return card_around(ui, spec) + list_height(ui, model, width - 2 * side);
}

void draw_others(Ui& ui, const client::SessionModel& model, const Rect& rect, Deeds& deeds) {
  draw_list(ui, model, card(ui, others_card(model, rect)), deeds, false);
}

void draw_others_panel(Ui& ui, const client::SessionModel& model, SessionState& state,
                       Deeds& deeds) {
  constexpr float panel_width = 440;
  const float width = ui.scaled(panel_width) - 2 * space::card_padding;
  Panel panel(ui, {.id = "others",
                   .title = model.not_heard_title,
                   .back = model.hide_word,
                   .width = panel_width,
                   .height = list_height(ui, model, width)});
  draw_list(ui, model, panel.room(), deeds, true);
  if (panel.finish() == Panel::Answer::back) state.panel = SessionState::Panel::none;
}

void draw_more_panel(Ui& ui, const client::SessionModel& model, SessionState& state, Deeds& deeds,
                     const std::vector<Deed>& deeds_in_it) {
  constexpr float panel_width = 340;
  const float gap = space::between_targets;
  const float count = static_cast<float>(deeds_in_it.size());
  Panel panel(ui, {.id = "more",
                   .title = model.more_word,
                   .back = model.hide_word,
                   .width = panel_width,
                   .height = count * (ui.target() + gap) - gap});
  std::optional<Deed> chosen;
  {
    const auto scroll = ui.scroll("list", panel.room());
    Rect rest = scroll->room();
    const float top = rest.y;
    const std::string group = ui.id("deeds");
    for (const Deed deed : deeds_in_it) {
      ButtonSpec spec = deeds.button_of(deed);
      spec.rect = rest.take_top(ui.target(), gap);
      spec.group = group;
      if (button(ui, spec)) chosen = deed;
    }
    scroll->used(rest.y - top - gap);
  }
  if (panel.finish() == Panel::Answer::back) state.panel = SessionState::Panel::none;
  if (chosen) deeds.carry_out(*chosen);
}

float notes_height(const Ui& ui, const client::SessionModel& model, float width) {
  const float inside = width - 2 * narrow_padding;
  float height =
      card_around(
          ui, {.rect = {0, 0, width, 0}, .title = model.notes_title, .padding = narrow_padding}) +
      ui.target() + space::m;
  if (model.notes.empty()) {
    return height + ui.paragraph_height(model.notes_none, Role::body, Weight::regular, inside);
  }
  height += note_rows_height(ui, {.notes = model.notes, .width = inside, .with_about = true});
  return height;
}

void draw_notes(Ui& ui, const client::SessionModel& model, const Rect& rect, Deeds& deeds) {
  Rect room = card(
      ui, {.id = "notes", .rect = rect, .title = model.notes_title, .padding = narrow_padding});
  ButtonSpec write = deeds.button_of(Deed::note);
  const Rect row = room.take_bottom(ui.target(), space::m);
  write.rect = row;
  write.rect.width = std::min(row.width, button_size(ui, write).width);
  {
    const auto scope = ui.scope("notes");
    const auto scroll = ui.scroll("list", room);
    Rect rest = scroll->room();
    const float top = rest.y;
    if (model.notes.empty()) {
      rest.take_top(
          ui.paragraph("none", rest, model.notes_none, {Role::body, Weight::regular, Token::ink2}));
    }
    const NoteRowsSpec rows{.notes = model.notes, .width = rest.width, .with_about = true};
    if (const auto opened = note_rows(ui, rows, {rest.x, rest.y})) deeds.open_note(*opened);
    rest.take_top(note_rows_height(ui, rows));
    scroll->used(rest.y - top);
  }
  if (button(ui, write)) deeds.carry_out(Deed::note);
}

}  // namespace baraza::ui::session_parts
