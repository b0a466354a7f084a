// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/unlock_screen.h"

#include <algorithm>
#include <cmath>

#include "client/ui/screens/unlock_parts.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/choice.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/parts.h"
#include "client/ui/widgets/person_disc.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {

namespace {

constexpr float side_width = 464;
constexpr float side_padding = 56;
constexpr float sign_size = 332;
constexpr float column_width = 516;
constexpr float above_column = 76;
constexpr float person_height = 68;
constexpr float person_gap = 12;
constexpr float person_padding = 14;
constexpr float person_disc_size = 40;
constexpr int most_name_lines = 3;

}  // namespace

namespace unlock_parts {

Rect draw_side(Ui& ui, const std::string& program, const std::string& line,
               const std::string& offline) {
  Rect room = ui.window();
  if (ui.layout() == Layout::narrow) return room;
  const Rect side = room.take_left(std::min(side_width, std::floor(room.width * 0.36F)));
  ui.canvas().fill(side, Token::rail);
  Rect words = side.inset(std::min(side_padding, side.width / 8), above_column - space::xl);
  const float size = std::min({sign_size, words.width, words.height / 2});
  const Rect place = words.take_top(size, space::xxl);
  sign(ui, "unlock.sign",
       {.centre = place.centre(),
        .size = size,
        .kind = SignKind::people,
        .colour = Token::rail_ink});
  ui.text("unlock.program", words.take_top(ui.canvas().line_height(Role::figure), space::s),
          program, {Role::figure, Weight::bold, Token::rail_hi});
  ui.paragraph("unlock.line", words, line, {Role::lead, Weight::regular, Token::rail_ink});
  const float below = ui.paragraph_height(offline, Role::note, Weight::regular, words.width);
  ui.paragraph("unlock.offline", words.take_bottom(below), offline,
               {Role::note, Weight::regular, Token::rail_ink});
  return room;
}

Rect column_in(const Ui& ui, const Rect& room) {
  const float width = std::min(ui.scaled(column_width), room.width - 2 * space::window_margin);
  return {std::floor(room.centre().x - width / 2), room.y, width, room.height};
}

float note_line(Ui& ui, std::string_view id, const Rect& place, const char* icon,
                std::string_view text, Token colour, Token icon_colour) {
  const float width = ui.canvas().icon_width(IconSize::small);
  Rect words = place;
  Rect mark = words.take_left(width, space::s);
  mark.height = ui.canvas().line_height(Role::note);
  ui.canvas().icon(mark.centre(), icon, {IconSize::small, icon_colour});
  return ui.paragraph(id, words, text, {Role::note, Weight::regular, colour});
}

}  // namespace unlock_parts

namespace {

using unlock_parts::column_in;
using unlock_parts::note_line;

DiscSpec disc_of(const client::UnlockModel& model, std::size_t i) {
  return {.letters = model.initials[i],
          .seat = model.profiles[i].tint,
          .name = model.profiles[i].name,
          .size = person_disc_size};
}

// Beside the disc, with room for the check of the one that is chosen: choosing moves no words.
float words_width(const Ui& ui, const client::UnlockModel& model, std::size_t i, float width) {
  return width - 2 * person_padding - disc_size(ui, disc_of(model, i)) - space::m -
         ui.canvas().icon_width(IconSize::badge) - space::xs;
}

float words_height(const Ui& ui, const client::UnlockModel& model, std::size_t i, float width) {
  return ui.paragraph_height(model.profiles[i].name, Role::body, Weight::bold,
                             words_width(ui, model, i, width), most_name_lines) +
         ui.canvas().line_height(Role::note);
}

enum class Picked : std::uint8_t { no, walked_to, pressed };

Picked draw_person(Ui& ui, const client::UnlockModel& model, std::size_t i, const Rect& rect,
                   bool chosen) {
  const client::ProfileCard& profile = model.profiles[i];
  const std::string id = "person." + profile.id;
  const std::string group = ui.id("persons");
  ControlSpec spec;
  spec.id = id;
  spec.rect = rect;
  spec.text = profile.name;
  spec.group = group;
  spec.group_entry = chosen;
  spec.radius = space::banner_radius;
  const Control control = ui.control(spec);
  Canvas& canvas = ui.canvas();
  canvas.fill(rect, control.hovered ? parts::hover_fill(canvas.theme()) : Token::surface,
              space::banner_radius);
  canvas.border(rect, chosen ? Token::accent : Token::edge, space::banner_radius,
                chosen ? 2 : canvas.line_width());
  Rect room = rect.inset(person_padding, 0);
  const DiscSpec disc = disc_of(model, i);
  const Rect place = room.take_left(disc_size(ui, disc), space::m);
  person_disc(ui, parts::below(id, "disc"), place.centre(), disc);
  const Rect mark = room.take_right(ui.canvas().icon_width(IconSize::badge), space::xs);
  if (chosen) {
    canvas.icon(mark.centre(), icon::check_circle, {IconSize::badge, Token::accent});
  }
  const float role = profile.role.empty() ? ui.canvas().line_height(Role::note) : 0;
  room.y = std::floor(rect.centre().y - (words_height(ui, model, i, rect.width) - role) / 2);
  room.take_top(ui.paragraph(parts::below(id, "text"), room, profile.name,
                             {Role::body, Weight::bold, Token::ink}, Align::left, most_name_lines));
  ui.text(parts::below(id, "note"), room.take_top(ui.canvas().line_height(Role::note)),
          profile.role, {Role::note, Weight::regular, Token::ink2});
  if (control.activated) return Picked::pressed;
  return control.walked_to && !chosen ? Picked::walked_to : Picked::no;
}

// Returns which one is chosen after this pass.
std::size_t draw_persons(Ui& ui, const client::UnlockModel& model, UnlockState& state, Rect& room) {
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < model.profiles.size(); ++i) {
    if (model.profiles[i].id == state.profile) chosen = i;
  }
  const bool narrow = ui.layout() == Layout::narrow;
  const std::size_t columns = narrow || model.profiles.size() == 1 ? 1 : 2;
  const float width =
      (room.width - person_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  float height = person_height;
  for (std::size_t i = 0; i < model.profiles.size(); ++i) {
    height = std::max(height, words_height(ui, model, i, std::floor(width)) + 2 * space::m);
  }
  Rect row;
  for (std::size_t i = 0; i < model.profiles.size(); ++i) {
    if (i % columns == 0) row = room.take_top(height, person_gap);
    const Rect place = row.take_left(std::floor(width), person_gap);
    const Picked picked = draw_person(ui, model, i, place, i == chosen);
    // Whoever walks with the arrows walks on; whoever presses goes on to the passphrase.
    if (picked == Picked::pressed) ui.focus(ui.id("passphrase"));
    if (picked == Picked::no || i == chosen) continue;
    chosen = i;
    state.profile = model.profiles[i].id;
    state.forget();
  }
  return chosen;
}

bool draw_passphrase(Ui& ui, const client::UnlockModel& model, UnlockState& state,
                     std::size_t chosen, Rect& room) {
  ui.text("passphrase.label", room.take_top(ui.canvas().line_height(Role::body), space::s),
          model.passphrase_label[chosen], {Role::body, Weight::bold, Token::ink});
  ButtonSpec go{.id = "go",
                .text = model.unlock,
                .kind = ButtonKind::primary,
                .big = true,
                .key = "Enter",
                .enabled = !state.passphrase.empty() && model.waiting.empty(),
                .why_not = model.waiting.empty() ? model.passphrase_missing : model.waiting};
  // A key that can do nothing yet leaves the focus in the field: what is typed next belongs there.
  if (go.enabled) go.shortcut = Shortcut::of(Key::enter);
  const Size size = button_size(ui, go);
  Rect row = room.take_top(size.height, space::m);
  const bool beside = row.width - size.width - space::m >= size.width;
  if (beside) {
    go.rect = row.take_right(size.width, space::m);
  } else {
    go.rect = room.take_top(size.height, space::m);
  }
  text_field(ui,
             {.id = "passphrase",
              .rect = row,
              .label = model.passphrase_label[chosen],
              .kind = TextFieldKind::passphrase,
              .show_word = model.passphrase.show,
              .hide_word = model.passphrase.hide,
              .wrong = !model.error.empty() && state.passphrase.empty(),
              .enabled = model.waiting.empty(),
              .why_not = model.waiting,
              .role = Role::lead},
             state.passphrase, state.field);
  ui.first_focus(ui.id("passphrase"));
  if (!go.enabled && ui.pressed(Shortcut::of(Key::enter))) ui.focus(ui.id("passphrase"));
  return button(ui, go);
}

}  // namespace

void UnlockState::forget() {
  std::fill(passphrase.begin(), passphrase.end(), '\0');
  passphrase.clear();
  field.forget();
}

void draw_unlock(Ui& ui, const client::UnlockModel& model, UnlockState& state, Requests& requests) {
  const Rect window = unlock_parts::draw_side(ui, model.program, model.line, model.offline);
  const auto scope = ui.scope("unlock");
  const auto scroll = ui.scroll("column", window);
  Rect room = column_in(ui, scroll->room());
  const float top = room.y;
  room.take_top(std::min(above_column, std::floor(window.height / 12)));
  room.take_top(
      ui.paragraph("greeting", room, model.greeting, {Role::title, Weight::bold, Token::ink}),
      space::xs);
  room.take_top(
      ui.paragraph("question", room, model.question, {Role::lead, Weight::regular, Token::ink2}),
      space::l);
  const std::size_t chosen = draw_persons(ui, model, state, room);

  ButtonSpec other{.id = "someone_else",
                   .text = model.someone_else,
                   .kind = ButtonKind::quiet,
                   .icon = icon::person_add,
                   .tight = true};
  const Size other_size = button_size(ui, other);
  other.rect = room.take_top(other_size.height, space::m);
  other.rect.x -= space::m;
  other.rect.width = other_size.width;
  if (button(ui, other)) requests.push_back(request::Go{place::Enrol{}});

  if (draw_passphrase(ui, model, state, chosen, room)) {
    requests.push_back(request::Unlock{model.profiles[chosen].id, state.passphrase});
    state.forget();
  }
  const bool wrong = !model.error.empty() && model.waiting.empty();
  const std::string& note = !model.waiting.empty() ? model.waiting
                            : wrong                ? model.error
                                                   : model.forgotten;
  room.take_top(
      note_line(ui, "note", room, wrong ? icon::warning : icon::info, note,
                wrong ? Token::risk_soft_ink : Token::ink2, wrong ? Token::risk : Token::ink2),
      space::xl);

  ui.canvas().rule({room.x, room.y}, room.width);
  room.take_top(space::xl);
  const float line = ui.canvas().line_height(Role::body);
  icon_line(ui, {.id = "language.title",
                 .rect = room.take_top(line, space::s),
                 .icon = icon::translate,
                 .text = model.language_title,
                 .style = {Role::body, Weight::bold, Token::ink},
                 .icon_colour = Token::ink});
  std::vector<std::string_view> names;
  std::optional<std::size_t> current;
  for (const client::LanguageChoice& language : model.languages) {
    if (language.id == model.language) current = names.size();
    names.push_back(language.name);
  }
  if (const auto picked = choice(ui, {.id = "language",
                                      .rect = room.take_top(ui.target(), space::l),
                                      .label = model.language_title,
                                      .parts = names,
                                      .chosen = current})) {
    requests.push_back(request::SetLanguage{model.languages[*picked].id});
  }
  icon_line(ui, {.id = "text_size.title",
                 .rect = room.take_top(line, space::s),
                 .icon = icon::format_size,
                 .text = model.text_size_title,
                 .style = {Role::body, Weight::bold, Token::ink},
                 .icon_colour = Token::ink});
  const std::vector<std::string_view> sizes(model.text_sizes.begin(), model.text_sizes.end());
  if (const auto picked = choice(ui, {.id = "text_size",
                                      .rect = room.take_top(ui.target(), space::xl),
                                      .label = model.text_size_title,
                                      .parts = sizes,
                                      .chosen = static_cast<std::size_t>(ui.text_size())})) {
    requests.push_back(request::SetTextSize{static_cast<TextSize>(*picked)});
  }
  if (!model.unsent[chosen].empty()) {
    room.take_top(note_line(ui, "unsent", room, icon::laptop, model.unsent[chosen], Token::ink2,
                            Token::warn_mark));
  }
  room.take_top(space::l);
  scroll->used(room.y - top);
}

}  // namespace baraza::ui
