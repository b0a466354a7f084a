// SPDX-License-Identifier: Apache-2.0
#include "client/ui/kernel/ui.h"

#include <cmath>

#include "client/ui/kernel/text_layout.h"

namespace baraza::ui {

Ui::Scope::Scope(Ui& ui, std::string_view name) : ui_(ui), length_(ui.prefix_.size()) {
  ui_.prefix_ += name;
  ui_.prefix_ += '.';
}

Ui::Scope::~Scope() {
  ui_.prefix_.resize(length_);
}

void Ui::begin(const PassInput& input, const FontSet& fonts, Theme theme, ImDrawList* list) {
  ++pass_;
  std::swap(shown_, registry_);
  registry_.clear();
  // A window below the least is scrolled as a whole by whoever owns it; we lay out for the least.
  window_ = {0, 0, std::max(input.window.width, space::least_width),
             std::max(input.window.height, space::least_height)};
  clip_ = window_;
  canvas_.begin(list, fonts, theme, window_);
  prefix_.clear();
  first_focus_.clear();
  event_ = input.event;
  event_used_ = false;
  layer_ = 0;
  clicked_.clear();
  focus_moved_ = focus_settled_;
  focus_settled_ = false;
  walked_ = false;
  pretended_.clear();

  int top = 0;
  for (const Drawn& drawn : shown_.all()) top = std::max(top, drawn.layer);
  active_layer_ = top;
  if (event_ == nullptr) return;
  take_pointer(*event_);
  take_navigation(*event_);
}

void Ui::end() {
  settle_focus();
  draw_focus_ring(registry_.find(focused_));
  for (const auto& [pretended, looks] : pretended_) {
    if (looks == Looks::focused) draw_focus_ring(registry_.find(pretended));
  }
}

bool Ui::typing() const {
  const Drawn* focused = shown_.find(focused_);
  return focused != nullptr && focused->keeps_text;
}

bool Ui::over_text() const {
  const Drawn* under = shown_.find(hot_);
  return under != nullptr && under->keeps_text;
}

Layout Ui::layout() const {
  const float width = window_.width / text_factor(text_size());
  if (width >= space::wide_from) return Layout::wide;
  return width >= space::compact_from ? Layout::compact : Layout::narrow;
}

float Ui::scaled(float length) const {
  return std::round(length * text_factor(text_size()));
}

float Ui::grown(float at_normal, Role role) const {
  const float room = at_normal - type_size(role, TextSize::normal).line;
  return std::max(at_normal, room + canvas_.line_height(role));
}

const InputEvent* Ui::event() const {
  return event_ != nullptr && !event_used_ && in_reach() ? event_ : nullptr;
}

bool Ui::pressed(const Shortcut& shortcut) {
  if (event() == nullptr || !shortcut.matches(*event_)) return false;
  const Drawn* focused = focus_in_reach();
  if (focused != nullptr && keeps(*focused, *event_)) return false;
  event_used_ = true;
  return true;
}

void Ui::first_focus(std::string id) {
  first_focus_[layer_] = std::move(id);
}

void Ui::text(std::string_view leaf, const Rect& box, std::string_view text, const TextStyle& style,
              Align align) {
  if (text.empty()) return;
  std::string fitting = shorten(canvas_, text, style.role, style.weight, box.width);
  const bool shortened = fitting != text;
  const Rect where = canvas_.text(box, fitting, style, align);
  Drawn drawn;
  drawn.id = id(leaf);
  drawn.kind = Drawn::Kind::text;
  drawn.rect = where;
  drawn.clip = clip_;
  drawn.text = text;
  drawn.layer = layer_;
  drawn.shortened = shortened;
  registry_.add(std::move(drawn));
}

float Ui::paragraph_height(std::string_view text, Role role, Weight weight, float width,
                           int most_lines) const {
  if (text.empty()) return 0;
  const auto lines = wrap(canvas_, text, role, weight, width);
  return static_cast<float>(std::min<std::size_t>(lines.size(), most_lines)) *
         canvas_.line_height(role);
}

float Ui::paragraph(std::string_view leaf, const Rect& box, std::string_view text,
                    const TextStyle& style, Align align, int most_lines) {
  if (text.empty()) return 0;
  auto lines = wrap(canvas_, text, style.role, style.weight, box.width);
  const bool too_many = lines.size() > static_cast<std::size_t>(most_lines);
  if (too_many) {
    lines.resize(static_cast<std::size_t>(most_lines));
    lines.back() = shorten(canvas_, lines.back() + " ...", style.role, style.weight, box.width);
  }
  const float line = canvas_.line_height(style.role);
  Rect used;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Rect row{box.x, box.y + static_cast<float>(i) * line, box.width, line};
    const Rect where = canvas_.text(row, lines[i], style, align);
    if (i == 0) {
      used = where;
      continue;
    }
    const float right = std::max(used.right(), where.right());
    used.x = std::min(used.x, where.x);
    used.width = right - used.x;
    used.height = where.bottom() - used.y;
  }
  Drawn drawn;
  drawn.id = id(leaf);
  drawn.kind = Drawn::Kind::text;
  drawn.rect = used;
  drawn.clip = clip_;
  drawn.text = text;
  drawn.layer = layer_;
  drawn.shortened = too_many;
  registry_.add(std::move(drawn));
  return static_cast<float>(lines.size()) * line;
}

void Ui::note_area(std::string_view leaf, const Rect& rect, std::string_view text) {
  Drawn drawn;
  drawn.id = id(leaf);
  drawn.kind = Drawn::Kind::area;
  drawn.rect = rect;
  drawn.clip = clip_;
  drawn.text = text;
  drawn.layer = layer_;
  registry_.add(std::move(drawn));
}

void Ui::note_picture(std::string_view leaf, const Rect& rect, std::string_view text) {
  note_area(leaf, rect, text);
  registry_.last().kind = Drawn::Kind::picture;
}

}  // namespace baraza::ui
