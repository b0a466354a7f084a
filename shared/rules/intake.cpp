// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/intake.h"

#include <algorithm>
#include <map>

namespace baraza::rules {
namespace {

using Current = std::map<PersonId, std::vector<const model::Write<model::Screening>*>>;

// What nobody took the place of, by person, oldest first.
Current current_screenings(const model::IntakeState& intake) {
  std::set<ScreeningId> replaced;
  for (const auto& [ref, write] : intake.screenings) {
    replaced.insert(write.value.supersedes.begin(), write.value.supersedes.end());
  }
  Current out;
  for (const auto& [ref, write] : intake.screenings) {
    if (replaced.contains(write.value.screening)) continue;
    out[same_person(intake, write.value.person)].push_back(&write);
  }
  for (auto& [person, writes] : out) {
    std::sort(writes.begin(), writes.end(), [](const auto* a, const auto* b) {
      return std::pair(a->value.date, a->order()) < std::pair(b->value.date, b->order());
    });
  }
  return out;
}

bool as_bad(const content::InstrumentPack& pack, int total, int cut_off) {
  return pack.direction == content::ScoreDirection::lower_is_better ? total >= cut_off
                                                                    : total <= cut_off;
}

StepOutcome outcome_of(const content::InstrumentPack& pack, const Score& score, int cut_off) {
  if (!score.readable) return StepOutcome::unclear;
  if (score.total && !score.straddles) {
    return as_bad(pack, *score.total, cut_off) ? StepOutcome::goes_on : StepOutcome::stops;
  }
  const bool low = as_bad(pack, score.possible.low, cut_off);
  const bool high = as_bad(pack, score.possible.high, cut_off);
  if (low != high) return StepOutcome::unclear;
  return low ? StepOutcome::goes_on : StepOutcome::stops;
}

ScreeningResult result_of(const content::ScreeningStep& step, const content::PackLibrary& packs,
                          const std::vector<const model::Write<model::Screening>*>& answered) {
  ScreeningResult out;
  out.step = &step;
  out.pack = packs.find_instrument(step.instrument_id, step.instrument_version);
  for (const auto* each : answered) {
    if (each->value.instrument.id == step.instrument_id) out.answers = each;
  }
  if (out.answers == nullptr) return out;
  const model::Screening& value = out.answers->value;
  // Scored by the version that was asked.
  const auto* asked = packs.find_instrument(value.instrument.id, value.instrument.version);
  out.outcome = StepOutcome::unclear;
  if (asked == nullptr) return out;
  out.pack = asked;
  out.score = score(*asked, value.answers);
  out.outcome = outcome_of(*asked, out.score, step.cut_off);
  out.paper_differs = value.typed_total &&
                      out.score.answered == static_cast<int>(asked->items.size()) &&
                      static_cast<int>(*value.typed_total) != out.score.total.value_or(-1);
  return out;
}

// The last questionnaire that was answered decides: who filled in the long one on paper need not be
// asked the short one.
void suggest(IntakePerson& person) {
  const auto& steps = person.screening;
  std::size_t last = steps.size();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].outcome != StepOutcome::open) last = i;
  }
  person.suggestion = Suggestion::ask;
  if (last == steps.size()) return;
  switch (steps[last].outcome) {
    case StepOutcome::open: return;
    case StepOutcome::stops: person.suggestion = Suggestion::below; return;
    case StepOutcome::unclear: person.suggestion = Suggestion::unclear; return;
    case StepOutcome::goes_on: break;
  }
  person.next_step = last + 1;
  if (person.next_step == steps.size()) person.suggestion = Suggestion::may_join;
}

IntakeStanding standing_of(const IntakePerson& person) {
  const bool seated = std::any_of(person.seats.begin(), person.seats.end(),
                                  [](const IntakeSeat& seat) { return !seat.left; });
  if (seated) return IntakeStanding::seated;
  if (person.decision != nullptr) {
    switch (person.decision->suitability) {
      case model::Suitability::joins: return IntakeStanding::waits;
      case model::Suitability::refer_first: return IntakeStanding::refer_first;
      case model::Suitability::not_now: return IntakeStanding::not_now;
      case model::Suitability::declined: return IntakeStanding::declined;
    }
  }
  if (person.disputed) return IntakeStanding::to_decide;
  return person.suggestion == Suggestion::ask ? IntakeStanding::to_ask : IntakeStanding::to_decide;
}

}  // namespace

bool goes_on(const content::InstrumentPack& pack, const Score& score, int cut_off) {
  return outcome_of(pack, score, cut_off) == StepOutcome::goes_on;
}

PersonId same_person(const model::IntakeState& intake, const PersonId& person) {
  PersonId at = person;
  // Joins of two laptops may run in a circle until somebody settles it; then the lowest id of the
  // circle stands for all.
  std::vector<PersonId> seen;
  while (true) {
    const auto circle = std::find(seen.begin(), seen.end(), at);
    if (circle != seen.end()) return *std::min_element(circle, seen.end());
    seen.push_back(at);
    const auto join = intake.joins.find(at);
    const auto* shown =
        join == intake.joins.end() ? nullptr : join->second.shown(intake.basics.replaced);
    if (shown == nullptr || shown->value.same_as.is_zero()) return at;
    at = shown->value.same_as;
  }
}

bool IntakePerson::overrides(model::Suitability suitability) const {
  if (suitability != model::Suitability::joins) return false;
  return suggestion != Suggestion::may_join;
}

std::vector<IntakePerson> intake_list(const model::IntakeState& intake,
                                      const content::CoursePack* course,
                                      const content::PackLibrary& packs, const HasLeft& has_left) {
  const Current screenings = current_screenings(intake);
  std::map<PersonId, IntakePerson> people;
  for (const auto& [id, person] : intake.persons) {
    const PersonId root = same_person(intake, id);
    IntakePerson& out = people[root];
    out.person = root;
    if (id == root) {
      out.entries.insert(out.entries.begin(), id);
    } else {
      out.entries.push_back(id);
    }
    const auto* shown = person.shown(intake.basics.replaced);
    if (shown != nullptr && (id == root || out.shown == nullptr)) out.shown = &shown->value;
  }
  std::vector<const model::Write<model::MembershipLink>*> links;
  for (const auto& [ref, link] : intake.links) links.push_back(&link);
  std::sort(links.begin(), links.end(),
            [](const auto* a, const auto* b) { return a->order() < b->order(); });
  for (const auto* link : links) {
    const auto at = people.find(same_person(intake, link->value.person));
    if (at == people.end()) continue;
    const auto& [group, member] = std::pair(link->value.group, link->value.member);
    at->second.seats.push_back({group, member, has_left && has_left(group, member)});
  }
  std::vector<IntakePerson> out;
  for (auto& [id, person] : people) {
    if (person.shown == nullptr) continue;
    const auto answered = screenings.find(id);
    const std::vector<const model::Write<model::Screening>*> none;
    const auto& own = answered == screenings.end() ? none : answered->second;
    for (const auto* each : own) {
      const auto& instrument = each->value.instrument;
      const auto* pack = packs.find_instrument(instrument.id, instrument.version);
      if (pack != nullptr && needs_risk_flag(*pack, each->value.answers)) person.raised_risk = true;
    }
    if (course != nullptr) {
      for (const auto& step : course->screening) {
        person.screening.push_back(result_of(step, packs, own));
      }
    }
    suggest(person);
    // Of joined entries the newest decision that stands.
    const model::Write<model::SuitabilityDecision>* newest = nullptr;
    for (const PersonId& entry : person.entries) {
      const auto decided = intake.suitability.find(entry);
      if (decided == intake.suitability.end()) continue;
      person.disputed = person.disputed || decided->second.disputed(intake.basics.replaced);
      const auto* shown = decided->second.shown(intake.basics.replaced);
      if (shown != nullptr && (newest == nullptr || newest->order() < shown->order())) {
        newest = shown;
      }
    }
    if (newest != nullptr && !person.disputed) person.decision = &newest->value;
    person.standing = standing_of(person);
    out.push_back(std::move(person));
  }
  std::sort(out.begin(), out.end(), [](const IntakePerson& a, const IntakePerson& b) {
    return std::pair(a.shown->name, a.person) < std::pair(b.shown->name, b.person);
  });
  return out;
}

}  // namespace baraza::rules
