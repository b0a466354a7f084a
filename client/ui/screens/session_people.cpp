// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <vector>

#include "client/ui/screens/panel.h"
#include "client/ui/screens/session_parts.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"

// Attendance in one line, who wasn't heard yet, the notes of the session.
namespace baraza::ui::session_parts {
namespace {

constexpr float attendance_at_normal = 76;
constexpr float attendance_disc = 34;
constexpr float side = 18;
constexpr float between_discs = space::xs;
constexpr float narrow_padding = 16;

DiscSpec disc_of(const client::AttendanceNote& note) {
  return {.letters = note.letters,
          .seat = note.seat,
          .state = note.here ? DiscState::here : DiscState::not_here,
          .name = note.name,
          .size = attendance_disc};
}

float words_width(const Ui& ui, const client::AttendanceNote& note) {
  return std::ceil(std::max(ui.width_of(note.name, Role::body, Weight::bold),
                            ui.width_of(note.words, Role::note)));
}

void draw_note(Ui& ui, const client::AttendanceNote& note, Rect place) {
  Canvas& canvas = ui.canvas();
  const auto scope = ui.scope("attendance." + std::to_string(note.seat));
  const DiscSpec disc = disc_of(note);
  person_disc(ui, "disc", place.take_left(disc_size(ui, disc), space::s).centre(), disc);
  const float name = canvas.line_height(Role::body);
  const float words = canvas.line_height(Role::note);
  place.y = std::floor(place.centre().y - (name + words) / 2);
  ui.text("name", place.take_top(name), note.name, {Role::body, Weight::bold, Token::ink});
  place.height = words;
  ui.text("words", place, note.words,
          {Role::note, Weight::regular, note.look_here ? Token::warn_ink : Token::ink2});
}

void draw_plus(Ui& ui, std::string_view leaf, Rect& room, std::size_t count) {
  const std::string words = "+" + std::to_string(count);
  const float width = std::ceil(ui.width_of(words, Role::body, Weight::bold));
  if (width > room.width) return;
  ui.text(leaf, room.take_left(width, space::l), words, {Role::body, Weight::bold, Token::ink2});
}

// Those who came, as discs; as many as fit.
void draw_here(Ui& ui, const client::AttendanceLine& line, Rect& room, float width) {
  const DiscSpec like{.size = attendance_disc};
  const float disc = disc_size(ui, like);
  const float plus = std::ceil(ui.width_of("+99", Role::body, Weight::bold)) + between_discs;
  const auto fitting = [&](float in) {
    return static_cast<std::size_t>(std::max(0.0F, (in + between_discs) / (disc + between_discs)));
  };
  std::size_t shown = std::min(line.here.size(), fitting(width));
  if (shown < line.here.size()) shown = std::min(shown, fitting(width - plus));
  for (std::size_t i = 0; i < shown; ++i) {
    const client::PersonChoice& each = line.here[i];
    person_disc(
        ui, "here." + std::to_string(each.seat), room.take_left(disc, between_discs).centre(),
        {.letters = each.letters, .seat = each.seat, .name = each.name, .size = attendance_disc});
  }
  if (shown < line.here.size()) draw_plus(ui, "here_more", room, line.here.size() - shown);
  room.take_left(space::m - between_discs);
}

ListRowSpec other_row(const client::SessionSeat& seat, const DiscSpec& disc) {
  ListRowSpec row;
  row.disc = &disc;
  row.name = seat.name;
  row.note = seat.mark;
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

// Whom a note is about and who wrote it: beside each other, or below each other.
float head_of_note(const Ui& ui, const client::NoteRow& note, float width) {
  const float line = ui.canvas().line_height(Role::note);
  const float wanted = ui.width_of(note.about, Role::note, Weight::bold) + space::m +
                       ui.width_of(note.by, Role::note);
  return wanted <= width ? line : 2 * line;
}

CardSpec others_card(const client::SessionModel& model, const Rect& rect) {
  return {.id = "others_card", .rect = rect, .title = model.not_heard_title, .padding = side};
}

}  // namespace

float attendance_height(const Ui& ui) {
  const Canvas& canvas = ui.canvas();
  return std::max(attendance_at_normal,
                  canvas.line_height(Role::body) + canvas.line_height(Role::note) + 2 * space::m);
}

void draw_attendance(Ui& ui, const client::SessionModel& model, const Rect& rect, Deeds& deeds) {
  Canvas& canvas = ui.canvas();
  const client::AttendanceLine& line = model.attendance;
  card(ui, {.id = "attendance_card", .rect = rect});
  Rect room = rect.inset(side, 0);
  ButtonSpec change = deeds.button_of(Deed::attendance);
  change.text = line.change_word;
  const Size size = button_size(ui, change);
  Rect end = room.take_right(std::min(size.width, room.width), space::m);
  change.rect = {end.x, std::floor(rect.centre().y - size.height / 2), end.width, size.height};

  const float count = std::ceil(ui.width_of(line.count, Role::body, Weight::bold));
  ui.text("attendance_count", room.take_left(std::min(count, room.width), space::m), line.count,
          {Role::body, Weight::bold, Token::ink});
  // From the right: who isn't marked, then those with something to say, then who just came.
  const float unmarked = std::ceil(ui.width_of(line.unmarked, Role::note));
  if (!line.unmarked.empty() && unmarked < room.width) {
    ui.text("unmarked", room.take_right(unmarked, space::l), line.unmarked,
            {Role::note, Weight::regular, Token::ink2});
  }
  const float plus = std::ceil(ui.width_of("+99", Role::body, Weight::bold)) + space::l;
  const float rule = line.here.empty() || line.others.empty() ? 0 : 2 * space::m;
  const float least_here = line.here.empty() ? 0 : 3 * (ui.scaled(attendance_disc) + between_discs);
  float used = 0;
  std::vector<float> widths;
  for (std::size_t i = 0; i < line.others.size(); ++i) {
    const DiscSpec disc = disc_of(line.others[i]);
    const float width = disc_size(ui, disc) + space::s + words_width(ui, line.others[i]) + space::l;
    const bool last = i + 1 == line.others.size();
    if (used + width + (last ? 0 : plus) > room.width - rule - least_here) break;
    used += width;
    widths.push_back(width);
  }
  const std::size_t hidden = line.others.size() - widths.size();
  if (!line.here.empty()) {
    // Nothing stands behind the last of the others.
    const float taken = used - (widths.empty() || hidden > 0 ? 0 : space::l);
    draw_here(ui, line, room, room.width - taken - rule - (hidden > 0 ? plus : 0));
    if (rule > 0 && room.width > 0) {
      canvas.fill({room.x, std::floor(rect.centre().y) - space::l - space::xs, canvas.line_width(),
                   2 * (space::l + space::xs)},
                  Token::line);
      room.take_left(space::m);
    }
  }
  for (std::size_t i = 0; i < widths.size(); ++i) {
    draw_note(ui, line.others[i], room.take_left(widths[i] - space::l, space::l));
  }
  if (hidden > 0) draw_plus(ui, "others_more", room, hidden);
  if (button(ui, change)) deeds.carry_out(Deed::attendance);
}

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
  for (const client::NoteRow& note : model.notes) {
    height += head_of_note(ui, note, inside) + space::m +
              ui.paragraph_height(note.text, Role::body, Weight::regular, inside);
  }
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
    for (const client::NoteRow& note : model.notes) {
      const auto each = ui.scope(to_hex(note.note));
      const float line = ui.canvas().line_height(Role::note);
      Rect head = rest.take_top(head_of_note(ui, note, rest.width));
      const bool one_line = head.height <= line;
      ui.text("about", {head.x, head.y, head.width, line}, note.about,
              {Role::note, Weight::bold, Token::ink});
      ui.text("by", head.take_bottom(line), note.by, {Role::note, Weight::regular, Token::ink2},
              one_line ? Align::right : Align::left);
      rest.take_top(ui.paragraph("text", rest, note.text, {}), space::m);
    }
    scroll->used(rest.y - top);
  }
  if (button(ui, write)) deeds.carry_out(Deed::note);
}

}  // namespace baraza::ui::session_parts
