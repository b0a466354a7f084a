// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/content/library.h"
#include "shared/model/states.h"

// The agenda of a session, shared by everybody who runs it: what the course plans, what the members
// bring, and what people changed. Pure; safe from any thread.
//
// Source: the structure of a session in group IPT as published trials describe it (arrive, mood,
// the week by each one's area, last steps, one member in depth, a next step, close); prompts are
// the packs', in our own words.
namespace baraza::rules {

// A step that no pack has: a talk alone with somebody about whom a worry is open.
inline constexpr std::string_view risk_step = "talk_alone";
inline constexpr std::uint32_t risk_step_minutes = 5;

// What an agenda is made for.
struct AgendaMember {
  MemberId member;
  std::optional<model::FocalArea> area;
  bool risk_open = false;
};

// What to say to those who work on one area.
struct AgendaPrompt {
  model::FocalArea area = model::FocalArea::grief;
  std::string prompt;             // English, to be looked up in a catalogue
  std::vector<MemberId> members;  // who works on it, in the order given
  bool operator==(const AgendaPrompt&) const = default;
};

struct AgendaItem {
  model::AgendaKey key;
  std::string step;
  MemberId member;     // whom it is about; zero: everybody
  std::string title;   // English; empty for risk_step, and for a step that isn't known here
  std::string prompt;  // to say aloud, or empty
  std::vector<AgendaPrompt> area_prompts;  // of areas that a member works on
  std::uint32_t minutes = 0;
  std::string order;
  bool planned = false;  // of the course, or of an open worry; else added by a person
  model::AgendaState state = model::AgendaState::open;
  model::SkipReason reason = model::SkipReason::none;
  std::uint32_t spent_minutes = 0;  // as it was marked
  bool operator==(const AgendaItem&) const = default;
};

// In the order in which they stand. `number` is the session's in the course; 0 for an extra one,
// which has what people put on it, and a single step for all that there is. Items that were taken
// off aren't there; one with a mark of its own always is.
std::vector<AgendaItem> agenda(const content::CoursePack* course, const content::PackLibrary& packs,
                               std::uint32_t number, const model::SessionKey& session,
                               const std::vector<AgendaMember>& members,
                               const model::MainState& main);

// Steps that can be put on an agenda: all that the course's words have and it doesn't, by title.
std::vector<const content::StepText*> steps_to_add(const content::CoursePack& course,
                                                   const content::PackLibrary& packs,
                                                   const std::vector<AgendaItem>& agenda);

// A text that stands between two others: after `before` (empty: after nothing) and before `after`
// (empty: before nothing). Where the two are equal, or the wrong way round, one after `before`.
std::string order_between(std::string_view before, std::string_view after);

}  // namespace baraza::rules
