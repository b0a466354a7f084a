// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/screens/context.h"
#include "client/core/views/group_view.h"
#include "shared/content/instrument.h"

namespace baraza::client {

// What the course measures mood with, and over which sessions.
struct MoodMeasure {
  const content::InstrumentPack* pack = nullptr;  // null: the course has none, or it isn't here
  std::string title;                              // "PHQ-9"
  bool lower_is_better = true;
  std::vector<std::uint32_t> limits;  // where bands begin
};
MoodMeasure mood_measure(const ScreenContext& context, const GroupId& group);

// The scores of one member, one a session of `sessions`; empty where there is none, where it isn't
// certain, and where two count.
std::vector<std::optional<std::uint32_t>> mood_scores(const MoodMeasure& measure,
                                                      const std::vector<SessionRow>& sessions,
                                                      const MemberId& member);

// What changed between the first score and the last: in words, and whether for the worse.
struct MoodChange {
  std::optional<std::uint32_t> first;
  std::optional<std::uint32_t> last;
  std::string words;  // "6 lower", "no change"; empty with fewer than two scores
  bool worse = false;
  bool better = false;
};
MoodChange mood_change(const text::Catalogue& words, const MoodMeasure& measure,
                       const std::vector<std::optional<std::uint32_t>>& scores);

// "moderate": the band of a score; empty if the instrument has none.
std::string band_words(const text::Catalogue& words, const MoodMeasure& measure,
                       std::uint32_t score);

}  // namespace baraza::client
