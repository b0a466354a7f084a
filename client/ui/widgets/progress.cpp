// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/progress.h"

#include <algorithm>
#include <cmath>

#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr float bar_height = 8;
constexpr float below_bar = 6;
constexpr float pointer_width = 16;
constexpr float pointer_height = 13;
constexpr float band_height = 20;
constexpr float band_gap = 2;
constexpr float band_radius = 4;

}  // namespace

float progress_height(const Ui& ui, const ProgressSpec& spec) {
  const bool words = !spec.left_text.empty() || !spec.right_text.empty();
  return bar_height + (words ? below_bar + ui.canvas().line_height(Role::note) : 0);
}

void progress(Ui& ui, const ProgressSpec& spec) {
  Canvas& canvas = ui.canvas();
  Rect room = spec.rect;
  const Rect bar = room.take_top(bar_height, below_bar);
  const bool over = spec.done > spec.whole;
  const float share = spec.whole <= 0 ? 0 : std::clamp(spec.done / spec.whole, 0.0F, 1.0F);
  canvas.fill(bar,
              over           ? Token::warn_mark
              : spec.on_soft ? Token::surface
                             : Token::soft,
              bar_height / 2);
  if (!over && share > 0) {
    Rect done = bar;
    done.width = std::max(bar_height, std::round(bar.width * share));
    canvas.fill(done, Token::accent, bar_height / 2);
  }
  if (canvas.theme() == Theme::high_contrast) {
    canvas.border(bar.grown(1), Token::edge, bar_height / 2 + 1, 1);
  }
  ui.note_picture(spec.id, bar, spec.left_text);
  if (spec.left_text.empty() && spec.right_text.empty()) return;
  const Token ink = over ? Token::warn_ink : spec.on_soft ? Token::soft_ink : Token::ink;
  room.height = canvas.line_height(Role::note);
  const float right = std::ceil(ui.width_of(spec.right_text, Role::note, Weight::bold));
  const Rect end = room.take_right(std::min(right, room.width), space::s);
  ui.text(parts::below(spec.id, "left"), room, spec.left_text, {Role::note, Weight::regular, ink});
  ui.text(parts::below(spec.id, "right"), end, spec.right_text, {Role::note, Weight::bold, ink},
          Align::right);
}

float score_band_height(const Ui& ui) {
  return pointer_height + 2 + band_height + 2 + ui.canvas().line_height(Role::note);
}

void score_band(Ui& ui, const ScoreBandSpec& spec) {
  Canvas& canvas = ui.canvas();
  ui.note_picture(spec.id, spec.rect, spec.text);
  Rect room = spec.rect;
  const Rect pointer = room.take_top(pointer_height, 2);
  const Rect bands = room.take_top(band_height, 2);
  const float scores = static_cast<float>(spec.most) + 1;
  const auto x_of = [&](float score) { return bands.x + bands.width * score / scores; };
  for (std::size_t i = 0; i < spec.limits.size(); ++i) {
    const float from = x_of(static_cast<float>(spec.limits[i]));
    const bool last = i + 1 == spec.limits.size();
    const float to = last ? bands.right() : x_of(static_cast<float>(spec.limits[i + 1])) - band_gap;
    const Rect band{std::round(from), bands.y, std::round(to) - std::round(from), bands.height};
    const auto tint =
        static_cast<Token>(static_cast<std::size_t>(Token::b0) + std::min<std::size_t>(i, 4));
    canvas.box(band, tint, Token::edge, band_radius);
    const std::string limit = std::to_string(spec.limits[i]);
    ui.text(parts::below(spec.id, "limit." + std::to_string(i)),
            {band.x, room.y, band.width, canvas.line_height(Role::note)}, limit,
            {Role::note, Weight::regular, Token::ink2});
  }
  if (!spec.has_score) return;
  const float at = std::round(x_of(static_cast<float>(std::min(spec.score, spec.most)) + 0.5F));
  canvas.triangle({at - pointer_width / 2, pointer.y}, {at + pointer_width / 2, pointer.y},
                  {at, pointer.bottom()}, Token::ink);
}

}  // namespace baraza::ui
