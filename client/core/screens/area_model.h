// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "client/core/screens/context.h"
#include "client/core/screens/shell_model.h"
#include "shared/model/values.h"

namespace baraza::client {

// An area to choose from.
struct AreaChoice {
  model::FocalArea area = model::FocalArea::grief;
  std::string word;  // "Life changes"
  std::string says;  // when it is the one, in a sentence
};

// A choice that was made.
struct AreaLine {
  model::FocalChoice choice;
  std::string said;  // "Life changes, beside it: Grief"
  std::string why;   // "Something has happened"
  std::string by;    // "Rose, 10:42"
};

// What a member works on: what holds, what there is to choose from, and how it came to that.
struct AreaModel {
  GroupId group;
  MemberId member;
  std::string title;
  std::string note;  // "Mwembe"
  std::string none;  // the member isn't known here

  std::string now_title;
  std::string now;     // what holds, or that nothing was chosen yet
  std::string now_by;  // who chose it; empty where nothing was
  std::optional<model::FocalChoice> holds;
  std::string warning;             // different choices stand; empty: they don't
  std::vector<AreaLine> standing;  // those, in the order in which they were made

  std::string read_only;  // why nothing can be chosen here; empty: it can
  std::string primary_title;
  std::vector<AreaChoice> areas;
  std::string secondary_title;
  std::string no_secondary;
  std::string is_primary;  // why an area can't stand beside itself
  std::string reason_title;
  std::vector<std::pair<model::FocalReason, std::string>> reasons;
  model::FocalReason reason_first = model::FocalReason::first_talks;  // chosen to begin with
  bool reason_given = false;                                          // whether one is
  std::string save_word;
  std::string no_primary;  // why it can't be saved yet
  std::string no_reason;
  std::string no_change;
  std::string done;  // the toast

  std::string history_title;
  std::vector<AreaLine> history;  // every choice, the latest first
  std::vector<HelpRow> help;
};

AreaModel area_model(const ScreenContext& context, const GroupId& group, const MemberId& member);

// What other screens say of it in a few words.
struct AreaNote {
  std::optional<model::FocalArea> area;  // empty: none holds
  std::string words;                     // "Life changes", "Not chosen yet", "Two answers stand"
  std::string beside;                    // "beside it: Grief"; empty: nothing
  bool disputed = false;
};
AreaNote area_note(const ScreenContext& context, const GroupId& group, const MemberId& member);

}  // namespace baraza::client
