// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "client/core/screens/context.h"
#include "client/core/screens/groups_model.h"

namespace baraza::client {

// One thing that a supervisor should look at.
struct WatchItem {
  enum class Kind : std::uint8_t {
    unseen,   // a risk that nobody has seen
    open,     // a risk that somebody saw
    rising,   // a score that rose
    silent,   // a group met by its plan, and nothing has come of it
    dispute,  // marks that two people made differently
  };
  Kind kind = Kind::open;
  std::string id;     // stable
  std::string title;  // the reason first
  std::string why;
  std::string whose;  // "Mwembe · Rose Akinyi, 555 0108"
  std::string when;   // "raised 10:52"
  GroupId group;
  MemberId member;
  std::string action;
};

// What is going on right now.
struct LiveGroup {
  GroupId group;
  model::SessionKey session;
  std::string name;
  std::string words;  // "Session 5 is open, 8 of 9 here"
};

// A group and when it was last heard of.
struct HeardRow {
  std::string name;
  std::string words;  // "5 days ago", "today"
  int days = 0;
  bool late = false;
};

struct WatchModel {
  std::string greeting;
  std::string note;  // "4 groups, 34 members"
  std::string title;
  std::vector<WatchItem> items;
  std::string none;  // "Nothing unusual in 12 groups, as of 12:04."
  std::string as_of;
  std::string as_of_note;
  std::string live_title;
  std::vector<LiveGroup> live;
  std::string live_none;
  std::string heard_title;
  std::vector<HeardRow> heard;
  std::string open_word;
  std::string empty;
  std::string empty_note;
};

WatchModel watch_model(const ScreenContext& context);

}  // namespace baraza::client
