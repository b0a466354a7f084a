// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/screens/context.h"

namespace baraza::client {

// Somebody a worry or a note can be about.
struct PersonChoice {
  MemberId member;
  std::string name;
  std::string letters;
  std::uint32_t seat = 0;
};
// The members of the group who haven't left, by seat.
std::vector<PersonChoice> person_choices(const ScreenContext& context, const GroupId& group);

// The panel in which a worry is raised: about whom, how urgent, and what happens then.
struct WorryModel {
  GroupId group;
  SessionId session;  // zero: outside a session
  std::string title;
  std::vector<PersonChoice> people;
  std::string nobody;  // where there is nobody to choose
  std::string urgency_title;
  std::string today_word;
  std::string now_word;
  std::string next_title;
  std::vector<std::string> today_next;  // what happens next, a sentence a line
  std::vector<std::string> now_next;
  std::string raise_word;
  std::string raise_not;  // why it can't be raised while nobody is chosen
  std::string back_word;
  std::string done;  // the toast
};

// What comes of a worry until somebody has seen it, and what to do: for whoever raised it or works
// in the group. Of one that the server has, `reached`, no way there is told any more.
std::vector<std::string> next_words(const ScreenContext& context, const GroupId& group, bool now,
                                    bool reached);
WorryModel worry_model(const ScreenContext& context, const GroupId& group,
                       const SessionId& session);

}  // namespace baraza::client
