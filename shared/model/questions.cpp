// SPDX-License-Identifier: Apache-2.0
#include <unordered_set>

#include "shared/model/states.h"
#include "shared/op/derive.h"

namespace baraza::model {

std::vector<const Write<CheckIn>*> current_check_ins(const MainState& state) {
  std::unordered_set<CheckInId> gone;
  for (const auto& [ref, write] : state.withdrawals) gone.insert(write.value.check_in);
  for (const auto& [ref, write] : state.check_ins) {
    gone.insert(write.value.supersedes.begin(), write.value.supersedes.end());
  }
  std::vector<const Write<CheckIn>*> out;
  for (const auto& [ref, write] : state.check_ins) {
    if (!gone.contains(write.value.check_in)) out.push_back(&write);
  }
  std::sort(out.begin(), out.end(),
            [](const auto* a, const auto* b) { return a->order() < b->order(); });
  // Two copies of a folder may both have sent it, each under a writer of its own.
  std::unordered_set<CheckInId> counted;
  std::erase_if(out,
                [&](const auto* write) { return !counted.insert(write->value.check_in).second; });
  return out;
}

EvidenceId evidence_of(const CheckIn& check_in) {
  return baraza::evidence_of(check_in.check_in);
}

EvidenceId evidence_of(const Screening& screening) {
  return baraza::evidence_of(as_check_in(screening.screening));
}

bool added_after_closing(const MainState& state, const Write<Attendance>& mark) {
  const auto session = state.sessions.find(mark.value.key.session);
  if (session == state.sessions.end()) return false;
  const auto closings = session->second.closing.standing(state.basics.replaced);
  return std::any_of(closings.begin(), closings.end(),
                     [&](const Write<SessionKey>* closing) { return closing->clock < mark.clock; });
}

std::optional<bool> consents_to(const PeopleState& state, const ConsentKey& key) {
  const auto at = state.consents.find(key);
  if (at == state.consents.end()) return std::nullopt;
  const auto standing = at->second.standing(state.basics.replaced);
  if (standing.empty()) return std::nullopt;
  return std::all_of(standing.begin(), standing.end(),
                     [](const Write<Consent>* write) { return write->value.given; });
}

}  // namespace baraza::model
