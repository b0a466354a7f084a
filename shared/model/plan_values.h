// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/model/values.h"

// What the ops say with which a course is planned and worked, session by session, as plain values
// (see values.h). They live in the stream main, consent in people.
namespace baraza::model {

// --- people ---------------------------------------------------------------------------------

enum class ConsentPurpose : std::uint8_t {
  take_part = 1,
  supervisor_reads = 2,
  phone = 3,
  home_visit = 4,
  follow_up = 5,
  research = 6,
  trusted_person = 7,
};
enum class ConsentHow : std::uint8_t { spoken = 1, signed_ = 2, thumbprint = 3 };

struct ConsentKey {
  MemberId member;
  ConsentPurpose purpose = ConsentPurpose::take_part;
  auto operator<=>(const ConsentKey&) const = default;
  auto fields() const { return std::tie(member, purpose); }
};

struct Consent {
  ConsentKey key;
  bool given = false;
  ConsentHow how = ConsentHow::spoken;
  CivilDate date;
  auto fields() const { return std::tie(key, given, how, date.days); }
  bool operator==(const Consent& other) const { return key == other.key && given == other.given; }
};

// --- main -----------------------------------------------------------------------------------

struct SessionPlan {
  SessionId session;
  std::uint32_t plan_number = 0;  // 0: an extra session
  std::uint32_t occurrence = 0;
  CivilDate date;
  std::optional<std::uint32_t> start_minute;  // of the day at the site
  bool cancelled = false;
  std::string reason;  // never empty with `cancelled`
  auto fields() const {
    return std::tie(session, plan_number, occurrence, date.days, start_minute, cancelled, reason);
  }
  // Two who planned the same agree, whatever their reasons.
  bool operator==(const SessionPlan& other) const {
    return session == other.session && date == other.date && start_minute == other.start_minute &&
           cancelled == other.cancelled;
  }
};

// `from` was the same session as `into`.
struct SessionMerge {
  SessionKey from;
  SessionKey into;  // never `from`
  bool undone = false;
  std::string reason;
  auto fields() const { return std::tie(from, into, undone, reason); }
  bool operator==(const SessionMerge& other) const {
    return from == other.from && into == other.into && undone == other.undone;
  }
};

struct AgendaKey {
  SessionKey session;
  AgendaItemId item;
  auto operator<=>(const AgendaKey&) const = default;
  auto fields() const { return std::tie(session, item); }
};

// Of the item that a step of the course is, for all or for one member.
AgendaKey agenda_key(const SessionKey& session, std::string_view step, const MemberId& member);

struct AgendaPlace {
  AgendaKey key;
  std::string step;   // the step of the course
  MemberId member;    // zero: for all
  std::string order;  // items stand in the order of these texts
  std::uint32_t minutes = 0;
  bool removed = false;
  auto fields() const { return std::tie(key, step, member, order, minutes, removed); }
  bool operator==(const AgendaPlace&) const = default;
};

enum class AgendaState : std::uint8_t { open = 1, done = 2, skipped = 3 };
enum class SkipReason : std::uint8_t {
  none = 0,
  no_time = 1,
  not_needed = 2,
  member_away = 3,
  member_would_rather_not = 4,
  something_more_urgent = 5,
  other = 6,
};

struct AgendaMark {
  AgendaKey key;
  AgendaState state = AgendaState::open;
  SkipReason reason = SkipReason::none;  // one with skipped, else none
  std::uint32_t minutes = 0;             // spent
  auto fields() const { return std::tie(key, state, reason, minutes); }
  bool operator==(const AgendaMark&) const = default;
};

// By the numbers of plan.proto.
enum class Technique : std::uint8_t {
  inventory = 1,
  communication_analysis = 2,
  decision_analysis = 3,
  role_play = 4,
  grief_work = 5,
  disputes = 6,
  transitions = 7,
  deficits = 8,
  affect_exploration = 9,
  affect_encouragement = 10,
  linking_affect_to_events = 11,
  sick_role = 12,
  exploratory = 13,
  directive = 14,
  psychoeducation = 15,
  ending_work = 16,
  clarification = 17,
  direct_elicitation = 18,
  formulation = 19,
  timeline = 20,
  relationship_as_model = 21,
  support_mapping = 22,
  communication_patterns = 23,
  social_skills = 24,
};
inline constexpr int technique_count = 24;

struct TechniqueKey {
  SessionKey session;
  Technique technique = Technique::inventory;
  MemberId member;  // zero: with the whole group
  auto operator<=>(const TechniqueKey&) const = default;
  auto fields() const { return std::tie(session, technique, member); }
};

struct TechniqueUse {
  TechniqueKey key;
  bool used = true;
  auto fields() const { return std::tie(key, used); }
  bool operator==(const TechniqueUse&) const = default;
};

struct AgreedStep {
  StepId step;
  MemberId member;
  SessionKey session;
  bool withdrawn = false;
  auto fields() const { return std::tie(step, member, session, withdrawn); }
  bool operator==(const AgreedStep&) const = default;
};

enum class StepOutcome : std::uint8_t { done = 1, tried = 2, not_done = 3, no_longer_fits = 4 };

struct StepReview {
  StepId step;
  SessionKey session;
  StepOutcome outcome = StepOutcome::done;
  auto fields() const { return std::tie(step, session, outcome); }
  // Asked twice with one answer: nothing is to be settled.
  bool operator==(const StepReview& other) const {
    return step == other.step && outcome == other.outcome;
  }
};

// "I know", said to a quiet word.
struct KnownWhisper {
  std::string rule;
  MemberId member;  // zero: about the group
  AnyId basis;      // names what the rule saw
  auto fields() const { return std::tie(rule, member, basis); }
  bool operator==(const KnownWhisper&) const = default;
};

// What a quiet word rests on: a hash of its rule and of what it saw.
AnyId whisper_basis(std::string_view rule, ByteView seen);

}  // namespace baraza::model
