// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "client/ui/kernel/ui.h"
#include "client/ui/widgets/score_pad.h"
#include "client/ui/widgets/stepper.h"
#include "client/ui/widgets/text_field.h"
#include "client/ui/widgets/trend_line.h"

namespace baraza::ui {

// What was tried out in the gallery.
struct GalleryState {
  std::optional<std::size_t> choice = 1;
  int minutes = 12;
  StepperState stepper;
  std::string line = "Ask Mama Aisha to walk to market";
  TextFieldState line_field;
  std::string lines = "Moved to her husband’s village in January.";
  TextFieldState lines_field;
  std::string passphrase = "passphrase";
  TextFieldState passphrase_field;
  NumberFieldState number;
  std::optional<std::uint32_t> number_value;
  TrendState trend;
  bool checked = true;
};

// Every widget in every state, for whoever designs or translates; nothing in it is about anybody.
// Not in the catalogue: it is no screen of daily work.
void draw_gallery(Ui& ui, const Rect& room, GalleryState& state);

}  // namespace baraza::ui
