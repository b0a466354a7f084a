// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

// The roles of text. No size stands anywhere else: screens and widgets name a role.
namespace baraza::ui {

enum class TextSize : std::uint8_t { normal, large, largest };
inline constexpr std::array all_text_sizes = {TextSize::normal, TextSize::large, TextSize::largest};

enum class Role : std::uint8_t {
  note,      // second lines, labels, axis; never smaller than this
  body,      // everything else; bold for names and buttons
  lead,      // prompts to say aloud, big buttons
  head,      // card title, screen title in the top bar
  step,      // current step, answers in hand-over
  title,     // the one big sentence of a screen
  figure,    // score, countdown, clock
  question,  // the question in hand-over
  rail,      // rail words
};
inline constexpr std::array all_roles = {Role::note,   Role::body,     Role::lead,
                                         Role::head,   Role::step,     Role::title,
                                         Role::figure, Role::question, Role::rail};

enum class Weight : std::uint8_t { regular, bold };

// Logical pixels: the height of the letters and of the line they stand in.
struct TypeSize {
  float size = 0;
  float line = 0;
};

TypeSize type_size(Role role, TextSize text_size);

// Icons come in the sizes that stand beside each kind of text.
enum class IconSize : std::uint8_t {
  small,  // 18 beside notes
  plain,  // 20 beside body
  badge,  // 22 in the sync badge
  large,  // 24 in the rail, lists and banners
  huge,   // 28 and more: the big sentence of a side
};
inline constexpr std::array all_icon_sizes = {IconSize::small, IconSize::plain, IconSize::badge,
                                              IconSize::large, IconSize::huge};

// Logical pixels: an icon's width and height.
float icon_pixels(IconSize size, TextSize text_size);

// By how much the text has grown: 1, 1.25, 1.5.
float text_factor(TextSize text_size);

}  // namespace baraza::ui
