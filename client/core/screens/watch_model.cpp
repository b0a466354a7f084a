// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/watch_model.h"

#include <algorithm>

#include "client/core/screens/course_words.h"
#include "client/core/screens/date_words.h"
#include "client/core/screens/home_model.h"
#include "client/core/screens/mood_words.h"
#include "client/core/screens/person_words.h"
#include "client/core/views/alarm_view.h"
#include "client/core/views/group_view.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using text::fill;

constexpr std::size_t rising_scores = 3;    // so many, each above the one before
constexpr std::uint32_t rising_points = 3;  // and this much from the first of them to the last
constexpr int silent_after_days = 2;        // after the day of a session by the plan

// Everything about the groups that the person follows.
class WatchWriter {
 public:
  WatchWriter(const ScreenContext& context, WatchModel& out)
      : context_(context), words_(context.words), out_(out) {}

  void write() {
    for (const GroupId& group : groups(context_.replica)) {
      if (!supervises_group(context_.replica, context_.self, group)) continue;
      const auto view = group_view(context_.replica, group);
      if (!view) continue;
      ++followed_;
      for (const MemberRow& member : view->members) members_ += member.left ? 0 : 1;
      add_risks(*view);
      add_rising(*view);
      add_disputes(*view);
      add_heard(*view);
      add_live(*view);
    }
    for (const auto& [site, entry] : context_.replica.directory().sites()) {
      const GroupId list = model::list_of(site);
      if (!supervises_group(context_.replica, context_.self, list)) continue;
      GroupView view;
      view.group = list;
      view.name = place_called(context_, list);
      add_risks(view);
    }
    std::stable_sort(out_.items.begin(), out_.items.end(),
                     [](const auto& a, const auto& b) { return a.kind < b.kind; });
    std::stable_sort(out_.heard.begin(), out_.heard.end(),
                     [](const auto& a, const auto& b) { return a.days > b.days; });
  }

  std::size_t followed() const { return followed_; }
  std::size_t members() const { return members_; }

 private:
  std::string when(const GroupId& group, Instant instant) const {
    const LocalMoment moment = context_.local.at(instant, zone_of(context_.replica, group));
    return when_words(words_, moment, today_at(context_, group));
  }

  // "Mwembe · Rose Akinyi, 555 0108": its facilitator; where there is none, whoever works in it.
  std::string whose(const GroupView& view) const {
    if (context_.replica.list(view.group) != nullptr) return view.name;
    const model::Account* whom = nullptr;
    for (const auto& [id, entry] : context_.replica.directory().accounts()) {
      if (facilitates_group(context_.replica, id, view.group)) {
        whom = &entry.account;
        break;
      }
      if (whom == nullptr && runs_group(context_.replica, id, view.group)) whom = &entry.account;
    }
    if (whom == nullptr) return view.name;
    const std::string who = whom->phone.empty()
                                ? whom->name
                                : fill(words_.translate("{name}, {phone}"),
                                       {{"name", whom->name}, {"phone", whom->phone}});
    return fill(words_.translate("{first} · {second}"), {{"first", view.name}, {"second", who}});
  }

  WatchItem item(WatchItem::Kind kind, const GroupView& view, const MemberId& member,
                 std::string_view id) const {
    WatchItem out;
    out.kind = kind;
    out.group = view.group;
    out.member = member;
    out.id = std::string(id) + "/" + to_hex(view.group) + "/" + to_hex(member);
    out.whose = whose(view);
    out.action = words_.translate("Open");
    return out;
  }

  void add_risks(const GroupView& view) {
    for (const AlarmRow& row : alarm_view(context_.replica, context_.packs, view.group)) {
      WatchItem out = item(row.seen ? WatchItem::Kind::open : WatchItem::Kind::unseen, view,
                           row.member, "risk");
      const std::string name = member_called(context_, view.group, row.member);
      const bool by_answer =
          std::any_of(row.evidence.begin(), row.evidence.end(),
                      [](const auto& each) { return each.source == model::AlarmSource::item; });
      const std::string what = by_answer ? words_.translate("an answer about death")
                                         : words_.translate("somebody worries");
      out.title = fill(row.seen ? words_.translate("{name}: {what}, seen and still open")
                                : words_.translate("{name}: {what}, nobody has answered"),
                       {{"name", name}, {"what", what}});
      if (!row.evidence.empty()) {
        const AlarmEvidenceRow& first = row.evidence.front();
        out.why = first.by.empty()
                      ? words_.translate("Raised by somebody of the group.")
                      : fill(words_.translate("Raised by {name}."), {{"name", first.by}});
        out.when =
            fill(words_.translate("raised {time}"), {{"time", when(view.group, first.when)}});
      }
      out_.items.push_back(std::move(out));
    }
  }

  void add_rising(const GroupView& view) {
    if (context_.privacy) return;
    const MoodMeasure measure = mood_measure(context_, view.group);
    if (measure.pack == nullptr || !measure.lower_is_better) return;
    for (const MemberRow& member : view.members) {
      if (member.left) continue;
      std::vector<std::uint32_t> scores;
      for (const auto& score : mood_scores(measure, view.sessions, member.member)) {
        if (score) scores.push_back(*score);
      }
      if (scores.size() < rising_scores) continue;
      const std::vector<std::uint32_t> last(scores.end() - rising_scores, scores.end());
      const bool rises = std::is_sorted(last.begin(), last.end(), std::less_equal<>()) &&
                         last.back() >= last.front() + rising_points;
      if (!rises) continue;
      WatchItem out = item(WatchItem::Kind::rising, view, member.member, "rising");
      const std::string points = std::to_string(last.back() - last.front());
      out.title =
          fill(words_.translate("{name}: the score rose by {points}"),
               {{"name", member_called(context_, view.group, member.member)}, {"points", points}});
      std::string row;
      for (const std::uint32_t score : last) {
        row += (row.empty() ? "" : ", ") + std::to_string(score);
      }
      out.why = fill(words_.translate("The last ones: {scores}."), {{"scores", row}});
      out_.items.push_back(std::move(out));
    }
  }

  void add_disputes(const GroupView& view) {
    for (const SessionRow& session : view.sessions) {
      for (const AttendanceCell& cell : session.attendance) {
        if (cell.state != AttendanceCell::State::disputed) continue;
        WatchItem out = item(WatchItem::Kind::dispute, view, cell.member,
                             "dispute/" + to_text(session.key.date));
        const std::string day = day_words(words_, session.key.date);
        out.title =
            fill(words_.translate("Was {name} there on {day}?"),
                 {{"name", member_called(context_, view.group, cell.member)}, {"day", day}});
        out.why = words_.translate("Two people wrote different things. The group settles it.");
        out_.items.push_back(std::move(out));
      }
    }
  }

  struct Due {
    std::uint32_t number = 0;  // 0: none is
    CivilDate day;
  };
  // The planned session after the last one of which something has come. The next one by the plan
  // won't do: once a week has passed that is one to come again.
  Due first_due(const GroupView& view, const CourseProgress& progress) const {
    if (progress.number == 0) return {};
    std::uint32_t next = 1;
    for (const SessionRow& row : view.sessions) {
      if (row.opened) next = std::max(next, row.plan_number + 1);
    }
    const auto& facts = context_.replica.directory().group(view.group)->group;
    const std::uint32_t before = progress.number - std::min(progress.number, next);
    const auto days = static_cast<int>(before * facts.interval_days);
    return {progress.number - before, progress.day + -days};
  }

  // By the plan it met, and nothing of it has come: its laptop is silent, or it didn't meet.
  void add_heard(const GroupView& view) {
    const CivilDate today = today_at(context_, view.group);
    const CourseProgress progress = course_progress(context_, view.group);
    std::optional<CivilDate> last;
    for (const SessionRow& session : view.sessions) {
      if (session.opened && (!last || *last < session.key.date)) last = session.key.date;
    }
    const Due due = first_due(view, progress);
    const bool overdue = due.number != 0 && !progress.open && today - due.day >= silent_after_days;
    if (last && progress.number != 0) {
      HeardRow row;
      row.name = view.name;
      row.days = std::max(0, today - *last);
      row.words = distance_words(words_, *last, today);
      row.late = overdue;
      out_.heard.push_back(std::move(row));
    }
    if (!overdue) return;
    WatchItem out = item(WatchItem::Kind::silent, view, MemberId{}, "silent");
    const std::string number = std::to_string(due.number);
    const std::string day = day_words(words_, due.day);
    out.title =
        fill(words_.translate("{group}: nothing has come since its day"), {{"group", view.name}});
    out.why = fill(words_.translate("Session {number} was planned for {day}."),
                   {{"number", number}, {"day", day}});
    out.when = distance_words(words_, due.day, today);
    out_.items.push_back(std::move(out));
  }

  void add_live(const GroupView& view) {
    const CivilDate today = today_at(context_, view.group);
    for (const SessionRow& session : view.sessions) {
      if (!session.opened || session.closed || session.key.date != today) continue;
      std::size_t here = 0;
      std::size_t all = 0;
      for (const MemberRow& member : view.members) all += member.left ? 0 : 1;
      for (const AttendanceCell& cell : session.attendance) {
        if (cell.state != AttendanceCell::State::marked || cell.writes.empty()) continue;
        const model::Mark mark = cell.writes.back().mark;
        here += mark == model::Mark::present || mark == model::Mark::late ||
                        mark == model::Mark::left_early
                    ? 1
                    : 0;
      }
      LiveGroup live;
      live.group = view.group;
      live.session = session.key;
      live.name = view.name;
      live.words = fill(words_.translate("The session is open, {here} of {all} marked as here"),
                        {{"here", std::to_string(here)}, {"all", std::to_string(all)}});
      out_.live.push_back(std::move(live));
    }
  }

  const ScreenContext& context_;
  const text::Catalogue& words_;
  WatchModel& out_;
  std::size_t followed_ = 0;
  std::size_t members_ = 0;
};

}  // namespace

WatchModel watch_model(const ScreenContext& context) {
  const text::Catalogue& words = context.words;
  WatchModel out;
  const LocalMoment now = context.local.at(context.now.wall, own_zone(context));
  const auto* self = context.replica.directory().account(context.self);
  out.greeting = greeting_at(words, now.minute_of_day / 60,
                             self == nullptr ? std::string() : first_name(self->account.name));
  out.title = words.translate("Look at these first");
  out.open_word = words.translate("Open");
  out.live_title = words.translate("Meeting now");
  out.live_none = words.translate("No group that you follow meets now.");
  out.heard_title = words.translate("Last session of each group");

  WatchWriter writer(context, out);
  writer.write();
  const std::string groups = std::to_string(writer.followed());
  const std::string members = std::to_string(writer.members());
  const std::string first = fill(
      words.translate("{count} group", "{count} groups", writer.followed()), {{"count", groups}});
  const std::string second = fill(
      words.translate("{count} member", "{count} members", writer.members()), {{"count", members}});
  out.note = fill(words.translate("{first}, {second}"), {{"first", first}, {"second", second}});
  // Only what the server had by then can be here.
  const Instant as_of = context.online          ? context.now.wall
                        : context.offline_since ? *context.offline_since
                                                : context.now.wall;
  const std::string time = when_words(words, context.local.at(as_of, own_zone(context)), now.date);
  out.as_of = fill(words.translate("As of {time}"), {{"time", time}});
  out.as_of_note = words.translate(
      "This is what had reached the server by then. What is still on a laptop is not here.");
  out.none =
      fill(words.translate("Nothing unusual in {count} group, as of {time}.",
                           "Nothing unusual in {count} groups, as of {time}.", writer.followed()),
           {{"count", groups}, {"time", time}});
  if (writer.followed() == 0) {
    out.empty = words.translate("No groups to follow yet.");
    out.empty_note = words.translate("They come when somebody gives them to you.");
  }
  return out;
}

}  // namespace baraza::client
