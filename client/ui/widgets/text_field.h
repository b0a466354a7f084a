// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "client/ui/kernel/ui.h"

namespace baraza::ui {

class TextEdit;

// What a field keeps from pass to pass: caret, selection, what can be undone, how far it is
// scrolled, whether a passphrase is shown. Belongs to the screen, one a field.
class TextFieldState {
 public:
  TextFieldState();
  ~TextFieldState();
  TextFieldState(TextFieldState&&) noexcept;
  TextFieldState& operator=(TextFieldState&&) noexcept;

  // Puts caret and undo back to the beginning, and overwrites what undo remembered.
  void forget();

 private:
  friend class TextFieldPass;
  std::unique_ptr<TextEdit> edit_;
  float scroll_ = 0;
  bool shown_ = false;
};

enum class TextFieldKind : std::uint8_t {
  line,
  lines,       // Enter breaks the line; long lines are wrapped
  passphrase,  // discs in place of letters until Show is pressed; nothing is copied out of it
};

struct TextFieldSpec {
  std::string_view id = {};
  Rect rect = {};               // target() or higher; of `lines` as high as wanted
  std::string_view label = {};  // its name, for the registry; the screen draws it
  TextFieldKind kind = TextFieldKind::line;
  std::string_view hint = {};  // shown while it is empty
  // Of a passphrase: the words of the button in it, drawn as "<id>.show".
  std::string_view show_word = {};
  std::string_view hide_word = {};
  std::size_t most_bytes = 2000;
  bool digits_only = false;
  bool wrong = false;  // what is in it was refused: border of risk
  bool enabled = true;
  std::string_view why_not = {};
  Role role = Role::body;
};

// A place to type into. `text` is UTF-8 and belongs to the caller, who may change it at any time.
// True when the person changed it in this pass. Enter is left to the screen's primary button,
// except in `lines`; so is Esc.
bool text_field(Ui& ui, const TextFieldSpec& spec, std::string& text, TextFieldState& state);
// How high a field of so many lines is.
float text_field_height(const Ui& ui, int lines = 1, Role role = Role::body);

// A number in a field.
struct NumberFieldSpec {
  std::string_view id = {};
  Rect rect = {};
  std::string_view label = {};
  std::string_view hint = {};
  std::uint32_t most = 999;
  bool enabled = true;
  std::string_view why_not = {};
};
struct NumberFieldState {
  std::string text = {};
  TextFieldState field;
};
// True when the value changed in this pass; empty while nothing is typed. More digits than `most`
// has aren't taken; a greater number with as many is shown as wrong and is no value.
bool number_field(Ui& ui, const NumberFieldSpec& spec, std::optional<std::uint32_t>& value,
                  NumberFieldState& state);

// Something that is so or isn't: a box and words; pressed anywhere on the row.
struct CheckRowSpec {
  std::string_view id = {};
  Rect rect = {};  // check_row_height() tells how high
  std::string_view text = {};
  std::string_view note = {};
  bool checked = false;
  std::string_view group = {};
  bool enabled = true;
  std::string_view why_not = {};
};
float check_row_height(const Ui& ui, const CheckRowSpec& spec);
// True when it was pressed in this pass: the screen turns it over.
bool check_row(Ui& ui, const CheckRowSpec& spec);

}  // namespace baraza::ui
