// SPDX-License-Identifier: Apache-2.0
#include "client/platform/keys.h"

#include <GLFW/glfw3.h>

#include <string_view>

namespace baraza::platform {
namespace {

using ui::Key;

Key keypad_key(int glfw_key) {
  switch (glfw_key) {
    case GLFW_KEY_KP_0: return Key::insert;
    case GLFW_KEY_KP_1: return Key::end;
    case GLFW_KEY_KP_2: return Key::down;
    case GLFW_KEY_KP_3: return Key::page_down;
    case GLFW_KEY_KP_4: return Key::left;
    case GLFW_KEY_KP_6: return Key::right;
    case GLFW_KEY_KP_7: return Key::home;
    case GLFW_KEY_KP_8: return Key::up;
    case GLFW_KEY_KP_9: return Key::page_up;
    case GLFW_KEY_KP_DECIMAL: return Key::del;
    default: return Key::none;
  }
}

}  // namespace

Key named_key(int glfw_key, int glfw_modifiers) {
  switch (glfw_key) {
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER: return Key::enter;
    case GLFW_KEY_ESCAPE: return Key::escape;
    case GLFW_KEY_TAB: return Key::tab;
    case GLFW_KEY_BACKSPACE: return Key::backspace;
    case GLFW_KEY_DELETE: return Key::del;
    case GLFW_KEY_INSERT: return Key::insert;
    case GLFW_KEY_LEFT: return Key::left;
    case GLFW_KEY_RIGHT: return Key::right;
    case GLFW_KEY_UP: return Key::up;
    case GLFW_KEY_DOWN: return Key::down;
    case GLFW_KEY_HOME: return Key::home;
    case GLFW_KEY_END: return Key::end;
    case GLFW_KEY_PAGE_UP: return Key::page_up;
    case GLFW_KEY_PAGE_DOWN: return Key::page_down;
    default: break;
  }
  if (glfw_key >= GLFW_KEY_F1 && glfw_key <= GLFW_KEY_F12) {
    return static_cast<Key>(static_cast<int>(Key::f1) + glfw_key - GLFW_KEY_F1);
  }
  return (glfw_modifiers & GLFW_MOD_NUM_LOCK) != 0 ? Key::none : keypad_key(glfw_key);
}

std::optional<char32_t> chord_character(int glfw_key, const char* printed) {
  if (glfw_key == GLFW_KEY_SPACE) return U' ';
  const auto of_range = [&](int first, int last, char32_t character) -> std::optional<char32_t> {
    if (glfw_key < first || glfw_key > last) return std::nullopt;
    return character + static_cast<char32_t>(glfw_key - first);
  };
  if (const auto digit = of_range(GLFW_KEY_0, GLFW_KEY_9, U'0')) return digit;
  if (const auto digit = of_range(GLFW_KEY_KP_0, GLFW_KEY_KP_9, U'0')) return digit;
  const std::string_view name = printed == nullptr ? "" : printed;
  if (name.size() == 1) {
    const char c = name.front();
    return static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return of_range(GLFW_KEY_A, GLFW_KEY_Z, U'a');
}

}  // namespace baraza::platform
