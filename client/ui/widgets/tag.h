// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/kernel/ui.h"
#include "client/ui/widgets/tone.h"

namespace baraza::ui {

// A word or two in a pill. Read, not pressed.
struct TagSpec {
  std::string_view id = {};
  Rect rect =
      {};  // tag_size() tells what it needs; the tag stands at its left, in the middle of it
  std::string_view text = {};
  const char* icon = nullptr;
  Tone tone = Tone::plain;
};
Size tag_size(const Ui& ui, const TagSpec& spec);
void tag(Ui& ui, const TagSpec& spec);

}  // namespace baraza::ui
