// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/course_workload.h"

#include "shared/op/derive.h"

namespace baraza::sim {
namespace {

using client::Intent;
using client::Replica;

// One of two ids: what different laptops write about meets.
template <class Id>
Id few(SimRandom& random, char tag) {
  Bytes bytes(16, tag);
  bytes.back() = static_cast<char>('a' + random.below(2));
  return *Id::from(bytes);
}

std::string line(SimRandom& random) {
  return "line " + std::to_string(random.below(4));
}

// True if `value` is a write where different ones stand: it has to say that it settles them.
template <class T, class State>
bool settles(const State& state, const T& value) {
  const auto* found = model::register_of<T>(state, value);
  return found != nullptr && found->disputed(state.basics.replaced);
}

Intent sheet(const Replica& replica, SimRandom& random, const GroupId& group,
             const MemberId& member, const model::SessionKey& session) {
  client::WriteSheet out{group, {}, false};
  out.value.member = member;
  if (random.chance(500)) {
    out.value.kind = model::SheetKind::formulation;
    out.value.entry =
        only_sheet_id(member, static_cast<std::uint32_t>(model::SheetKind::formulation));
  } else {
    out.value.kind = model::SheetKind::event;
    out.value.entry = few<SheetId>(random, 's');
    out.value.session = session;
  }
  out.value.filled = {{0, 1, line(random), {}, {}}};
  out.value.removed = random.chance(100);
  out.settles = settles<model::Sheet>(replica.words(group), out.value);
  return out;
}

Intent somebody(const Replica& replica, SimRandom& random, const GroupId& group,
                const MemberId& member) {
  client::WriteInventoryPerson out{group, {}, false};
  out.value.person = few<InventoryPersonId>(random, 'i');
  out.value.member = member;
  out.value.called = line(random);
  out.value.closeness = static_cast<std::uint8_t>(random.below(3));
  out.value.strain = random.chance(300);
  out.settles = settles<model::InventoryPerson>(replica.words(group), out.value);
  return out;
}

Intent consent(const Replica& replica, SimRandom& random, const GroupId& group,
               const MemberId& member, CivilDate date) {
  client::SetConsent out{group, {}, false};
  out.value.key = {
      member, random.chance(500) ? model::ConsentPurpose::phone : model::ConsentPurpose::research};
  out.value.given = random.chance(600);
  out.value.date = date;
  out.settles = settles<model::Consent>(replica.people(group), out.value);
  return out;
}

Intent plan(const Replica& replica, SimRandom& random, const GroupId& group) {
  client::PlanSession out{group, {}, false};
  out.value.plan_number = static_cast<std::uint32_t>(1 + random.below(3));
  out.value.session = planned_session_id(group, out.value.plan_number, 0);
  out.value.date = {20'790 + static_cast<std::int32_t>(random.below(3))};
  out.value.cancelled = random.chance(200);
  out.value.reason = "rain";
  out.settles = settles<model::SessionPlan>(replica.main(group), out.value);
  return out;
}

std::optional<Intent> merge(const Replica& replica, SimRandom& random, const GroupId& group) {
  const model::MainState& main = replica.main(group);
  if (main.sessions.size() < 2) return std::nullopt;
  client::MergeSessions out{group, {}, false};
  out.value.from = main.sessions.rbegin()->first;
  out.value.into = main.sessions.begin()->first;
  out.value.undone = random.chance(300);
  out.settles = settles<model::SessionMerge>(main, out.value);
  return out;
}

Intent agenda(SimRandom& random, const GroupId& group, const model::SessionKey& session) {
  const bool week = random.chance(500);
  const std::string step = week ? "week" : "in_depth";
  const model::AgendaKey key{session, agenda_item_id(session.session, step, {})};
  if (random.chance(500)) {
    const std::string order(1, static_cast<char>('a' + random.below(26)));
    return client::PlaceAgenda{group, {key, step, {}, order, 20, random.chance(100)}, false};
  }
  const bool skipped = random.chance(300);
  return client::MarkAgenda{group,
                            {key, skipped ? model::AgendaState::skipped : model::AgendaState::done,
                             skipped ? model::SkipReason::no_time : model::SkipReason::none,
                             static_cast<std::uint32_t>(random.below(30))},
                            false};
}

std::optional<Intent> step(const Replica& replica, SimRandom& random, const GroupId& group,
                           const MemberId& member, const model::SessionKey& session) {
  const model::MainState& main = replica.main(group);
  if (random.chance(500) && !main.steps.empty()) {
    client::ReviewStep out{group, {}, {}, false};
    out.review.step = main.steps.begin()->first;
    out.review.session = session;
    out.review.outcome = static_cast<model::StepOutcome>(random.between(1, 4));
    out.settles = settles<model::StepReview>(main, out.review);
    return out;
  }
  client::AgreeStep out{group, {}, {}, false};
  out.step = {few<StepId>(random, 't'), member, session, random.chance(100)};
  out.words.filled = {{0, 1, line(random), {}, {}}};
  model::Sheet words = out.words;
  words.entry = id_cast<SheetId>(out.step.step);
  out.settles = settles<model::AgreedStep>(main, out.step) ||
                settles<model::Sheet>(replica.words(group), words);
  return out;
}

// An answer to the item that raises a risk among them, now and then.
client::RecordScreening screening(SimRandom& random, const SiteId& site, const PersonId& person,
                                  CivilDate date) {
  client::RecordScreening out{site, {}};
  out.value.person = person;
  out.value.date = date;
  const bool is_long = random.chance(500);
  out.value.instrument = {is_long ? "phq9" : "phq2", 1, *Hash::from(Bytes(32, 'h'))};
  out.value.answers.assign(is_long ? 9 : 2, {model::AnswerState::answered, 2});
  if (is_long) out.value.answers.back().value = random.chance(400) ? 1 : 0;
  return out;
}

// Few, so that the world stays small.
constexpr std::size_t most_groups = 6;

std::optional<Intent> seats(const Replica& replica, SimRandom& random, const SiteId& site,
                            const std::vector<PersonId>& persons, const GroupId& group,
                            const MemberId& member, CivilDate date) {
  const auto& groups = replica.directory().groups();
  if (random.chance(400) && groups.size() < most_groups) {
    client::FormGroup out;
    out.site = site;
    out.value.name = "Formed " + std::to_string(random.below(1'000'000));
    out.value.course = {"who8", 1, Hash{}};
    out.value.first_session = date;
    out.persons = {persons.front(), persons.back()};
    return out;
  }
  if (random.chance(500)) {
    return client::EndMembership{group, {member, date, model::leave_reason::stopped}};
  }
  std::vector<GroupId> others;
  for (const auto& [id, entry] : groups) {
    if (id != group && entry.site == site) others.push_back(id);
  }
  if (others.empty()) return std::nullopt;
  return client::MoveMember{group, member, random.pick(others), date};
}

std::optional<Intent> at_the_site(const Replica& replica, SimRandom& random, const SiteId& site,
                                  const GroupId& group, const MemberId& member, CivilDate date) {
  const model::IntakeState& intake = replica.intake(site);
  std::vector<PersonId> persons;
  for (const auto& [person, each] : intake.persons) persons.push_back(person);
  if (persons.size() < 2) return std::nullopt;
  const PersonId person = random.pick(persons);
  if (random.chance(350)) return seats(replica, random, site, persons, group, member, date);
  if (random.chance(400)) return screening(random, site, person, date);
  if (random.chance(600)) {
    client::DecideSuitability out{site, {}, false};
    out.value.person = person;
    if (random.chance(300)) {
      out.value.suitability = model::Suitability::refer_first;
      out.value.refer = {model::ReferReason::psychosis};
    }
    out.settles = settles<model::SuitabilityDecision>(intake, out.value);
    return out;
  }
  client::JoinPersons out{site, {}, false};
  out.value.person = persons.front();
  if (random.chance(600)) out.value.same_as = persons.back();
  out.settles = settles<model::PersonJoin>(intake, out.value);
  return out;
}

}  // namespace

std::optional<Intent> draw_course(const client::Client& client, SimRandom& random,
                                  const SiteId& site, const GroupId& group, const MemberId& member,
                                  const model::SessionKey& session) {
  const Replica& replica = client.replica();
  switch (random.below(12)) {
    case 0:
    case 1: return sheet(replica, random, group, member, session);
    case 2: return somebody(replica, random, group, member);
    case 3: return consent(replica, random, group, member, session.date);
    case 4: return plan(replica, random, group);
    case 5: return merge(replica, random, group);
    case 6: return agenda(random, group, session);
    case 7: return step(replica, random, group, member, session);
    case 8:
    case 9:
    case 10: return at_the_site(replica, random, site, group, member, session.date);
    default: break;
  }
  if (random.chance(500)) {
    const auto technique = static_cast<model::Technique>(random.between(1, model::technique_count));
    return client::MarkTechnique{group, {{session, technique, {}}, random.chance(800)}, false};
  }
  return client::KnowWhisper{group, {"role_play_missing", {}, id_cast<AnyId>(session.session)}};
}

}  // namespace baraza::sim
