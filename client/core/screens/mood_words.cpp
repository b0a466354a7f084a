// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/mood_words.h"

#include <algorithm>

#include "shared/rules/change.h"
#include "shared/rules/score.h"
#include "shared/text/fill.h"

namespace baraza::client {

MoodMeasure mood_measure(const ScreenContext& context, const GroupId& group) {
  MoodMeasure out;
  const auto* entry = context.replica.directory().group(group);
  if (entry == nullptr) return out;
  const auto* course =
      context.packs.find_course(entry->group.course.id, entry->group.course.version);
  if (course == nullptr) return out;
  // The one that asks after risk is the course's main one; a quick question stands beside it.
  for (const content::CourseMeasure& measure : course->measures) {
    const auto* pack =
        context.packs.find_instrument(measure.instrument_id, measure.instrument_version);
    if (pack == nullptr || (out.pack != nullptr && !pack->risk_item)) continue;
    out.pack = pack;
    if (pack->risk_item) break;
  }
  if (out.pack == nullptr) return out;
  out.title = context.words.translate(out.pack->title.c_str());
  out.lower_is_better = out.pack->direction == content::ScoreDirection::lower_is_better;
  for (const content::ScoreBand& band : out.pack->bands) {
    out.limits.push_back(static_cast<std::uint32_t>(std::max(0, band.low)));
  }
  return out;
}

std::vector<std::optional<std::uint32_t>> mood_scores(const MoodMeasure& measure,
                                                      const std::vector<SessionRow>& sessions,
                                                      const MemberId& member) {
  std::vector<std::optional<std::uint32_t>> out;
  for (const SessionRow& session : sessions) {
    std::optional<std::uint32_t> score;
    for (const CheckInRow& row : session.check_ins) {
      const bool is_it = measure.pack != nullptr && row.member == member &&
                         row.instrument == measure.pack->id &&
                         row.instrument_version == measure.pack->version;
      if (!is_it || row.conflicted) continue;
      const rules::Score found = rules::score(*measure.pack, row.answers);
      if (found.total) score = static_cast<std::uint32_t>(std::max(0, *found.total));
    }
    out.push_back(score);
  }
  return out;
}

std::optional<MoodPoint> mood_point(const ScreenContext& context, const MoodMeasure& measure,
                                    const SessionRow& session, const MemberId& member) {
  std::optional<MoodPoint> out;
  if (measure.pack == nullptr) return out;
  for (const CheckInRow& row : session.check_ins) {
    if (row.member != member || row.instrument != measure.pack->id || row.conflicted) continue;
    const auto* pack = context.packs.find_instrument(row.instrument, row.instrument_version);
    if (pack == nullptr) continue;
    const rules::Score found = rules::score(*pack, row.answers);
    if (!found.total) continue;
    out = MoodPoint{static_cast<std::uint32_t>(std::max(0, *found.total)), row.instrument_version,
                    row.mode, pack};
  }
  return out;
}

std::vector<MoodPoint> last_line(const std::vector<std::optional<MoodPoint>>& points) {
  std::vector<MoodPoint> out;
  for (const auto& point : points) {
    if (!point) continue;
    if (!out.empty() && out.back().version != point->version) out.clear();
    out.push_back(*point);
  }
  return out;
}

std::vector<std::string> change_rule_words(const text::Catalogue& words,
                                           const std::vector<MoodPoint>& line) {
  std::vector<std::string> out;
  if (line.empty()) return out;
  std::vector<int> totals;
  for (const MoodPoint& point : line) {
    if (point.mode == line.back().mode) totals.push_back(static_cast<int>(point.score));
  }
  for (const rules::ChangeFound& found : rules::changes(*line.back().pack, totals)) {
    out.push_back(text::fill(words.translate("{rule}: {from} to {to}"),
                             {{"rule", words.translate(found.title.c_str())},
                              {"from", std::to_string(found.from)},
                              {"to", std::to_string(found.to)}}));
  }
  return out;
}

MoodChange mood_change(const text::Catalogue& words, const MoodMeasure& measure,
                       const std::vector<std::optional<std::uint32_t>>& scores) {
  MoodChange out;
  std::size_t count = 0;
  for (const auto& score : scores) {
    if (!score) continue;
    if (!out.first) out.first = score;
    out.last = score;
    ++count;
  }
  if (count < 2) return out;
  const std::uint32_t first = *out.first;
  const std::uint32_t last = *out.last;
  if (first == last) {
    out.words = words.translate("no change");
    return out;
  }
  const bool higher = last > first;
  const std::string by = std::to_string(higher ? last - first : first - last);
  out.words =
      text::fill(higher ? words.translate("{points} higher") : words.translate("{points} lower"),
                 {{"points", by}});
  out.worse = higher == measure.lower_is_better;
  out.better = !out.worse;
  return out;
}

std::string band_words(const text::Catalogue& words, const MoodMeasure& measure,
                       std::uint32_t score) {
  if (measure.pack == nullptr) return {};
  const auto band = rules::band_of(*measure.pack, static_cast<int>(score));
  return band ? words.translate(measure.pack->bands[*band].label.c_str()) : std::string();
}

}  // namespace baraza::client
