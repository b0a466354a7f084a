// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "client/ui/screens/unlock_parts.h"
#include "client/ui/screens/unlock_screen.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"

namespace baraza::ui {
namespace {

constexpr float above_column = 56;
constexpr std::size_t most_code_bytes = 400;

void wipe(std::string& text) {
  std::fill(text.begin(), text.end(), '\0');
  text.clear();
}

// In characters as people count them, nearly: code points.
std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

void draw_label(Ui& ui, std::string_view id, Rect& room, std::string_view text) {
  ui.text(id, room.take_top(ui.canvas().line_height(Role::body), space::xs), text,
          {Role::body, Weight::bold, Token::ink});
}

void draw_code(Ui& ui, const client::EnrolModel& model, const client::CodeCheck& check,
               EnrolState& state, Rect& room) {
  const bool waiting = !model.waiting.empty();
  draw_label(ui, "code.label", room, model.code_label);
  const bool wrong = check.state == client::CodeCheck::State::wrong;
  text_field(ui,
             {.id = "code",
              .rect = room.take_top(text_field_height(ui, 3), space::s),
              .label = model.code_label,
              .kind = TextFieldKind::lines,
              .hint = model.code_hint,
              .most_bytes = most_code_bytes,
              .wrong = wrong,
              .enabled = !waiting,
              .why_not = model.waiting},
             state.code, state.code_field);
  const bool whole = check.state == client::CodeCheck::State::complete;
  const bool empty = check.state == client::CodeCheck::State::empty;
  room.take_top(unlock_parts::note_line(ui, "code.note", room,
                                        wrong   ? icon::warning
                                        : whole ? icon::check_circle
                                                : icon::info,
                                        empty ? model.note : check.words,
                                        wrong ? Token::risk_soft_ink : Token::ink2,
                                        wrong   ? Token::risk
                                        : whole ? Token::accent
                                                : Token::ink2),
                space::l);
}

// Why the passphrase can't be taken yet; empty if it can.
std::string draw_passphrases(Ui& ui, const client::EnrolModel& model, EnrolState& state,
                             Rect& room) {
  const client::PassphraseWords& words = model.passphrase;
  const bool waiting = !model.waiting.empty();
  const bool beside = ui.layout() != Layout::narrow;
  Rect right = room;
  Rect left = right;
  if (beside) left = right.take_left(std::floor((room.width - space::l) / 2), space::l);
  Rect second = beside ? right : left;
  const float start = left.y;

  const auto field = [&](std::string_view id, const Rect& rect, std::string_view label,
                         std::string& text, TextFieldState& field_state, bool wrong) {
    text_field(ui,
               {.id = id,
                .rect = rect,
                .label = label,
                .kind = TextFieldKind::passphrase,
                .show_word = words.show,
                .hide_word = words.hide,
                .wrong = wrong,
                .enabled = !waiting,
                .why_not = model.waiting},
               text, field_state);
  };
  const bool short_one = !state.passphrase.empty() && length_of(state.passphrase) < words.least;
  const bool differ = !state.again.empty() && state.again != state.passphrase;
  draw_label(ui, "passphrase.label", left, model.new_passphrase);
  field("passphrase", left.take_top(text_field_height(ui), space::m), model.new_passphrase,
        state.passphrase, state.passphrase_field, false);
  if (!beside) second = left;
  draw_label(ui, "again.label", second, words.again);
  // Told as different only once it is as long: before, it is just not finished.
  field("again", second.take_top(text_field_height(ui), space::m), words.again, state.again,
        state.again_field, differ && state.again.size() >= state.passphrase.size());
  room.take_top(std::max(left.y, second.y) - start);

  std::string why;
  if (state.passphrase.empty() || short_one) {
    why = words.too_short;
  } else if (state.again.empty() || differ) {
    why = words.differ;
  }
  const std::string& note = why.empty() || state.passphrase.empty() ? model.passphrase_hint : why;
  room.take_top(unlock_parts::note_line(ui, "passphrase.note", room, icon::info, note, Token::ink2,
                                        Token::ink2),
                space::xl);
  return why;
}

}  // namespace

void EnrolState::forget() {
  wipe(code);
  wipe(passphrase);
  wipe(again);
  code_field.forget();
  passphrase_field.forget();
  again_field.forget();
}

void draw_enrol(Ui& ui, const client::EnrolModel& model, const text::Catalogue& words,
                EnrolState& state, Requests& requests) {
  const Rect window = unlock_parts::draw_side(ui, model.program, model.line, model.offline);
  const auto scope = ui.scope("enrol");
  const auto scroll = ui.scroll("column", window);
  Rect room = unlock_parts::column_in(ui, scroll->room());
  const float top = room.y;
  room.take_top(std::min(above_column, std::floor(window.height / 14)));

  if (!model.back.empty()) {
    ButtonSpec back{.id = "back",
                    .text = model.back,
                    .kind = ButtonKind::quiet,
                    .icon = icon::arrow_back,
                    .shortcut = Shortcut::of(Key::escape),
                    .show_key = false,
                    .tight = true};
    const Size size = button_size(ui, back);
    back.rect = room.take_top(size.height, space::s);
    back.rect.x -= space::m;
    back.rect.width = size.width;
    if (button(ui, back)) {
      state.forget();
      requests.push_back(request::Back{});
    }
  }
  room.take_top(ui.paragraph("title", room, model.title, {Role::title, Weight::bold, Token::ink}),
                space::l);

  const client::CodeCheck check = client::check_code(words, state.code);
  draw_code(ui, model, check, state, room);
  ui.first_focus(ui.id("code"));
  std::string why;
  if (!model.anew) why = draw_passphrases(ui, model, state, room);
  if (check.state != client::CodeCheck::State::complete) why = model.code_missing;
  if (!model.waiting.empty()) why = model.waiting;

  ButtonSpec go{.id = "go",
                .text = model.join,
                .kind = ButtonKind::primary,
                .big = true,
                .shortcut = Shortcut::of(Key::enter),
                .enabled = why.empty(),
                .why_not = why};
  const Size size = button_size(ui, go);
  go.rect = room.take_top(size.height, space::m);
  go.rect.width = size.width;
  if (button(ui, go)) requests.push_back(request::Enrol{state.code, state.passphrase});

  const std::string& said = model.waiting.empty() ? model.error : model.waiting;
  if (!said.empty()) {
    const bool wrong = model.waiting.empty();
    room.take_top(unlock_parts::note_line(ui, "said", room, wrong ? icon::warning : icon::info,
                                          said, wrong ? Token::risk_soft_ink : Token::ink2,
                                          wrong ? Token::risk : Token::ink2));
  }
  room.take_top(space::l);
  scroll->used(room.y - top);
}

}  // namespace baraza::ui
