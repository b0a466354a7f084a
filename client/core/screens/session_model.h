// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/intents.h"
#include "client/core/screens/close_model.h"
#include "client/core/screens/course_words.h"
#include "client/core/screens/note_model.h"
#include "client/core/screens/shell_model.h"
#include "client/core/screens/worry_model.h"
#include "client/core/session_run.h"

namespace baraza::client {

// --- the run sheet ------------------------------------------------------------------------------

struct SheetStep {
  enum class State : std::uint8_t { done, now, to_come, skipped };
  State state = State::to_come;
  std::string title;
  std::string
      minutes;  // "14 min": what it took, or what is planned; empty where a step has no plan
  AgendaItemId item = {};  // zero: of a session without an agenda
};

struct RunSheet {
  std::string title;
  std::string whole;  // "90 min"
  std::vector<SheetStep> steps;
  std::vector<AgendaItemId> items;  // of the steps; empty for a session without an agenda
  std::size_t step = 0;             // the one that runs, or the first
  std::string of_steps;             // "Step 3 of 7"
  std::string step_title;           // of the one that runs
  // To say aloud, in quotation marks: to who has the word, by what they work on; empty: none.
  std::string prompt;
  float spent_minutes = 0;    // of the one that runs
  float planned_minutes = 0;  // 0: it has no plan
  std::string spent_words;    // "12 of 20 min"
  std::string left_words;     // "8 left", "3 over"
  std::string left_long;      // "8 min left of 20"
  std::string started;        // "Started 10:04"; empty before it runs
  std::string session_left;   // "58 min left"; empty without a plan
  std::string ends_word;      // "Ends"
  std::string ends;           // "11:34"; empty without a plan
  std::string after_today;    // "After today: 3 sessions"
};

// --- the circle ---------------------------------------------------------------------------------

struct SessionSeat {
  enum class State : std::uint8_t { here, has_word, not_yet, heard, not_here };
  MemberId member;
  std::string name;
  std::string letters;
  std::uint32_t seat = 0;
  State state = State::here;
  char key = 0;  // the digit that asks them; 0: there is none
  bool may_ask = false;
  std::string why_not;  // why they can't be asked
  std::string mark;     // what the attendance says, short: "12 min late"; empty: nothing to add
  std::string area;     // what the person works on; empty: not chosen yet
};

struct SessionCircle {
  std::vector<SessionSeat> seats;  // in seat order
  std::string above;               // "Esther has the word"
  std::string figure;              // "3:10"
  std::string below;               // "5 of 8 heard"
  std::vector<MemberId> here;      // in seat order: whom Next person walks
};

// --- attendance in one line ---------------------------------------------------------------------

struct AttendanceNote {
  MemberId member;
  std::string name;
  std::string letters;
  std::uint32_t seat = 0;
  bool here = false;
  bool look_here = false;  // not marked yet, or different marks stand
  std::string words;       // "12 min late", "told us", "not marked yet"
};

struct AttendanceLine {
  std::string count;                   // "8 of 9 here"
  std::vector<PersonChoice> here;      // who came, with nothing to add
  std::vector<AttendanceNote> others;  // everybody else who was marked, by seat
  std::string unmarked;                // "2 not marked yet"; empty: everybody is
  std::string short_words;             // "8 of 9 here · Naliaka late · Farida told us"
  std::string change_word;             // leads to attendance
};

// --- before and after ---------------------------------------------------------------------------

struct PlannedCard {
  std::string when;  // "Today", "Planned for Tuesday 12 May, in 3 days"
  std::string note;  // what opening does
  std::string open_word;
  std::vector<Intent> opens;
  std::string open_not;     // why it can't be opened
  bool starts_run = false;  // opening starts the clock in the same go
  std::string extra_word;   // opens an extra session
  std::vector<Intent> opens_extra;
  std::string extra_not;
};

struct ClosedRow {
  MemberId member;
  std::string name;
  std::string letters;
  std::uint32_t seat = 0;
  bool here = false;
  std::string mark;   // "Came", "Not marked"
  std::string score;  // "Mood check done", "No mood check"; empty: none is due
};

struct ClosedCard {
  std::string words;  // "This session is closed."
  std::string people_title;
  std::vector<ClosedRow> rows;
  std::string amended_title;
  std::vector<std::string> amended;  // the reasons, in the order in which they were given
  std::string amended_none;
  std::string reason_label;
  std::string reason_hint;
  std::string amend_word;
  std::string amend_not;  // why it can't be written while it is empty
  std::string amend_done;
  std::string draft_key;  // of the reason while it is typed
};

// --- the screen ---------------------------------------------------------------------------------

struct SessionModel {
  enum class State : std::uint8_t {
    none,     // there is no session to show
    planned,  // not opened yet
    open,     // opened, and its run sheet doesn't run on this laptop
    running,  // or paused
    closed,
  };

  State state = State::none;
  GroupId group;
  model::SessionKey session;
  std::string title;  // "Mwembe group, session 5 of 8"
  std::string note;   // "Middle of the course · Tuesday 12 May"
  std::string none;   // State::none: why
  std::string none_note;
  bool may_run = false;  // the person may write about this session

  // The run as it is now; what a key makes of it is after(run, event, now), kept as a draft.
  SessionRun run;
  Now now;
  std::string run_key;
  bool paused = false;
  // When something that is shown changes by itself; empty if not by time.
  std::optional<Tick> next_change;

  RunSheet sheet;
  SessionCircle circle;
  AttendanceLine attendance;
  std::string not_heard_title;
  std::vector<std::size_t> not_heard;  // places among the seats
  std::string not_heard_none;          // "Everybody was heard."
  std::string ask_word;
  std::string legend_has_word;
  std::string legend_heard;
  std::string legend_not_yet;
  std::string legend_not_here;

  bool may_next_person = false;
  std::string next_person_not;
  bool may_next_step = false;
  std::string next_step_not;
  bool may_step_back = false;
  std::string step_back_not;
  bool all_heard = false;
  std::string next_person_word;
  std::string space_key;  // as printed on it
  std::string next_step_word;
  // What Next step says of the one that runs: done, in so many minutes. Empty: there is no item.
  std::optional<MarkAgenda> step_done;
  std::string step_back_word;
  std::string begin_word;  // State::open: starts the run sheet on this laptop
  std::string begin_title;
  std::string begin_note;
  std::string pause_word;  // "Pause" or "Go on"
  std::string pause_not;
  std::string mood_word;
  MemberId mood_member;  // whom the mood check is for next; zero: none is due
  std::string mood_not;
  std::string work_word;  // "Meena's work": of who has the word, or of the first who is here
  MemberId work_member;
  std::string work_not;
  std::string used_word;
  std::string used_not;
  std::string note_word;
  std::string close_word;
  std::string close_not;
  std::string more_word;
  std::string others_word;  // "Not heard: 3", opens the list where it has no room
  std::string attendance_word;
  std::string worried_word;
  std::string worried_short;
  std::string hide_word;   // closes a panel
  std::string saved_word;  // the toast

  std::string notes_title;
  std::vector<NoteRow> notes;
  std::string notes_none;

  std::optional<PlannedCard> planned;
  std::optional<ClosedCard> closed;
  std::optional<CloseModel> close;  // while it is open
  NoteModel write_note;
  WorryModel worry;
  std::vector<HelpRow> help;
};

// `session` as a place names it. One that isn't opened, or is zero, stands for the session that
// runs today, else the next one. `run` is what this laptop keeps of the run of session_shown().
SessionModel session_model(const ScreenContext& context, const GroupId& group,
                           const model::SessionKey& session, const SessionRun& run);

// Which session that is; its id is zero if there is none.
model::SessionKey session_shown(const ScreenContext& context, const GroupId& group,
                                const model::SessionKey& session);

// "amend/SESSION/DATE"
std::string amendment_draft_key(const model::SessionKey& session);

}  // namespace baraza::client
