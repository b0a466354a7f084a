// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "client/core/screens/context.h"
#include "client/core/screens/sheet_model.h"

namespace baraza::client {

// Something of the work: there already, or still to be done.
struct WorkEntry {
  enum class Opens : std::uint8_t { sheet, area, consent, inventory };
  Opens opens = Opens::sheet;
  SheetPlace sheet;  // if it is one
  std::string id;    // "formulation", "goal.2", "add.goal": stable, for scripts
  std::string name;
  std::string note;  // what it says, or that nothing does yet
  bool done = false;
  bool adds = false;       // begins a new one
  bool look_here = false;  // two answers stand, or it waits
};

struct WorkCard {
  std::string id;
  std::string title;
  std::string note;  // "3 of 7 done"
  std::vector<WorkEntry> rows;
};

// The work with one member: what belongs before the group, the work on the area, what belongs to
// this week, and what there was.
struct WorkModel {
  GroupId group;
  MemberId member;
  std::string title;
  std::string note;  // "Mwembe"
  std::string none;
  std::string next_word;  // "Next: A goal"; empty: nothing waits
  WorkEntry next;
  std::vector<WorkCard> cards;
  std::vector<HelpRow> help;
};

WorkModel work_model(const ScreenContext& context, const GroupId& group, const MemberId& member);

}  // namespace baraza::client
