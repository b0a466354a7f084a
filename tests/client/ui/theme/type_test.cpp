// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "client/ui/theme/type.h"

namespace baraza::ui {
namespace {

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
