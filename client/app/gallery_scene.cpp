// SPDX-License-Identifier: Apache-2.0
#include "client/app/gallery_scene.h"

namespace baraza::app {

void GalleryScene::pass(const ui::PassInput& input, const ui::FontSet& fonts, ImDrawList* list) {
  ui_.begin(input, fonts, settings_.theme, list);
  if (ui_.pressed(ui::Shortcut::of(ui::Key::f2))) {
    settings_.theme = static_cast<ui::Theme>((static_cast<int>(settings_.theme) + 1) % 3);
  }
  if (ui_.pressed(ui::Shortcut::of(ui::Key::f3))) {
    settings_.text_size =
        static_cast<ui::TextSize>((static_cast<int>(settings_.text_size) + 1) % 3);
  }
  ui::draw_gallery(ui_, ui_.window(), state_);
  ui_.end();
  unsettled_ = ui_.event_used();
}

}  // namespace baraza::app
