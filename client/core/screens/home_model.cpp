// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/home_model.h"

#include <algorithm>

#include "client/core/screens/course_words.h"
#include "client/core/screens/date_words.h"
#include "client/core/screens/next_session.h"
#include "client/core/screens/person_words.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

std::string when_it_is(const ScreenContext& context, const NextSession& next) {
  const text::Catalogue& words = context.words;
  const CourseProgress& progress = next.progress;
  if (progress.open) return words.translate("Open now");
  if (progress.day == next.today) return words.translate("Today");
  const std::string day = day_words(words, progress.day);
  if (progress.day < next.today) {
    return text::fill(words.translate("Was planned for {day}"), {{"day", day}});
  }
  const std::string distance = distance_words(words, progress.day, next.today);
  return text::fill(words.translate("{day}, {distance}"), {{"day", day}, {"distance", distance}});
}

std::string session_title(const text::Catalogue& words, const std::string& group,
                          std::uint32_t number) {
  if (number == 0) {
    return text::fill(words.translate("{group}, extra session"), {{"group", group}});
  }
  const std::string count = std::to_string(number);
  return text::fill(words.translate("{group}, session {number}"),
                    {{"group", group}, {"number", count}});
}

std::string second_line(const ScreenContext& context, const NextSession& next) {
  const std::string phase = phase_words(context, next.group, next.progress.number);
  const std::string names = names_words(context.words, run_with(context, next.group));
  if (names.empty()) return phase;
  const std::string with = text::fill(context.words.translate("with {names}"), {{"names", names}});
  if (phase.empty()) return with;
  return text::fill(context.words.translate("{phase} · {with}"),
                    {{"phase", phase}, {"with", with}});
}

NextCard next_card(const ScreenContext& context, const NextSession& next) {
  const text::Catalogue& words = context.words;
  const CourseProgress& progress = next.progress;
  NextCard card;
  card.group = next.group;
  card.session = progress.session;
  card.when = when_it_is(context, next);
  card.title = session_title(words, context.replica.directory().group(next.group)->group.name,
                             progress.number);
  card.second = second_line(context, next);
  card.dots = progress.dots;
  const std::string count = std::to_string(progress.count);
  if (progress.number != 0) {
    const std::string number = std::to_string(progress.number);
    card.dots_words =
        text::fill(words.translate("{number} of {count}"), {{"number", number}, {"count", count}});
  }
  card.left = std::to_string(progress.left_with_it());
  card.left_words = words.translate("session left", "sessions left", progress.left_with_it());
  for (const auto& [member, each] : member_words(context, next.group)) {
    if (!each.left) card.seats.push_back({each.letters, each.seat});
  }
  std::stable_sort(card.seats.begin(), card.seats.end(),
                   [](const SeatDisc& a, const SeatDisc& b) { return a.seat < b.seat; });
  card.plan_words = words.translate("The group");
  if (progress.open) {
    card.open_words = words.translate("Go on with the session");
    return card;
  }
  card.open_words = words.translate("Open the session");
  if (progress.held_today) {
    card.open_not = words.translate("A session of this group was held and closed today.");
  }
  card.opens.emplace_back(OpenTodaySession{next.group, next.today});
  return card;
}

bool was_away(model::Mark mark) {
  return mark == model::Mark::absent_told || mark == model::Mark::absent_unknown ||
         mark == model::Mark::excused;
}

// Only what the last session's entries say.
void add_last_time(const ScreenContext& context, const NextSession& next, HomeModel& out) {
  const CourseProgress& progress = next.progress;
  if (!progress.last) return;
  const text::Catalogue& words = context.words;
  const model::MainState& main = context.replica.main(next.group);
  const auto* group = context.replica.directory().group(next.group);
  const auto* course =
      context.packs.find_course(group->group.course.id, group->group.course.version);
  const bool measured =
      course != nullptr && progress.last_number != 0 &&
      std::any_of(course->measures.begin(), course->measures.end(), [&](const auto& measure) {
        return measure.due_in(static_cast<int>(progress.last_number));
      });
  std::vector<std::pair<std::uint32_t, std::string>> missed;
  std::vector<std::pair<std::uint32_t, std::string>> no_score;
  for (const auto& [member, each] : member_words(context, next.group)) {
    if (each.left) continue;
    const auto at = main.attendance.find({*progress.last, member});
    if (at == main.attendance.end() || at->second.disputed(main.basics.replaced)) continue;
    const auto* mark = at->second.shown(main.basics.replaced);
    if (mark == nullptr) continue;
    if (was_away(mark->value.mark)) {
      missed.emplace_back(each.seat, each.name);
      continue;
    }
    const auto check_ins = model::current_check_ins(main);
    const bool scored = std::any_of(check_ins.begin(), check_ins.end(), [&](const auto* write) {
      return write->value.member == member && write->value.session == *progress.last;
    });
    if (measured && !scored) no_score.emplace_back(each.seat, each.name);
  }
  const auto names_of = [&](std::vector<std::pair<std::uint32_t, std::string>>& found) {
    std::sort(found.begin(), found.end());
    std::vector<std::string> names;
    for (auto& [seat, name] : found) names.push_back(std::move(name));
    return names;
  };
  if (const auto names = names_of(missed); !names.empty()) {
    out.before.push_back(
        {BeforeLine::Kind::missed,
         text::fill(
             words.translate("{names} was not here last time. Ask how things are.",
                             "{names} were not here last time. Ask how things are.", names.size()),
             {{"names", names_words(words, names)}})});
  }
  if (const auto names = names_of(no_score); !names.empty()) {
    out.before.push_back(
        {BeforeLine::Kind::no_score,
         text::fill(words.translate("{names} has no mood score from last time.",
                                    "{names} have no mood score from last time.", names.size()),
                    {{"names", names_words(words, names)}})});
  }
}

void add_left(const ScreenContext& context, const NextSession& next, HomeModel& out) {
  const CourseProgress& progress = next.progress;
  if (progress.number == 0 || progress.left_with_it() == 0) return;
  const std::uint32_t after = progress.left_with_it() - 1;
  const std::string count = std::to_string(after);
  out.before.push_back(
      {BeforeLine::Kind::left,
       after == 0
           ? context.words.translate("This is the last session. Leave room for the ending.")
           : text::fill(context.words.translate(
                            "{count} session remains after this one. Say so at the close.",
                            "{count} sessions remain after this one. Say so at the close.", after),
                        {{"count", count}})});
}

void add_work(const ScreenContext& context, HomeModel& out) {
  const text::Catalogue& words = context.words;
  const SyncBadge& badge = context.badge;
  const LocalMoment today = context.local.at(context.now.wall, own_zone(context));
  const auto moment = [&](Instant instant) {
    return when_words(words, context.local.at(instant, own_zone(context)), today.date);
  };
  out.work_title = words.translate("Where your work is");
  if (context.online) {
    out.work_note = words.translate("The server is reached.");
  } else if (context.offline_since) {
    const std::string since = moment(*context.offline_since);
    out.work_note = text::fill(words.translate("No network since {time}. You can go on as usual."),
                               {{"time", since}});
  } else {
    out.work_note = words.translate("No network. You can go on as usual.");
  }

  WorkRow laptop{SyncModel::State::on_this_laptop, words.translate("On this laptop"), {}, false};
  laptop.look_here = badge.unsent > 0;
  const std::string count = changes_words(words, badge.unsent);
  laptop.second = badge.unsent == 0 ? words.translate("nothing waits")
                  : badge.saving > 0
                      ? text::fill(words.translate("{changes}, being saved"), {{"changes", count}})
                      : text::fill(words.translate("{changes}, saved"), {{"changes", count}});
  out.work.push_back(std::move(laptop));

  WorkRow sending{SyncModel::State::sending, words.translate("Sending"), {}, false};
  if (badge.unsent == 0) {
    sending.second = words.translate("nothing to send");
  } else if (!context.online) {
    sending.second = words.translate("waits for a network");
  } else if (badge.state == SyncBadge::State::sending) {
    const std::string done = std::to_string(badge.done);
    const std::string total = std::to_string(badge.total);
    sending.second =
        text::fill(words.translate("{done} of {total} sent"), {{"done", done}, {"total", total}});
  } else {
    sending.second = words.translate("waits");
  }
  out.work.push_back(std::move(sending));

  WorkRow server{SyncModel::State::on_the_server, words.translate("On the server"), {}, false};
  if (context.sent_at) {
    const std::string at = moment(*context.sent_at);
    server.second = text::fill(badge.unsent == 0 ? words.translate("all, sent at {time}")
                                                 : words.translate("all until {time}"),
                               {{"time", at}});
  } else {
    server.second = badge.state == SyncBadge::State::on_the_server ? words.translate("all")
                                                                   : words.translate("not yet");
  }
  out.work.push_back(std::move(server));

  // Of sending alone: what else needs the person stands in the list beside it.
  WorkRow needs{SyncModel::State::needs_you, words.translate("Held up"), {}, false};
  needs.look_here = badge.state == SyncBadge::State::needs_you;
  needs.second = needs.look_here ? sync_model(context).second : words.translate("nothing");
  out.work.push_back(std::move(needs));
}

}  // namespace

std::string greeting_at(const text::Catalogue& words, int hour, const std::string& name) {
  if (name.empty()) {
    return hour < 12   ? words.translate("Good morning")
           : hour < 18 ? words.translate("Good afternoon")
                       : words.translate("Good evening");
  }
  return text::fill(hour < 12   ? words.translate("Good morning, {name}")
                    : hour < 18 ? words.translate("Good afternoon, {name}")
                                : words.translate("Good evening, {name}"),
                    {{"name", name}});
}

HomeModel home_model(const ScreenContext& context) {
  const text::Catalogue& words = context.words;
  HomeModel out;
  const int hour = context.local.at(context.now.wall, own_zone(context)).minute_of_day / 60;
  out.greeting = greeting_at(words, hour, staff_called(context, context.self));
  out.date = day_words(words, context.local.at(context.now.wall, own_zone(context)).date);
  out.before_title = words.translate("Before you begin");
  if (const auto next = next_session(context)) {
    out.next = next_card(context, *next);
    add_last_time(context, *next, out);
    add_left(context, *next, out);
  } else {
    out.no_next = words.translate("No session is planned now.");
  }
  out.groups_title = words.translate("My groups");
  out.groups = group_cards(context);
  out.needs_title = words.translate("Needs you");
  out.needs = needs_list(context);
  out.needs_count = needs_count_words(words, out.needs.size());
  out.needs_none = words.translate("Nothing needs you now.");
  out.needs_all = words.translate("All of them");
  add_work(context, out);
  if (out.groups.empty()) {
    out.empty = words.translate("No groups here yet.");
    out.empty_note = words.translate("Your supervisor adds them.");
  }
  return out;
}

}  // namespace baraza::client
