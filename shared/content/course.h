// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/ids.h"
#include "shared/content/instrument.h"

namespace baraza::content {

enum class PhaseKind { pre_group, initial, middle, ending };
enum class Setting { group, individual };

// What a member works on (area.proto says what each is).
enum class FocalArea { grief = 1, disagreements, life_changes, loneliness };

struct AreaPrompt {
  FocalArea area = FocalArea::grief;
  std::string prompt;
};

// A step as every course that names it has it.
struct StepText {
  std::string id;
  std::string title;
  std::string prompt;                    // one sentence to say aloud, or empty
  std::vector<AreaPrompt> area_prompts;  // each area at most once
};

// The words of the steps, as parse_pack() accepted them.
struct StepPack {
  std::string id;
  std::uint32_t version = 0;
  Hash version_hash;  // of the pack's bytes as they came
  std::string title;
  std::string licence_note;
  std::vector<StepText> steps;
  std::string origin;  // name of the file it came from
  Location location;   // of the pack in that file

  // Null if it has no such step. Valid as long as the pack.
  const StepText* find(std::string_view step) const;
};

struct AgendaStep {
  std::string id;  // unique within its plan
  std::string title;
  int minutes = 0;     // planned, above zero
  std::string prompt;  // one sentence to say aloud, or empty
  std::vector<AreaPrompt> area_prompts;
  Location location;

  // What to say to a member who works on this area: the area's own prompt, or else the step's.
  const std::string& prompt_for(FocalArea area) const;
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

// One questionnaire of the screening: who scores at least as badly as the cut-off goes on.
struct ScreeningStep {
  std::string instrument_id;
  std::uint32_t instrument_version = 0;
  int cut_off = 0;  // a total of the instrument
  Location location;
};

// A course as parse_pack() accepted it. Titles and prompts are in English, to be looked up in a
// catalogue. What the checks promise: phases come in the order of their
// kinds, each kind once; meetings of the pre-group phase count from 1 on their own, the sessions of
// all other phases count through from 1 without gap or overlap; every plan has steps. In a
// PackLibrary every step has its words, its own or those of the step pack.
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
  std::string steps_id;  // of the step pack that has the words; empty: every step has its own
  std::uint32_t steps_version = 0;
  int min_members = 0;  // of a group; one and one: a course for one person
  int max_members = 0;
  std::vector<ScreeningStep> screening;  // in the order in which they are asked
  std::string origin;                    // name of the file it came from
  Location location;                     // of the pack in that file

  // How many sessions the course has, and how many meetings before the group.
  int session_count() const;
  int pre_group_count() const;

  // The phase and the agenda of a session of the course, from 1 to session_count(). Null for any
  // other number, such as 0 for an extra session. Valid as long as the pack.
  const Phase* phase_of(int session) const;
  const SessionPlan* plan_of(int session) const;
};

}  // namespace baraza::content
