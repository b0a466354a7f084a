// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "shared/content/library.h"
#include "shared/model/states.h"
#include "shared/rules/score.h"

// From the first question to a seat: what a site's list says about each person by the course's rule
// of screening. Pure; safe from any thread. Pointers lead into the state and the packs.
//
// Source of the rule: two-step screening, a short questionnaire before a long one, with cut-offs
// that are the programme's (the domain notes, 1.2 and 2.1); people below it may join for a reason
// that is written down.
namespace baraza::rules {

// Who somebody of the list is, through the joins that stand. Themselves where nobody joined them.
PersonId same_person(const model::IntakeState& intake, const PersonId& person);

enum class StepOutcome : std::uint8_t {
  open,     // not asked yet
  goes_on,  // at least as bad as the cut-off
  stops,    // better than it
  unclear,  // what wasn't answered decides
};

// One questionnaire of the screening and what one person answered last.
struct ScreeningResult {
  const content::ScreeningStep* step = nullptr;
  const content::InstrumentPack* pack = nullptr;            // of the step; null if it isn't here
  const model::Write<model::Screening>* answers = nullptr;  // null: none
  Score score;
  StepOutcome outcome = StepOutcome::open;
  // The total that stands on the paper isn't what the answers come to.
  bool paper_differs = false;
};

// Whether a score reaches the line of a step for certain, in the instrument's direction.
bool goes_on(const content::InstrumentPack& pack, const Score& score, int cut_off);

enum class Suggestion : std::uint8_t {
  ask,       // a questionnaire is still to be asked
  may_join,  // by the rule
  below,     // by the rule not; she may join all the same, with a reason
  unclear,
};

enum class IntakeStanding : std::uint8_t {
  to_ask,
  to_decide,  // asked; nobody decided yet, or people decided differently
  waits,      // for a seat
  refer_first,
  not_now,
  declined,
  seated,
};

struct IntakeSeat {
  GroupId group;
  MemberId member;
  bool left = false;
};

struct IntakePerson {
  PersonId person;
  std::vector<PersonId> entries;  // all that are this person, `person` first
  const model::Person* shown = nullptr;
  std::vector<ScreeningResult> screening;  // a result a step of the course
  Suggestion suggestion = Suggestion::ask;
  std::size_t next_step = 0;                             // with `ask`: which one
  const model::SuitabilityDecision* decision = nullptr;  // null: none, or different ones stand
  bool disputed = false;
  std::vector<IntakeSeat> seats;  // in the order of their links
  bool raised_risk = false;       // an answer of hers raised one; whether it is open, alarms say
  IntakeStanding standing = IntakeStanding::to_ask;

  // Whether this decision differs from the course's rule, so that it needs a reason.
  bool overrides(model::Suitability suitability) const;
};

// Whether a member has left that group, as far as is known.
using HasLeft = std::function<bool(const GroupId&, const MemberId&)>;

// Everybody on the list, joined ones once, by name. Without a course nothing is suggested.
std::vector<IntakePerson> intake_list(const model::IntakeState& intake,
                                      const content::CoursePack* course,
                                      const content::PackLibrary& packs, const HasLeft& has_left);

// Two entries that may be one person: what they have in common.
struct LikelyDouble {
  PersonId one;
  PersonId other;
  bool phone = false;
  bool birth_year = false;
  bool village = false;
};

// What speaks for two entries being one person; empty if too little does. The same number to call
// and a name that could be the same; or the same names, a letter more or less, in whatever order,
// with no year of birth or sex against it; or one such name, with year and village.
std::optional<LikelyDouble> compare(const model::Person& one, const model::Person& other);

// All such pairs of the list that nobody joined or told apart.
std::vector<LikelyDouble> likely_doubles(const model::IntakeState& intake);

// How many letters one has to change, add, leave out or swap with its neighbour.
std::size_t letters_apart(std::string_view one, std::string_view other);

}  // namespace baraza::rules
