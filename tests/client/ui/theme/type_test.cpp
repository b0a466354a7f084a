// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "client/ui/theme/icons.h"
#include "client/ui/theme/type.h"

namespace baraza::ui {
namespace {

// The table of the look: pixels and line, at normal, large and largest text.
struct Row {
  Role role;
  std::array<TypeSize, 3> sizes;
};

TEST(Type, TheSizesAreThoseOfTheLook) {
  const std::array<Row, all_roles.size()> table = {{
      {Role::note, {{{14, 20}, {17, 24}, {21, 30}}}},
      {Role::body, {{{16, 24}, {20, 30}, {24, 34}}}},
      {Role::lead, {{{18, 26}, {22, 32}, {27, 36}}}},
      {Role::head, {{{20, 28}, {25, 34}, {28, 38}}}},
      {Role::step, {{{24, 32}, {28, 38}, {32, 42}}}},
      {Role::title, {{{28, 36}, {32, 42}, {36, 46}}}},
      {Role::figure, {{{40, 48}, {46, 56}, {52, 62}}}},
      {Role::question, {{{44, 58}, {50, 64}, {56, 70}}}},
      {Role::rail, {{{14, 18}, {16, 20}, {19, 24}}}},
  }};
  for (const Row& row : table) {
    for (const TextSize text_size : all_text_sizes) {
      const TypeSize expected = row.sizes[static_cast<std::size_t>(text_size)];
      const TypeSize got = type_size(row.role, text_size);
      EXPECT_EQ(got.size, expected.size) << static_cast<int>(row.role);
      EXPECT_EQ(got.line, expected.line) << static_cast<int>(row.role);
    }
  }
}

TEST(Type, IconsGrowWithTheText) {
  EXPECT_EQ(icon_pixels(IconSize::small, TextSize::normal), 18);
  EXPECT_EQ(icon_pixels(IconSize::plain, TextSize::normal), 20);
  EXPECT_EQ(icon_pixels(IconSize::large, TextSize::normal), 24);
  EXPECT_EQ(icon_pixels(IconSize::plain, TextSize::large), 25);
  EXPECT_EQ(icon_pixels(IconSize::large, TextSize::largest), 36);
}

TEST(Type, EveryIconIsOneCharacterOfItsOwn) {
  std::set<std::string> seen;
  for (const std::string icon : icon::all_icons) {
    // Three bytes of UTF-8 are one character below U+10000, as the icon font has them.
    EXPECT_EQ(icon.size(), 3U);
    EXPECT_TRUE(seen.insert(icon).second) << icon;
  }
}

TEST(Type, NoTextIsSmallerThanANote) {
  for (const TextSize text_size : all_text_sizes) {
    const float note = type_size(Role::note, text_size).size;
    for (const Role role : all_roles) {
      if (role == Role::rail) continue;
      EXPECT_GE(type_size(role, text_size).size, note);
    }
  }
  EXPECT_EQ(type_size(Role::note, TextSize::normal).size, 14);
}

TEST(Type, LettersFitTheirLineAndGrowWithTheTextSize) {
  for (const Role role : all_roles) {
    float before = 0;
    for (const TextSize text_size : all_text_sizes) {
      const TypeSize type = type_size(role, text_size);
      EXPECT_GT(type.line, type.size);
      EXPECT_GT(type.size, before);
      before = type.size;
    }
  }
  EXPECT_EQ(type_size(Role::body, TextSize::largest).size,
            type_size(Role::body, TextSize::normal).size * text_factor(TextSize::largest));
}

}  // namespace
}  // namespace baraza::ui
