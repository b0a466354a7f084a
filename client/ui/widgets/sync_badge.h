// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "client/ui/kernel/ui.h"

namespace baraza::ui {

// Where the person's work is. `in_backup` is shown only when everything is in a checked backup.
struct SyncBadgeModel {
  enum class State : std::uint8_t { on_this_laptop, sending, on_the_server, in_backup, needs_you };

  State state = State::on_this_laptop;
  std::string first = {};   // "14 on this laptop"
  std::string second = {};  // "No network since 08:15"
  // What else the lines may come to be: it is as wide as the widest, so that it moves nothing.
  std::vector<std::string> firsts = {};
  std::vector<std::string> seconds = {};
};

struct SyncBadgeSpec {
  std::string_view id = {};
  Rect rect = {};         // sync_badge_size() tells what it needs
  bool one_line = false;  // where room is short the second line goes
};

// The icon and the colour that stand for the state, for other places that show it.
const char* sync_icon(SyncBadgeModel::State state);
Token sync_colour(SyncBadgeModel::State state);

Size sync_badge_size(const Ui& ui, const SyncBadgeSpec& spec, const SyncBadgeModel& model);
// True when it was pressed; it opens "Where your work is".
bool sync_badge(Ui& ui, const SyncBadgeSpec& spec, const SyncBadgeModel& model);

}  // namespace baraza::ui
