#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each literal colour, font size and font file in a screen is found; tokens pass."""

import unittest

from fixture import TreeTest

LITERALS = (
    "auto c = IM_COL32(255, 0, 0, 255);",
    "auto c = IM_COL32_WHITE;",
    "constexpr std::uint32_t warm = 0xEFEBE4;",
    "constexpr std::uint32_t warm = 0xFFEFEBE4U;",
    "draw(ImVec4(0.2f, 0.3f, 0.4f, 1.0f));",
    "const ImVec4 ink{.1F, .1F, .1F, 1};",
    "list->AddRect(a, b, ImColor(20, 30, 40));",
    "const Rgb red{200, 10, 10};",
    "return Rgb{200, 10, 10};",
    'parse("#EFEBE4");',
    "font->Scale = 1.5F;",
    "config.SizePixels = 16; font_config.SizePixels = 16;",
    "font.CalcTextSizeA(16, FLT_MAX, 0, a, b);",
    "list->AddText(&font, 16.0F, at, ink, a, b);",
    "list->AddText(fonts.of(role, weight), 18, at, ink, a, b);",
    "const TypeSize big{40, 48};",
    'atlas.AddFontFromFileTTF(path, 16.0F);',
    'const char* path = "NotoSans-Regular.ttf";',
    r'ui.icon("\xee\x97\x8a");',
)

TOKENS = """// 0xEFEBE4 is the light theme's; NotoSans-Regular.ttf has no such letter.
const Rgb rgb = ui::colour(theme_, colour);
auto packed = IM_COL32(rgb.red, rgb.green, rgb.blue, 255);
list->AddText(&font, height, at, packed, text.data(), end);
font.CalcTextSizeA(font.FontSize * font.Scale, FLT_MAX, 0, a, b);
/* ImVec4(1, 0, 0, 1)
*/ const float gap = 12; const std::uint32_t mask = 0xFF;
"""


class CheckLiteralsTest(TreeTest):
    def check(self):
        return self.run_tool("check_literals.py", "--root", str(self.root))

    def test_tokens_and_comments_pass(self):
        self.write("client/ui/kernel/canvas.cpp", TOKENS)
        status, out, err = self.check()
        self.assertEqual((status, out), (0, ""))
        self.assertIn("1 files, 0 literals", err)

    def test_every_literal_of_the_look_is_found_with_its_line(self):
        for literal in LITERALS:
            with self.subTest(literal):
                self.write("client/ui/screens/home.cpp", "// a screen\n" + literal + "\n")
                status, out, _ = self.check()
                self.assertEqual(status, 1)
                self.assertTrue(out.startswith("client/ui/screens/home.cpp:2: "), out)

    def test_the_theme_is_where_they_stand(self):
        self.write("client/ui/theme/colours.cpp", "\n".join(LITERALS))
        self.assertEqual(self.check()[0], 0)

    def test_a_folder_whose_name_only_begins_like_the_theme_is_checked(self):
        self.write("client/ui/theme_park/a.h", LITERALS[0] + "\n")
        self.assertEqual(self.check()[0], 1)


if __name__ == "__main__":
    unittest.main()
