// SPDX-License-Identifier: Apache-2.0
#include "shared/model/states.h"

#include "shared/model/digest_feed.h"

namespace baraza::model {

StreamState empty_state(StreamKind kind) {
  switch (kind) {
    case StreamKind::programme: return ProgrammeState{};
    case StreamKind::site: return SiteState{};
    case StreamKind::intake: return IntakeState{};
    case StreamKind::people: return PeopleState{};
    case StreamKind::alarm: return AlarmState{};
    case StreamKind::main: return MainState{};
    case StreamKind::words: return WordsState{};
    case StreamKind::clinical: return ClinicalState{};
  }
  return ClinicalState{};  // not reached by a StreamKind of this version
}

const Basics& basics_of(const StreamState& state) {
  return std::visit([](const auto& of) -> const Basics& { return of.basics; }, state);
}

Hash digest_of(const StreamState& state) {
  DigestFeed feed("baraza state v1");
  feed.add(state.index());
  std::visit([&](const auto& of) { feed.add(of); }, state);
  return feed.finish();
}

}  // namespace baraza::model
