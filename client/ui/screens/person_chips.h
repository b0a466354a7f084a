// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "client/core/screens/worry_model.h"
#include "client/ui/kernel/ui.h"

namespace baraza::ui {

// Persons to choose one of, in rows that the arrow keys walk; the digit of a seat chooses too.
struct PersonChipsSpec {
  std::string_view id = {};
  Rect rect = {};  // person_chips_height() tells how high
  const std::vector<client::PersonChoice>& people;
  MemberId chosen;              // zero: nobody, or the group
  std::string_view group = {};  // the words of a choice before them that is no person; empty: none
  bool digits = true;           // false where digits are typed
};
float person_chips_height(const Ui& ui, const PersonChipsSpec& spec);
// Who was chosen in this pass; zero for the group. Drawn as "<id>.<seat>" and "<id>.group".
std::optional<MemberId> person_chips(Ui& ui, const PersonChipsSpec& spec);

}  // namespace baraza::ui
