// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "client/ui/kernel/ui.h"

namespace baraza::ui {

// One item of an instrument: a row of boxes 0, 1, 2, 3 and the room beside them. The keys 0 to 3
// answer the row that is `current`, from wherever the focus is; R, X and Backspace ask for the
// rest. The screen keeps which row is current and moves on.
struct ScorePadSpec {
  enum class State : std::uint8_t { open, answered, refused, not_asked };

  std::string_view id = {};
  Rect rect = {};               // score_pad_size() tells what it needs; the boxes are as high as it
  std::string_view label = {};  // the item's words, for the registry
  std::uint32_t values = 4;
  State state = State::open;
  std::uint32_t answer = 0;  // if answered
  bool current = false;
  bool may_refuse = true;       // R
  bool may_not_ask = true;      // X
  std::string_view mark = {};   // beside a refused row or one that wasn't asked: "Rather not"
  std::string_view offer = {};  // a button in that room, "Not asked"; empty: none
  Shortcut offer_key = {};
  float side_width = 118;       // of that room, at normal text
  std::string_view group = {};  // of all rows: arrows walk over all boxes
  bool keeps_enter = true;      // false: Enter is Done's, and only Space presses a box
};

struct ScorePadPressed {
  std::optional<std::uint32_t> answer = {};
  bool refused = false;
  bool not_asked = false;
  bool back = false;     // Backspace: to the item before
  bool offer = false;    // the button beside the boxes, or its key
  bool focused = false;  // one of its boxes has the focus: the screen may make it current
};

float score_pad_boxes_width(const Ui& ui, const ScorePadSpec& spec);  // without the room beside
float score_pad_box_width(const Ui& ui);                              // of one, for column words
float score_pad_gap();                                                // between two boxes
Size score_pad_size(const Ui& ui, const ScorePadSpec& spec);
ScorePadPressed score_pad(Ui& ui, const ScorePadSpec& spec);

}  // namespace baraza::ui
