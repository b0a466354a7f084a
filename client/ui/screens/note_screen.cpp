// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/note_screen.h"

#include <algorithm>
#include <array>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {
namespace {

using client::NotePageModel;

constexpr int field_lines = 6;
constexpr float page_most = 900;

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \n\t") == std::string::npos;
}

void amend(const NotePageModel& model, const std::string& text, const std::string& done,
           NotePageState& state, Requests& requests) {
  request::Act act;
  act.intents.emplace_back(client::AmendNote{model.group, model.note, text});
  act.undo.emplace_back(client::AmendNote{model.group, model.note, model.now});
  act.done = done;
  act.drops_drafts.push_back(model.draft_key);
  requests.emplace_back(std::move(act));
  state.text = state.base = text;
  state.typed = false;
  state.field.forget();
}

std::array<ButtonSpec, 2> buttons_of(const NotePageModel& model, const NotePageState& state) {
  const bool changed = state.text != model.now && !is_blank(state.text);
  return {ButtonSpec{.id = "save",
                     .text = model.save_word,
                     .kind = ButtonKind::primary,
                     .shortcut = Shortcut::with_ctrl(Key::enter),
                     .enabled = changed,
                     .why_not = model.save_not},
          ButtonSpec{.id = "strike",
                     .text = model.strike_word,
                     .enabled = !model.now.empty(),
                     .why_not = model.hint}};
}

IconLineSpec warning_line(const std::string& text, const Rect& rect) {
  return {.id = "warning",
          .rect = rect,
          .icon = icon::warning,
          .text = text,
          .icon_colour = Token::warn_mark};
}

const std::string& warning_of(const NotePageModel& model, const NotePageState& state) {
  return state.typed && state.base != model.now ? model.changed_since : model.warning;
}

// The field and its buttons, or what the note says where it can only be read. Returns the height.
float draw_now(Ui& ui, const NotePageModel& model, const Rect& room, NotePageState& state,
               Requests& requests) {
  CardSpec spec{.id = "now", .rect = {room.x, room.y, room.width, 0}, .title = model.text_label};
  const float inside = room.width - 2 * spec.padding;
  const std::string& warning = warning_of(model, state);
  const bool reads_only = !model.read_only.empty();
  auto buttons = buttons_of(model, state);
  const float field = text_field_height(ui, field_lines);
  const float warned =
      warning.empty() ? 0 : icon_line_height(ui, warning_line(warning, {0, 0, inside, 0}));
  const auto note_height = [&](const std::string& text) {
    return ui.paragraph_height(text, Role::note, Weight::regular, inside);
  };
  spec.rect.height = card_around(ui, spec) + (warning.empty() ? 0 : warned + space::m);
  if (reads_only) {
    spec.rect.height += ui.paragraph_height(model.now, Role::body, Weight::regular, inside) +
                        space::m + note_height(model.read_only);
  } else {
    spec.rect.height += field + space::s + note_height(model.kept) + space::l +
                        row_of_buttons_height(ui, buttons, inside);
  }
  Rect rest = card(ui, spec);
  if (!warning.empty()) {
    icon_line(ui, warning_line(warning, rest.take_top(warned, space::m)));
  }
  if (reads_only) {
    rest.take_top(ui.paragraph("says", rest, model.now, {}), space::m);
    ui.paragraph("read_only", rest, model.read_only, {Role::note, Weight::regular, Token::ink2});
    return spec.rect.height;
  }
  const bool typed = text_field(ui,
                                {.id = "text",
                                 .rect = rest.take_top(field, space::s),
                                 .label = model.text_label,
                                 .kind = TextFieldKind::lines,
                                 .hint = model.hint,
                                 .most_bytes = model.most_bytes},
                                state.text, state.field);
  if (typed) {
    state.typed = state.text != state.base;
    requests.emplace_back(request::Draft{model.draft_key, state.typed ? state.text : Bytes()});
  }
  rest.take_top(ui.paragraph("kept", rest, model.kept, {Role::note, Weight::regular, Token::ink2}),
                space::l);
  const auto pressed = row_of_buttons(ui, buttons, rest);
  if (pressed == 0) amend(model, state.text, model.done, state, requests);
  if (pressed == 1) amend(model, {}, model.struck_done, state, requests);
  return spec.rect.height;
}

float draw_before(Ui& ui, const NotePageModel& model, const Rect& room) {
  CardSpec spec{
      .id = "before", .rect = {room.x, room.y, room.width, 0}, .title = model.texts_title};
  const float inside = room.width - 2 * spec.padding;
  const float line = ui.canvas().line_height(Role::note);
  spec.rect.height = card_around(ui, spec);
  for (const client::NoteText& each : model.texts) {
    spec.rect.height +=
        line + ui.paragraph_height(each.text, Role::body, Weight::regular, inside) + space::m;
  }
  Rect rest = card(ui, spec);
  const auto scope = ui.scope("before");
  for (std::size_t i = 0; i < model.texts.size(); ++i) {
    const client::NoteText& each = model.texts[i];
    const std::string id = std::to_string(i);
    const Token ink = each.stands ? Token::ink : Token::ink2;
    ui.text(id + ".by", rest.take_top(line), each.by, {Role::note, Weight::bold, ink});
    rest.take_top(ui.paragraph(id, rest, each.text, {Role::body, Weight::regular, ink}), space::m);
  }
  return spec.rect.height;
}

}  // namespace

NotePageState begin_note(const NotePageModel& model, const Bytes& kept) {
  NotePageState state;
  state.base = model.now;
  state.typed = !kept.empty() && kept != model.now;
  state.text = state.typed ? kept : model.now;
  return state;
}

TopBarModel note_top_bar(const NotePageModel& model) {
  TopBarModel out;
  out.title = model.title;
  out.note = model.by;
  return out;
}

void draw_note(Ui& ui, const ShellFrame& frame, const NotePageModel& model, NotePageState& state,
               Requests& requests) {
  if (!state.typed) state.text = state.base = model.now;
  const auto scope = ui.scope("note_page");
  const auto scroll = ui.scroll("room", frame.content.grown(space::xs));
  Rect room = scroll->room().inset(space::xs);
  const float top = scroll->room().y;
  if (!model.none.empty()) {
    empty_state(ui, {.id = "none", .rect = room, .text = model.none});
    return;
  }
  const float width = std::min(room.width, ui.scaled(page_most));
  room = {room.x, room.y, width, room.height};
  room.take_top(draw_now(ui, model, room, state, requests), space::card_gap);
  room.take_top(draw_before(ui, model, room));
  scroll->used(room.y - top + space::xs);
  ui.first_focus(ui.id("text"));
}

}  // namespace baraza::ui
