// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/intents.h"
#include "client/core/screens/context.h"
#include "client/core/screens/shell_model.h"

// A member's seat ends: she goes on in another group, or leaves.
namespace baraza::client {

struct SeatEnd {
  std::string words;
  std::string note;
  std::string reason;            // of model::leave_reason
  std::optional<GroupId> group;  // where she goes on
  std::string not_now;           // why it can't be chosen
};

struct SeatModel {
  GroupId group;
  MemberId member;
  std::string title;
  std::string note;
  std::string none;
  std::string question;
  std::vector<SeatEnd> ends;
  std::string day_label;
  CivilDate day;
  std::string day_words;
  std::string earlier_word;
  std::string later_word;
  std::string stays;  // what happens to what was written
  std::string save_word;
  std::string save_not;
  std::string done;
  std::vector<HelpRow> help;
};

// `days_ago`: of the last day with a seat here.
SeatModel seat_model(const ScreenContext& context, const GroupId& group, const MemberId& member,
                     int days_ago);

}  // namespace baraza::client
