// SPDX-License-Identifier: Apache-2.0
#include "client/ui/theme/colours.h"

namespace baraza::ui {
namespace {

// One row a token, in the order of Token.
struct Row {
  Token token;
  std::array<std::uint32_t, all_themes.size()> rgb;  // light, dark, high contrast
};

constexpr std::array<Row, token_count> rows = {{
    {Token::bg, {0xEFEBE4, 0x17171B, 0xFFFFFF}},
    {Token::surface, {0xFFFDF9, 0x222328, 0xFFFFFF}},
    {Token::sunk, {0xF6F2EB, 0x2A2B31, 0xFFFFFF}},
    {Token::line, {0xD9D1C4, 0x3B3C44, 0x000000}},
    {Token::edge, {0x8A8073, 0x878690, 0x000000}},
    {Token::ink, {0x26242B, 0xEFEAE1, 0x000000}},
    {Token::ink2, {0x5B554E, 0xB9B3A8, 0x1A1A1A}},
    {Token::accent, {0x2C4A80, 0xA5BEEF, 0x00277A}},
    {Token::accent_ink, {0xFFFFFF, 0x131C30, 0xFFFFFF}},
    {Token::accent_hover, {0x3A5C99, 0xBCD0F6, 0x00379E}},
    {Token::accent_press, {0x1E3660, 0x8BA8E0, 0x001A52}},
    {Token::soft, {0xE2E8F3, 0x2C3A58, 0xDCE6FF}},
    {Token::soft_ink, {0x233E6E, 0xC9D8F7, 0x001A52}},
    {Token::warn, {0xF8E6BD, 0x3A3020, 0xFFE9A8}},
    {Token::warn_ink, {0x5F3F00, 0xF3D28A, 0x000000}},
    {Token::warn_mark, {0xA26400, 0xE0AE4A, 0x6B3F00}},
    {Token::risk, {0xA0342B, 0xE8917F, 0x8F0000}},
    {Token::risk_ink, {0xFFFFFF, 0x2B0D07, 0xFFFFFF}},
    {Token::risk_soft, {0xF8E1DB, 0x4A2620, 0xFFE0DC}},
    {Token::risk_soft_ink, {0x84241B, 0xF6BDB0, 0x6E0000}},
    {Token::focus, {0xB45F06, 0xF0B04F, 0xC2410C}},
    {Token::rail, {0x222E49, 0x101116, 0x000000}},
    {Token::rail_ink, {0xD5DAE6, 0xB9BDC9, 0xFFFFFF}},
    {Token::rail_on, {0x3B4C73, 0x2C3A58, 0xFFFFFF}},
    {Token::rail_hi, {0xFFFFFF, 0xF4F1EA, 0x000000}},
    {Token::p0, {0xE9DBBE, 0x5A4E38, 0xFFFFFF}},
    {Token::p1, {0xCFDDC7, 0x3C5140, 0xFFFFFF}},
    {Token::p2, {0xEDD0C5, 0x64443A, 0xFFFFFF}},
    {Token::p3, {0xCBDCE8, 0x344F64, 0xFFFFFF}},
    {Token::p4, {0xDFD2E6, 0x514366, 0xFFFFFF}},
    {Token::p5, {0xD8D5D0, 0x4A4B52, 0xFFFFFF}},
    {Token::p_ink, {0x26242B, 0xF4EFE6, 0x000000}},
    {Token::b0, {0xE2E8F3, 0x2C3A58, 0xFFFFFF}},
    {Token::b1, {0xBECBE3, 0x44577F, 0xC9D6F5}},
    {Token::b2, {0x8FA5CC, 0x6079AC, 0x8AA5E0}},
    {Token::b3, {0x5B78AE, 0x829CD2, 0x3F63B5}},
    {Token::b4, {0x2C4A80, 0xA5BEEF, 0x00277A}},
    {Token::veil, {0x26242B, 0x000000, 0x000000}},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].token != static_cast<Token>(i)) return false;
  }
  return true;
}
static_assert(in_order());

}  // namespace

Rgb colour(Theme theme, Token token) {
  const std::uint32_t rgb =
      rows[static_cast<std::size_t>(token)].rgb[static_cast<std::size_t>(theme)];
  return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>(rgb >> 8U),
          static_cast<std::uint8_t>(rgb)};
}

}  // namespace baraza::ui
