// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/kernel/ui.h"
#include "client/ui/widgets/button.h"

namespace baraza::ui {

// A question that has to be answered before anything else. Esc is Go back, on the left.
struct DialogSpec {
  std::string_view id = {};
  std::string_view question = {};  // "Close session 5?"
  std::string_view text = {};
  std::string_view back = {};        // "Go back"
  std::string_view verb = {};        // "Close session"
  std::string_view other_verb = {};  // a third way, between the two; empty: none
  // Something is lost by the verb: the focus starts on Go back, else on the verb.
  bool loses = false;
  bool verb_enabled = true;
  std::string_view why_not = {};
};
enum class DialogAnswer : std::uint8_t { none, back, verb, other };

// Lies over everything drawn before it, on a veil; nothing below gets any input. Drawn as
// "<id>.back", "<id>.verb", "<id>.other".
DialogAnswer dialog(Ui& ui, const DialogSpec& spec);

// The box alone, in this place, without a veil.
float dialog_height(const Ui& ui, const DialogSpec& spec, float width);
float dialog_width(const Ui& ui);
DialogAnswer dialog_box(Ui& ui, const DialogSpec& spec, const Rect& rect);

// Said in passing at the bottom of the window. Never the only place where something is said.
struct ToastSpec {
  std::string_view id = {};
  std::string_view text = {};
  std::string_view undo = {};  // "Undo"; empty: there is none
};
// True when Undo was pressed; it is drawn as "<id>.undo". Stands in the middle of the bottom of
// `room`, over what is there.
bool toast(Ui& ui, const ToastSpec& spec, const Rect& room);
float toast_height(const Ui& ui);
bool toast_box(Ui& ui, const ToastSpec& spec, const Rect& rect);

}  // namespace baraza::ui
