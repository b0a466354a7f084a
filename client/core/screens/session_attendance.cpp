// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/session_parts.h"
#include "shared/text/fill.h"

// Attendance in one line, and in short words.
namespace baraza::client::session_parts {
namespace {

std::string short_words(const text::Catalogue& words, const model::Attendance& mark) {
  const std::string count = std::to_string(mark.minutes);
  switch (mark.mark) {
    case model::Mark::present: return {};
    case model::Mark::late:
      return mark.minutes == 0
                 ? words.translate("late")
                 : text::fill(words.translate("{count} min late"), {{"count", count}});
    case model::Mark::left_early:
      return mark.minutes == 0
                 ? words.translate("left early")
                 : text::fill(words.translate("left {count} min early"), {{"count", count}});
    case model::Mark::absent_told: return words.translate("told us");
    case model::Mark::absent_unknown: return words.translate("not known why");
    case model::Mark::excused: return words.translate("excused");
  }
  return {};
}

}  // namespace

std::string short_mark(const Facts& facts, const Seat& seat) {
  const text::Catalogue& words = facts.context.words;
  if (seat.mark.state == SeatMark::State::none) return words.translate("not marked yet");
  if (seat.mark.state == SeatMark::State::disputed) return words.translate("two answers");
  std::string out = short_words(words, seat.mark.value);
  // What is given after closing is why the mark was added, not why somebody didn't come; and any
  // reason may hold a name.
  const std::string& reason = seat.mark.value.reason;
  if (out.empty() || reason.empty() || seat.mark.after_closing || facts.context.privacy) return out;
  return text::fill(words.translate("{mark}: {reason}"), {{"mark", out}, {"reason", reason}});
}

AttendanceLine attendance_line(const Facts& facts) {
  const text::Catalogue& words = facts.context.words;
  AttendanceLine out;
  std::size_t here = 0;
  std::size_t unmarked = 0;
  for (const Seat& seat : facts.seats) {
    const MemberWords& who = seat.words;
    if (seat.mark.came()) ++here;
    if (seat.mark.state == SeatMark::State::none) {
      ++unmarked;
      continue;
    }
    const std::string mark = short_mark(facts, seat);
    if (mark.empty()) {
      out.here.push_back({seat.member, who.name, who.letters, who.seat});
      continue;
    }
    out.others.push_back({seat.member, who.name, who.letters, who.seat, !seat.mark.away(),
                          seat.mark.state == SeatMark::State::disputed, mark});
  }
  const std::string here_count = std::to_string(here);
  const std::string all = std::to_string(facts.seats.size());
  const bool nobody = unmarked == facts.seats.size();
  out.count = nobody ? words.translate("Nobody is marked yet")
                     : text::fill(words.translate("{here} of {count} here"),
                                  {{"here", here_count}, {"count", all}});
  if (unmarked > 0 && !nobody) {
    const std::string count = std::to_string(unmarked);
    out.unmarked = text::fill(words.translate("{count} not marked yet"), {{"count", count}});
  }
  out.short_words = out.count;
  for (const AttendanceNote& each : out.others) {
    const std::string who =
        text::fill(words.translate("{name} {mark}"), {{"name", each.name}, {"mark", each.words}});
    out.short_words = joined(words, out.short_words, who);
  }
  out.short_words = joined(words, out.short_words, out.unmarked);
  out.change_word = nobody ? words.translate("Mark") : words.translate("Change");
  return out;
}

}  // namespace baraza::client::session_parts
