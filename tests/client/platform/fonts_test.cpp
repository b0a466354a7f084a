// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <imgui.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "client/platform/font_atlas.h"
#include "client/ui/theme/icons.h"
#include "test_scene.h"

namespace baraza::platform {
namespace {

using ui::Role;
using ui::TextSize;
using ui::Weight;

constexpr std::array scales = {1.0F, 1.25F, 1.5F, 2.0F};

std::unique_ptr<FontAtlas> make(TextSize text_size, float scale) {
  auto made = FontAtlas::make(installed_fonts(), text_size, scale);
  return made ? std::move(*made) : nullptr;
}

const ImFontGlyph* own_glyph(const ImFont& font, ImWchar letter) {
  return font.FindGlyphNoFallback(letter);
}

TEST(Fonts, AMissingFontIsNamedWithItsPackage) {
  const auto files = read_fonts({"no/such/folder"});
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().code, Code::not_found);
  EXPECT_NE(files.error().detail.find("NotoSans-Regular.ttf"), std::string::npos);
  EXPECT_NE(files.error().detail.find("fonts-noto-core"), std::string::npos);
}

TEST(Fonts, OneFolderMayHaveWhatAnotherHasNot) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "baraza_fonts_test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "NotoSans-Bold.ttf") << "bold";
  std::vector<std::filesystem::path> folders = font_folders(".");
  folders.insert(folders.begin(), folder);
  const auto files = read_fonts(folders);
  std::filesystem::remove_all(folder);
  ASSERT_TRUE(files) << files.error().detail;
  EXPECT_EQ(files->bold, "bold");
  EXPECT_GT(files->regular.size(), 1000U);
}

TEST(Fonts, WhatIsNoFontIsNamed) {
  FontFiles files = installed_fonts();
  files.bold = "no font";
  const auto made = FontAtlas::make(files, TextSize::normal, 1);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, Code::invalid_argument);
  EXPECT_NE(made.error().detail.find("NotoSans-Bold"), std::string::npos);
}

TEST(Fonts, EveryRoleWeightAndIconSizeIsThereInLogicalPixels) {
  for (const TextSize text_size : ui::all_text_sizes) {
    for (const float scale : scales) {
      const auto made = make(text_size, scale);
      ASSERT_TRUE(made);
      EXPECT_EQ(made->fonts().text_size, text_size);
      for (const Role role : ui::all_roles) {
        for (const Weight weight : {Weight::regular, Weight::bold}) {
          const ImFont* font = made->fonts().of(role, weight);
          ASSERT_NE(font, nullptr);
          const float size = ui::type_size(role, text_size).size;
          EXPECT_EQ(font->FontSize, std::round(size * scale));
          EXPECT_FLOAT_EQ(font->Scale, 1 / scale);
        }
      }
      for (const ui::IconSize size : ui::all_icon_sizes) {
        ASSERT_NE(made->fonts().of(size), nullptr);
      }
    }
  }
}

TEST(Fonts, LettersAreAsHighAsAWebPageDrawsThem) {
  // Noto's capitals are 714 thousandths of the em.
  const auto made = make(TextSize::normal, 1);
  ASSERT_TRUE(made);
  for (const Role role : {Role::body, Role::title, Role::figure}) {
    const float em = ui::type_size(role, TextSize::normal).size;
    const ImFontGlyph* capital = own_glyph(*made->fonts().of(role, Weight::bold), 'H');
    ASSERT_NE(capital, nullptr);
    EXPECT_NEAR(capital->Y1 - capital->Y0, 0.714F * em, 1.01F);
    // Capitals stand in the middle of the line, or a little above: below it hang g and y.
    EXPECT_NEAR((capital->Y0 + capital->Y1) / 2, em / 2, em * 0.1F);
  }
}

TEST(Fonts, TheNamesOfMembersCanBeWritten) {
  const auto made = make(TextSize::normal, 1);
  ASSERT_TRUE(made);
  const std::u32string letters = U"AzÀÿŁőƁɗƙƔɛɔẸọṣŋŊǝʻ\u0301\u0323–—‘’“”…•€₦½⁄";
  for (const Role role : {Role::note, Role::body, Role::head, Role::title, Role::question}) {
    for (const char32_t letter : letters) {
      EXPECT_NE(own_glyph(*made->fonts().of(role, Weight::bold), static_cast<ImWchar>(letter)),
                nullptr)
          << std::hex << static_cast<unsigned>(letter);
    }
  }
}

TEST(Fonts, AMissingLetterDrawsSomethingThatIsSeen) {
  const auto made = make(TextSize::normal, 1);
  ASSERT_TRUE(made);
  for (const Role role : ui::all_roles) {
    const ImFont& font = *made->fonts().of(role, Weight::regular);
    const ImFontGlyph* glyph = font.FindGlyph(0x4E2D);
    ASSERT_NE(glyph, nullptr);
    EXPECT_EQ(glyph, own_glyph(font, 0xFFFD));
    EXPECT_TRUE(glyph->Visible);
    EXPECT_GT(glyph->X1 - glyph->X0, 5);
  }
}

TEST(Fonts, EveryIconOfTheThemeIsDrawnAroundTheMiddleOfItsSize) {
  const auto made = make(TextSize::normal, 1);
  ASSERT_TRUE(made);
  for (const ui::IconSize size : ui::all_icon_sizes) {
    const ImFont& font = *made->fonts().of(size);
    const float pixels = ui::icon_pixels(size, TextSize::normal);
    for (const char* icon : ui::icon::all_icons) {
      unsigned code_point = 0;
      const auto byte = [&](int i) { return static_cast<unsigned char>(icon[i]); };
      code_point = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
      const ImFontGlyph* glyph = own_glyph(font, static_cast<ImWchar>(code_point));
      ASSERT_NE(glyph, nullptr) << std::hex << code_point;
      EXPECT_EQ(glyph->AdvanceX, pixels);
      EXPECT_GE(glyph->Y0, 0) << std::hex << code_point;
      EXPECT_LE(glyph->Y1, pixels) << std::hex << code_point;
    }
    const ImFontGlyph* round = own_glyph(font, 0xE86C);  // check_circle: as high as it is wide
    EXPECT_NEAR((round->Y0 + round->Y1) / 2, pixels / 2, 0.51F);
  }
}

}  // namespace
}  // namespace baraza::platform
