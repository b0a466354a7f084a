// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

// The colours of the client. No colour stands anywhere else: screens and widgets name a token.
namespace baraza::ui {

enum class Theme : std::uint8_t { light, dark, high_contrast };
inline constexpr std::array all_themes = {Theme::light, Theme::dark, Theme::high_contrast};

// Four hues with one meaning each: accent (act, chosen, done), warn (look here), risk (risk, and
// the way to raise it), and sand and stone for all else.
enum class Token : std::uint8_t {
  bg,       // window
  surface,  // card, field, plain button
  sunk,     // hover, quiet fill, disabled
  line,     // card edge, row rule: decoration only, never carries meaning
  edge,     // border of every control; empty circles
  ink,
  ink2,  // second text, disabled text
  accent,
  accent_ink,
  accent_hover,
  accent_press,
  soft,  // selected row, current step
  soft_ink,
  warn,
  warn_ink,
  warn_mark,  // icon, bar
  risk,       // "not seen yet" banner, acknowledge
  risk_ink,
  risk_soft,
  risk_soft_ink,
  focus,  // focus ring, nothing else
  rail,   // left rail, toast
  rail_ink,
  rail_on,  // chosen rail item
  rail_hi,
  p0,  // person discs: seat number mod 6; means nothing
  p1,
  p2,
  p3,
  p4,
  p5,
  p_ink,  // letters on a disc
  b0,     // score bands, minimal to severe; no text on them
  b1,
  b2,
  b3,
  b4,
  veil,  // behind a dialog
};
inline constexpr std::size_t token_count = static_cast<std::size_t>(Token::veil) + 1;

struct Rgb {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  bool operator==(const Rgb&) const = default;
};

Rgb colour(Theme theme, Token token);

// Of 255: how much of the screen behind a dialog the veil takes away.
inline constexpr std::uint8_t veil_alpha = 153;

// The width of card edges, rules and control borders.
constexpr float line_width(Theme theme) {
  return theme == Theme::high_contrast ? 2.0F : 1.0F;
}

// The tint of a person's disc.
constexpr Token tint_of_seat(std::uint32_t seat) {
  return static_cast<Token>(static_cast<std::uint32_t>(Token::p0) + seat % 6);
}

}  // namespace baraza::ui
