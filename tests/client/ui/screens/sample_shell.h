// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/shell_model.h"

namespace baraza::ui::sample {

// What stands around a screen: a facilitator with 14 changes that wait for a network.
inline client::ShellModel shell() {
  client::ShellModel shell;
  using client::RailPlace;
  shell.places = {{RailPlace::home, "Home", 0},
                  {RailPlace::groups, "Groups", 0},
                  {RailPlace::session, "Session", 0},
                  {RailPlace::needs, "Needs you", 3},
                  {RailPlace::supervisor, "Supervisor", 0}};
  shell.session = client::SessionTarget{};
  shell.sync = {client::SyncModel::State::on_this_laptop, "14 on this laptop",
                "No network since 08:15"};
  shell.person = "Rose Auma";
  shell.initials = "RA";
  shell.tint = 2;
  shell.privacy_word = "Privacy";
  shell.settings_word = "Settings";
  shell.lock_word = "Lock";
  shell.help_title = "Keys";
  shell.close_word = "Close";
  shell.open_word = "Open";
  shell.undo_word = "Undo";
  return shell;
}

}  // namespace baraza::ui::sample
