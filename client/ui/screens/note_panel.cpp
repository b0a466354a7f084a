// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/note_panel.h"

#include <algorithm>

#include "client/ui/screens/panel.h"
#include "client/ui/screens/person_chips.h"

namespace baraza::ui {
namespace {

constexpr float panel_width = 620;
constexpr int field_lines = 6;

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \n\t") == std::string::npos;
}

void keep(const client::NoteModel& model, const NotePanelState& state, Requests& requests) {
  requests.emplace_back(request::Draft{model.draft_key, client::encode_note(state.draft)});
}

void save(const client::NoteModel& model, NotePanelState& state, Requests& requests) {
  request::Act act;
  act.intents.emplace_back(
      client::WriteNote{model.group, model.session, state.draft.member, state.draft.text});
  act.done = model.done;
  act.drops_drafts.push_back(model.draft_key);
  requests.emplace_back(std::move(act));
  state.draft = {};
  state.field.forget();
  state.height = 0;
  state.open = false;
}

// All above the buttons; scrolls.
void draw_inside(Ui& ui, const client::NoteModel& model, const Rect& whole, NotePanelState& state,
                 Requests& requests) {
  const float line = ui.canvas().line_height(Role::note);
  const auto scroll = ui.scroll("scroll", whole);
  Rect room = scroll->room();
  const float top = room.y;
  ui.text("about_title", room.take_top(line, space::xs), model.about_title,
          {Role::note, Weight::bold, Token::ink2});
  const PersonChipsSpec chips{.id = "about",
                              .rect = room,
                              .people = model.people,
                              .chosen = state.draft.member,
                              .group = model.group_word,
                              .digits = false};
  if (const auto about = person_chips(ui, chips)) {
    state.draft.member = *about;
    keep(model, state, requests);
    ui.focus(ui.id("text"));
  }
  room.take_top(person_chips_height(ui, chips), space::l);
  ui.text("label", room.take_top(line, space::xs), model.text_label,
          {Role::note, Weight::bold, Token::ink2});
  const float least = text_field_height(ui, 3);
  const float below = ui.paragraph_height(model.kept, Role::note, Weight::regular, room.width);
  const float free = whole.bottom() - room.y - space::s - below;
  const float wanted = text_field_height(ui, field_lines);
  const Rect field = room.take_top(std::clamp(free, least, wanted), space::s);
  const bool typed = text_field(ui,
                                {.id = "text",
                                 .rect = field,
                                 .label = model.text_label,
                                 .kind = TextFieldKind::lines,
                                 .hint = model.hint,
                                 .most_bytes = model.most_bytes},
                                state.draft.text, state.field);
  if (typed) keep(model, state, requests);
  room.take_top(ui.paragraph("kept", room, model.kept, {Role::note, Weight::regular, Token::ink2}));
  scroll->used(room.y - top);
  state.height = std::max(state.height, room.y - top);
}

}  // namespace

void draw_note_panel(Ui& ui, const client::NoteModel& model, NotePanelState& state,
                     Requests& requests) {
  if (!state.open) return;
  const bool blank = is_blank(state.draft.text);
  Panel panel(ui, {.id = "note",
                   .title = model.title,
                   .back = model.back_word,
                   .width = panel_width,
                   .height = state.height,
                   .action = model.save_word,
                   .action_enabled = !blank,
                   .action_not = model.save_not,
                   .action_shortcut = Shortcut::with_ctrl(Key::enter)});
  draw_inside(ui, model, panel.room(), state, requests);
  ui.first_focus(ui.id("text"));
  const Panel::Answer answer = panel.finish();
  if (answer == Panel::Answer::back) {
    state.open = false;
    state.height = 0;
  }
  if (answer == Panel::Answer::action) save(model, state, requests);
}

}  // namespace baraza::ui
