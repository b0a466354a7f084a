// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "client/core/screens/area_model.h"
#include "client/core/screens/session_parts.h"
#include "shared/text/fill.h"

// Who has the word, who was heard and who may be asked, in seat order.
namespace baraza::client::session_parts {
namespace {

constexpr std::uint32_t last_digit = 9;

// Somebody who left early was here and can't be asked any more.
bool is_in_the_room(const Seat& seat) {
  const bool left =
      seat.mark.state == SeatMark::State::marked && seat.mark.value.mark == model::Mark::left_early;
  return !seat.mark.away() && !left;
}

SessionSeat::State state_of(const Seat& seat, const SessionRun& run) {
  using enum SessionSeat::State;
  if (run.word == seat.member) return has_word;
  if (run.was_heard(seat.member)) return heard;
  return is_in_the_room(seat) ? not_yet : not_here;
}

std::string above_words(const Facts& facts, const SessionRun& run) {
  const text::Catalogue& words = facts.context.words;
  if (run.state == SessionRun::State::paused) return words.translate("Paused");
  if (!run.word) return words.translate("Nobody has the word");
  const std::string name = member_called(facts.context, facts.group, *run.word);
  return text::fill(words.translate("{name} has the word"), {{"name", name}});
}

}  // namespace

SessionCircle session_circle(const Facts& facts, const SessionRun& run) {
  const text::Catalogue& words = facts.context.words;
  SessionCircle out;
  const bool runs =
      run.state == SessionRun::State::running || run.state == SessionRun::State::paused;
  std::set<std::uint32_t> keys;
  std::size_t heard = 0;
  std::size_t in_round = 0;
  for (const Seat& each : facts.seats) {
    SessionSeat seat;
    seat.member = each.member;
    seat.name = each.words.name;
    seat.letters = each.words.letters;
    seat.seat = each.words.seat;
    // Before attendance is taken that would stand beside everybody.
    if (each.mark.state != SeatMark::State::none) seat.mark = short_mark(facts, each);
    const AreaNote area = area_note(facts.context, facts.group, each.member);
    if (area.area) seat.area = area.words;
    const bool in_the_room = is_in_the_room(each);
    seat.state = runs          ? state_of(each, run)
                 : in_the_room ? SessionSeat::State::here
                               : SessionSeat::State::not_here;
    if (in_the_room) out.here.push_back(each.member);
    seat.may_ask = runs && in_the_room && seat.state != SessionSeat::State::has_word;
    if (seat.state == SessionSeat::State::has_word) {
      seat.why_not = text::fill(words.translate("{name} has the word."), {{"name", seat.name}});
    } else if (!in_the_room) {
      seat.why_not = text::fill(words.translate("{name} is not here."), {{"name", seat.name}});
    } else if (!runs) {
      seat.why_not = words.translate("The run sheet does not run on this laptop.");
    }
    // Of two who were given one seat, the first has its key.
    const bool has_digit = each.words.seat >= 1 && each.words.seat <= last_digit;
    if (has_digit && keys.insert(each.words.seat).second) {
      seat.key = static_cast<char>('0' + each.words.seat);
    }
    if (runs && seat.state != SessionSeat::State::not_here) {
      ++in_round;
      if (seat.state != SessionSeat::State::not_yet) ++heard;
    }
    out.seats.push_back(std::move(seat));
  }
  if (!runs) return out;
  out.above = above_words(facts, run);
  if (run.word) out.figure = clock_words(run.word_time);
  const std::string heard_count = std::to_string(heard);
  const std::string all = std::to_string(in_round);
  out.below = text::fill(words.translate("{heard} of {count} heard"),
                         {{"heard", heard_count}, {"count", all}});
  return out;
}

}  // namespace baraza::client::session_parts
