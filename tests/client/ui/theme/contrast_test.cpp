// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "client/ui/theme/colours.h"

namespace baraza::ui {
namespace {

// WCAG 2: relative luminance and contrast ratio.
double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}
double luminance(const Rgb& rgb) {
  return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue);
}
double contrast(Theme theme, Token a, Token b) {
  const double one = luminance(colour(theme, a));
  const double two = luminance(colour(theme, b));
  return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

double to_one_decimal(double ratio) {
  return std::round(ratio * 10) / 10;
}

// What the specification of the look promises: light, dark, high contrast.
struct Promise {
  Token on;
  Token under;
  std::array<double, 3> ratio;
};

constexpr double of_text = 4.5;   // WCAG AA
constexpr double of_marks = 3.0;  // WCAG, for what isn't text

void expect_promises(const std::vector<Promise>& promises, double least) {
  for (const Promise& promise : promises) {
    for (std::size_t i = 0; i < all_themes.size(); ++i) {
      const double ratio = contrast(all_themes[i], promise.on, promise.under);
      SCOPED_TRACE("token " + std::to_string(static_cast<int>(promise.on)) + " on " +
                   std::to_string(static_cast<int>(promise.under)) + ", theme " +
                   std::to_string(i));
      EXPECT_EQ(to_one_decimal(ratio), promise.ratio[i]);
      EXPECT_GE(ratio, least);
    }
  }
}

TEST(Contrast, TextIsAsReadableAsPromised) {
  using T = Token;
  expect_promises(
      {
          {T::ink, T::bg, {12.9, 14.9, 21}},
          {T::ink, T::surface, {15.1, 13.1, 21}},
          {T::ink, T::sunk, {13.7, 11.8, 21}},
          {T::ink, T::soft, {12.5, 9.5, 16.8}},
          {T::ink2, T::bg, {6.2, 8.6, 17.4}},
          {T::ink2, T::surface, {7.2, 7.5, 17.4}},
          {T::ink2, T::sunk, {6.6, 6.8, 17.4}},
          {T::ink2, T::soft, {6.0, 5.4, 13.9}},
          {T::accent, T::bg, {7.4, 9.5, 13.4}},
          {T::accent, T::surface, {8.6, 8.4, 13.4}},
          {T::accent, T::sunk, {7.8, 7.5, 13.4}},
          {T::accent, T::soft, {7.1, 6.0, 10.7}},
          {T::accent_ink, T::accent, {8.8, 9.1, 13.4}},
          {T::accent_ink, T::accent_hover, {6.6, 10.9, 10.3}},
          {T::accent_ink, T::accent_press, {12.0, 7.1, 16.5}},
          {T::soft_ink, T::soft, {8.6, 7.9, 13.2}},
          {T::warn_ink, T::warn, {7.8, 8.9, 17.5}},
          {T::warn_ink, T::surface, {9.4, 10.8, 21}},
          {T::risk_ink, T::risk, {7.0, 7.6, 9.7}},
          {T::risk_soft_ink, T::risk_soft, {7.5, 8.1, 10.2}},
          {T::risk_soft_ink, T::surface, {9.2, 9.6, 12.6}},
          {T::ink, T::warn, {12.4, 10.8, 17.5}},
          {T::ink2, T::warn, {6.0, 6.2, 14.5}},
          {T::rail_ink, T::rail, {9.6, 10.0, 21}},
          {T::rail_hi, T::rail_on, {8.5, 10.0, 21}},
      },
      of_text);
}

TEST(Contrast, MarksAndBordersAreAsVisibleAsPromised) {
  using T = Token;
  expect_promises(
      {
          {T::edge, T::surface, {3.8, 4.4, 21}},
          {T::edge, T::bg, {3.3, 5.0, 21}},
          {T::edge, T::sunk, {3.5, 3.9, 21}},
          {T::edge, T::soft, {3.2, 3.2, 16.8}},
          {T::warn_mark, T::surface, {4.7, 7.7, 9.0}},
          {T::warn_mark, T::warn, {3.9, 6.4, 7.5}},
          {T::risk, T::surface, {6.8, 6.6, 9.7}},
          {T::focus, T::surface, {4.5, 8.2, 5.2}},
          {T::focus, T::bg, {3.9, 9.4, 5.2}},
          {T::focus, T::soft, {3.7, 6.0, 4.1}},
          {T::focus, T::risk_soft, {3.7, 6.9, 4.2}},
      },
      of_marks);
}

TEST(Contrast, LettersOnEveryPersonsDiscAreReadable) {
  constexpr std::array<double, 3> lowest_promised = {10.5, 7.1, 21};
  for (std::size_t i = 0; i < all_themes.size(); ++i) {
    double lowest = 21;
    for (std::uint32_t seat = 0; seat < 6; ++seat) {
      lowest = std::min(lowest, contrast(all_themes[i], Token::p_ink, tint_of_seat(seat)));
    }
    EXPECT_EQ(to_one_decimal(lowest), lowest_promised[i]);
    EXPECT_GE(lowest, of_text);
  }
}

TEST(Contrast, ScoreBandsGoOneWayFromMinimalToSevere) {
  const auto band = [](std::uint32_t number) {
    return static_cast<Token>(static_cast<std::uint32_t>(Token::b0) + number);
  };
  for (const Theme theme : all_themes) {
    for (std::uint32_t number = 1; number < 5; ++number) {
      // Away from the ground they are drawn on.
      EXPECT_GT(contrast(theme, band(number), Token::surface),
                contrast(theme, band(number - 1), Token::surface));
    }
  }
}

TEST(Contrast, PersonsDiscsComeAroundAfterSixSeats) {
  EXPECT_EQ(tint_of_seat(0), Token::p0);
  EXPECT_EQ(tint_of_seat(5), Token::p5);
  EXPECT_EQ(tint_of_seat(6), Token::p0);
}

}  // namespace
}  // namespace baraza::ui
