// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "client/core/screens/context.h"
#include "client/core/screens/settings_model.h"
#include "client/ui/screens/shell.h"

namespace baraza::app {

using Drafts = std::map<std::string, Bytes>;

// What a screen is opened with. Valid for the call.
struct ScreenStart {
  const client::ScreenContext& context;
  const Drafts& drafts;
  Random& random;
};

// What models are made from. Valid for the call.
struct ScreenInput {
  const client::ScreenContext& context;
  const Drafts& drafts;
  const client::LaptopFacts& laptop;
};

// A screen that is open: its model as last made, and what the person is in the middle of on it.
class Screen {
 public:
  virtual ~Screen() = default;

  // Makes the model anew: called before each pass that may show something else.
  virtual void refresh(const ScreenInput& input) = 0;
  virtual ui::TopBarModel top_bar(ui::Layout layout) const = 0;
  virtual void draw(ui::Ui& ui, const ui::ShellFrame& frame, ui::Requests& requests) = 0;
  // When the model changes by itself, but for the minute.
  virtual std::optional<Tick> next_change() const { return std::nullopt; }
};

// The screen of a place where somebody is who has unlocked the laptop.
std::unique_ptr<Screen> open_screen(const ui::Place& place, const ScreenStart& start);

// The group that a place is about, empty where it is about none.
std::optional<GroupId> group_of(const ui::Place& place);

}  // namespace baraza::app
