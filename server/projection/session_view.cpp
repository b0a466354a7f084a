// SPDX-License-Identifier: Apache-2.0
#include "server/projection/session_view.h"

namespace baraza::server {

SessionColumns session_columns(const model::MainState& main, const model::SessionKey& key) {
  SessionColumns out{key, std::nullopt, SessionStatus::waiting};
  const auto found = main.sessions.find(key);
  if (found == main.sessions.end() || found->second.openings.empty()) return out;
  const model::SessionFacts& facts = found->second;
  // Two laptops that open one planned session say the same number, since its id derives from it;
  // should they not, the first in author order counts.
  const auto first = std::min_element(
      facts.openings.begin(), facts.openings.end(),
      [](const auto& a, const auto& b) { return a.second.order() < b.second.order(); });
  const std::uint32_t number = first->second.value.plan_number;
  if (number != 0) out.number = number;
  if (!facts.amendments.empty()) {
    out.status = SessionStatus::amended;
  } else if (facts.closing.shown(main.basics.replaced) != nullptr) {
    out.status = SessionStatus::closed;
  } else {
    out.status = SessionStatus::open;
  }
  return out;
}

namespace {

const model::Admission* admission_of(const model::MainState& main, const MemberId& member) {
  const auto found = main.admissions.find(member);
  if (found == main.admissions.end()) return nullptr;
  const auto* shown = found->second.shown(main.basics.replaced);
  return shown == nullptr ? nullptr : &shown->value;
}

}  // namespace

std::uint32_t seat_of(const model::MainState& main, const MemberId& member) {
  const model::Admission* admission = admission_of(main, member);
  return admission == nullptr ? 0 : admission->seat;
}

bool is_member_on(const model::MainState& main, const MemberId& member, CivilDate date) {
  const model::Admission* admission = admission_of(main, member);
  if (admission == nullptr || date < admission->from) return false;
  // A leaving before the admission ended an earlier stay.
  return std::none_of(main.leavings.begin(), main.leavings.end(), [&](const auto& fact) {
    const model::Leaving& leaving = fact.second.value;
    return leaving.member == member && leaving.to >= admission->from && leaving.to < date;
  });
}

AnyId author_of(const GroupContext& context, const WriterId& writer) {
  if (context.directory != nullptr) {
    const auto* known = context.directory->writer(writer);
    if (known != nullptr && !known->account.is_zero()) return id_cast<AnyId>(known->account);
  }
  return id_cast<AnyId>(writer);
}

}  // namespace baraza::server
