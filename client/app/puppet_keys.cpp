// SPDX-License-Identifier: Apache-2.0
#include <boost/locale/encoding_utf.hpp>
#include <map>

#include "client/app/puppet.h"

namespace baraza::app {
namespace {

const std::map<std::string, ui::Key, std::less<>>& keys_by_name() {
  using ui::Key;
  static const std::map<std::string, Key, std::less<>> keys = {
      {"Enter", Key::enter},    {"Esc", Key::escape},
      {"Tab", Key::tab},        {"Backspace", Key::backspace},
      {"Del", Key::del},        {"Left", Key::left},
      {"Right", Key::right},    {"Up", Key::up},
      {"Down", Key::down},      {"Home", Key::home},
      {"End", Key::end},        {"PgUp", Key::page_up},
      {"PgDn", Key::page_down}, {"F1", Key::f1},
      {"F2", Key::f2},          {"F3", Key::f3},
      {"F4", Key::f4},          {"F5", Key::f5},
      {"F6", Key::f6},          {"F7", Key::f7},
      {"F8", Key::f8},          {"F9", Key::f9},
      {"F10", Key::f10},        {"F11", Key::f11},
      {"F12", Key::f12},
  };
  return keys;
}

bool take_prefix(std::string& name, std::string_view prefix) {
  if (!name.starts_with(prefix) || name.size() == prefix.size()) return false;
  name.erase(0, prefix.size());
  return true;
}

}  // namespace

Result<std::vector<ui::InputEvent>> key_events(const std::string& given) {
  std::string name = given;
  bool ctrl = false;
  bool shift = false;
  while (true) {
    if (take_prefix(name, "Ctrl+")) {
      ctrl = true;
    } else if (take_prefix(name, "Shift+")) {
      shift = true;
    } else {
      break;
    }
  }
  if (const auto key = keys_by_name().find(name); key != keys_by_name().end()) {
    return std::vector<ui::InputEvent>{ui::KeyPress{key->second, shift, ctrl, false, false},
                                       ui::KeyRelease{key->second}};
  }
  if (name == "Space") name = " ";
  const std::u32string characters = boost::locale::conv::utf_to_utf<char32_t>(name);
  if (characters.size() != 1) {
    return fail(Code::invalid_argument, "there is no key \"" + given + "\"");
  }
  if (ctrl) {
    const char32_t c = characters[0];
    const char32_t lower = c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
    return std::vector<ui::InputEvent>{ui::Chord{lower, shift}};
  }
  return std::vector<ui::InputEvent>{ui::Character{characters[0]}};
}

}  // namespace baraza::app
