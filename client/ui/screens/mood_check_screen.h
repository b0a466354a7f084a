// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/mood_check_model.h"
#include "client/ui/screens/shell.h"
#include "client/ui/widgets/stepper.h"
#include "client/ui/widgets/text_field.h"

// One member's mood check. The owner sets `state.sheets` by begin_mood_check() when the screen
// opens, and makes the model from it anew for every pass: an answer changes the sheets at once, and
// is asked to be kept as a draft in the same pass.
//
// Keys: 0 to 3 answer and go on, R would rather not, X not asked, Backspace one back, Enter Done as
// soon as it can be pressed.
//
// ids: mood.item.N.V (a box) mood.item.N.offer mood.done mood.leave (a correction);
//      mood.correct mood.withdraw mood.settle (done); withdraw.reason withdraw.back
//      withdraw.action; paper.total paper.day paper.action paper.back; top.worried top.sheet
namespace baraza::ui {

struct MoodCheckState {
  client::MoodCheckSheets sheets;
  std::optional<std::size_t> focused_item;  // in which the focus was last
  std::optional<std::size_t> shown_item;    // that was scrolled to
  float shown_height = 0;                   // of the region that scrolls
  bool withdrawing = false;
  bool on_paper = false;  // what stands on the paper is asked for, before Done
  NumberFieldState paper_total;
  StepperState paper_day;
  std::string reason;
  TextFieldState reason_field;
};

TopBarModel mood_check_top_bar(const client::MoodCheckModel& model, Layout layout);
void draw_mood_check(Ui& ui, const ShellFrame& frame, const client::MoodCheckModel& model,
                     MoodCheckState& state, Requests& requests);

}  // namespace baraza::ui
