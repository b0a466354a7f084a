// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/model/register_kinds.h"

// The intents of preparing and working a course (see intents.h). Most of them write one register:
// a value in the place of what stands there.
namespace baraza::client {

// Writes `value` in the place of what stands. Where different values stand it has to be said that
// this one settles them, so that nobody overwrites what they haven't seen; in an agenda, and for
// techniques, the last word always counts. A zero id of a value that has one of its own is drawn,
// or derived where a member has one only. A value that stands already is refused with
// already_exists. Member and session have to be known here.
template <class T>
struct WriteOfGroup {
  GroupId group;
  T value;
  bool settles = false;
};

using WriteSheet = WriteOfGroup<model::Sheet>;
using WriteInventoryPerson = WriteOfGroup<model::InventoryPerson>;
using SetConsent = WriteOfGroup<model::Consent>;
using PlanSession = WriteOfGroup<model::SessionPlan>;
using MergeSessions = WriteOfGroup<model::SessionMerge>;
using PlaceAgenda = WriteOfGroup<model::AgendaPlace>;
using MarkAgenda = WriteOfGroup<model::AgendaMark>;
using MarkTechnique = WriteOfGroup<model::TechniqueUse>;

// The same for what belongs to a site's intake.
template <class T>
struct WriteOfSite {
  SiteId site;
  T value;
  bool settles = false;
};

using DecideSuitability = WriteOfSite<model::SuitabilityDecision>;
using JoinPersons = WriteOfSite<model::PersonJoin>;

// A member's step until the next session, and what it is, in one commit. A zero step is drawn; the
// sheet takes the step's id.
struct AgreeStep {
  GroupId group;
  model::AgreedStep step;
  model::Sheet words;  // of kind step
  bool settles = false;
};

// What became of a step, and what is said of it, in one commit.
struct ReviewStep {
  GroupId group;
  model::StepReview review;
  std::optional<model::Sheet> words;  // of kind step_review; empty: nothing was written
  bool settles = false;
};

// "I know", said to a quiet word.
struct KnowWhisper {
  GroupId group;
  model::KnownWhisper value;
};

// A zero screening is drawn. An answer that raises a risk raises its flag in the same commit, in
// the alarms of the site's list.
struct RecordScreening {
  SiteId site;
  model::Screening value;
};

// A group of people from the list, each with a seat in this order; a zero group is drawn. It can be
// worked with at once; the server opens it when it hears of it. Of persons who are joined the one
// they are is seated.
struct FormGroup {
  SiteId site;
  model::FormedGroup value;
  std::vector<PersonId> persons;
};

// A member's seat ends.
struct EndMembership {
  GroupId group;
  model::Leaving leaving;
};

// A member goes on in another group of the site, as the same person: what she was asked to agree
// to, her area and her sheets stay with the group where they were written.
struct MoveMember {
  GroupId from;
  MemberId member;
  GroupId to;
  CivilDate on;
};

}  // namespace baraza::client
