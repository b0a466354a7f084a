// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/screens/area_model.h"
#include "client/core/screens/context.h"
#include "client/core/screens/course_words.h"
#include "client/core/screens/note_model.h"
#include "client/core/screens/shell_model.h"
#include "client/core/screens/whisper_model.h"
#include "client/core/screens/worry_model.h"
#include "client/core/views/group_view.h"

namespace baraza::client {

// What is known of one member at one session.
enum class MarkCell : std::uint8_t {
  came,
  late,
  told_us,
  excused,
  unknown,
  two_answers,
  today,    // not marked yet
  no_mark,  // a held session that nobody marked
  to_come,
};

// A session of the group, held or to come, in the order of the course.
struct GroupSession {
  std::string label;  // its number; "+" for an extra one
  std::string date;   // "14 Apr", "today"
  std::string words;  // "Session 5, today"
  CourseDot state = CourseDot::to_come;
  std::optional<model::SessionKey> session;  // empty: not opened
  bool extra = false;
};

struct GroupPhase {
  std::string words;
  std::size_t sessions = 0;  // how many of the sessions it spans
  bool current = false;
};

struct GroupMember {
  MemberId member;
  std::string name;
  std::string letters;
  std::uint32_t seat = 0;
  bool worried = false;  // a worry is open
  AreaNote area;         // what she works on
  struct Cell {
    MarkCell mark = MarkCell::to_come;
    std::string words;  // "Halima, session 4: two answers"
  };
  std::vector<Cell> cells;                           // one a session
  std::vector<std::optional<std::uint32_t>> scores;  // one a session that was opened
  std::string last;                                  // the last score; empty: none
  std::string change;                                // "5 higher"
  bool worse = false;
  bool better = false;
};

struct GroupModel {
  GroupId group;
  std::string title;
  std::string note;
  std::string none;  // the group isn't known here; then nothing else is
  std::vector<GroupPhase> phases;
  std::vector<GroupSession> sessions;
  std::string left;        // "4"; empty: all were held
  std::string left_words;  // "sessions left, with today"
  std::string member_head;
  std::string area_head;
  std::string mood_head;
  std::string last_head;  // "PHQ-9, last and change"
  std::vector<GroupMember> members;
  std::string empty;  // nobody is in it yet
  std::string empty_note;
  std::vector<std::pair<MarkCell, std::string>> legend;
  std::string worried_legend;  // "A worry is open": what the mark beside a name says
  std::string newer;           // "2 entries were made by a newer Baraza. ..."; empty: none

  std::string session_word;  // "Session 5": leads there; empty: all were held
  model::SessionKey next;
  std::string note_word;
  NoteModel write_note;
  bool may_write = false;
  std::string worried_word;
  std::string worried_short;  // where there is less room
  WorryModel worry;
  WhisperModel whisper;

  std::string add_word;
  std::string add_title;
  std::string name_label;
  std::string phone_label;
  std::string phone_hint;
  std::string add_action;
  std::string name_missing;
  std::string add_done;
  std::string back_word;
  CivilDate today;
  std::vector<HelpRow> help;
};

GroupModel group_model(const ScreenContext& context, const GroupId& group);

// What stands of the marks of one member at one session.
MarkCell cell_of(const AttendanceCell& cell);
// Which planned and extra sessions there are, held ones by date, then those to come; and the rows
// of those that were opened, in the same order.
std::vector<GroupSession> group_sessions(const ScreenContext& context, const GroupView& view);

}  // namespace baraza::client
