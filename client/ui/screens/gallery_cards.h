// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/screens/gallery.h"

// The cards of the gallery, each from the upper edge of the room; they return how high they are.
namespace baraza::ui::gallery_cards {

float buttons(Ui& ui, const Rect& room, GalleryState& state);
float persons(Ui& ui, const Rect& room, GalleryState& state);
float choices(Ui& ui, const Rect& room, GalleryState& state);
float score_pads(Ui& ui, const Rect& room, GalleryState& state);
float toasts(Ui& ui, const Rect& room, GalleryState& state);
float badges(Ui& ui, const Rect& room, GalleryState& state);
float rows(Ui& ui, const Rect& room, GalleryState& state);
float bars(Ui& ui, const Rect& room, GalleryState& state);
float checks(Ui& ui, const Rect& room, GalleryState& state);
float banners(Ui& ui, const Rect& room, GalleryState& state);
float dialogs(Ui& ui, const Rect& room, GalleryState& state);
float empties(Ui& ui, const Rect& room, GalleryState& state);
float fields(Ui& ui, const Rect& room, GalleryState& state);
float marks(Ui& ui, const Rect& room, GalleryState& state);
float courses(Ui& ui, const Rect& room, GalleryState& state);
float circles(Ui& ui, const Rect& room, GalleryState& state);
float rails(Ui& ui, const Rect& room, GalleryState& state);
float bar(Ui& ui, const Rect& room, GalleryState& state);

}  // namespace baraza::ui::gallery_cards
