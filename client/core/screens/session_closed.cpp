// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/date_words.h"
#include "client/core/screens/mark_words.h"
#include "client/core/screens/session_parts.h"
#include "shared/op/derive.h"
#include "shared/text/fill.h"

// Before a session is opened, when it is closed, and the question between the two.
namespace baraza::client::session_parts {
namespace {

std::string closed_mark(const Facts& facts, const Seat& seat) {
  const text::Catalogue& words = facts.context.words;
  switch (seat.mark.state) {
    case SeatMark::State::none: return words.translate("Not marked");
    case SeatMark::State::disputed: return words.translate("Two answers stand");
    case SeatMark::State::marked: break;
  }
  const std::string mark = mark_words(words, seat.mark.value.mark, seat.mark.value.minutes);
  return seat.mark.after_closing ? joined(words, mark, words.translate("added after closing"))
                                 : mark;
}

// Names of those for whom `fits` holds, by seat.
template <class Fits>
std::vector<std::string> names_where(const Facts& facts, Fits fits) {
  std::vector<std::string> out;
  for (const Seat& seat : facts.seats) {
    if (fits(seat)) out.push_back(seat.words.name);
  }
  return out;
}

}  // namespace

PlannedCard planned_card(const Facts& facts) {
  const ScreenContext& context = facts.context;
  const text::Catalogue& words = context.words;
  const CivilDate today = today_at(context, facts.group);
  PlannedCard out;
  const bool runs = runs_group(context.replica, context.self, facts.group);
  const std::string not_yours = words.translate("Only those who run the group open its sessions.");
  out.extra_word = words.translate("Open an extra session");
  out.opens_extra.emplace_back(OpenExtraSession{facts.group, today});
  if (!runs) out.extra_not = not_yours;
  if (facts.number == 0) {
    out.when = words.translate("All planned sessions were held.");
    return out;
  }
  const CivilDate day = facts.progress.day;
  const std::string day_name = day_words(words, day);
  const std::string distance = distance_words(words, day, today);
  out.when = day == today ? words.translate("Today")
             : day < today
                 ? text::fill(words.translate("Was planned for {day}"), {{"day", day_name}})
                 : text::fill(words.translate("Planned for {day}, {distance}"),
                              {{"day", day_name}, {"distance", distance}});
  out.note = words.translate("Opening it starts the clock. Attendance can be marked then.");
  out.open_word = words.translate("Open the session");
  out.opens.emplace_back(OpenTodaySession{facts.group, today});
  out.starts_run = true;
  if (!runs) {
    out.open_not = not_yours;
  } else if (facts.progress.held_today) {
    out.open_not = words.translate("A session of this group was held and closed today.");
  }
  return out;
}

ClosedCard closed_card(const Facts& facts) {
  const ScreenContext& context = facts.context;
  const text::Catalogue& words = context.words;
  ClosedCard out;
  out.words = words.translate("This session is closed.");
  out.people_title = words.translate("Who came");
  for (const Seat& seat : facts.seats) {
    ClosedRow row{seat.member,
                  seat.words.name,
                  seat.words.letters,
                  seat.words.seat,
                  !seat.mark.away(),
                  closed_mark(facts, seat),
                  {}};
    if (seat.scored) {
      row.score = words.translate("Mood check done");
    } else if (facts.measured && seat.mark.came()) {
      row.score = words.translate("No mood check");
    }
    out.rows.push_back(std::move(row));
  }
  out.amended_title = words.translate("Corrected later");
  out.amended_none = words.translate("Nothing was corrected.");
  const model::MainState& main = context.replica.main(facts.group);
  const auto at = main.sessions.find(facts.session);
  std::vector<const model::Write<model::Amendment>*> writes;
  if (at != main.sessions.end()) {
    for (const auto& [ref, write] : at->second.amendments) writes.push_back(&write);
  }
  std::sort(writes.begin(), writes.end(),
            [](const auto* a, const auto* b) { return a->order() < b->order(); });
  for (const auto* write : writes) {
    if (context.privacy) {
      out.amended.push_back(words.translate("Hidden while names are hidden."));
      continue;
    }
    out.amended.push_back(
        text::fill(words.translate("“{words}”"), {{"words", write->value.reason}}));
  }
  out.reason_label = words.translate("Why it is corrected");
  out.reason_hint = words.translate("As on the paper list");
  out.amend_word = words.translate("Write the reason");
  out.amend_not = words.translate("Write why first.");
  out.amend_done = words.translate("Saved on this laptop");
  out.draft_key = amendment_draft_key(facts.session);
  return out;
}

CloseModel close_model(const Facts& facts) {
  const text::Catalogue& words = facts.context.words;
  CloseModel out;
  const std::string number = std::to_string(facts.number);
  out.question = facts.number == 0
                     ? words.translate("Close this session?")
                     : text::fill(words.translate("Close session {number}?"), {{"number", number}});
  const auto unmarked =
      names_where(facts, [](const Seat& seat) { return seat.mark.state == SeatMark::State::none; });
  const auto disputed = names_where(
      facts, [](const Seat& seat) { return seat.mark.state == SeatMark::State::disputed; });
  const auto unscored = names_where(
      facts, [&](const Seat& seat) { return facts.measured && !seat.scored && seat.mark.came(); });
  if (!unmarked.empty()) {
    out.missing.push_back(text::fill(words.translate("Not marked yet: {names}."),
                                     {{"names", names_words(words, unmarked)}}));
  }
  if (!disputed.empty()) {
    out.missing.push_back(text::fill(words.translate("Two answers stand for {names}."),
                                     {{"names", names_words(words, disputed)}}));
  }
  if (!unscored.empty()) {
    out.missing.push_back(text::fill(words.translate("No mood check: {names}."),
                                     {{"names", names_words(words, unscored)}}));
  }
  out.then = out.missing.empty()
                 ? words.translate("Everything is there. What you find later can still be added.")
             : unmarked.empty() && disputed.empty()
                 ? words.translate("You can still add it after closing.")
                 : words.translate("You can still add it after closing; attendance then asks why.");
  out.back_word = words.translate("Go back");
  out.close_word = words.translate("Close session");
  out.done = words.translate("Saved on this laptop");
  out.close = CloseSession{facts.group, facts.session};
  out.drops_drafts.push_back(run_draft_key(facts.session));
  return out;
}

}  // namespace baraza::client::session_parts

namespace baraza::client {

CloseModel close_model(const ScreenContext& context, const GroupId& group,
                       const model::SessionKey& session) {
  return session_parts::close_model(session_parts::facts_of(context, group, session));
}

}  // namespace baraza::client
