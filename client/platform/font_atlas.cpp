// SPDX-License-Identifier: Apache-2.0
#include "client/platform/font_atlas.h"

#include <ft2build.h>
#include <imgui.h>
#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>
#include FT_FREETYPE_H

#include "client/ui/theme/icons.h"

namespace baraza::platform {
namespace {

using ui::Role;
using ui::Weight;

// Pairs of first and last; ends with a zero.
constexpr std::array<ImWchar, 19> letters = {
    0x0020, 0x007E,  // Latin
    0x00A0, 0x024F,  // Latin-1 and Extended-A and -B: Hausa, Ewe, Dinka
    0x0250, 0x036F,  // phonetic letters that alphabets took over, modifiers, combining marks
    0x1E00, 0x1EFF,  // Extended Additional: Igbo, Yoruba
    0x2010, 0x2027,  // dashes, quotation marks, dots
    0x2030, 0x203A,  // per mille, primes, single quotation marks
    0x2044, 0x2044,  // fraction slash
    0x20A0, 0x20BF,  // currencies
    0xFFFD, 0xFFFD,  // what stands for a missing letter
    0};
// Figures are numbers, times, and short words of the programme's languages.
constexpr std::array<ImWchar, 9> few_letters = {0x0020, 0x007E, 0x00A0, 0x017F, 0x2010,
                                                0x2027, 0xFFFD, 0xFFFD, 0};

constexpr auto icon_count = ui::icon::all_icons.size();

ImWchar code_point(std::string_view utf8) {
  // Icons are three bytes long each; the theme's test holds them to it.
  const auto bits = [&](std::size_t i, unsigned mask) {
    return static_cast<unsigned>(static_cast<unsigned char>(utf8[i])) & mask;
  };
  return static_cast<ImWchar>(bits(0, 0x0F) << 12U | bits(1, 0x3F) << 6U | bits(2, 0x3F));
}

std::array<ImWchar, 2 * icon_count + 1> icon_ranges() {
  std::array<ImWchar, 2 * icon_count + 1> ranges{};
  for (std::size_t i = 0; i < icon_count; ++i) {
    ranges[2 * i] = ranges[2 * i + 1] = code_point(ui::icon::all_icons[i]);
  }
  return ranges;
}

// Of the em's height: from the top of a box as high as the em to the letters' base line, when the
// room that the font asks for above and below is centred on the box. As a web page centres a line.
Result<float> base_line(const Bytes& file, const char* name) {
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  if (FT_Init_FreeType(&library) != 0) return fail(Code::internal, "FreeType doesn't start.");
  const auto* bytes = reinterpret_cast<const FT_Byte*>(file.data());
  const bool is_font =
      FT_New_Memory_Face(library, bytes, static_cast<FT_Long>(file.size()), 0, &face) == 0;
  float share = 0;
  if (is_font) {
    const float above = static_cast<float>(face->ascender);
    const float below = static_cast<float>(-face->descender);
    share = 0.5F + (above - below) / 2 / static_cast<float>(face->units_per_EM);
  }
  FT_Done_FreeType(library);  // and the face with it
  if (!is_font) {
    return fail(Code::invalid_argument,
                std::string("The file of the font ") + name + " can't be read as a font.");
  }
  return share;
}

// One file, from which fonts of several sizes are made.
struct Source {
  const Bytes& file;
  float base_line;
};

class Maker {
 public:
  Maker(ImFontAtlas& atlas, float scale) : atlas_(atlas), scale_(scale) {}

  // The same font again for the same file and size.
  ImFont* font(const Source& source, float size, const ImWchar* ranges) {
    const float pixels = std::round(size * scale_);
    for (const Made& made : made_) {
      if (made.source == &source && made.pixels == pixels && made.ranges == ranges) {
        return made.font;
      }
    }
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    // The builder only reads, but its interface isn't const.
    void* bytes = const_cast<char*>(source.file.data());
    ImFont* font = atlas_.AddFontFromMemoryTTF(bytes, static_cast<int>(source.file.size()), pixels,
                                               &config, ranges);
    made_.push_back({&source, pixels, ranges, font});
    return font;
  }

  // After the atlas was built: puts base lines where they belong, and measures in logical pixels.
  void finish() {
    for (const Made& made : made_) {
      const float move =
          std::round(made.pixels * made.source->base_line) - std::round(made.font->Ascent);
      for (ImFontGlyph& glyph : made.font->Glyphs) {
        glyph.Y0 += move;
        glyph.Y1 += move;
      }
      made.font->Ascent += move;
      made.font->Scale = 1 / scale_;
    }
    atlas_.ClearInputData();  // it names the files' bytes, which needn't live any longer
  }

 private:
  struct Made {
    const Source* source;
    float pixels;
    const ImWchar* ranges;
    ImFont* font;
  };
  ImFontAtlas& atlas_;
  float scale_;
  std::vector<Made> made_;
};

// Roles that stand in one weight only; asked for the other one they give this.
bool is_bold_only(Role role) {
  switch (role) {
    case Role::head:
    case Role::step:
    case Role::title:
    case Role::figure:
    case Role::question: return true;
    default: return false;
  }
}

}  // namespace

FontAtlas::FontAtlas(ui::TextSize text_size, float scale)
    : atlas_(std::make_unique<ImFontAtlas>()), scale_(scale) {
  fonts_.text_size = text_size;
}

FontAtlas::~FontAtlas() = default;

Result<std::unique_ptr<FontAtlas>> FontAtlas::make(const FontFiles& files, ui::TextSize text_size,
                                                   float scale) {
  const auto regular_line = base_line(files.regular, "NotoSans-Regular");
  if (!regular_line) return fail(regular_line.error());
  const auto bold_line = base_line(files.bold, "NotoSans-Bold");
  if (!bold_line) return fail(bold_line.error());
  const auto icon_line = base_line(files.icons, "MaterialIcons-Regular");
  if (!icon_line) return fail(icon_line.error());
  const Source regular{files.regular, *regular_line};
  const Source bold{files.bold, *bold_line};
  const Source icons{files.icons, *icon_line};
  const auto ranges_of_icons = icon_ranges();

  std::unique_ptr<FontAtlas> made(new FontAtlas(text_size, scale));
  ImFontAtlas& atlas = *made->atlas_;
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  // Light hinting snaps letters to whole rows and leaves their width alone. Noto has no bitmaps:
  // the flag makes sizes mean the em instead of the whole line.
  atlas.FontBuilderFlags =
      ImGuiFreeTypeBuilderFlags_LightHinting | ImGuiFreeTypeBuilderFlags_Bitmap;
  atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight | ImFontAtlasFlags_NoMouseCursors;

  Maker maker(atlas, scale);
  for (const Role role : ui::all_roles) {
    const float size = ui::type_size(role, text_size).size;
    const ImWchar* ranges = role == Role::figure ? few_letters.data() : letters.data();
    auto& weights = made->fonts_.text[static_cast<std::size_t>(role)];
    weights[static_cast<std::size_t>(Weight::bold)] = maker.font(bold, size, ranges);
    weights[static_cast<std::size_t>(Weight::regular)] =
        maker.font(is_bold_only(role) ? bold : regular, size, ranges);
  }
  for (const ui::IconSize size : ui::all_icon_sizes) {
    made->fonts_.icons[static_cast<std::size_t>(size)] =
        maker.font(icons, ui::icon_pixels(size, text_size), ranges_of_icons.data());
  }
  if (!atlas.Build()) return fail(Code::internal, "The fonts can't be drawn.");
  maker.finish();
  return made;
}

}  // namespace baraza::platform
