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

// One score with what it was measured by. Scores of another version, or of another way of asking,
// stand in no one line with it.
struct MoodPoint {
  std::uint32_t score = 0;
  std::uint32_t version = 0;  // of the measure's instrument
  model::AnswerMode mode = model::AnswerMode::interview;
  const content::InstrumentPack* pack = nullptr;
};
// A member's score in a session by the measure's instrument, whichever version was asked then.
// Empty as in mood_scores(), and where that version isn't on this laptop.
std::optional<MoodPoint> mood_point(const ScreenContext& context, const MoodMeasure& measure,
                                    const SessionRow& session, const MemberId& member);
// The points that stand in one line with the last: of its version, none of another between, oldest
// first.
std::vector<MoodPoint> last_line(const std::vector<std::optional<MoodPoint>>& points);
// What the latest score means by the named rules of its instrument, in words: "At least 6 lower
// than first: 18 to 9". Of points that were asked in the same way as the latest.
std::vector<std::string> change_rule_words(const text::Catalogue& words,
                                           const std::vector<MoodPoint>& line);

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
