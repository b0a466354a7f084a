// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "client/platform/font_files.h"
#include "client/platform/scene.h"
#include "shared/base/clock.h"

namespace baraza::platform {

// A clock that stands where the test puts it.
class StoodClock final : public Clock {
 public:
  Now now() const override { return at; }
  Now at{{1'000'000}, {1'000}};
};

// A scene that notes what it is asked, and draws what the test says.
class TestScene final : public Scene {
 public:
  void update(Now now) override {
    if (on_update) on_update(now);
  }
  void pass(const ui::PassInput& input, const ui::FontSet& fonts, ImDrawList* list) override {
    sizes.push_back(input.window);
    renders += input.render ? 1 : 0;
    if (input.event != nullptr) {
      events.push_back(*input.event);
      passes_since_event.push_back(0);
      if (on_event) on_event(*input.event);
    } else if (!passes_since_event.empty()) {
      ++passes_since_event.back();
    }
    if (unsettled > 0) --unsettled;
    if (list != nullptr && draw) draw(fonts, *list);
  }
  bool wants_more() const override { return unsettled > 0; }
  ui::TextSize text_size() const override { return size; }
  ui::Rgb background() const override { return ground; }
  Cursor cursor() const override { return Cursor::arrow; }
  void shown(Now now) override {
    ++shown_count;
    if (on_shown) on_shown(now);
  }
  std::optional<Tick> next_change() const override { return change; }
  void close_requested() override { done = true; }
  bool finished() const override { return done; }

  std::function<void(Now)> on_update;
  std::function<void(const ui::InputEvent&)> on_event;
  std::function<void(Now)> on_shown;
  std::function<void(const ui::FontSet&, ImDrawList&)> draw;
  std::vector<ui::InputEvent> events;
  std::vector<int> passes_since_event;  // for each event, passes without one before the next
  std::vector<ui::Size> sizes;
  ui::TextSize size = ui::TextSize::normal;
  ui::Rgb ground = ui::colour(ui::Theme::light, ui::Token::bg);
  std::optional<Tick> change;
  int unsettled = 0;  // passes that it still asks for
  int renders = 0;
  int shown_count = 0;
  bool done = false;
};

// Those of this computer; tools/setup installs them.
inline FontFiles installed_fonts() {
  auto files = read_fonts(font_folders("."));
  return files ? *files : FontFiles();
}

}  // namespace baraza::platform
