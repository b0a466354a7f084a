// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/app/laptop_settings.h"
#include "client/app/scripted_scene.h"
#include "client/ui/screens/gallery.h"

namespace baraza::app {

// The gallery of widgets in a window of its own. F2 walks through the themes, F3 through the text
// sizes.
class GalleryScene final : public WatchedScene {
 public:
  GalleryScene(ui::Clipboard& clipboard, const LaptopSettings& settings)
      : settings_(settings), ui_(clipboard) {}

  void update(Now) override {}
  void pass(const ui::PassInput& input, const ui::FontSet& fonts, ImDrawList* list) override;
  bool wants_more() const override { return unsettled_; }
  ui::TextSize text_size() const override { return settings_.text_size; }
  ui::Rgb background() const override { return ui::colour(settings_.theme, ui::Token::bg); }
  platform::Cursor cursor() const override {
    return ui_.over_text() ? platform::Cursor::text : platform::Cursor::arrow;
  }
  void shown(Now) override {}
  std::optional<Tick> next_change() const override { return std::nullopt; }
  void close_requested() override { closing_ = true; }
  bool finished() const override { return closing_; }

  const ui::Registry& registry() const override { return ui_.registry(); }
  const std::string& focused() const override { return ui_.focused(); }
  void finish() override { closing_ = true; }

 private:
  LaptopSettings settings_;
  ui::Ui ui_;
  ui::GalleryState state_;
  bool unsettled_ = true;
  bool closing_ = false;
};

}  // namespace baraza::app
