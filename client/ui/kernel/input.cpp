// SPDX-License-Identifier: Apache-2.0
#include "client/ui/kernel/input.h"

#include <array>
#include <boost/locale/encoding_utf.hpp>

namespace baraza::ui {
namespace {

char32_t lower(char32_t c) {
  return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
}
char32_t upper(char32_t c) {
  return c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c;
}

// The names that stand on most keyboards of our users; they are the same in their languages.
std::string name_of(Key key) {
  static constexpr std::array<const char*, 27> names = {
      "",   "Enter", "Esc",  "Tab", "Backspace", "Del",  "Ins", "Left", "Right",
      "Up", "Down",  "Home", "End", "PgUp",      "PgDn", "F1",  "F2",   "F3",
      "F4", "F5",    "F6",   "F7",  "F8",        "F9",   "F10", "F11",  "F12"};
  return names.at(static_cast<std::size_t>(key));
}

}  // namespace

bool Shortcut::matches(const InputEvent& event) const {
  if (const auto* press = std::get_if<KeyPress>(&event)) {
    return key != Key::none && press->key == key && press->ctrl == ctrl && !press->alt &&
           !press->repeat;
  }
  if (character == 0) return false;
  if (const auto* typed = std::get_if<Character>(&event)) {
    if (ctrl || typed->repeat) return false;
    return lower(typed->value) == lower(character) || typed->row_digit == character;
  }
  if (const auto* chord = std::get_if<Chord>(&event)) {
    return ctrl && chord->value == lower(character);
  }
  return false;
}

std::string Shortcut::cap() const {
  std::string text = ctrl ? "Ctrl+" : "";
  if (character == U' ') return text + "Space";
  if (character == 0) return text + name_of(key);
  return text + boost::locale::conv::utf_to_utf<char>(std::u32string(1, upper(character)));
}

}  // namespace baraza::ui
