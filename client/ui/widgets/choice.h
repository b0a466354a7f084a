// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "client/ui/kernel/ui.h"

namespace baraza::ui {

// One of two to five; more is a list. Left and right choose at once; Tab comes in at the chosen
// part, or at the first without choosing it.
struct ChoiceSpec {
  std::string_view id = {};
  Rect rect = {};  // choice_size() tells what it needs; in a wider one the parts share the rest
  std::string_view label = {};  // what is chosen, for the registry
  std::span<const std::string_view> parts = {};
  std::optional<std::size_t> chosen = {};
  bool enabled = true;
  std::string_view why_not = {};
};

Size choice_size(const Ui& ui, const ChoiceSpec& spec);
// The part that was chosen in this pass; not one that was chosen already. Parts are drawn as
// "<id>.<place>".
std::optional<std::size_t> choice(Ui& ui, const ChoiceSpec& spec);

}  // namespace baraza::ui
