// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "client/ui/kernel/ui.h"

namespace baraza::ui {
namespace {

constexpr float bar_width = 8;
constexpr float lines_a_notch = 3;

}  // namespace

Ui::Scroll::Scroll(Ui& ui, std::string_view leaf, const Rect& rect)
    : ui_(ui), id_(ui.id(leaf)), rect_(rect), outer_clip_(ui.clip_), outer_scroll_(ui.scroll_id_) {
  ScrollState& state = ui_.scrolls_[id_];
  state.rect = rect.intersection(ui.clip_);
  state.layer = ui.layer_;
  state.pass = ui.pass_;
  const float most = std::max(0.0F, state.content - rect.height);
  state.offset = std::round(std::clamp(state.offset, 0.0F, most));
  // Room for the bar is kept only where there is one, and then from the next pass on.
  const float bar = most > 0 ? bar_width + space::xs : 0;
  room_ = {rect.x, rect.y - state.offset, rect.width - bar, std::max(state.content, rect.height)};
  ui_.clip_ = rect.intersection(ui.clip_);
  ui_.scroll_id_ = id_;
  ui_.canvas_.push_clip(rect);
}

Ui::Scroll::~Scroll() {
  ui_.canvas_.pop_clip();
  ScrollState& state = ui_.scrolls_[id_];
  state.content = used_;
  const float most = std::max(0.0F, used_ - rect_.height);
  if (most > 0) {
    const float length = std::max(space::target, rect_.height * rect_.height / used_);
    const float top = rect_.y + (rect_.height - length) * std::min(1.0F, state.offset / most);
    ui_.canvas_.fill({rect_.right() - bar_width, top, bar_width, length}, Token::edge,
                     bar_width / 2);
  }
  ui_.clip_ = outer_clip_;
  ui_.scroll_id_ = outer_scroll_;
}

void Ui::take_scroll(const Scrolled& event) {
  // The innermost region under the pointer that has something to scroll.
  ScrollState* found = nullptr;
  for (auto& [id, state] : scrolls_) {
    const bool here = state.pass + 1 == pass_ && state.layer >= active_layer_ &&
                      state.rect.contains(event.at) && state.content > state.rect.height;
    if (here && (found == nullptr || state.rect.height < found->rect.height)) found = &state;
  }
  if (found == nullptr) return;
  found->offset -= event.lines * lines_a_notch * canvas_.line_height(Role::body);
  event_used_ = true;
}

void Ui::reveal(const Rect& rect) {
  const auto found = scrolls_.find(scroll_id_);
  if (found == scrolls_.end()) return;
  ScrollState& state = found->second;
  const float out = space::focus_gap + space::focus_ring;
  if (rect.y - out < state.rect.y) state.offset -= state.rect.y - (rect.y - out);
  if (rect.bottom() + out > state.rect.bottom()) {
    state.offset += rect.bottom() + out - state.rect.bottom();
  }
}

}  // namespace baraza::ui
