// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "shared/content/library.h"
#include "shared/model/states.h"

// What an experienced supervisor would whisper to whoever runs a group: computed from the record,
// one observation at a time, silent for good once somebody said "I know" to what it rests on, and
// speaking again when it rests on something new. Pure; safe from any thread. The rules are those of
// the frame of interpersonal psychotherapy: inventory before focus, one area at a time, role play,
// the step reviewed, mood linked to events, item 9 asked, the ending spoken of in time.
namespace baraza::rules {

// In the order of importance: the first that speaks is the one to show. A rule about silent members
// needs turns, which aren't recorded yet.
enum class Whisper : std::uint8_t {
  item9_not_asked,    // the last mood check left the question about dying out
  ending_not_named,   // two sessions or fewer are left, and nobody spoke of the ending
  step_not_reviewed,  // a step of an earlier session was never asked for
  inventory_missing,  // an area was chosen with nobody on the map
  several_areas,      // work was written on an area that isn't the member's
  event_not_linked,   // a mood check, and nothing written of what happened
  role_play_missing,  // three sessions held, no role play in them
  focus_drifting,     // two sessions worked on an area that nobody has
};
inline constexpr int whisper_count = 8;
std::string_view whisper_name(Whisper rule);

struct QuietWord {
  Whisper rule = Whisper::item9_not_asked;
  MemberId member;  // zero: about the group
  AnyId basis;      // names what the rule saw
  bool operator==(const QuietWord&) const = default;
};

// What is known of a group. `words` is null where they aren't read: rules that need them are
// silent. `course` is null where its pack isn't here.
struct GuardFacts {
  const model::MainState& main;
  const model::WordsState* words = nullptr;
  const content::CoursePack* course = nullptr;
  const content::PackLibrary& packs;
};

// Everything that speaks now, the most important first, without what somebody knows already.
std::vector<QuietWord> frame_guard(const GuardFacts& facts);

}  // namespace baraza::rules
