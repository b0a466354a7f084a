// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/alarm_screen.h"

#include <algorithm>
#include <cmath>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/parts.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {
namespace {

using client::AlarmModel;
using client::AlarmStep;

constexpr float banner_padding = 20;
constexpr float least_step = 190;
constexpr float call_gap = space::l;

// "Josephine Wekesa, 555 0117": to be read and dialled by hand, so no button.
float draw_call(Ui& ui, const AlarmModel& model, const Rect& room, Token ink, Token frame) {
  Rect rest = room;
  for (std::size_t i = 0; i < model.call.size(); ++i) {
    const client::CallWords& call = model.call[i];
    const std::string words = call.name + ", " + (call.phone.empty() ? model.no_phone : call.phone);
    const float icon = ui.canvas().icon_width(IconSize::plain) + space::s;
    const float height =
        ui.paragraph_height(words, Role::body, Weight::bold, rest.width - 2 * space::l - icon) +
        2 * space::m;
    const Rect box = rest.take_top(height, space::s);
    ui.canvas().border(box, frame, space::button_radius);
    Rect inside = box.inset(space::l, space::m);
    const Rect mark = inside.take_left(icon - space::s, space::s);
    ui.canvas().icon(mark.centre(), icon::call, {IconSize::plain, ink});
    ui.paragraph("call." + std::to_string(i), inside, words, {Role::body, Weight::bold, ink});
  }
  return rest.y - room.y;
}

float call_width(const Ui& ui, const AlarmModel& model) {
  float out = 0;
  for (const client::CallWords& call : model.call) {
    const std::string words = call.name + ", " + (call.phone.empty() ? model.no_phone : call.phone);
    out = std::max(out, ui.width_of(words, Role::body, Weight::bold));
  }
  if (out <= 0) return 0;
  return std::ceil(out) + 2 * space::l + ui.canvas().icon_width(IconSize::plain) + space::s + 1;
}

float call_height(const Ui& ui, const AlarmModel& model, float width) {
  float height = 0;
  const float room = width - 2 * space::l - ui.canvas().icon_width(IconSize::plain) - space::s;
  for (const client::CallWords& call : model.call) {
    const std::string words = call.name + ", " + (call.phone.empty() ? model.no_phone : call.phone);
    height += ui.paragraph_height(words, Role::body, Weight::bold, room) + 2 * space::m + space::s;
  }
  return height;
}

// In full: whether it was seen, what to do, whom to call.
float draw_banner(Ui& ui, const AlarmModel& model, const Rect& room) {
  const Tone tone = model.seen ? Tone::soft : Tone::risk;
  const ToneColours colours = colours_of(tone);
  const float icon = ui.canvas().icon_width(IconSize::huge) + space::l;
  const float inside = room.width - 2 * banner_padding;
  const float calls = call_width(ui, model);
  const bool beside = calls > 0 && inside - icon - calls - call_gap >= calls;
  const float words = inside - icon - (beside ? calls + call_gap : 0);
  const float text = ui.paragraph_height(model.banner, Role::head, Weight::bold, words) +
                     ui.paragraph_height(model.banner_note, Role::body, Weight::regular, words);
  const float call_room = beside ? calls : inside;
  const float below = calls > 0 ? call_height(ui, model, call_room) : 0;
  const float height =
      2 * space::l + (beside ? std::max(text, below) : text + below + (below > 0 ? space::m : 0));
  const Rect rect{room.x, room.y, room.width, height};
  ui.canvas().fill(rect, colours.fill, space::banner_radius);
  ui.note_area("banner", rect, model.banner);
  Rect rest = rect.inset(banner_padding, space::l);
  Rect line = rest;
  if (beside) {
    const Rect right = line.take_right(calls, call_gap);
    draw_call(ui, model, right, colours.ink, colours.ink);
  } else {
    line.height = text;
  }
  const Rect mark = line.take_left(icon - space::l, space::l);
  ui.canvas().icon(mark.centre(), model.seen ? icon::visibility : icon::visibility_off,
                   {IconSize::huge, colours.ink});
  line.y = std::floor(line.centre().y - text / 2);
  line.height = text + 1;  // whole lines, whatever the division above left
  line.take_top(
      ui.paragraph("banner.text", line, model.banner, {Role::head, Weight::bold, colours.ink}));
  ui.paragraph("banner.note", line, model.banner_note, {Role::body, Weight::regular, colours.ink});
  if (!beside && below > 0) {
    draw_call(ui, model, {rest.x, rest.y + text + space::m, inside, below}, colours.ink,
              colours.ink);
  }
  return height;
}

void draw_step(Ui& ui, const AlarmStep& step, std::size_t number, Rect room) {
  const float icon = ui.canvas().icon_width(IconSize::large);
  const Rect mark = room.take_left(icon, space::m);
  switch (step.state) {
    case AlarmStep::State::done:
      ui.canvas().icon(mark.centre(), icon::check_circle, {IconSize::large, Token::accent});
      break;
    case AlarmStep::State::waiting:
      ui.canvas().icon(mark.centre(), icon::hourglass_empty, {IconSize::large, Token::warn_mark});
      break;
    case AlarmStep::State::not_yet:
      ui.canvas().icon(mark.centre(), icon::radio_button_unchecked, {IconSize::large, Token::edge});
      break;
  }
  parts::TwoLines lines;
  lines.first = step.first;
  lines.second = step.second;
  lines.most_second_lines = 2;
  parts::two_lines(ui, "step." + std::to_string(number), room, lines);
}

// The four places, in a row or below each other.
float draw_steps(Ui& ui, const AlarmModel& model, const Rect& room) {
  if (model.steps.empty()) return 0;
  const auto count = static_cast<float>(model.steps.size());
  const float inside = room.width - 2 * space::card_padding;
  // In a row where each has its words whole.
  float widest = 0;
  for (const AlarmStep& step : model.steps) {
    widest = std::max(widest, ui.width_of(step.first, Role::body, Weight::bold));
  }
  widest = std::max(widest + ui.canvas().icon_width(IconSize::large) + space::m + 1,
                    ui.scaled(least_step) - space::xl);
  const bool in_row = (inside - (count - 1) * space::xl) / count >= widest;
  const float one = ui.canvas().line_height(Role::body) + 2 * ui.canvas().line_height(Role::note);
  const float height = 2 * space::m + (in_row ? one : count * (one + space::xs) - space::xs);
  Rect rect =
      card(ui, {.id = "steps", .rect = {room.x, room.y, room.width, height}, .padding = space::m});
  rect = rect.inset(space::s, 0);
  const float width = std::floor((rect.width - (count - 1) * space::xl) / count);
  for (std::size_t i = 0; i < model.steps.size(); ++i) {
    if (!in_row) {
      draw_step(ui, model.steps[i], i, rect.take_top(one, space::xs));
      continue;
    }
    draw_step(ui, model.steps[i], i, rect.take_left(width, space::xl));
    if (i + 1 < model.steps.size()) {
      ui.canvas().icon({rect.x - space::l, rect.centre().y}, icon::chevron_right,
                       {IconSize::large, Token::edge});
    }
  }
  return height;
}

float draw_pieces(Ui& ui, const AlarmModel& model, const Rect& room) {
  CardSpec spec{
      .id = "pieces", .rect = {room.x, room.y, room.width, 0}, .title = model.pieces_title};
  const float inside = room.width - 2 * spec.padding;
  const Tone tone = Tone::risk_soft;
  const auto row_of = [&](const client::AlarmPiece& piece, std::string_view id) {
    return ListRowSpec{.id = id,
                       .rect = {0, 0, inside + 2 * space::m, 0},
                       .icon = piece.now ? icon::warning : icon::favorite,
                       .icon_disc = &tone,
                       .name = piece.first,
                       .note = piece.second,
                       .most_note_lines = 3,
                       .pressable = false};
  };
  const auto seen_height = [&](const client::AlarmPiece& piece) {
    return ui.paragraph_height(piece.seen, Role::note, Weight::regular, inside) + space::s;
  };
  float height = card_around(ui, spec);
  for (const client::AlarmPiece& piece : model.pieces) {
    height += list_row_height(ui, row_of(piece, {})) + seen_height(piece) + space::s;
  }
  spec.rect.height = height;
  Rect rect = card(ui, spec);
  for (std::size_t i = 0; i < model.pieces.size(); ++i) {
    const client::AlarmPiece& piece = model.pieces[i];
    const std::string id = "piece." + std::to_string(i);
    ListRowSpec row = row_of(piece, id);
    const Rect place = rect.take_top(list_row_height(ui, row));
    row.rect = {place.x - space::m, place.y, place.width + 2 * space::m, place.height};
    list_row(ui, row);
    ui.paragraph(id + ".seen", rect.take_top(seen_height(piece), space::s), piece.seen,
                 {Role::note, piece.is_seen ? Weight::regular : Weight::bold,
                  piece.is_seen ? Token::ink2 : Token::risk_soft_ink});
  }
  return spec.rect.height;
}

float draw_next(Ui& ui, const AlarmModel& model, const Rect& room) {
  if (model.next.empty()) return 0;
  CardSpec spec{.id = "next", .rect = {room.x, room.y, room.width, 0}, .title = model.next_title};
  const float inside = room.width - 2 * spec.padding;
  const auto line_of = [&](std::size_t i, std::string_view id, const Rect& rect) {
    return IconLineSpec{.id = id, .rect = rect, .icon = icon::chevron_right, .text = model.next[i]};
  };
  float height = card_around(ui, spec);
  for (std::size_t i = 0; i < model.next.size(); ++i) {
    height += icon_line_height(ui, line_of(i, {}, {0, 0, inside, 0})) + space::s;
  }
  spec.rect.height = height - space::s;
  Rect rect = card(ui, spec);
  for (std::size_t i = 0; i < model.next.size(); ++i) {
    const std::string id = "next." + std::to_string(i);
    IconLineSpec line = line_of(i, id, rect);
    line.rect = rect.take_top(icon_line_height(ui, line), space::s);
    icon_line(ui, line);
  }
  return spec.rect.height;
}

// What a supervisor can say to it.
float draw_answers(Ui& ui, const AlarmModel& model, const Rect& room, AlarmState& state,
                   Requests& requests) {
  if (model.see_word.empty() && model.resolve_word.empty()) return 0;
  std::vector<ButtonSpec> buttons;
  if (!model.see_word.empty()) {
    buttons.push_back(
        {.id = "see", .text = model.see_word, .kind = ButtonKind::risk, .icon = icon::visibility});
  }
  if (!model.resolve_word.empty()) {
    buttons.push_back({.id = "resolve", .text = model.resolve_word, .icon = icon::check});
  }
  CardSpec spec{.id = "answers", .rect = {room.x, room.y, room.width, 0}};
  const float inside = room.width - 2 * spec.padding;
  const float note =
      model.see_note.empty()
          ? 0
          : ui.paragraph_height(model.see_note, Role::note, Weight::regular, inside) + space::m;
  spec.rect.height = card_around(ui, spec) + note + row_of_buttons_height(ui, buttons, inside);
  Rect rect = card(ui, spec);
  if (note > 0) {
    ui.paragraph("see.note", rect.take_top(note), model.see_note,
                 {Role::note, Weight::regular, Token::ink2});
  }
  if (const auto pressed = row_of_buttons(ui, buttons, rect)) {
    if (buttons[*pressed].id == "resolve") {
      state.resolving = true;
    } else {
      request::Act act;
      act.intents = {client::AcknowledgeAlarm{model.group, model.member, model.to_see}};
      act.done = model.see_done;
      requests.push_back(std::move(act));
    }
  }
  return spec.rect.height;
}

void draw_resolving(Ui& ui, const AlarmModel& model, AlarmState& state, Requests& requests) {
  if (!state.resolving) return;
  const DialogAnswer answer = dialog(ui, {.id = "resolve",
                                          .question = model.resolve_question,
                                          .text = model.resolve_text,
                                          .back = model.go_back_word,
                                          .verb = model.resolve_verb,
                                          .loses = true});
  if (answer == DialogAnswer::none) return;
  state.resolving = false;
  if (answer != DialogAnswer::verb) return;
  request::Act act;
  act.intents = {client::ResolveRisk{model.group, model.member, model.evidence}};
  act.done = model.resolve_done;
  requests.push_back(std::move(act));
}

void raise(const AlarmModel& model, AlarmState& state) {
  state.worry = {};
  state.worry.open = true;
  state.worry.member = model.member;
}

}  // namespace

TopBarModel alarm_top_bar(const AlarmModel& model) {
  TopBarModel out;
  out.title = model.title;
  out.note = model.note;
  out.back = model.note;
  out.help = model.help;
  if (model.may_raise) {
    out.actions.push_back({.id = "worried",
                           .text = model.worried_word,
                           .icon = icon::favorite_border,
                           .shortcut = Shortcut::of(U'W'),
                           .worried = true,
                           .why_not = {}});
  }
  return out;
}

void draw_alarm(Ui& ui, const ShellFrame& frame, const AlarmModel& model, AlarmState& state,
                Requests& requests) {
  if (frame.action == "worried") raise(model, state);
  const auto scope = ui.scope("alarm");
  {
    const auto scroll = ui.scroll("room", frame.content.grown(space::xs));
    Rect room = scroll->room().inset(space::xs);
    const float top = scroll->room().y;
    if (!model.open) {
      room.take_top(std::floor(frame.content.height / 6));
      const EmptySpec empty{
          .id = "empty", .rect = room, .text = model.none, .note = model.none_note};
      empty_state(ui, empty);
      room.take_top(empty_height(ui, empty));
    } else {
      room.take_top(draw_banner(ui, model, room), space::m);
      room.take_top(draw_steps(ui, model, room), space::m);
      const bool wide = ui.layout() == Layout::wide && !model.next.empty();
      if (wide) {
        Rect left = room;
        const Rect right = left.take_right(std::floor(room.width * 0.42F), space::card_gap);
        Rect column = left;
        column.take_top(draw_pieces(ui, model, column), space::m);
        const float answers = draw_answers(ui, model, column, state, requests);
        const float next = draw_next(ui, model, right);
        room.take_top(std::max(column.y + answers - left.y, next));
      } else {
        room.take_top(draw_pieces(ui, model, room), space::m);
        room.take_top(draw_answers(ui, model, room, state, requests), space::m);
        room.take_top(draw_next(ui, model, room));
      }
    }
    room.take_top(space::m);
    ButtonSpec page{.id = "member", .text = model.member_word, .icon = icon::person_outline};
    const Size size = button_size(ui, page);
    page.rect = room.take_top(size.height);
    page.rect.width = std::min(size.width, page.rect.width);
    if (button(ui, page)) {
      if (model.list) {
        const PersonId person = model::person_on_list(model.member);
        requests.push_back(request::Go{place::IntakePerson{*model.list, person}});
      } else {
        requests.push_back(request::Go{place::Member{model.group, model.member}});
      }
    }
    scroll->used(room.y - top + space::xs);
    // Not what stands at the end: that would scroll the banner out of sight.
    ui.first_focus("top.back");
  }
  draw_resolving(ui, model, state, requests);
  draw_worry_panel(ui, model.worry, state.worry, requests);
}

}  // namespace baraza::ui
