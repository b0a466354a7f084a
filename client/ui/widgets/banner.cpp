// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/banner.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr float above_and_below = 14;
constexpr float beside = space::l;
constexpr float whisper_pad = 18;

std::vector<ButtonSpec> buttons_of(const BannerSpec& spec) {
  std::vector<ButtonSpec> out;
  for (const BannerAction& action : spec.actions) {
    out.push_back({.id = action.id,
                   .text = action.text,
                   .kind = ButtonKind::bare,
                   .shortcut = action.shortcut,
                   .tight = true,
                   .on = spec.tone});
  }
  return out;
}

Weight weight_of(Tone tone) {
  return tone == Tone::risk || tone == Tone::risk_soft ? Weight::bold : Weight::regular;
}

// The actions stand beside the sentence where half of the room is left for it, else below it.
struct Arrangement {
  float actions = 0;  // width of all of them
  bool beside = true;
  float words = 0;
  float words_height = 0;
  float height = 0;
};

Arrangement arrange(const Ui& ui, const BannerSpec& spec) {
  Arrangement out;
  const auto buttons = buttons_of(spec);
  for (const ButtonSpec& button : buttons) {
    out.actions += button_size(ui, button).width + space::between_targets;
  }
  float words = spec.rect.width - 2 * beside;
  if (spec.icon != nullptr) words -= ui.canvas().icon_width(IconSize::large) + space::m;
  out.beside = words - out.actions >= words / 2;
  out.words = out.beside ? words - out.actions : words;
  out.words_height = ui.paragraph_height(spec.text, Role::body, weight_of(spec.tone), out.words);
  out.height = out.words_height + 2 * above_and_below;
  if (!buttons.empty()) {
    if (out.beside) {
      out.height = std::max(out.height, ui.target() + space::s);
    } else {
      out.height += space::xs + row_of_buttons_height(ui, buttons, words);
    }
  }
  return out;
}

std::vector<ButtonSpec> answers_of(const WhisperSpec& spec) {
  return {{.id = "know", .text = spec.know, .kind = ButtonKind::framed, .on = Tone::warn},
          {.id = "why", .text = spec.why, .kind = ButtonKind::bare, .on = Tone::warn}};
}

}  // namespace

float banner_height(const Ui& ui, const BannerSpec& spec) {
  return arrange(ui, spec).height;
}

std::optional<std::size_t> banner(Ui& ui, const BannerSpec& spec) {
  const Arrangement form = arrange(ui, spec);
  const ToneColours tone = colours_of(spec.tone);
  Canvas& canvas = ui.canvas();
  canvas.fill(spec.rect, tone.fill, space::banner_radius);
  if (canvas.theme() == Theme::high_contrast) {
    canvas.border(spec.rect, Token::edge, space::banner_radius);
  }
  ui.note_area(spec.id, spec.rect, spec.text);
  const auto scope = ui.scope(spec.id);
  Rect room = spec.rect.inset(beside, 0);
  if (spec.icon != nullptr) {
    Rect icon = room.take_left(canvas.icon_width(IconSize::large), space::m);
    if (!form.beside) icon.height = form.words_height + 2 * above_and_below;
    canvas.icon(icon.centre(), spec.icon, {IconSize::large, tone.ink});
  }
  Rect words = room;
  words.width = form.words;
  words.y =
      form.beside ? std::floor(room.centre().y - form.words_height / 2) : room.y + above_and_below;
  words.height = form.words_height;
  ui.paragraph("text", words, spec.text, {Role::body, weight_of(spec.tone), tone.ink});

  const auto buttons = buttons_of(spec);
  if (buttons.empty()) return std::nullopt;
  if (!form.beside) {
    const Rect below{room.x, words.bottom() + space::xs, room.width,
                     room.bottom() - words.bottom() - space::xs};
    return row_of_buttons(ui, buttons, below);
  }
  Rect right = room;
  right.take_left(form.words);
  right.x += space::m;  // their words end where the banner's room ends
  right.y = std::floor(room.centre().y - ui.target() / 2);
  return row_of_buttons(ui, buttons, right, Align::right);
}

float whisper_height(const Ui& ui, const WhisperSpec& spec) {
  const float width = spec.rect.width - 2 * whisper_pad;
  const float icon = ui.canvas().icon_width(IconSize::plain) + space::s;
  return 2 * whisper_pad + ui.paragraph_height(spec.title, Role::body, Weight::bold, width - icon) +
         space::xs + ui.paragraph_height(spec.text, Role::body, Weight::regular, width) + space::m +
         row_of_buttons_height(ui, answers_of(spec), width);
}

WhisperAnswer whisper(Ui& ui, const WhisperSpec& spec) {
  const ToneColours tone = colours_of(Tone::warn);
  Canvas& canvas = ui.canvas();
  canvas.fill(spec.rect, tone.fill, space::card_radius);
  if (canvas.theme() == Theme::high_contrast) {
    canvas.border(spec.rect, Token::edge, space::card_radius);
  }
  ui.note_area(spec.id, spec.rect, spec.title);
  const auto scope = ui.scope(spec.id);
  Rect room = spec.rect.inset(whisper_pad);
  const float icon_width = canvas.icon_width(IconSize::plain);
  const float title_height =
      ui.paragraph_height(spec.title, Role::body, Weight::bold, room.width - icon_width - space::s);
  Rect head = room.take_top(title_height, space::xs);
  const Rect icon = head.take_left(icon_width, space::s);
  canvas.icon(icon.centre(), icon::lightbulb_outline, {IconSize::plain, Token::warn_mark});
  ui.paragraph("title", head, spec.title, {Role::body, Weight::bold, tone.ink});
  room.take_top(ui.paragraph("text", room, spec.text, {Role::body, Weight::regular, tone.ink}),
                space::m);
  const auto pressed = row_of_buttons(ui, answers_of(spec), room);
  if (!pressed) return WhisperAnswer::none;
  return *pressed == 0 ? WhisperAnswer::know : WhisperAnswer::why;
}

}  // namespace baraza::ui
