// SPDX-License-Identifier: Apache-2.0
#include "client/ui/kernel/ui.h"

namespace baraza::ui {
namespace {

// Enter and Space press what has the focus.
bool is_enter(const InputEvent& event) {
  const auto* press = std::get_if<KeyPress>(&event);
  return press != nullptr && press->key == Key::enter && !press->ctrl && !press->alt &&
         !press->repeat;
}
bool is_space(const InputEvent& event) {
  const auto* typed = std::get_if<Character>(&event);
  return typed != nullptr && typed->value == U' ' && !typed->repeat;
}

}  // namespace

void Ui::take_pointer(const InputEvent& event) {
  if (const auto* moved = std::get_if<PointerMoved>(&event)) pointer_ = moved->at;
  if (const auto* down = std::get_if<PointerPressed>(&event)) pointer_ = down->at;
  if (const auto* up = std::get_if<PointerReleased>(&event)) pointer_ = up->at;
  if (std::holds_alternative<PointerLeft>(event)) pointer_ = {-1, -1};
  const Drawn* under = shown_.control_at(pointer_, active_layer_);
  hot_ = under == nullptr ? std::string() : under->id;

  if (std::holds_alternative<PointerPressed>(event)) {
    held_ = hot_;
    if (under != nullptr && under->focusable && focused_ != hot_) {
      focused_ = hot_;
      explanation_.clear();
    }
  }
  if (std::holds_alternative<PointerReleased>(event)) {
    // Only what was pressed and let go in one place counts: what slid under the pointer between
    // the two isn't pressed.
    if (!held_.empty() && held_ == hot_) clicked_ = held_;
    held_.clear();
  }
  if (const auto* scrolled = std::get_if<Scrolled>(&event)) take_scroll(*scrolled);
}

void Ui::take_navigation(const InputEvent& event) {
  std::string next = next_focus(shown_, focused_, event, active_layer_, group_memory_);
  if (next.empty()) return;
  event_used_ = true;
  const bool moved = next != focused_;
  focus_moved_ = focus_moved_ || moved;
  walked_ = moved && std::get<KeyPress>(event).key != Key::tab;
  if (moved) explanation_.clear();
  focused_ = std::move(next);
}

const Drawn* Ui::focus_in_reach() const {
  const Drawn* focused = shown_.find(focused_);
  const bool there = focused != nullptr && focused->kind == Drawn::Kind::control &&
                     focused->layer >= active_layer_;
  return there ? focused : nullptr;
}

bool Ui::pressed_by(const ControlSpec& spec, const std::string& full_id) const {
  if (event_ == nullptr || event_used_ || !in_reach()) return false;
  if (!full_id.empty() && clicked_ == full_id) return true;
  const Drawn* focused = focus_in_reach();
  const bool enter = is_enter(*event_);
  const bool space = is_space(*event_);
  if (focused != nullptr && (enter ? focused->keeps_enter : space && !focused->keeps_text)) {
    return focused_ == full_id && !spec.keeps_text;
  }
  if (!spec.shortcut || !spec.shortcut.matches(*event_)) return false;
  return focused == nullptr || !keeps(*focused, *event_);
}

void Ui::show_pretended(Control& control) const {
  for (const auto& [pretended, looks] : pretended_) {
    if (pretended != control.id) continue;
    control.hovered = control.hovered || looks != Looks::focused;
    control.held = control.held || looks == Looks::held;
    control.focused = control.focused || looks == Looks::focused;
  }
}

Control Ui::control(const ControlSpec& spec) {
  Control control;
  control.id = id(spec.id);
  const bool tried = pressed_by(spec, control.id);
  if (tried) {
    event_used_ = true;
    control.activated = spec.enabled;
    if (!spec.enabled) {
      explanation_ = spec.why_not;
      explained_id_ = control.id;
      if (spec.focusable) focused_ = control.id;
    }
  }
  control.focused = focused_ == control.id;
  if (control.focused && !spec.group.empty()) {
    group_memory_.insert_or_assign(std::string(spec.group), control.id);
  }
  if (in_reach()) {
    control.hovered = hot_ == control.id;
    control.held = held_ == control.id && control.hovered;
    control.grabbed = held_ == control.id;
  }
  control.walked_to = control.focused && walked_;
  if (control.focused && focus_moved_) reveal(spec.rect);

  Drawn drawn;
  drawn.id = control.id;
  drawn.kind = Drawn::Kind::control;
  drawn.rect = spec.rect;
  drawn.clip = clip_;
  drawn.text = spec.text;
  drawn.group = spec.group;
  drawn.layer = layer_;
  drawn.enabled = spec.enabled;
  drawn.focusable = spec.focusable;
  drawn.focused = control.focused;
  drawn.group_entry = spec.group_entry;
  drawn.keeps_arrows = spec.keeps_arrows;
  drawn.keeps_text = spec.keeps_text;
  drawn.keeps_characters = spec.keeps_characters;
  drawn.keeps_enter = spec.keeps_enter;
  drawn.radius = spec.radius;
  registry_.add(std::move(drawn));
  show_pretended(control);
  return control;
}

void Ui::settle_focus() {
  int top = 0;
  for (const Drawn& drawn : registry_.all()) top = std::max(top, drawn.layer);
  // What lies over the screen takes the focus while it is there, and gives it back.
  if (top > active_layer_) left_focus_[active_layer_] = focused_;
  const auto reachable = [&](const std::string& id) {
    const Drawn* drawn = registry_.find(id);
    return drawn != nullptr && drawn->kind == Drawn::Kind::control && drawn->focusable &&
           drawn->layer >= top;
  };
  if (top < active_layer_ && left_focus_.contains(top) && wanted_focus_.empty()) {
    wanted_focus_ = left_focus_[top];
  }
  left_focus_.erase(left_focus_.upper_bound(top - 1), left_focus_.end());
  const std::string before = focused_;
  const bool wanted = reachable(wanted_focus_);
  if (wanted) focused_ = wanted_focus_;
  wanted_focus_.clear();
  if (!reachable(focused_)) {
    focused_.clear();
    const auto first = first_focus_.find(top);
    if (first != first_focus_.end() && reachable(first->second)) focused_ = first->second;
  }
  // A screen is opened at its upper edge: only a field to type into is brought into view at once.
  const Drawn* now = registry_.find(focused_);
  focus_settled_ = focused_ != before && (wanted || (now != nullptr && now->keeps_text));
  if (explained_id_ != focused_) explanation_.clear();
}

void Ui::draw_focus_ring(const Drawn* focused) {
  if (focused == nullptr || focused->visible().empty()) return;
  const float out = space::focus_gap + space::focus_ring;
  // A little past its region, so that the ring of a row at the edge isn't cut.
  canvas_.push_clip(focused->clip.grown(out));
  canvas_.border(focused->rect.grown(out), Token::focus, focused->radius + out, space::focus_ring);
  canvas_.pop_clip();
}

}  // namespace baraza::ui
