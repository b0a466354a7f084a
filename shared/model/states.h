// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <variant>

#include "shared/model/intake_values.h"
#include "shared/model/plan_values.h"
#include "shared/model/registers.h"
#include "shared/model/values.h"
#include "shared/model/work_values.h"

// The state of each stream: a pure fold of what authors signed (apply.h). The same ops give the
// same state in any order. Nothing here belongs to a server: no position, no time of receipt.
namespace baraza::model {

// Facts that are only ever added, by the op that said them.
template <class T>
using Facts = std::map<OpRef, Write<T>>;

struct ProgrammeState {
  Basics basics;
  Facts<Founding> founded;
  Facts<ServerWriter> server_writers;
  Facts<Account> accounts;
  Facts<Site> sites;
  Facts<EnrolledWriter> writers;
  Facts<FrozenWriter> frozen;
  Facts<PackRef> packs;
  auto fields() const {
    return std::tie(basics, founded, server_writers, accounts, sites, writers, frozen, packs);
  }
};

struct SiteState {
  Basics basics;
  Facts<Account> accounts;
  Facts<Grant> grants;
  Facts<GrantEnd> grant_ends;
  Facts<Group> groups;
  Facts<EnrolledWriter> writers;
  Facts<FrozenWriter> frozen;
  Facts<HoldSettlement> settlements;
  Facts<HoldSettlement> hold_reads;  // who fetched which held body
  std::map<GroupId, Register<CourseMove>> course_moves;
  auto fields() const {
    return std::tie(basics, accounts, grants, grant_ends, groups, writers, frozen, settlements,
                    hold_reads, course_moves);
  }
};

struct IntakeState {
  Basics basics;
  std::map<PersonId, Register<Person>> persons;
  Facts<MembershipLink> links;
  Facts<Screening> screenings;
  std::map<PersonId, Register<SuitabilityDecision>> suitability;
  std::map<PersonId, Register<PersonJoin>> joins;
  Facts<FormedGroup> formed;
  auto fields() const {
    return std::tie(basics, persons, links, screenings, suitability, joins, formed);
  }
};

struct PeopleState {
  Basics basics;
  std::map<MemberId, Register<MemberName>> names;
  std::map<ConsentKey, Register<Consent>> consents;
  auto fields() const { return std::tie(basics, names, consents); }
};

struct SessionFacts {
  Facts<SessionOpening> openings;  // empty: ops came before the op that opens their session
  Register<SessionKey> closing;
  Facts<Amendment> amendments;
  auto fields() const { return std::tie(openings, closing, amendments); }
};

struct MainState {
  Basics basics;
  std::map<MemberId, Register<Admission>> admissions;
  Facts<Leaving> leavings;
  std::map<SessionKey, SessionFacts> sessions;
  std::map<AttendanceKey, Register<Attendance>> attendance;
  Facts<CheckIn> check_ins;
  Facts<CheckInWithdrawal> withdrawals;
  std::map<MemberId, Register<FocalChoice>> areas;
  std::map<SessionId, Register<SessionPlan>> plans;
  std::map<SessionKey, Register<SessionMerge>> merges;  // by the one that is joined
  std::map<AgendaKey, Register<AgendaPlace>> agenda_places;
  std::map<AgendaKey, Register<AgendaMark>> agenda_marks;
  std::map<TechniqueKey, Register<TechniqueUse>> techniques;
  std::map<StepId, Register<AgreedStep>> steps;
  std::map<StepId, Register<StepReview>> step_reviews;
  Facts<KnownWhisper> known_whispers;
  auto fields() const {
    return std::tie(basics, admissions, leavings, sessions, attendance, check_ins, withdrawals,
                    areas, plans, merges, agenda_places, agenda_marks, techniques, steps,
                    step_reviews, known_whispers);
  }
};

struct AlarmState {
  Basics basics;
  Facts<Alarm> raised;
  Facts<EvidenceSet> acknowledged;
  Facts<EvidenceSet> resolved;
  auto fields() const { return std::tie(basics, raised, acknowledged, resolved); }
};

struct WordsState {
  Basics basics;
  Facts<Note> notes;                              // as first written
  std::map<NoteId, Register<std::string>> texts;  // what the note says, through amendments
  std::map<SheetId, Register<Sheet>> sheets;
  std::map<InventoryPersonId, Register<InventoryPerson>> inventory;
  auto fields() const { return std::tie(basics, notes, texts, sheets, inventory); }
};

// No kind of this version lives in the clinical stream: its ops are kept and counted.
struct ClinicalState {
  Basics basics;
  auto fields() const { return std::tie(basics); }
};

using StreamState = std::variant<ProgrammeState, SiteState, IntakeState, PeopleState, AlarmState,
                                 MainState, WordsState, ClinicalState>;

StreamState empty_state(StreamKind kind);
const Basics& basics_of(const StreamState& state);

// Raised whenever a fold gives another state for the same ops: digests are only compared between
// equal fold versions.
inline constexpr std::uint32_t fold_version = 4;

// A hash of everything in the state; equal states have equal digests.
Hash digest_of(const StreamState& state);

// --- questions that several readers ask -----------------------------------------------------

// The check-ins that count: neither superseded nor withdrawn, in author order, each once whoever
// sent it. They point into the state. Two that count for one member, session and instrument: a
// person has to look.
std::vector<const Write<CheckIn>*> current_check_ins(const MainState& state);

// The evidence of a risk that this check-in is, if its risk item is above zero.
EvidenceId evidence_of(const CheckIn& check_in);
EvidenceId evidence_of(const Screening& screening);

// Whether a member agrees to a purpose: false if anybody's standing word is no; empty if she wasn't
// asked.
std::optional<bool> consents_to(const PeopleState& state, const ConsentKey& key);

// True if `mark` was written by somebody who knew that the session had been closed.
bool added_after_closing(const MainState& state, const Write<Attendance>& mark);

}  // namespace baraza::model
