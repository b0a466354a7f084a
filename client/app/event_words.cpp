// SPDX-License-Identifier: Apache-2.0
#include "client/app/event_words.h"

#include <boost/locale/encoding_utf.hpp>
#include <cmath>

#include "shared/base/overloaded.h"

namespace baraza::app {
namespace {

std::string at(const ui::Point& point) {
  return std::to_string(std::lround(point.x)) + "," + std::to_string(std::lround(point.y));
}

std::string letter(char32_t value) {
  return boost::locale::conv::utf_to_utf<char>(std::u32string(1, value));
}

}  // namespace

std::string words_of(const ui::InputEvent& event) {
  return std::visit(
      Overloaded{
          [](const ui::KeyPress& it) {
            return std::string(it.shift ? "key Shift+" : "key ") +
                   ui::Shortcut{it.key, 0, it.ctrl}.cap();
          },
          [](const ui::KeyRelease& it) { return "release " + ui::Shortcut::of(it.key).cap(); },
          [](const ui::Character& it) { return "character " + letter(it.value); },
          [](const ui::Chord& it) { return "key " + ui::Shortcut::with_ctrl(it.value).cap(); },
          [](const ui::PointerMoved& it) { return "move " + at(it.at); },
          [](const ui::PointerPressed& it) { return "press " + at(it.at); },
          [](const ui::PointerReleased& it) { return "let go " + at(it.at); },
          [](const ui::PointerLeft&) { return std::string("leave"); },
          [](const ui::Scrolled& it) {
            return "scroll " + at(it.at) + " " + std::to_string(it.lines);
          },
      },
      event);
}

}  // namespace baraza::app
