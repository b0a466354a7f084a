// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/consent_screen.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/ui/widgets/card.h"
#include "client/ui/widgets/choice.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {
namespace {

using client::ConsentLine;
using client::ConsentModel;

constexpr float page_most = 900;

void answer(const ConsentModel& model, const ConsentLine& line, bool given,
            const ConsentState& state, Requests& requests) {
  client::SetConsent set;
  set.group = model.group;
  set.value.key = {model.member, line.purpose};
  set.value.given = given;
  set.value.how = state.how;
  set.value.date = model.today;
  set.settles = line.disputed;
  request::Act act;
  act.intents.emplace_back(set);
  if (line.holds && !line.disputed) {
    set.settles = false;
    set.value.given = *line.holds;
    act.undo.emplace_back(set);
  }
  act.done = model.done;
  requests.emplace_back(std::move(act));
}

ChoiceSpec answers(const std::string& id, const ConsentModel& model, const ConsentLine& line,
                   std::span<const std::string_view> parts) {
  ChoiceSpec out{.id = id, .label = line.name, .parts = parts};
  if (line.holds) out.chosen = *line.holds ? 0U : 1U;
  out.enabled = model.read_only.empty();
  out.why_not = model.read_only;
  return out;
}

void draw_how(Ui& ui, const ConsentModel& model, Rect& room, ConsentState& state) {
  ui.text("how_title", room.take_top(ui.canvas().line_height(Role::note), space::xs),
          model.how_title, {Role::note, Weight::bold, Token::ink2});
  const std::vector<std::string_view> parts(model.hows.begin(), model.hows.end());
  ChoiceSpec spec{.id = "how", .label = model.how_title, .parts = parts};
  spec.chosen = static_cast<std::size_t>(state.how) - 1;
  const Size size = choice_size(ui, spec);
  const Rect place = room.take_top(size.height, space::l);
  spec.rect = {place.x, place.y, std::min(size.width, room.width), size.height};
  if (const auto how = choice(ui, spec)) state.how = static_cast<model::ConsentHow>(*how + 1);
}

void draw_lines(Ui& ui, const ConsentModel& model, Rect& room, const ConsentState& state,
                Requests& requests) {
  CardSpec spec{.id = "lines", .rect = {room.x, room.y, room.width, 0}};
  const float inside = room.width - 2 * spec.padding;
  const std::array<std::string_view, 2> parts{model.yes_word, model.no_word};
  const Size size = choice_size(ui, answers("", model, model.lines.front(), parts));
  const float words = inside - size.width - space::l;
  const auto row_height = [&](const ConsentLine& line) {
    return std::max(size.height,
                    ui.paragraph_height(line.name, Role::body, Weight::bold, words) +
                        ui.paragraph_height(line.note, Role::note, Weight::regular, words)) +
           space::m;
  };
  spec.rect.height = card_around(ui, spec);
  for (const ConsentLine& line : model.lines) spec.rect.height += row_height(line);
  Rect rest = card(ui, spec);
  room.take_top(spec.rect.height, space::card_gap);
  for (const ConsentLine& line : model.lines) {
    const std::string id = std::to_string(static_cast<int>(line.purpose));
    Rect row = rest.take_top(row_height(line));
    const Rect right = row.take_right(size.width, space::l);
    ChoiceSpec asked = answers(id, model, line, parts);
    asked.rect = {right.x, right.y, size.width, size.height};
    if (const auto pressed = choice(ui, asked)) {
      answer(model, line, *pressed == 0, state, requests);
    }
    row.take_top(
        ui.paragraph(id + ".name", row, line.name, {Role::body, Weight::bold, Token::ink}));
    ui.paragraph(id + ".note", row, line.note,
                 {Role::note, Weight::regular, line.disputed ? Token::warn_ink : Token::ink2});
  }
}

}  // namespace

TopBarModel consent_top_bar(const ConsentModel& model) {
  TopBarModel out;
  out.title = model.title;
  out.note = model.note;
  out.help = model.help;
  return out;
}

void draw_consent(Ui& ui, const ShellFrame& frame, const ConsentModel& model, ConsentState& state,
                  Requests& requests) {
  const auto scope = ui.scope("consent");
  const auto scroll = ui.scroll("room", frame.content.grown(space::xs));
  Rect room = scroll->room().inset(space::xs);
  const float top = scroll->room().y;
  if (!model.none.empty()) {
    empty_state(ui, {.id = "none", .rect = room, .text = model.none});
    return;
  }
  room.width = std::min(room.width, ui.scaled(page_most));
  room.take_top(
      ui.paragraph("purpose", room, model.purpose, {Role::lead, Weight::regular, Token::ink}),
      space::l);
  if (model.read_only.empty()) {
    draw_how(ui, model, room, state);
  } else {
    room.take_top(ui.paragraph("read_only", room, model.read_only,
                               {Role::note, Weight::regular, Token::ink2}),
                  space::m);
  }
  draw_lines(ui, model, room, state, requests);
  scroll->used(room.y - top + space::xs);
  // On how it is given: an answer is never pressed by a stray Enter.
  ui.first_focus(ui.id("how.0"));
}

}  // namespace baraza::ui
