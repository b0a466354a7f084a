// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cmath>

#include "client/ui/screens/gallery_cards.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/choice.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/person_disc.h"
#include "client/ui/widgets/tag.h"

namespace baraza::ui::gallery_cards {
namespace {

constexpr float state_width = 92;

CardSpec titled(std::string_view id, const Rect& room, std::string_view title) {
  return {.id = id,
          .rect = {room.x, room.y, room.width, 0},
          .title = title,
          .padding = space::l,
          .title_role = Role::body,
          .title_colour = Token::ink2};
}

// A row with the same button in each state, and the state's name below.
float states(Ui& ui, Rect room, std::string_view id, std::string_view text, ButtonKind kind,
             bool named) {
  static constexpr std::array<std::string_view, 5> names = {"normal", "hover", "focus", "pressed",
                                                            "disabled"};
  const auto scope = ui.scope(id);
  const float width = std::min(ui.scaled(state_width), room.width / 5);
  const float line = ui.canvas().line_height(Role::note);
  Rect row = room;
  for (std::size_t i = 0; i < names.size(); ++i) {
    ButtonSpec spec{.id = names.at(i), .text = text, .kind = kind, .show_key = false};
    spec.enabled = i != 4;
    spec.why_not = "It is here to show how it looks.";
    if (i == 1) ui.pretend(ui.id(names.at(i)), Looks::hovered);
    if (i == 2) ui.pretend(ui.id(names.at(i)), Looks::focused);
    if (i == 3) ui.pretend(ui.id(names.at(i)), Looks::held);
    const Rect place = row.take_left(width);
    const Size size = button_size(ui, spec);
    spec.rect = {place.x, place.y, std::min(size.width, width - space::s), size.height};
    button(ui, spec);
    if (named) {
      ui.text("name." + std::to_string(i),
              {place.x, place.y + size.height + space::xs, width, line}, names.at(i),
              {Role::note, Weight::regular, Token::ink2});
    }
  }
  return ui.target() + (named ? space::xs + line : 0);
}

}  // namespace

float buttons(Ui& ui, const Rect& room, GalleryState&) {
  CardSpec spec = titled("buttons", room, "Buttons");
  const std::array kinds = {ButtonSpec{.id = "worried",
                                       .text = "Worried",
                                       .kind = ButtonKind::worried,
                                       .icon = icon::favorite_border,
                                       .shortcut = Shortcut::of(U'W')},
                            ButtonSpec{.id = "quiet", .text = "History", .kind = ButtonKind::quiet},
                            ButtonSpec{.id = "risk",
                                       .text = "I have seen this",
                                       .kind = ButtonKind::risk,
                                       .icon = icon::visibility}};
  const float inside = room.width - 2 * spec.padding;
  const float named = ui.target() + space::xs + ui.canvas().line_height(Role::note);
  spec.rect.height = card_around(ui, spec) + named + space::s + ui.target() + space::m +
                     row_of_buttons_height(ui, kinds, inside);
  Rect rest = card(ui, spec);
  rest.take_top(states(ui, rest, "primary", "Save", ButtonKind::primary, true), space::s);
  rest.take_top(states(ui, rest, "plain", "Note", ButtonKind::plain, false), space::m);
  row_of_buttons(ui, kinds, rest);
  return spec.rect.height;
}

float persons(Ui& ui, const Rect& room, GalleryState&) {
  CardSpec spec = titled("persons", room, "Person disc, chip, tags");
  static constexpr std::array<std::string_view, 5> names = {"here", "has word", "not yet",
                                                            "not here", "heard"};
  static constexpr std::array<std::string_view, 5> letters = {"Am", "Es", "Be", "Fa", "Ha"};
  static constexpr std::array states_of = {DiscState::here, DiscState::has_word, DiscState::not_yet,
                                           DiscState::not_here, DiscState::heard};
  const float disc = ui.scaled(44);
  const float line = ui.canvas().line_height(Role::note);
  const std::array tags = {
      TagSpec{.id = "today", .text = "Today", .icon = icon::event, .tone = Tone::soft},
      TagSpec{.id = "higher", .text = "5 higher", .icon = icon::trending_up, .tone = Tone::warn},
      TagSpec{.id = "open", .text = "Risk open", .icon = icon::favorite, .tone = Tone::risk_soft}};
  spec.rect.height =
      card_around(ui, spec) + disc + 2 * space::s + line + space::m + 2 * (ui.target() + space::s);
  Rect rest = card(ui, spec);
  Rect row = rest.take_top(disc + 2 * space::s, space::xs);
  Rect words = rest.take_top(line, space::m);
  const float width = std::min(ui.scaled(80), row.width / 5);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Rect place = row.take_left(width);
    const std::string id = "disc." + std::to_string(i);
    person_disc(ui, id, {place.x + disc / 2 + space::xs, place.centre().y},
                {.letters = letters.at(i),
                 .seat = static_cast<std::uint32_t>(i),
                 .state = states_of.at(i),
                 .name = names.at(i),
                 .size = 44});
    ui.text(id + ".name", words.take_left(width), names.at(i),
            {Role::note, Weight::regular, Token::ink2});
  }
  ChipSpec halima{.id = "chip", .disc = {.letters = "Ha", .seat = 4}, .name = "Halima"};
  ChipSpec chosen{
      .id = "chip_chosen", .disc = {.letters = "Me", .seat = 5}, .name = "Meena", .chosen = true};
  row = rest.take_top(ui.target(), space::s);
  for (ChipSpec* each : {&halima, &chosen}) {
    each->rect = row.take_left(std::min(chip_size(ui, *each).width, row.width), space::s);
    chip(ui, *each);
  }
  row = rest.take_top(ui.target());
  for (TagSpec each : tags) {
    each.rect = row.take_left(std::min(tag_size(ui, each).width, row.width), space::s);
    tag(ui, each);
  }
  return spec.rect.height;
}

float choices(Ui& ui, const Rect& room, GalleryState& state) {
  CardSpec spec = titled("choices", room, "Segmented choice, stepper");
  static constexpr std::array<std::string_view, 3> parts = {"No", "Yes", "Not asked"};
  const std::string minutes = std::to_string(state.minutes) + " min";
  ChoiceSpec choice_spec{.id = "choice", .label = "Asked", .parts = parts, .chosen = state.choice};
  StepperSpec stepper_spec{.id = "stepper",
                           .label = "Minutes late",
                           .value = state.minutes,
                           .most = 240,
                           .text = minutes,
                           .less_word = "less",
                           .more_word = "more"};
  const float inside = room.width - 2 * spec.padding;
  const Size left = choice_size(ui, choice_spec);
  const Size right = stepper_size(ui, stepper_spec);
  const bool beside = left.width + space::l + right.width <= inside;
  spec.rect.height = card_around(ui, spec) + ui.target() + (beside ? 0 : ui.target() + space::s);
  Rect rest = card(ui, spec);
  Rect row = rest.take_top(ui.target(), space::s);
  choice_spec.rect = row.take_left(std::min(left.width, inside), space::l);
  if (const auto chosen = choice(ui, choice_spec)) state.choice = chosen;
  if (!beside) row = rest.take_top(ui.target());
  stepper_spec.rect = row.take_left(right.width);
  if (const auto value = stepper(ui, stepper_spec, state.stepper)) state.minutes = *value;
  return spec.rect.height;
}

float score_pads(Ui& ui, const Rect& room, GalleryState&) {
  CardSpec spec = titled("pads", room, "Score pad");
  using State = ScorePadSpec::State;
  std::array pads = {
      ScorePadSpec{.id = "answered", .label = "Answered", .state = State::answered, .answer = 1},
      ScorePadSpec{.id = "open", .label = "Open", .offer = "Not asked", .offer_key = {}},
      ScorePadSpec{
          .id = "refused", .label = "Refused", .state = State::refused, .mark = "Rather not"}};
  const std::string group = ui.id("pads");
  spec.rect.height = card_around(ui, spec) + 3 * ui.target() + 2 * space::s;
  Rect rest = card(ui, spec);
  for (ScorePadSpec& pad : pads) {
    pad.rect = rest.take_top(ui.target(), space::s);
    pad.group = group;
    score_pad(ui, pad);
  }
  return spec.rect.height;
}

float toasts(Ui& ui, const Rect& room, GalleryState&) {
  CardSpec spec = titled("toasts", room, "Toast");
  spec.rect.height = card_around(ui, spec) + toast_height(ui);
  const Rect rest = card(ui, spec);
  toast_box(ui, {.id = "toast", .text = "Saved on this laptop", .undo = "Undo"}, rest);
  return spec.rect.height;
}

float dialogs(Ui& ui, const Rect& room, GalleryState&) {
  CardSpec spec = titled("dialogs", room, "Dialog");
  const DialogSpec question{.id = "dialog",
                            .question = "Close session 5?",
                            .text = "Wambui has no mood score. You can add it until Thursday.",
                            .back = "Go back",
                            .verb = "Close session"};
  const float inside = room.width - 2 * spec.padding;
  spec.rect.height = card_around(ui, spec) + dialog_height(ui, question, inside);
  dialog_box(ui, question, card(ui, spec));
  return spec.rect.height;
}

}  // namespace baraza::ui::gallery_cards
