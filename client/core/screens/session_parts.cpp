// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/session_parts.h"

#include <algorithm>
#include <tuple>

#include "client/core/views/alarm_view.h"
#include "shared/text/fill.h"

namespace baraza::client::session_parts {
namespace {

SeatMark mark_of(const model::MainState& main, const model::SessionKey& session,
                 const MemberId& member) {
  SeatMark out;
  const auto at = main.attendance.find({session, member});
  const auto* shown =
      at == main.attendance.end() ? nullptr : at->second.shown(main.basics.replaced);
  if (shown == nullptr) return out;
  out.value = shown->value;
  out.after_closing = model::added_after_closing(main, *shown);
  out.state = at->second.disputed(main.basics.replaced) ? SeatMark::State::disputed
                                                        : SeatMark::State::marked;
  return out;
}

// Whoever had a seat on the day, and whoever is marked.
std::vector<Seat> seats_of(const ScreenContext& context, const GroupId& group,
                           const model::SessionKey& session) {
  const model::MainState& main = context.replica.main(group);
  const auto check_ins = model::current_check_ins(main);
  std::vector<Seat> out;
  for (auto& [member, words] : member_words(context, group)) {
    Seat seat{member, words, mark_of(main, session, member), false};
    bool had_seat = true;
    const auto* admission = main.admissions.at(member).shown(main.basics.replaced);
    if (admission != nullptr) had_seat = admission->value.from <= session.date;
    for (const auto& [ref, leaving] : main.leavings) {
      if (leaving.value.member == member && leaving.value.to <= session.date) had_seat = false;
    }
    if (!had_seat && seat.mark.state == SeatMark::State::none) continue;
    seat.scored = std::any_of(check_ins.begin(), check_ins.end(), [&](const auto* write) {
      return write->value.member == member && write->value.session == session;
    });
    out.push_back(std::move(seat));
  }
  std::sort(out.begin(), out.end(), [](const Seat& a, const Seat& b) {
    return std::tie(a.words.seat, a.member) < std::tie(b.words.seat, b.member);
  });
  return out;
}

// What the members bring to the agenda: their areas, and worries that are open.
void add_agenda(Facts& facts) {
  const ScreenContext& context = facts.context;
  const model::MainState& main = context.replica.main(facts.group);
  const auto alarms = alarm_view(context.replica, context.packs, facts.group);
  std::vector<rules::AgendaMember> members;
  for (const Seat& seat : facts.seats) {
    rules::AgendaMember member{seat.member, {}, false};
    const auto at = main.areas.find(seat.member);
    const auto* shown = at == main.areas.end() || at->second.disputed(main.basics.replaced)
                            ? nullptr
                            : at->second.shown(main.basics.replaced);
    if (shown != nullptr) member.area = shown->value.primary;
    member.risk_open = std::any_of(alarms.begin(), alarms.end(),
                                   [&](const AlarmRow& row) { return row.member == seat.member; });
    members.push_back(member);
  }
  facts.agenda =
      rules::agenda(facts.course, context.packs, facts.number, facts.session, members, main);
  for (const auto& item : facts.agenda) {
    if (item.state != model::AgendaState::skipped) {
      facts.agenda_minutes += static_cast<int>(item.minutes);
    }
  }
}

}  // namespace

bool SeatMark::came() const {
  return state == State::marked &&
         (value.mark == model::Mark::present || value.mark == model::Mark::late ||
          value.mark == model::Mark::left_early);
}

bool SeatMark::away() const {
  return state == State::marked && !came();
}

Facts facts_of(const ScreenContext& context, const GroupId& group,
               const model::SessionKey& session) {
  Facts out{context, group,   session, 0,  false, false, course_progress(context, group),
            nullptr, nullptr, false,   {}, {},    0};
  const model::MainState& main = context.replica.main(group);
  const auto at = main.sessions.find(session);
  if (at != main.sessions.end() && !at->second.openings.empty()) {
    out.opened = true;
    out.number = at->second.openings.begin()->second.value.plan_number;
    out.closed = at->second.closing.shown(main.basics.replaced) != nullptr;
  } else {
    out.number = out.progress.number;
  }
  const model::Group& plan = context.replica.directory().group(group)->group;
  out.course = context.packs.find_course(plan.course.id, plan.course.version);
  const auto number = static_cast<int>(out.number);
  if (out.course != nullptr && number != 0) {
    out.plan = out.course->plan_of(number);
    out.measured = std::any_of(out.course->measures.begin(), out.course->measures.end(),
                               [&](const auto& each) { return each.due_in(number); });
  }
  out.seats = seats_of(context, group, session);
  add_agenda(out);
  return out;
}

std::string item_title(const ScreenContext& context, const GroupId& group,
                       const rules::AgendaItem& item) {
  const text::Catalogue& words = context.words;
  if (item.step == rules::risk_step) {
    return text::fill(words.translate("Alone with {name}"),
                      {{"name", member_called(context, group, item.member)}});
  }
  // A step of a course that isn't on this laptop.
  return item.title.empty() ? words.translate("A step") : words.translate(item.title.c_str());
}

std::string joined(const text::Catalogue& words, const std::string& first,
                   const std::string& second) {
  if (first.empty() || second.empty()) return first + second;
  return text::fill(words.translate("{first} · {second}"), {{"first", first}, {"second", second}});
}

std::string clock_words(Duration time) {
  const std::int64_t seconds = time.ms / 1000;
  const std::int64_t tens = seconds % 60 / 10;
  return std::to_string(seconds / 60) + ":" + std::to_string(tens) + "0";
}

std::string title_of(const Facts& facts) {
  const text::Catalogue& words = facts.context.words;
  const std::string& group = facts.context.replica.directory().group(facts.group)->group.name;
  if (facts.number == 0) {
    if (!facts.opened) return group;
    return text::fill(words.translate("{group}, extra session"), {{"group", group}});
  }
  const std::string number = std::to_string(facts.number);
  if (facts.course == nullptr) {
    return text::fill(words.translate("{group}, session {number}"),
                      {{"group", group}, {"number", number}});
  }
  const std::string count = std::to_string(facts.progress.count);
  return text::fill(words.translate("{group}, session {number} of {count}"),
                    {{"group", group}, {"number", number}, {"count", count}});
}

}  // namespace baraza::client::session_parts
