// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/screens/context.h"
#include "client/core/screens/sync_model.h"

namespace baraza::client {

// A place of the left rail.
enum class RailPlace : std::uint8_t { home, watch, groups, session, needs, supervisor };

struct RailItem {
  RailPlace place = RailPlace::home;
  std::string word;
  std::size_t badge = 0;  // how many things wait there; 0: none is shown
};

// Where the rail's Session leads.
struct SessionTarget {
  GroupId group;
  model::SessionKey session;
};

// A key and what it does, for the help of a screen.
struct HelpRow {
  std::string keys;  // as printed: "F9", "1 to 9"
  std::string words;
};

// What stands around every screen of somebody who unlocked this laptop.
struct ShellModel {
  std::vector<RailItem> places;  // at most five
  std::optional<SessionTarget> session;
  std::string no_session;  // why Session leads nowhere, where it doesn't

  bool privacy = false;
  SyncModel sync;
  std::string person;      // full name of who is at this laptop
  std::string initials;    // of the name
  std::uint32_t tint = 0;  // of the disc
  std::string banner;      // "Your supervisor has not seen this yet."; empty: none for this group
  std::string banner_who;  // the members it is about; leads to the first
  MemberId banner_member;

  // Said before the window is closed or locked while a worry has reached no one; names whom to call
  // where that is known. Empty if every worry has.
  std::string leaving;

  std::vector<HelpRow> help;  // the keys that work everywhere
  // Fixed words of the shell.
  std::string privacy_word;  // what F9 does now
  std::string settings_word;
  std::string lock_word;
  std::string help_title;
  std::string close_word;
  std::string open_word;
  std::string undo_word;
  std::string back_words;  // "Back to {place}", to be filled
  std::string leaving_title;
  std::string go_back_word;
  std::string lock_anyway_word;
  std::string close_anyway_word;
};

// `group` is the group whose screen is open.
ShellModel shell_model(const ScreenContext& context, const std::optional<GroupId>& group);

// True if the person starts on Watch: a supervisor who doesn't run a group as well.
bool starts_on_watch(const Replica& replica, const AccountId& self);

}  // namespace baraza::client
