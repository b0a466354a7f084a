// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/intake_person_screen.h"

#include <algorithm>
#include <array>

#include "client/ui/screens/page.h"
#include "client/ui/screens/panel.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/list_row.h"

namespace baraza::ui {
namespace {

using client::DecisionChoice;
using client::IntakePersonModel;
using model::Suitability;

constexpr int reason_lines = 2;
constexpr float decision_width = 600;

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\n") == std::string::npos;
}

// --- what was asked -------------------------------------------------------------------------

void draw_asked(Ui& ui, const IntakePersonModel& model, Rect& room, Requests& requests) {
  CardStack stack(ui, room, {.id = "asked", .title = model.asked_title});
  std::vector<std::string> ids;
  ids.reserve(model.asked.size() * 4);
  const auto named = [&](std::string id) -> const std::string& {
    return ids.emplace_back(std::move(id));
  };
  for (const auto& line : model.asked) {
    stack.paragraph(named("asked." + line.id), line.title, {Role::body, Weight::bold, Token::ink},
                    0);
    stack.paragraph(named("asked." + line.id + ".outcome"), line.outcome, {}, 0);
    stack.paragraph(named("asked." + line.id + ".warning"), line.warning,
                    {Role::body, Weight::bold, Token::warn_ink}, 0);
    stack.paragraph(named("asked." + line.id + ".by"), line.by,
                    {Role::note, Weight::regular, Token::ink2}, space::m);
    if (line.by.empty()) stack.add(0, space::s, [](const Rect&) {});
  }
  stack.paragraph("says", model.says, {Role::lead, Weight::bold, Token::ink}, 0);
  stack.paragraph("says_note", model.says_note, {Role::note, Weight::regular, Token::ink2},
                  space::m);
  std::vector<ButtonSpec> buttons;
  const bool writes = model.read_only.empty();
  if (!model.ask_word.empty()) {
    buttons.push_back({.id = "ask",
                       .text = model.ask_word,
                       .kind = ButtonKind::primary,
                       .icon = icon::assignment_turned_in,
                       .shortcut = Shortcut::of(U'Q')});
  }
  if (!model.paper_word.empty()) {
    buttons.push_back({.id = "paper",
                       .text = model.paper_word,
                       .icon = icon::content_copy,
                       .shortcut = Shortcut::of(U'C'),
                       .enabled = writes,
                       .why_not = model.read_only});
  }
  stack.add(row_of_buttons_height(ui, buttons, stack.width()), 0, [&](const Rect& rect) {
    if (const auto pressed = row_of_buttons(ui, buttons, rect)) {
      const bool paper = buttons[*pressed].id == "paper";
      requests.emplace_back(request::Go{place::Screening{model.site, model.person, paper}});
    }
  });
  stack.finish();
}

// --- what was decided -----------------------------------------------------------------------

void decide(const IntakePersonModel& model, Suitability suitability, const IntakePersonState& state,
            Requests& requests) {
  const auto choice =
      std::find_if(model.choices.begin(), model.choices.end(),
                   [&](const auto& each) { return each.suitability == suitability; });
  client::DecideSuitability intent;
  intent.site = model.site;
  intent.settles = model.disputed;
  intent.value.person = model.person;
  intent.value.suitability = suitability;
  intent.value.refer.assign(state.refer.begin(), state.refer.end());
  intent.value.overrides = choice != model.choices.end() && choice->overrides;
  intent.value.reason = state.reason;
  request::Act act;
  act.intents.emplace_back(intent);
  if (model.holds && !model.disputed) {
    act.undo.emplace_back(client::DecideSuitability{model.site, *model.holds, false});
  }
  act.done = model.save_done;
  requests.emplace_back(std::move(act));
}

void press(const IntakePersonModel& model, const DecisionChoice& choice, IntakePersonState& state,
           Requests& requests) {
  state.refer.clear();
  state.reason.clear();
  if (choice.overrides || choice.suitability == Suitability::refer_first) {
    state.deciding = choice.suitability;
    if (model.holds && model.holds->suitability == choice.suitability) {
      state.refer.insert(model.holds->refer.begin(), model.holds->refer.end());
      state.reason = model.holds->reason;
    }
    return;
  }
  decide(model, choice.suitability, state, requests);
}

constexpr std::array<char32_t, 4> decision_keys = {U'J', U'F', U'O', U'D'};

void draw_decided(Ui& ui, const IntakePersonModel& model, Rect& room, IntakePersonState& state,
                  Requests& requests) {
  CardStack stack(ui, room, {.id = "decided", .title = model.decided_title});
  stack.paragraph("holds", model.decided,
                  {Role::lead, Weight::bold, model.disputed ? Token::warn_ink : Token::ink}, 0);
  stack.paragraph("holds.note", model.decided_note, {Role::note, Weight::regular, Token::ink2},
                  space::m);
  if (model.decided_note.empty()) stack.add(0, space::m, [](const Rect&) {});
  std::vector<std::string> ids;
  std::vector<ButtonSpec> buttons;
  ids.reserve(model.choices.size());
  const bool writes = model.read_only.empty();
  for (std::size_t i = 0; i < model.choices.size(); ++i) {
    const DecisionChoice& choice = model.choices[i];
    const bool holds = model.holds && model.holds->suitability == choice.suitability;
    ids.push_back("decide." + std::to_string(i));
    buttons.push_back({.id = ids.back(),
                       .text = choice.words,
                       .icon = holds ? icon::check : nullptr,
                       .shortcut = Shortcut::of(decision_keys[i]),
                       .enabled = writes,
                       .why_not = model.read_only});
  }
  stack.add(row_of_buttons_height(ui, buttons, stack.width()), 0, [&](const Rect& rect) {
    if (const auto pressed = row_of_buttons(ui, buttons, rect)) {
      press(model, model.choices[*pressed], state, requests);
    }
  });
  stack.finish();
}

// Which help is needed first, or why somebody joins against the rule.
void draw_deciding(Ui& ui, const IntakePersonModel& model, IntakePersonState& state,
                   Requests& requests) {
  if (!state.deciding) return;
  const bool refers = *state.deciding == Suitability::refer_first;
  const bool ready = refers ? !state.refer.empty() : !is_blank(state.reason);
  const auto choice =
      std::find_if(model.choices.begin(), model.choices.end(),
                   [&](const auto& each) { return each.suitability == *state.deciding; });
  const float inside = ui.scaled(decision_width) - 3 * space::card_padding;
  float height = ui.canvas().line_height(Role::note) + text_field_height(ui, reason_lines) +
                 space::m + 4 * space::xs;
  for (const auto& [reason, words] : model.reasons) {
    if (!refers) break;
    height += check_row_height(ui, {.rect = {0, 0, inside, 0}, .text = words});
  }
  if (!refers) {
    height += ui.paragraph_height(model.override_note, Role::body, Weight::regular, inside);
  }
  Panel panel(ui, {.id = "decision",
                   .title = refers ? model.reasons_title : choice->words,
                   .back = model.back_word,
                   .width = decision_width,
                   .height = height,
                   .action = model.save_word,
                   .action_enabled = ready,
                   .action_not = refers ? model.reasons_not : model.reason_not,
                   .action_shortcut = Shortcut::with_ctrl(Key::enter)});
  {
    const auto scroll = ui.scroll("room", panel.room());
    Rect room = scroll->room().inset(space::xs, 0);
    const float top = room.y;
    if (refers) {
      const std::string group = ui.id("reasons");
      for (const auto& [reason, words] : model.reasons) {
        const std::string id = "reason." + std::to_string(static_cast<int>(reason));
        CheckRowSpec row{.id = id,
                         .rect = {room.x, room.y, room.width, 0},
                         .text = words,
                         .checked = state.refer.contains(reason),
                         .group = group};
        row.rect = room.take_top(check_row_height(ui, row));
        if (!check_row(ui, row)) continue;
        if (row.checked) {
          state.refer.erase(reason);
        } else {
          state.refer.insert(reason);
        }
      }
      room.take_top(space::m);
    } else {
      room.take_top(ui.paragraph("note", room, model.override_note, {}), space::m);
    }
    ui.text("label", room.take_top(ui.canvas().line_height(Role::note), space::xs),
            model.reason_label, {Role::note, Weight::bold, Token::ink2});
    text_field(ui,
               {.id = "words",
                .rect = room.take_top(text_field_height(ui, reason_lines)),
                .label = model.reason_label,
                .kind = TextFieldKind::lines,
                .hint = model.reason_hint},
               state.reason, state.reason_field);
    scroll->used(room.y - top + space::xs);
  }
  ui.first_focus(ui.id(refers ? "reason.1" : "words"));
  const Panel::Answer answer = panel.finish();
  if (answer == Panel::Answer::none) return;
  if (answer == Panel::Answer::action) decide(model, *state.deciding, state, requests);
  state.deciding.reset();
}

// --- a seat ---------------------------------------------------------------------------------

void draw_seat(Ui& ui, const IntakePersonModel& model, Rect& room, Requests& requests) {
  const bool waits = model.holds && model.holds->suitability == Suitability::joins;
  if (model.seated.empty() && !waits) return;
  CardStack stack(ui, room, {.id = "seat", .title = model.seat_title});
  const std::string group = ui.id("seats");
  if (!model.seated.empty()) {
    const auto row = [&](const Rect& rect) {
      return ListRowSpec{.id = "seated",
                         .rect = rect,
                         .icon = icon::groups,
                         .name = model.seated,
                         .note = model.seated_word};
    };
    stack.add(list_row_height(ui, row({0, 0, stack.width(), 0})), 0, [&, row](const Rect& rect) {
      if (list_row(ui, row(rect)).activated && model.seated_group) {
        requests.emplace_back(request::Go{place::Member{*model.seated_group, model.seated_member}});
      }
    });
  } else if (model.seats.empty()) {
    stack.paragraph("seats_none", model.seats_none, {});
  }
  for (std::size_t i = 0; i < model.seats.size() && model.seated.empty(); ++i) {
    const auto& seat = model.seats[i];
    const std::string id = "seat." + std::to_string(i);
    const auto row = [&model, &seat, group](const Rect& rect, const std::string& leaf) {
      const bool free = seat.not_now.empty() && model.read_only.empty();
      return ListRowSpec{.id = leaf,
                         .rect = rect,
                         .icon = icon::event_available,
                         .name = seat.name,
                         .note = seat.note,
                         .enabled = free,
                         .why_not = model.read_only.empty() ? seat.not_now : model.read_only,
                         .group = group};
    };
    stack.add(list_row_height(ui, row({0, 0, stack.width(), 0}, id)), 0,
              [&ui, &model, &seat, &requests, row, id](const Rect& rect) {
                if (!list_row(ui, row(rect, id)).activated) return;
                client::AddMember add;
                add.group = seat.group;
                add.person = model.person;
                add.from = model.today;
                request::Act act;
                act.intents.emplace_back(std::move(add));
                act.done = model.seat_done;
                requests.emplace_back(std::move(act));
              });
  }
  stack.finish();
}

void draw_same(Ui& ui, const IntakePersonModel& model, Rect& room, Requests& requests) {
  if (model.same.empty()) return;
  CardStack stack(ui, room, {.id = "same_card", .title = model.same_title});
  for (std::size_t i = 0; i < model.same.size(); ++i) {
    const std::string id = "same." + std::to_string(i);
    const auto& [person, words] = model.same[i];
    stack.add(ui.target(), space::s,
              [&ui, &model, &requests, id, &person = person, &words = words](const Rect& rect) {
                Rect row = rect;
                ButtonSpec apart{.id = id,
                                 .text = model.apart_word,
                                 .enabled = model.read_only.empty(),
                                 .why_not = model.read_only,
                                 .tight = true};
                const Size size = button_size(ui, apart);
                apart.rect = row.take_right(size.width, space::m);
                apart.rect.height = size.height;
                ui.text(id + ".words", row, words, {});
                if (!button(ui, apart)) return;
                client::JoinPersons join{model.site, {person, PersonId{}, {}}, true};
                request::Act act;
                act.intents.emplace_back(join);
                join.value.same_as = model.person;
                act.undo.emplace_back(join);
                act.done = model.apart_done;
                requests.emplace_back(std::move(act));
              });
  }
  stack.finish();
}

void draw_history(Ui& ui, const IntakePersonModel& model, Rect& room) {
  if (model.history.size() < 2 && !model.disputed) return;
  CardStack stack(ui, room, {.id = "history", .title = model.history_title});
  std::vector<std::string> ids;
  ids.reserve(model.history.size());
  for (std::size_t i = 0; i < model.history.size(); ++i) {
    ids.push_back("history." + std::to_string(i));
    stack.paragraph(ids.back(), model.history[i], {});
  }
  stack.finish();
}

void draw_risk(Ui& ui, const IntakePersonModel& model, Rect& room, Requests& requests) {
  // Unseen, the shell's banner says it already, on every screen of the list.
  if (model.risk.empty() || model.risk_unseen) return;
  const std::array<BannerAction, 1> actions{{{.id = "open", .text = model.risk_open}}};
  BannerSpec spec{.id = "risk",
                  .rect = room,
                  .tone = Tone::risk_soft,
                  .icon = icon::favorite,
                  .text = model.risk,
                  .actions = actions};
  spec.rect.height = banner_height(ui, spec);
  room.take_top(spec.rect.height, space::card_gap);
  if (banner(ui, spec)) {
    requests.emplace_back(
        request::Go{place::Alarm{model::list_of(model.site), model::on_list(model.person)}});
  }
}

}  // namespace

TopBarModel intake_person_top_bar(const IntakePersonModel& model) {
  TopBarModel top = titled_bar(model);
  if (!model.none.empty()) return top;
  TopBarAction worried;
  worried.id = "worried";
  worried.text = model.worried_word;
  worried.icon = icon::favorite_border;
  worried.shortcut = Shortcut::of(U'W');
  worried.worried = true;
  top.actions.push_back(std::move(worried));
  return top;
}

void draw_intake_person(Ui& ui, const ShellFrame& frame, const IntakePersonModel& model,
                        IntakePersonState& state, Requests& requests) {
  if (frame.action == "worried") {
    requests.emplace_back(
        request::Go{place::Alarm{model::list_of(model.site), model::on_list(model.person)}});
  }
  {
    const auto scope = ui.scope("someone");
    draw_page(ui, frame.content, model.none, [&](Rect& room) {
      draw_risk(ui, model, room, requests);
      draw_asked(ui, model, room, requests);
      draw_decided(ui, model, room, state, requests);
      draw_seat(ui, model, room, requests);
      draw_same(ui, model, room, requests);
      draw_history(ui, model, room);
      if (model.read_only.empty()) {
        ButtonSpec edit{.id = "edit",
                        .text = model.edit_word,
                        .kind = ButtonKind::quiet,
                        .icon = icon::edit,
                        .shortcut = Shortcut::of(U'E')};
        const Size size = button_size(ui, edit);
        edit.rect = room.take_top(size.height, space::s);
        edit.rect.width = std::min(size.width, edit.rect.width);
        if (button(ui, edit)) {
          requests.emplace_back(request::Go{place::IntakeForm{model.site, model.person}});
        }
      }
    });
    ui.first_focus(ui.id(model.ask_word.empty() ? "paper" : "ask"));
  }
  draw_deciding(ui, model, state, requests);
}

}  // namespace baraza::ui
