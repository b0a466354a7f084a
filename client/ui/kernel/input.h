// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "client/ui/kernel/geometry.h"

// What a person does with keyboard and pointer, in the order in which it was done. Whoever owns the
// window queues these events; each is shown to the screens in a pass of its own, so that none is
// lost however many arrive between two frames.
namespace baraza::ui {

// Keys that make no character. Letters, digits, signs and the space arrive as Character, as the
// person's keyboard layout makes them; with Ctrl they arrive as Chord.
enum class Key : std::uint8_t {
  none,
  enter,
  escape,
  tab,
  backspace,
  del,
  insert,
  left,
  right,
  up,
  down,
  home,
  end,
  page_up,
  page_down,
  f1,
  f2,
  f3,
  f4,
  f5,
  f6,
  f7,
  f8,
  f9,
  f10,
  f11,
  f12,
};

struct KeyPress {
  Key key = Key::none;
  bool shift = false;
  bool ctrl = false;
  bool alt = false;
  bool repeat = false;  // held down
  bool operator==(const KeyPress&) const = default;
};

// A key let go: only for keys that a person holds on purpose.
struct KeyRelease {
  Key key = Key::none;
  bool operator==(const KeyRelease&) const = default;
};

struct Character {
  char32_t value = 0;
  bool repeat = false;  // held down: text goes on, shortcuts don't
  // The digit that this key of the row of digits has in the upper row, where the layout makes
  // another character of it: a French keyboard types & at the key of 1. Else 0.
  char32_t row_digit = 0;
  bool operator==(const Character&) const = default;
};

// Ctrl with a letter, digit or sign: lower case, as printed on the key.
struct Chord {
  char32_t value = 0;
  bool shift = false;
  bool operator==(const Chord&) const = default;
};

struct PointerMoved {
  Point at;
  bool operator==(const PointerMoved&) const = default;
};

struct PointerPressed {
  Point at;
  bool operator==(const PointerPressed&) const = default;
};

struct PointerReleased {
  Point at;
  bool operator==(const PointerReleased&) const = default;
};

struct PointerLeft {
  bool operator==(const PointerLeft&) const = default;
};

// In lines of a list; positive is towards the top.
struct Scrolled {
  Point at;
  float lines = 0;
  bool operator==(const Scrolled&) const = default;
};

using InputEvent = std::variant<KeyPress, KeyRelease, Character, Chord, PointerMoved,
                                PointerPressed, PointerReleased, PointerLeft, Scrolled>;

// A key that presses a control from anywhere on the screen. Single characters work only while no
// text field has focus; either case of a letter counts, and a digit's key without Shift on any
// keyboard.
struct Shortcut {
  Key key = Key::none;
  char32_t character = 0;
  bool ctrl = false;

  static Shortcut of(Key key) { return {key, 0, false}; }
  static Shortcut of(char32_t character) { return {Key::none, character, false}; }
  static Shortcut with_ctrl(Key key) { return {key, 0, true}; }
  static Shortcut with_ctrl(char32_t character) { return {Key::none, character, true}; }

  explicit operator bool() const { return key != Key::none || character != 0; }
  bool matches(const InputEvent& event) const;
  // As printed in the key cap: "W", "Enter", "Ctrl+L".
  std::string cap() const;
};

}  // namespace baraza::ui
