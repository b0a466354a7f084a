// SPDX-License-Identifier: Apache-2.0
#include "test_card.h"

#include "client/ui/theme/icons.h"
#include "client/ui/theme/space.h"

namespace baraza::platform {
namespace {

using ui::Rect;
using ui::Role;
using ui::Token;
using ui::Weight;

constexpr std::array<const char*, ui::all_roles.size()> role_words = {
    "note: second lines, labels, axis 0123456789",
    "body: Ask each one. No\xc3\xabl, \xc9\x93\xc9\x97\xc6\x99 "
    "\xc6\x94\xc9\x9b\xc9\x94 "
    "\xe1\xba\xb9\xe1\xbb\x8d\xe1\xb9\xa3 \xc5\x8b \xe2\x80\x9cyes\xe2\x80\x9d",
    "lead: What has changed?",
    "head: Mwembe group",
    "step: What went well",
    "title: Good day",
    "figure: 12",
    "question: How often?",
    "rail: Home Groups People"};

}  // namespace

void draw_test_card(ui::Canvas& canvas) {
  Rect card{24, 24, 700, 560};
  canvas.box(card, Token::surface, Token::line, ui::space::card_radius);
  Rect room = card.inset(ui::space::card_padding);
  for (const Role role : ui::all_roles) {
    const Rect line = room.take_top(canvas.line_height(role), ui::space::xs);
    canvas.rule({line.x, line.bottom()}, line.width);
    const char* words = role_words[static_cast<std::size_t>(role)];
    const Rect used = canvas.text(line, words, {role, Weight::regular, Token::ink});
    const float left = line.right() - used.right() - ui::space::l;
    if (canvas.text_width(words, role, Weight::bold) <= left) {
      canvas.text({used.right() + ui::space::l, line.y, left, line.height}, words,
                  {role, Weight::bold, Token::accent});
    }
  }
  // Icons beside the words they go with, on a line that shows their middle.
  Rect pairs = room.take_top(56);
  for (const auto& [size, role] :
       {std::pair{ui::IconSize::small, Role::note}, std::pair{ui::IconSize::plain, Role::body},
        std::pair{ui::IconSize::badge, Role::body}, std::pair{ui::IconSize::large, Role::lead},
        std::pair{ui::IconSize::huge, Role::head}}) {
    const float words = canvas.text_width("Hxg", role, Weight::bold);
    Rect pair = pairs.take_left(canvas.icon_width(size) + words + 3 * ui::space::m, 4);
    canvas.border(pair, Token::edge, ui::space::button_radius);
    pair.take_left(ui::space::m);
    canvas.icon(pair.take_left(canvas.icon_width(size), ui::space::m).centre(),
                ui::icon::check_circle, {size, Token::accent});
    canvas.text(pair, "Hxg", {role, Weight::bold, Token::ink});
  }

  Rect all{748, 24, 500, 300};
  canvas.box(all, Token::surface, Token::line, ui::space::card_radius);
  std::size_t i = 0;
  for (const char* icon : ui::icon::all_icons) {
    const ui::Point at{all.x + 28 + 34 * static_cast<float>(i % 14),
                       all.y + 28 + 40 * static_cast<float>(i / 14)};
    canvas.icon(at, icon, {ui::IconSize::large, Token::ink});
    ++i;
  }

  Rect shapes{748, 340, 500, 244};
  canvas.box(shapes, Token::surface, Token::line, ui::space::card_radius);
  for (std::uint32_t seat = 0; seat < 6; ++seat) {
    const ui::Point at{shapes.x + 50 + 72 * static_cast<float>(seat), shapes.y + 50};
    canvas.disc(at, 28, ui::tint_of_seat(seat));
    canvas.text_at(at, "Ro", {Role::lead, Weight::bold, Token::p_ink});
  }
  canvas.ring({shapes.x + 50, shapes.y + 130}, 28, Token::accent, 3);
  canvas.dashed_ring({shapes.x + 122, shapes.y + 130}, 28, Token::edge, 2);
  canvas.arc({shapes.x + 194, shapes.y + 130}, 28, 0, 0.7F, Token::accent, 8);
  canvas.dashed_border({shapes.x + 240, shapes.y + 108, 90, 44}, Token::edge, 10);
  Rect button{shapes.x + 350, shapes.y + 108, 120, 44};
  canvas.fill(button, Token::accent, ui::space::button_radius);
  canvas.text(button, "Unlock", {Role::body, Weight::bold, Token::accent_ink}, ui::Align::centre);
  canvas.border(button.grown(5), Token::focus, 15, 3);
  canvas.line({shapes.x + 20, shapes.y + 190}, {shapes.x + 480, shapes.y + 220}, Token::accent, 3);
  canvas.line({shapes.x + 20, shapes.y + 205}, {shapes.x + 480, shapes.y + 235}, Token::edge, 1);

  Rect tokens{24, 608, 1224, 48};
  for (std::size_t token = 0; token < ui::token_count; ++token) {
    canvas.fill(tokens.take_left(28, 4), static_cast<Token>(token));
  }
  canvas.text({24, 672, 700, 24}, "A letter that no font here has: \xe4\xb8\xad \xd8\xb9", {});
}

}  // namespace baraza::platform
