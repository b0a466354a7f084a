// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "client/core/screens/course_words.h"
#include "client/core/screens/intake_model.h"

namespace baraza::client {

// A group as a card.
struct GroupCard {
  enum class Tag : std::uint8_t { none, today, planned, over };

  GroupId group;
  std::string name;
  std::string second;  // "Tuesday, 9 members"
  std::vector<CourseDot> dots;
  std::string third;  // "Middle of the course", "All 8 sessions held"
  Tag tag = Tag::none;
  std::string tag_words;  // "Today", "Friday 22 May"
  std::string risk;       // "A worry is open"; empty: none is
  bool risk_unseen = false;
};

struct GroupsModel {
  std::string title;
  std::string note;
  std::vector<IntakeLink> lists;  // of people who have no group yet
  std::vector<GroupCard> groups;  // by name
  std::string open_words;
  std::string empty;
  std::string empty_note;
};

// The cards of all groups that are read here, by name.
std::vector<GroupCard> group_cards(const ScreenContext& context);
GroupsModel groups_model(const ScreenContext& context);

}  // namespace baraza::client
