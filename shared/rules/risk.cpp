// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/risk.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "shared/rules/score.h"

namespace baraza::rules {
namespace {

using Key = std::pair<MemberId, EvidenceId>;

// Facts in author order, so that the first flag of a piece of evidence is the same everywhere.
template <class T>
std::vector<const model::Write<T>*> in_order(const model::Facts<T>& facts) {
  std::vector<const model::Write<T>*> out;
  out.reserve(facts.size());
  for (const auto& [ref, write] : facts) out.push_back(&write);
  std::sort(out.begin(), out.end(),
            [](const auto* a, const auto* b) { return a->order() < b->order(); });
  return out;
}

using Found = std::map<Key, RiskEvidence>;
// Who said that a piece of evidence is there, by flag, worry or check-in.
using Raisers = std::map<Key, std::set<WriterId>>;

void add_alarms(const model::AlarmState& alarm, Found& found, Raisers& raisers) {
  for (const auto* write : in_order(alarm.raised)) {
    const model::Alarm& value = write->value;
    RiskEvidence& at = found[{value.member, value.evidence}];
    raisers[{value.member, value.evidence}].insert(write->ref.id.writer);
    at.urgency = std::max(at.urgency, value.urgency);
    if (at.flagged) continue;
    at.evidence = value.evidence;
    at.source = value.source;
    at.check_in = value.check_in;
    at.session = value.session;
    at.flagged = true;
    at.by = write->ref;
    at.wall = write->wall;
  }
}

void add_check_ins(const model::MainState& main, const content::PackLibrary& packs, Found& found,
                   Raisers& raisers) {
  for (const auto* write : in_order(main.check_ins)) {
    const model::CheckIn& value = write->value;
    const auto* pack = packs.find_instrument(value.instrument.id, value.instrument.version);
    if (pack == nullptr || !needs_risk_flag(*pack, value.answers)) continue;
    const EvidenceId evidence = model::evidence_of(value);
    raisers[{value.member, evidence}].insert(write->ref.id.writer);
    const auto [at, is_new] = found.try_emplace({value.member, evidence});
    if (!is_new) continue;
    at->second.evidence = evidence;
    at->second.source = model::AlarmSource::item;
    at->second.check_in = value.check_in;
    at->second.session = value.session.session;
    at->second.by = write->ref;
    at->second.wall = write->wall;
  }
}

void add_screenings(const model::IntakeState& intake, const content::PackLibrary& packs,
                    Found& found, Raisers& raisers) {
  for (const auto* write : in_order(intake.screenings)) {
    const model::Screening& value = write->value;
    const auto* pack = packs.find_instrument(value.instrument.id, value.instrument.version);
    if (pack == nullptr || !needs_risk_flag(*pack, value.answers)) continue;
    const EvidenceId evidence = model::evidence_of(value);
    const Key key{model::on_list(value.person), evidence};
    raisers[key].insert(write->ref.id.writer);
    const auto [at, is_new] = found.try_emplace(key);
    if (!is_new) continue;
    at->second.evidence = evidence;
    at->second.source = model::AlarmSource::item;
    at->second.check_in = model::as_check_in(value.screening);
    at->second.by = write->ref;
    at->second.wall = write->wall;
  }
}

bool is_somebody_else(const WriterId& writer, const std::set<WriterId>& raisers,
                      const PersonOf& person_of) {
  if (raisers.contains(writer)) return false;
  if (!person_of) return true;
  const AccountId person = person_of(writer);
  return !person.is_zero() &&
         std::none_of(raisers.begin(), raisers.end(),
                      [&](const WriterId& raiser) { return person_of(raiser) == person; });
}

// Without what was resolved, and with who saw the rest.
std::vector<OpenRisk> still_open(const model::AlarmState& alarm, Found& found, Raisers& raisers,
                                 const PersonOf& person_of) {
  for (const auto& [ref, write] : alarm.resolved) {
    for (const EvidenceId& id : write.value.evidence) found.erase({write.value.member, id});
  }
  for (const auto* write : in_order(alarm.acknowledged)) {
    for (const EvidenceId& id : write->value.evidence) {
      const Key key{write->value.member, id};
      const auto at = found.find(key);
      if (at == found.end()) continue;
      if (!is_somebody_else(write->ref.id.writer, raisers[key], person_of)) continue;
      at->second.seen.push_back({write->ref, write->wall});
    }
  }
  std::vector<OpenRisk> out;
  for (auto& [key, evidence] : found) {
    const auto& by = raisers[key];
    evidence.raised_by.assign(by.begin(), by.end());
    if (out.empty() || out.back().member != key.first) out.push_back({key.first, {}});
    out.back().evidence.push_back(std::move(evidence));
  }
  for (OpenRisk& risk : out) {
    std::stable_sort(risk.evidence.begin(), risk.evidence.end(),
                     [](const RiskEvidence& a, const RiskEvidence& b) { return a.wall < b.wall; });
  }
  return out;
}

}  // namespace

model::AlarmUrgency OpenRisk::urgency() const {
  model::AlarmUrgency out = model::AlarmUrgency::today;
  for (const RiskEvidence& each : evidence) out = std::max(out, each.urgency);
  return out;
}

bool OpenRisk::seen() const {
  return std::none_of(evidence.begin(), evidence.end(),
                      [](const RiskEvidence& each) { return each.seen.empty(); });
}

std::vector<OpenRisk> open_risks(const model::AlarmState& alarm, const model::MainState& main,
                                 const content::PackLibrary& packs, const PersonOf& person_of) {
  Found found;
  Raisers raisers;
  add_alarms(alarm, found, raisers);
  add_check_ins(main, packs, found, raisers);
  return still_open(alarm, found, raisers, person_of);
}

std::vector<OpenRisk> open_risks(const model::AlarmState& alarm, const model::IntakeState& intake,
                                 const content::PackLibrary& packs, const PersonOf& person_of) {
  Found found;
  Raisers raisers;
  add_alarms(alarm, found, raisers);
  add_screenings(intake, packs, found, raisers);
  return still_open(alarm, found, raisers, person_of);
}

}  // namespace baraza::rules
