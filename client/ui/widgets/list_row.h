// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/kernel/ui.h"
#include "client/ui/widgets/person_disc.h"
#include "client/ui/widgets/tone.h"

namespace baraza::ui {

// One line of a list: disc or icon, name, second line, and room at the right for what the screen
// draws there itself.
struct ListRowSpec {
  std::string_view id = {};
  Rect rect = {};  // list_row_height() tells how high
  const DiscSpec* disc = nullptr;
  const char* icon = nullptr;  // where there is no disc
  Token icon_colour = Token::accent;
  // The icon stands on a disc of this tone.
  const Tone* icon_disc = nullptr;
  std::string_view name = {};
  std::string_view note = {};  // the second line; goes in the compact layout where `note_may_go`
  bool note_may_go = false;
  int most_note_lines = 1;
  float trailing_width = 0;  // kept free at the right
  bool selected = false;
  bool pressable = true;
  bool enabled = true;
  std::string_view why_not = {};
  std::string_view group = {};  // of all rows of the list: arrows walk, Home and End jump
  Shortcut shortcut = {};
  bool rule = false;   // below it; not around a selected one
  bool table = false;  // 50 in place of 56 high
  bool strong_name = true;
};

struct ListRow {
  bool activated = false;
  bool focused = false;
  Rect trailing = {};  // where the screen may draw
};

// The rectangle's width is read, its height isn't.
float list_row_height(const Ui& ui, const ListRowSpec& spec);
ListRow list_row(Ui& ui, const ListRowSpec& spec);

// An icon and a sentence, in as many lines as it needs: "Before you begin".
struct IconLineSpec {
  std::string_view id = {};
  Rect rect = {};
  const char* icon = nullptr;
  std::string_view text = {};
  TextStyle style = {};
  Token icon_colour = Token::accent;
};
float icon_line_height(const Ui& ui, const IconLineSpec& spec);
void icon_line(Ui& ui, const IconLineSpec& spec);

// When something is: a clock and words in accent, "Today at 10:00, in 50 minutes".
struct DateLineSpec {
  std::string_view id = {};
  Rect rect = {};
  std::string_view text = {};
};
float date_line_height(const Ui& ui, const DateLineSpec& spec);
void date_line(Ui& ui, const DateLineSpec& spec);

}  // namespace baraza::ui
