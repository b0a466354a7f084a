// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/mood_check_parts.h"

#include <algorithm>

#include "client/core/screens/course_words.h"
#include "client/core/screens/date_words.h"
#include "client/core/screens/person_words.h"
#include "client/core/views/people.h"
#include "shared/rules/score.h"
#include "shared/text/fill.h"

namespace baraza::client::mood_check_parts {
namespace {

constexpr std::uint32_t least_top = 20;

std::uint32_t unsigned_of(int value) {
  return static_cast<std::uint32_t>(std::max(0, value));
}

std::string band_of(const text::Catalogue& words, const content::InstrumentPack& pack,
                    const std::optional<std::size_t>& band) {
  return band ? words.translate(pack.bands[*band].label.c_str()) : std::string();
}

// What is open, and what it leaves possible. Nothing where only one question is asked.
void add_open(const text::Catalogue& words, const content::InstrumentPack& pack,
              const rules::Score& score, MoodScore& out) {
  if (score.missing == 0 || pack.items.size() == 1) return;
  const auto missing = static_cast<std::uint64_t>(score.missing);
  const std::string count = std::to_string(score.missing);
  const std::string low = std::to_string(score.possible.low);
  const std::string high = std::to_string(score.possible.high);
  out.lines.push_back(
      text::fill(words.translate("{count} answer is open. With it the total is {low} to {high}.",
                                 "{count} answers are open. With them the total is {low} to "
                                 "{high}.",
                                 missing),
                 {{"count", count}, {"low", low}, {"high", high}}));
  out.short_words = text::fill(
      words.translate("{count} open: {low} to {high}.", "{count} open: {low} to {high}.", missing),
      {{"count", count}, {"low", low}, {"high", high}});
}

void add_total(const text::Catalogue& words, const content::InstrumentPack& pack,
               const rules::Score& score, MoodScore& out) {
  out.final = true;
  out.title = words.translate("Total");
  out.figure = std::to_string(*score.total);
  out.band = band_of(words, pack, score.band);
  out.pointer = unsigned_of(*score.total);
  if (!score.prorated) return;
  const std::string answered = std::to_string(score.answered);
  const std::string all = std::to_string(pack.items.size());
  out.lines.push_back(text::fill(words.translate("Worked out from {count} of {all} answers."),
                                 {{"count", answered}, {"all", all}}));
}

void add_no_total(const text::Catalogue& words, const content::InstrumentPack& pack,
                  const rules::Score& score, MoodScore& out) {
  out.title = words.translate("No total");
  const bool of_risk = pack.risk_item && score.risk_item != rules::RiskItemStatus::above &&
                       score.risk_item != rules::RiskItemStatus::not_above;
  if (of_risk) {
    const std::string number = std::to_string(pack.risk_item->index + 1);
    out.lines.push_back(
        text::fill(words.translate("Question {number} has no answer."), {{"number", number}}));
  } else {
    out.lines.push_back(words.translate("Too few questions have an answer."));
  }
}

void add_so_far(const text::Catalogue& words, const content::InstrumentPack& pack,
                const rules::Score& score, MoodScore& out) {
  out.title = words.translate("So far");
  if (score.answered == 0) {
    out.lines.push_back(words.translate("No answer yet."));
    out.short_words = out.lines.back();
    return;
  }
  out.figure = std::to_string(score.sum);
  out.band = band_of(words, pack, score.lowest_band);
  out.pointer = unsigned_of(score.sum);
}

}  // namespace

Counting counting(const ScreenContext& context, const GroupId& group,
                  const model::SessionKey& session, const MemberId& member,
                  std::string_view instrument) {
  Counting out;
  for (const auto* write : model::current_check_ins(context.replica.main(group))) {
    const model::CheckIn& check_in = write->value;
    if (check_in.session == session && check_in.member == member &&
        check_in.instrument.id == instrument) {
      out.push_back(write);
    }
  }
  return out;
}

std::string written_by(const ScreenContext& context, const GroupId& group,
                       const model::Write<model::CheckIn>& write) {
  const text::Catalogue& words = context.words;
  const LocalMoment at = context.local.at(write.wall, zone_of(context.replica, group));
  const std::string when = when_words(words, at, today_at(context, group));
  const std::string who(first_name(staff_name(context.replica, write.ref.id.writer)));
  if (who.empty()) return when;
  return text::fill(words.translate("{name}, {time}"), {{"name", who}, {"time", when}});
}

MoodScore score_words(const ScreenContext& context, const content::InstrumentPack& pack,
                      const std::vector<model::Answer>& answers, bool entered) {
  const text::Catalogue& words = context.words;
  MoodScore out;
  for (const content::ScoreBand& band : pack.bands) out.limits.push_back(unsigned_of(band.low));
  out.most = unsigned_of(pack.highest_total());
  if (context.privacy) {
    out.title = entered ? words.translate("Total") : words.translate("So far");
    out.lines = {words.translate("Hidden while privacy is on")};
    out.short_words = out.lines.back();
    return out;
  }
  const rules::Score score = rules::score(pack, answers);
  if (!entered) {
    add_so_far(words, pack, score, out);
    if (score.answered > 0) add_open(words, pack, score, out);
    return out;
  }
  if (score.total) {
    add_total(words, pack, score, out);
  } else {
    add_no_total(words, pack, score, out);
  }
  if (!score.total || score.straddles) add_open(words, pack, score, out);
  if (out.short_words.empty() && !out.lines.empty()) out.short_words = out.lines.front();
  return out;
}

MoodHistory history(const session_parts::Facts& facts, const content::InstrumentPack& pack,
                    const MemberId& member) {
  const ScreenContext& context = facts.context;
  const text::Catalogue& words = context.words;
  const model::MainState& main = context.replica.main(facts.group);
  MoodHistory out;
  // By day; the first check-in of each that counts, of the same version.
  std::map<CivilDate, std::optional<std::uint32_t>> by_day;
  for (const auto& [key, session] : main.sessions) {
    if (session.openings.empty() || key.date >= facts.session.date) continue;
    by_day.try_emplace(key.date);
    for (const auto* write : counting(context, facts.group, key, member, pack.id)) {
      if (write->value.instrument.version != pack.version) continue;
      const auto total = rules::score(pack, write->value.answers).total;
      if (total && !by_day[key.date]) by_day[key.date] = unsigned_of(*total);
    }
  }
  const bool any = std::any_of(by_day.begin(), by_day.end(),
                               [](const auto& each) { return each.second.has_value(); });
  if (!any || context.privacy) return out;
  out.title = words.translate("Before today");
  out.top = least_top;
  std::string said;
  for (const auto& [day, score] : by_day) {
    out.scores.push_back(score);
    if (score) out.top = std::max(out.top, *score);
    const std::string each = score ? std::to_string(*score) : words.translate("none");
    said = said.empty()
               ? each
               : text::fill(words.translate("{list}, {next}"), {{"list", said}, {"next", each}});
  }
  out.words = said;
  out.sessions = std::max<std::size_t>(facts.progress.count, out.scores.size());
  return out;
}

}  // namespace baraza::client::mood_check_parts
