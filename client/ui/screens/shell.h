// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/screens/shell_model.h"
#include "client/ui/kernel/ui.h"
#include "client/ui/screens/requests.h"

// What stands around a screen: the left rail, the top bar, the risk banner; and what lies over it:
// toast, explanation of a disabled control, help, the question before leaving.
//
// The owner draws, in this order: draw_shell(), the screen inside `content`, draw_shell_over().
//
// ids: rail.home rail.watch rail.groups rail.session rail.needs rail.supervisor rail.privacy
//      rail.settings rail.lock; top.back top.sync top.<action>; shell.banner.open; toast.undo;
//      help.back; leaving.back leaving.verb
namespace baraza::ui {

// A button of the top bar, drawn as "top.<id>".
struct TopBarAction {
  std::string id;
  std::string text;
  const char* icon = nullptr;
  Shortcut shortcut;
  bool primary = false;  // the screen's one filled button
  bool worried = false;  // the way to raise a worry: drawn in its own kind, first of all
  bool enabled = true;
  std::string why_not;
};

// What a screen says about itself. Each screen gives one: `TopBarModel <name>_top_bar(const
// <Name>Model&, ...)`.
struct TopBarModel {
  std::string title;
  std::string note;
  std::string back;                        // names where Back leads; empty: there is no Back
  std::vector<TopBarAction> actions;       // "worried" and at most two others
  std::vector<client::HelpRow> help;       // the keys of this screen, for F1
  std::optional<std::string> second_line;  // compact layout: in the place of the note
  bool escape_goes_back = true;            // false: the screen has its own use for Esc
};

// A toast as its owner keeps it, for 6 s or until the next.
struct ToastModel {
  std::string text;
  bool can_undo = false;
};

struct ShellState {
  bool help = false;               // F1 is open
  std::optional<Request> leaving;  // a Lock or CloseWindow that waits for an answer
};

struct ShellFrame {
  Rect content;        // where the screen draws; the window's margin is already off
  std::string action;  // the id of the top bar's action that was pressed in this pass, or empty
};

ShellFrame draw_shell(Ui& ui, const client::ShellModel& model, const TopBarModel& top,
                      const Place& here, ShellState& state, Requests& requests);

// Whoever is asked to close the window puts the request into `state.leaving` where the model has
// something to say about leaving; Lock does so by itself.
void draw_shell_over(Ui& ui, const client::ShellModel& model, const TopBarModel& top,
                     const std::optional<ToastModel>& toast, ShellState& state, Requests& requests);

}  // namespace baraza::ui
