// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "client/ui/kernel/ui.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/person_disc.h"
#include "client/ui/widgets/sync_badge.h"

namespace baraza::ui {

// The upper edge of a screen: Back, title and note; at the right the ways to act, the sync badge,
// who is present.
struct TopBarSpec {
  std::string_view id = {};
  Rect rect = {};              // top_bar_height() high
  std::string_view back = {};  // names where to; empty: there is no Back
  bool escape_goes_back = true;
  std::string_view title = {};
  std::string_view note = {};
  // The rectangles aren't read. The worried one first; at most two others.
  std::span<const ButtonSpec> actions = {};
  const SyncBadgeModel* sync = nullptr;
  std::span<const DiscSpec> people = {};
};
struct TopBarPressed {
  bool back = false;
  bool sync = false;
  std::optional<std::size_t> action = {};
};
float top_bar_height(const Ui& ui);
// Drawn as "<id>.back", "<id>.sync" and "<id>.<action's id>". Where room is short go, in this
// order: people, the badge's second line, key caps, icons, the words of Back, and the end of the
// title. The worried action and the badge stay.
TopBarPressed top_bar(Ui& ui, const TopBarSpec& spec);

}  // namespace baraza::ui
