// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "client/ui/kernel/ui.h"
#include "client/ui/widgets/button.h"

namespace baraza::ui {

// A sheet over the screen, on a veil: a title, what the screen draws in it, and buttons at the
// bottom that never scroll away. Nothing below it gets any input while it lives. Texts of the spec
// outlive the panel.
struct PanelSpec {
  std::string_view id = {};
  std::string_view title = {};
  std::string_view back = {};    // the way out, Esc
  float width = 520;             // at normal text; never wider than the window
  float height = 0;              // of what is in it, if known; 0: as high as the window allows
  std::string_view action = {};  // the primary button; empty: none
  bool action_enabled = true;
  std::string_view action_not = {};  // why it can't be pressed
  Shortcut action_shortcut = {};
};

class Panel {
 public:
  Panel(Ui& ui, const PanelSpec& spec);

  // Where to draw; scroll inside it.
  const Rect& room() const { return room_; }
  // Draws the buttons, "<id>.back" and "<id>.action": called once all else was drawn, so that Tab
  // comes to them last.
  enum class Answer : std::uint8_t { none, back, action };
  Answer finish();
  // Where something else may stand beside those buttons; empty if there is no room.
  Rect beside() const;

 private:
  Ui& ui_;
  std::unique_ptr<Ui::Over> over_;
  Ui::Scope scope_;
  std::vector<ButtonSpec> buttons_;
  Rect room_;
  Rect row_;
};

}  // namespace baraza::ui
