// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/session_model.h"
#include "client/ui/screens/note_panel.h"
#include "client/ui/screens/shell.h"
#include "client/ui/screens/worry_panel.h"
#include "client/ui/widgets/text_field.h"

// The session: before it is opened, while it runs, and after it was closed.
//
// The owner keeps the run of the session that is shown: as decode_run() gave it when the screen
// opened, then as each request::Draft for `model.run_key` says, read with the model's own `now`; it
// writes the draft anew every run_kept_every.
//
// ids: session.open session.extra (planned); session.begin (open);
//      session.next_person session.next_step session.step_back session.mood session.note
//      session.close session.attendance session.circle.SEAT session.ask.SEAT (running);
//      session.sheet session.others session.more (where they don't fit: open a panel);
//      sheet.back sheet.step_back; others.back others.ask.SEAT; more.back more.*;
//      session.reason session.amend (closed); worry.* note.* close.* in their own headers;
//      top.worried top.pause
namespace baraza::ui {

struct SessionState {
  enum class Panel : std::uint8_t { none, sheet, others, more };
  Panel panel = Panel::none;
  bool closing = false;
  std::optional<std::size_t> shown_step;  // of the run sheet: the one that was scrolled to
  NotePanelState note;
  WorryPanelState worry;
  std::string reason;  // of an amendment; the owner sets it from its draft when the screen opens
  TextFieldState reason_field;
};

// Words and actions are fewer where the layout has less room.
TopBarModel session_top_bar(const client::SessionModel& model, Layout layout);

void draw_session(Ui& ui, const ShellFrame& frame, const client::SessionModel& model,
                  SessionState& state, Requests& requests);

}  // namespace baraza::ui
