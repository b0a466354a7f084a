// SPDX-License-Identifier: Apache-2.0
#include "client/ui/theme/type.h"

#include <cmath>
#include <cstddef>

namespace baraza::ui {
namespace {

// A row a role, in the order of Role; the large ones grow less than the rest.
constexpr std::array<std::array<TypeSize, all_text_sizes.size()>, all_roles.size()> sizes = {{
    {{{14, 20}, {17, 24}, {21, 30}}},  // note
    {{{16, 24}, {20, 30}, {24, 34}}},  // body
    {{{18, 26}, {22, 32}, {27, 36}}},  // lead
    {{{20, 28}, {25, 34}, {28, 38}}},  // head
    {{{24, 32}, {28, 38}, {32, 42}}},  // step
    {{{28, 36}, {32, 42}, {36, 46}}},  // title
    {{{40, 48}, {46, 56}, {52, 62}}},  // figure
    {{{44, 58}, {50, 64}, {56, 70}}},  // question
    {{{14, 18}, {16, 20}, {19, 24}}},  // rail
}};

constexpr std::array<float, all_icon_sizes.size()> icon_sizes = {18, 20, 22, 24, 28};

}  // namespace

TypeSize type_size(Role role, TextSize text_size) {
  return sizes[static_cast<std::size_t>(role)][static_cast<std::size_t>(text_size)];
}

float icon_pixels(IconSize size, TextSize text_size) {
  return std::round(icon_sizes[static_cast<std::size_t>(size)] * text_factor(text_size));
}

float text_factor(TextSize text_size) {
  switch (text_size) {
    case TextSize::normal: return 1.0F;
    case TextSize::large: return 1.25F;
    case TextSize::largest: break;
  }
  return 1.5F;
}

}  // namespace baraza::ui
