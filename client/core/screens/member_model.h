// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/screens/area_model.h"
#include "client/core/screens/group_model.h"
#include "client/core/screens/note_model.h"

namespace baraza::client {

// A session on the page of a member.
struct MemberSession {
  std::string label;  // "5"
  std::string words;  // "Session 5, today"
  std::optional<model::SessionKey> session;
  MarkCell mark = MarkCell::to_come;
  std::string mark_words;  // "12 min late: the bus"
  std::optional<std::uint32_t> score;
  std::string score_words;  // "Session 5: 12, moderate"
  std::string events;       // letters of what happened then
  std::string version;      // another version of the instrument begins here: the line breaks
  std::string check_word;   // leads to the mood check: "Ask", "Change"; empty: none is to be asked
  bool two_checks = false;  // two mood checks count: settled in Needs you
};

// Something that happened, marked on the mood line.
struct MemberEvent {
  std::string letter;  // "A"
  std::string words;   // "Her sister came to stay"
  SheetId entry;
};

// One member of a group: the mood line, who came, what was written.
struct MemberModel {
  GroupId group;
  MemberId member;
  std::string title;
  std::string note;  // "Mwembe, seat 3"
  std::string letters;
  std::uint32_t seat = 0;
  std::string none;  // the member isn't known here
  std::string risk;  // "Your supervisor has not seen this yet.", "A worry is open."; empty: none
  bool risk_unseen = false;
  std::string open_word;

  std::string area_title;  // "Works on"
  AreaNote area;
  std::string area_word;  // leads to where it is chosen

  std::string work_title;  // "Written together"
  std::string work_note;   // "Before the group: 3 of 7 done"
  std::string work_next;   // "Next: A goal"; empty: nothing waits
  std::string work_word;   // leads to all of it

  WhisperModel whisper;  // about this member

  std::string mood_title;
  std::string mood_note;            // "PHQ-9, lower is better"
  std::string mood_hidden;          // while scores are hidden; then there is no line
  std::string mood_none;            // "No score yet. ..."
  std::vector<MemberEvent> events;  // in the order of their sessions
  std::vector<std::uint32_t> limits;
  std::string change;                     // "6 lower than at first", since the line last broke
  std::vector<std::string> change_rules;  // what that means by the instrument's named rules
  bool worse = false;

  std::string sessions_title;
  std::vector<MemberSession> sessions;
  std::string notes_title;
  std::vector<NoteRow> notes;
  std::string notes_none;
  std::string note_word;
  std::string note_short;  // where there is less room
  NoteModel write_note;
  bool may_write = false;
  std::string seat_word;  // leads to where the seat ends; empty: not for this person
  std::string worried_word;
  std::string worried_short;
  WorryModel worry;
  std::vector<HelpRow> help;
};

MemberModel member_model(const ScreenContext& context, const GroupId& group,
                         const MemberId& member);

}  // namespace baraza::client
