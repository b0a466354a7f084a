// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/group_model.h"

#include <algorithm>
#include <array>

#include "client/core/screens/date_words.h"
#include "client/core/screens/mood_words.h"
#include "client/core/screens/person_words.h"
#include "client/core/views/alarm_view.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using text::fill;

std::string mark_cell_words(const text::Catalogue& words, MarkCell mark) {
  switch (mark) {
    case MarkCell::came: return words.translate("came");
    case MarkCell::late: return words.translate("came late or left early");
    case MarkCell::told_us: return words.translate("told us");
    case MarkCell::excused: return words.translate("excused");
    case MarkCell::unknown: return words.translate("not known why");
    case MarkCell::two_answers: return words.translate("two answers, settle");
    case MarkCell::today: return words.translate("today");
    case MarkCell::no_mark: return words.translate("not marked");
    case MarkCell::to_come: break;
  }
  return words.translate("later");
}

const content::CoursePack* course_of(const ScreenContext& context, const GroupId& group) {
  const auto* entry = context.replica.directory().group(group);
  if (entry == nullptr) return nullptr;
  return context.packs.find_course(entry->group.course.id, entry->group.course.version);
}

// Phases over the sessions as they stand in the row: extra ones belong to the phase around them.
std::vector<GroupPhase> phases_of(const ScreenContext& context, const GroupId& group,
                                  const std::vector<GroupSession>& sessions) {
  std::vector<GroupPhase> out;
  const content::CoursePack* course = course_of(context, group);
  if (course == nullptr) return out;
  std::string current;
  for (const GroupSession& session : sessions) {
    std::string words = current;
    if (!session.extra) {
      const auto* phase = course->phase_of(std::stoi(session.label));
      if (phase != nullptr) words = context.words.translate(phase->short_title.c_str());
    }
    if (out.empty() || words != current) out.push_back({words, 0, false});
    ++out.back().sessions;
    out.back().current = out.back().current || session.state == CourseDot::now;
    current = words;
  }
  return out;
}

std::string note_of(const ScreenContext& context, const GroupId& group) {
  const auto& facts = context.replica.directory().group(group)->group;
  std::string out;
  if (facts.interval_days == 7) {
    out = fill(context.words.translate("Every {weekday}"),
               {{"weekday", weekday_words(context.words, facts.first_session)}});
  }
  const auto others = run_with(context, group);
  if (others.empty()) return out;
  const std::string with = fill(context.words.translate("with {names}"),
                                {{"names", names_words(context.words, others)}});
  if (out.empty()) return with;
  return fill(context.words.translate("{first} · {second}"), {{"first", out}, {"second", with}});
}

void add_members(const ScreenContext& context, const GroupView& view, GroupModel& out) {
  const text::Catalogue& words = context.words;
  const auto called = member_words(context, view.group);
  const MoodMeasure measure = mood_measure(context, view.group);
  out.member_head = words.translate("Member");
  out.area_head = words.translate("Works on");
  out.mood_head = words.translate("Mood so far");
  if (measure.pack != nullptr) {
    out.last_head =
        fill(words.translate("{instrument}, last and change"), {{"instrument", measure.title}});
  }
  // The rows of the sessions in the order of the columns.
  std::vector<const SessionRow*> rows;
  std::vector<SessionRow> opened;
  for (const GroupSession& session : out.sessions) {
    const SessionRow* found = nullptr;
    for (const SessionRow& row : view.sessions) {
      if (session.session && row.opened && row.key.session == session.session->session &&
          row.key.date == session.session->date) {
        found = &row;
      }
    }
    rows.push_back(found);
    if (found != nullptr) opened.push_back(*found);
  }
  const auto alarms = alarm_view(context.replica, context.packs, view.group);
  for (const MemberRow& member : view.members) {
    if (member.left) continue;
    const auto who = called.find(member.member);
    if (who == called.end()) continue;
    GroupMember row;
    row.member = member.member;
    row.name = who->second.name;
    row.letters = who->second.letters;
    row.seat = who->second.seat;
    row.area = area_note(context, view.group, member.member);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      GroupMember::Cell cell;
      if (rows[i] != nullptr) {
        cell.mark = out.sessions[i].state == CourseDot::now ? MarkCell::today : MarkCell::no_mark;
        for (const AttendanceCell& each : rows[i]->attendance) {
          if (each.member == member.member && each.state != AttendanceCell::State::none) {
            cell.mark = cell_of(each);
          }
        }
      }
      cell.words = fill(words.translate("{name}, {session}: {mark}"),
                        {{"name", row.name},
                         {"session", out.sessions[i].words},
                         {"mark", mark_cell_words(words, cell.mark)}});
      row.cells.push_back(std::move(cell));
    }
    if (!context.privacy) {
      row.scores = mood_scores(measure, opened, member.member);
      const MoodChange change = mood_change(words, measure, row.scores);
      if (change.last) row.last = std::to_string(*change.last);
      row.change = change.words;
      row.worse = change.worse;
      row.better = change.better;
    }
    for (const AlarmRow& alarm : alarms) {
      row.worried = row.worried || alarm.member == member.member;
    }
    out.members.push_back(std::move(row));
  }
}

void add_words(const ScreenContext& context, const GroupId& group, GroupModel& out) {
  const text::Catalogue& words = context.words;
  for (const MarkCell mark : {MarkCell::came, MarkCell::late, MarkCell::told_us, MarkCell::excused,
                              MarkCell::unknown, MarkCell::two_answers}) {
    out.legend.emplace_back(mark, mark_cell_words(words, mark));
  }
  out.worried_legend = words.translate("A worry is open");
  out.may_write = runs_group(context.replica, context.self, group);
  out.note_word = words.translate("Write a note");
  out.write_note = note_model(context, group, SessionId{});
  out.worried_word = words.translate("Worried about someone");
  out.worried_short = words.translate("Worried");
  out.worry = worry_model(context, group, SessionId{});
  out.whisper = whisper_model(context, group);
  out.empty = words.translate("Nobody is in this group yet.");
  out.empty_note = words.translate("Six to ten members make a good group.");
  out.add_word = words.translate("Add a member");
  out.add_title = words.translate("Who joins the group?");
  out.name_label = words.translate("Name, as the group says it");
  out.phone_label = words.translate("Telephone");
  out.phone_hint = words.translate("Only if there is one to call.");
  out.add_action = words.translate("Add");
  out.name_missing = words.translate("Type the name first.");
  out.add_done = words.translate("Saved on this laptop");
  out.back_word = words.translate("Go back");
  out.help = {{"W", words.translate("raises a worry")}, {"N", words.translate("writes a note")}};
}

}  // namespace

MarkCell cell_of(const AttendanceCell& cell) {
  if (cell.state == AttendanceCell::State::disputed) return MarkCell::two_answers;
  if (cell.writes.empty()) return MarkCell::no_mark;
  switch (cell.writes.back().mark) {
    case model::Mark::present: return MarkCell::came;
    case model::Mark::late:
    case model::Mark::left_early: return MarkCell::late;
    case model::Mark::absent_told: return MarkCell::told_us;
    case model::Mark::excused: return MarkCell::excused;
    case model::Mark::absent_unknown: break;
  }
  return MarkCell::unknown;
}

std::vector<GroupSession> group_sessions(const ScreenContext& context, const GroupView& view) {
  const text::Catalogue& words = context.words;
  const CourseProgress progress = course_progress(context, view.group);
  const CivilDate today = today_at(context, view.group);
  const auto& facts = context.replica.directory().group(view.group)->group;
  std::vector<GroupSession> out;
  std::vector<std::uint32_t> opened;
  for (const SessionRow& row : view.sessions) {
    if (!row.opened) continue;
    GroupSession session;
    session.extra = row.plan_number == 0;
    session.label = session.extra ? "+" : std::to_string(row.plan_number);
    session.session = row.key;
    const bool runs = row.key.date == today && !row.closed;
    session.state = runs ? CourseDot::now : CourseDot::held;
    session.date =
        row.key.date == today ? words.translate("today") : short_day_words(words, row.key.date);
    const std::string on = session.date;
    session.words = session.extra ? fill(words.translate("Extra session, {day}"), {{"day", on}})
                                  : fill(words.translate("Session {number}, {day}"),
                                         {{"number", session.label}, {"day", on}});
    opened.push_back(row.plan_number);
    out.push_back(std::move(session));
  }
  const CivilDate base = progress.number != 0 ? progress.day : today;
  for (std::uint32_t number = 1; number <= progress.count; ++number) {
    if (std::find(opened.begin(), opened.end(), number) != opened.end()) continue;
    GroupSession session;
    session.label = std::to_string(number);
    const int ahead = static_cast<int>(number) - static_cast<int>(progress.number);
    const CivilDate day = base + ahead * static_cast<int>(facts.interval_days);
    const bool next = number == progress.number;
    session.state = next ? CourseDot::now : CourseDot::to_come;
    session.date = day == today ? words.translate("today") : short_day_words(words, day);
    session.words = fill(words.translate("Session {number}, {day}"),
                         {{"number", session.label}, {"day", session.date}});
    out.push_back(std::move(session));
  }
  return out;
}

GroupModel group_model(const ScreenContext& context, const GroupId& group) {
  const text::Catalogue& words = context.words;
  GroupModel out;
  out.group = group;
  const auto view = group_view(context.replica, group);
  if (!view) {
    out.title = words.translate("A group");
    out.none = words.translate("This group is not on this laptop.");
    return out;
  }
  out.title = view->name;
  out.note = note_of(context, group);
  out.today = today_at(context, group);
  out.sessions = group_sessions(context, *view);
  out.phases = phases_of(context, group, out.sessions);
  const CourseProgress progress = course_progress(context, group);
  if (progress.number != 0) {
    const std::uint32_t left = progress.left_with_it();
    out.left = std::to_string(left);
    const bool with_today = progress.open || progress.day == out.today;
    out.left_words =
        with_today ? words.translate("session left, with today", "sessions left, with today", left)
                   : words.translate("session left", "sessions left", left);
    out.session_word =
        fill(words.translate("Session {number}"), {{"number", std::to_string(progress.number)}});
    out.next = progress.session;
  }
  add_words(context, group, out);
  add_members(context, *view, out);
  if (view->made_by_newer > 0) {
    const std::string count = std::to_string(view->made_by_newer);
    out.newer = fill(
        words.translate("{count} entry was made by a newer Baraza. It is kept, and shows after the "
                        "update.",
                        "{count} entries were made by a newer Baraza. They are kept, and show "
                        "after the update.",
                        view->made_by_newer),
        {{"count", count}});
  }
  return out;
}

}  // namespace baraza::client
