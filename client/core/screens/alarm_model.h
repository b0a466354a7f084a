// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "client/core/screens/context.h"
#include "client/core/screens/person_words.h"
#include "client/core/screens/shell_model.h"
#include "client/core/screens/worry_model.h"

namespace baraza::client {

// One of the four places on the way of a worry.
struct AlarmStep {
  enum class State : std::uint8_t { done, waiting, not_yet };
  State state = State::not_yet;
  std::string first;   // "On the server"
  std::string second;  // "waits for a network"
};

// What was written: an answer or a worry.
struct AlarmPiece {
  std::string first;   // "Question 9 of the mood check"
  std::string second;  // "Rose, Tuesday 10:52"
  std::string seen;    // "Josephine saw this at 11:58."; "Nobody has seen this yet."
  bool is_seen = false;
  bool now = false;
};

// Everything that is open about one member.
struct AlarmModel {
  std::optional<SiteId> list;  // about somebody on this site's list
  GroupId group;
  MemberId member;
  std::string title;  // "Meena"
  std::string note;   // "Mwembe group"
  bool open = false;
  std::string none;  // not open: that nothing is, and what can be done
  std::string none_note;

  bool seen = false;
  std::string banner;       // "Your supervisor has not seen this yet.", or who saw it and when
  std::string banner_note;  // what to do: "There is no network here. Call her."
  std::vector<CallWords>
      call;              // for whoever follows the group: who raised it, if a number is known
  std::string no_phone;  // in the place of a number that isn't known
  std::vector<AlarmStep> steps;
  std::string pieces_title;
  std::vector<AlarmPiece> pieces;
  std::string next_title;
  std::vector<std::string> next;  // what happens, and what to do until then

  // For whoever follows the group.
  std::string see_word;            // "I have seen this"; empty: it isn't theirs to say, or was said
  std::string see_note;            // what that tells, and to whom; or why it isn't theirs to say
  std::vector<EvidenceId> to_see;  // all that is shown and that others raised
  std::vector<EvidenceId> evidence;  // all that is shown
  std::string see_done;
  std::string resolve_word;  // "It is over"; empty: not theirs
  std::string resolve_question;
  std::string resolve_text;
  std::string resolve_verb;
  std::string resolve_done;
  std::string go_back_word;

  std::string worried_word;  // raises another one
  bool may_raise = false;
  WorryModel worry;
  std::string member_word;  // leads to the member's page
  std::vector<HelpRow> help;
};

AlarmModel alarm_model(const ScreenContext& context, const GroupId& group, const MemberId& member);

}  // namespace baraza::client
