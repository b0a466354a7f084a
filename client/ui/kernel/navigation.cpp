// SPDX-License-Identifier: Apache-2.0
#include "client/ui/kernel/navigation.h"

#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

namespace baraza::ui {
namespace {

using Controls = std::vector<const Drawn*>;

// What Tab treats as one stop: a group, or a control that stands alone.
std::string_view stop_of(const Drawn& control) {
  return control.group.empty() ? std::string_view(control.id) : std::string_view(control.group);
}

const Drawn* entry_of(const Controls& controls, std::string_view stop, const GroupMemory& memory) {
  const auto remembered = memory.find(stop);
  const Drawn* first = nullptr;
  const Drawn* chosen = nullptr;
  for (const Drawn* control : controls) {
    if (stop_of(*control) != stop) continue;
    if (first == nullptr) first = control;
    if (control->group_entry) chosen = control;
    if (chosen == nullptr && remembered != memory.end() && remembered->second == control->id) {
      first = control;
    }
  }
  return chosen != nullptr ? chosen : first;
}

std::string tab(const Controls& controls, const Drawn* focused, bool back,
                const GroupMemory& memory) {
  std::vector<std::string_view> stops;
  for (const Drawn* control : controls) {
    const std::string_view stop = stop_of(*control);
    if (std::find(stops.begin(), stops.end(), stop) == stops.end()) stops.push_back(stop);
  }
  std::size_t next = back ? stops.size() - 1 : 0;
  if (focused != nullptr) {
    const auto at = std::find(stops.begin(), stops.end(), stop_of(*focused));
    const auto index = static_cast<std::size_t>(at - stops.begin());
    if (at != stops.end()) next = (index + (back ? stops.size() - 1 : 1)) % stops.size();
  }
  return entry_of(controls, stops[next], memory)->id;
}

// How far `to` is in the direction, sideways counting double; negative if it isn't that way.
float distance(const Rect& from, const Rect& to, Key key) {
  const Point a = from.centre();
  const Point b = to.centre();
  const float dx = b.x - a.x;
  const float dy = b.y - a.y;
  const bool sideways = key == Key::left || key == Key::right;
  const float along = key == Key::left ? -dx : key == Key::right ? dx : key == Key::up ? -dy : dy;
  const float across = std::abs(sideways ? dy : dx);
  if (along < 1) return -1;
  return along + 2 * across;
}

std::string walk(const Controls& controls, const Drawn& focused, Key key) {
  const Drawn* best = nullptr;
  float best_distance = std::numeric_limits<float>::max();
  for (const Drawn* control : controls) {
    if (control->group.empty() || control->group != focused.group) continue;
    if (key == Key::home) return control->id;
    if (key == Key::end) {
      best = control;
      continue;
    }
    const float far = distance(focused.rect, control->rect, key);
    if (far < 0 || far >= best_distance) continue;
    best = control;
    best_distance = far;
  }
  return best == nullptr ? std::string() : best->id;
}

bool walks(Key key) {
  switch (key) {
    case Key::left:
    case Key::right:
    case Key::up:
    case Key::down:
    case Key::home:
    case Key::end: return true;
    default: return false;
  }
}

bool pages(Key key) {
  return key == Key::page_up || key == Key::page_down;
}

bool edits(Key key) {
  return key == Key::backspace || key == Key::del || key == Key::insert;
}

// All, cut, copy, paste, undo, redo.
bool edits(char32_t chord) {
  return std::u32string_view(U"axcvzy").find(chord) != std::u32string_view::npos;
}

char32_t capital(char32_t c) {
  return c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c;
}

}  // namespace

bool keeps(const Drawn& focused, const InputEvent& event) {
  if (const auto* press = std::get_if<KeyPress>(&event)) {
    if (press->alt) return false;
    if (focused.keeps_arrows && (walks(press->key) || pages(press->key))) return true;
    return focused.keeps_text && edits(press->key);
  }
  if (const auto* typed = std::get_if<Character>(&event)) {
    if (focused.keeps_text) return true;
    const auto kept = [&](char32_t c) {
      return c != 0 && c < 0x80 &&
             focused.keeps_characters.find(static_cast<char>(c)) != std::string::npos;
    };
    return kept(capital(typed->value)) || kept(typed->row_digit);
  }
  const auto* chord = std::get_if<Chord>(&event);
  return chord != nullptr && focused.keeps_text && edits(chord->value);
}

std::string next_focus(const Registry& shown, std::string_view focused_id, const InputEvent& event,
                       int layer, const GroupMemory& memory) {
  const auto* press = std::get_if<KeyPress>(&event);
  if (press == nullptr || press->ctrl || press->alt) return {};
  Controls controls;
  const Drawn* focused = nullptr;
  for (const Drawn& drawn : shown.all()) {
    if (drawn.kind != Drawn::Kind::control || drawn.layer < layer || !drawn.focusable) continue;
    controls.push_back(&drawn);
    if (drawn.id == focused_id) focused = &drawn;
  }
  if (controls.empty()) return {};
  if (press->key == Key::tab) return tab(controls, focused, press->shift, memory);
  if (focused == nullptr || focused->keeps_arrows || !walks(press->key)) return {};
  return walk(controls, *focused, press->key);
}

}  // namespace baraza::ui
