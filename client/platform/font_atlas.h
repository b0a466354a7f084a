// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "client/platform/font_files.h"
#include "client/ui/kernel/fonts.h"

struct ImFontAtlas;

namespace baraza::platform {

// All letters and icons at one text size and one scale of the monitor, drawn by FreeType into one
// picture on the processor; no window is needed. A role's size is the height of the font's em, as a
// web page means it, and letters stand on whole pixels of the monitor.
//
// Letters: Latin with its extensions, the phonetic letters and marks that African orthographies
// use, punctuation, currencies. Whatever else is asked for draws U+FFFD, which everybody sees.
class FontAtlas {
 public:
  // Takes some tens of milliseconds. Doesn't keep the files. invalid_argument if one of them is no
  // font.
  static Result<std::unique_ptr<FontAtlas>> make(const FontFiles& files, ui::TextSize text_size,
                                                 float scale);
  ~FontAtlas();
  FontAtlas(const FontAtlas&) = delete;
  FontAtlas& operator=(const FontAtlas&) = delete;

  // Valid as long as this.
  const ui::FontSet& fonts() const { return fonts_; }
  ImFontAtlas& atlas() { return *atlas_; }
  float scale() const { return scale_; }

 private:
  FontAtlas(ui::TextSize text_size, float scale);

  std::unique_ptr<ImFontAtlas> atlas_;
  ui::FontSet fonts_;
  float scale_;
};

}  // namespace baraza::platform
