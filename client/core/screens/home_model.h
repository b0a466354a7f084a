// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/intents.h"
#include "client/core/screens/course_words.h"
#include "client/core/screens/groups_model.h"
#include "client/core/screens/needs_model.h"
#include "client/core/screens/sync_model.h"

namespace baraza::client {

// A line of "Before you begin".
struct BeforeLine {
  enum class Kind : std::uint8_t { missed, no_score, left };
  Kind kind = Kind::left;
  std::string words;
};

struct SeatDisc {
  std::string letters;
  std::uint32_t seat = 0;
};

// The one thing to do next.
struct NextCard {
  GroupId group;
  model::SessionKey session;
  std::string when;    // "Today", "Friday 22 May, in 5 days", "Open now"
  std::string title;   // "Mwembe group, session 5"
  std::string second;  // "Middle of the course · with Daniel"
  std::vector<CourseDot> dots;
  std::string dots_words;       // "5 of 8"
  std::string left;             // "4"
  std::string left_words;       // "sessions left"
  std::vector<SeatDisc> seats;  // in seat order
  std::string open_words;       // of the primary
  std::vector<Intent> opens;    // written by the primary; empty: the session is open
  std::string open_not;         // why it can't be opened now
  std::string plan_words;       // leads to the group
};

// A row of "Where your work is".
struct WorkRow {
  SyncModel::State state = SyncModel::State::on_this_laptop;
  std::string first;
  std::string second;
  bool look_here = false;
};

struct HomeModel {
  std::string greeting;  // "Good morning, Rose"
  std::string date;      // "Tuesday 12 May"
  std::optional<NextCard> next;
  std::string no_next;  // where no session is left
  std::string before_title;
  std::vector<BeforeLine> before;
  std::string groups_title;
  std::vector<GroupCard> groups;
  std::string needs_title;
  std::string needs_count;
  std::vector<NeedItem> needs;
  std::string needs_none;
  std::string needs_all;  // leads to all of them
  std::string work_title;
  std::string work_note;
  std::vector<WorkRow> work;
  std::string empty;  // no groups: this and nothing of a group is shown
  std::string empty_note;
};

HomeModel home_model(const ScreenContext& context);

// "Good morning, Rose"; without a name "Good morning".
std::string greeting_at(const text::Catalogue& words, int hour, const std::string& name);

}  // namespace baraza::client
