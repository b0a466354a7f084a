// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/ids.h"
#include "shared/content/instrument.h"

namespace baraza::content {

enum class PhaseKind { pre_group, initial, middle, ending };
enum class Setting { group, individual };

struct AgendaStep {
  std::string id;  // unique within its plan
  std::string title;
  int minutes = 0;     // planned, above zero
  std::string prompt;  // one sentence to say aloud, or empty
};

// One agenda for the sessions from first to last, both included.
struct SessionPlan {
  int first = 0;
  int last = 0;
  std::vector<AgendaStep> steps;

  int minutes() const;  // of all steps together
};

struct Phase {
  PhaseKind kind = PhaseKind::initial;
  Setting setting = Setting::group;
  std::string title;
  std::string short_title;  // where room is short: the title, if the pack has none
  std::vector<SessionPlan> plans;
};

enum class MeasureCadence { every_session, listed_sessions };

struct CourseMeasure {
  std::string instrument_id;
  std::uint32_t instrument_version = 0;
  MeasureCadence cadence = MeasureCadence::every_session;
  std::vector<int> sessions;      // rising; only for listed_sessions
  bool before_the_group = false;  // in the pre-group phase too
  Location location;

  // Whether it is due in this session of the course (1, 2, ...).
  bool due_in(int session) const;
};

// A course as parse_pack() accepted it. Titles and prompts are in English, to be looked up in a
// catalogue. What the checks promise: phases come in the order of their
// kinds, each kind once; meetings of the pre-group phase count from 1 on their own, the sessions of
// all other phases count through from 1 without gap or overlap; every plan has steps.
struct CoursePack {
  std::string id;
  std::uint32_t version = 0;
  Hash version_hash;  // of the pack's bytes as they came
  std::string title;
  std::vector<Phase> phases;
  std::vector<CourseMeasure> measures;
  int min_sessions_attended = 0;  // who came to this many has completed the course
  int interval_days = 0;          // between planned sessions
  std::string licence_note;
  std::string origin;  // name of the file it came from
  Location location;   // of the pack in that file

  // How many sessions the course has, and how many meetings before the group.
  int session_count() const;
  int pre_group_count() const;

  // The phase and the agenda of a session of the course, from 1 to session_count(). Null for any
  // other number, such as 0 for an extra session. Valid as long as the pack.
  const Phase* phase_of(int session) const;
  const SessionPlan* plan_of(int session) const;
};

}  // namespace baraza::content
