// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "client/core/screens/person_words.h"
#include "client/core/screens/session_model.h"
#include "shared/content/course.h"
#include "shared/rules/agenda.h"

// What the parts of the session's model share; for client/core/screens's own sources.
namespace baraza::client::session_parts {

// How somebody is marked in a session.
struct SeatMark {
  enum class State : std::uint8_t { none, marked, disputed };
  State state = State::none;
  model::Attendance value;     // if marked
  bool after_closing = false;  // written by somebody who knew that the session was closed

  // Came, as far as is known; somebody who isn't marked may be.
  bool came() const;
  bool away() const;
};

// A member of the group on the session's day.
struct Seat {
  MemberId member;
  MemberWords words;
  SeatMark mark;
  bool scored = false;  // a check-in counts for this session
};

// What the model is made from.
struct Facts {
  const ScreenContext& context;
  GroupId group;
  model::SessionKey session;
  std::uint32_t number = 0;  // by the course's plan; 0: an extra session
  bool opened = false;
  bool closed = false;
  CourseProgress progress;
  const content::CoursePack* course = nullptr;
  const content::SessionPlan* plan = nullptr;
  bool measured = false;                  // the course measures in this session
  std::vector<Seat> seats;                // in seat order
  std::vector<rules::AgendaItem> agenda;  // empty where neither course nor people planned anything
  int agenda_minutes = 0;                 // of all that isn't skipped
};
Facts facts_of(const ScreenContext& context, const GroupId& group,
               const model::SessionKey& session);

// "Mood check"; "Alone with Meena" where a worry is open.
std::string item_title(const ScreenContext& context, const GroupId& group,
                       const rules::AgendaItem& item);

RunSheet run_sheet(const Facts& facts, const SessionRun& run);
SessionCircle session_circle(const Facts& facts, const SessionRun& run);
AttendanceLine attendance_line(const Facts& facts);
PlannedCard planned_card(const Facts& facts);
ClosedCard closed_card(const Facts& facts);
CloseModel close_model(const Facts& facts);
// When what is shown of the run changes by itself.
std::optional<Tick> next_change(const SessionRun& run, Now now);

// "12 min late", "told us", "not marked yet"; empty for somebody who just came.
std::string short_mark(const Facts& facts, const Seat& seat);
// "3:10", in tens of seconds.
std::string clock_words(Duration time);
// "{first} · {second}"; the one that isn't empty, if one is.
std::string joined(const text::Catalogue& words, const std::string& first,
                   const std::string& second);
// "session 5", "the extra session"
std::string title_of(const Facts& facts);

}  // namespace baraza::client::session_parts
