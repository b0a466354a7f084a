// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/member_model.h"

#include <algorithm>

#include "client/core/screens/mark_words.h"
#include "client/core/screens/mood_words.h"
#include "client/core/screens/person_words.h"
#include "client/core/screens/sheet_words.h"
#include "client/core/screens/work_model.h"
#include "client/core/views/alarm_view.h"
#include "client/core/views/work_view.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using text::fill;

const SessionRow* row_of(const GroupView& view, const std::optional<model::SessionKey>& session) {
  if (!session) return nullptr;
  for (const SessionRow& row : view.sessions) {
    if (row.key.session == session->session && row.key.date == session->date) return &row;
  }
  return nullptr;
}

// What the attendance of one session says of the member.
void add_mark(const ScreenContext& context, const SessionRow& row, const MemberId& member,
              MemberSession& out) {
  const text::Catalogue& words = context.words;
  out.mark = row.closed ? MarkCell::no_mark : MarkCell::today;
  out.mark_words = words.translate("Not marked");
  for (const AttendanceCell& cell : row.attendance) {
    if (cell.member != member || cell.state == AttendanceCell::State::none) continue;
    out.mark = cell_of(cell);
    if (cell.state == AttendanceCell::State::disputed) {
      out.mark_words = words.translate("Two answers stand. Settle which one holds.");
      continue;
    }
    const AttendanceWrite& write = cell.writes.back();
    out.mark_words = mark_words(words, write.mark, write.minutes);
    if (!write.reason.empty() && !context.privacy) {
      out.mark_words = fill(words.translate("{mark}: {reason}"),
                            {{"mark", out.mark_words}, {"reason", write.reason}});
    }
  }
}

// More than these have no letter.
constexpr std::size_t most_events = 26;

// What was written of events, with a letter each, on the session in which it was written.
void add_events(const ScreenContext& context, MemberModel& out) {
  if (context.privacy) return;
  const auto events = sheets_of(context.replica, out.group, out.member, model::SheetKind::event);
  for (MemberSession& session : out.sessions) {
    for (const SheetRow& row : events) {
      const model::Sheet& sheet = row.sheet();
      if (!session.session || sheet.session != session.session) continue;
      if (out.events.size() == most_events) return;
      const std::string letter(1, static_cast<char>('A' + out.events.size()));
      const std::string said = sheet_line(sheet);
      out.events.push_back({letter, said, sheet.entry});
      session.events += letter;
      const std::string& before = session.score_words.empty() ? session.words : session.score_words;
      session.score_words = fill(context.words.translate("{score}. {letter}: {what}"),
                                 {{"score", before}, {"letter", letter}, {"what", said}});
    }
  }
}

void add_sessions(const ScreenContext& context, const GroupView& view, const MoodMeasure& measure,
                  MemberModel& out) {
  const text::Catalogue& words = context.words;
  std::vector<std::optional<MoodPoint>> points;
  std::optional<std::uint32_t> version;
  for (const GroupSession& session : group_sessions(context, view)) {
    MemberSession& each = out.sessions.emplace_back();
    each.label = session.label;
    each.words = session.words;
    if (const SessionRow* row = row_of(view, session.session)) {
      each.session = session.session;
      add_mark(context, *row, out.member, each);
      const auto point = mood_point(context, measure, *row, out.member);
      std::size_t checks = 0;
      for (const CheckInRow& check : row->check_ins) {
        const bool is_it = measure.pack != nullptr && check.member == out.member &&
                           check.instrument == measure.pack->id;
        if (is_it) ++checks;
      }
      each.two_checks = checks > 1;
      if (point && !context.privacy) {
        points.push_back(point);
        each.score = point->score;
        if (version && *version != point->version) {
          each.version =
              fill(words.translate("{instrument}, version {version}"),
                   {{"instrument", measure.title}, {"version", std::to_string(point->version)}});
        }
        version = point->version;
        const std::string number = std::to_string(point->score);
        MoodMeasure of_then = measure;
        of_then.pack = point->pack;
        const std::string band = band_words(words, of_then, point->score);
        each.score_words = band.empty()
                               ? fill(words.translate("{session}: {score}"),
                                      {{"session", each.words}, {"score", number}})
                               : fill(words.translate("{session}: {score}, {band}"),
                                      {{"session", each.words}, {"score", number}, {"band", band}});
      }
      if (out.may_write && measure.pack != nullptr && !each.two_checks) {
        each.check_word = checks == 0 ? words.translate("Mood check") : words.translate("Change");
      }
    }
  }
  add_events(context, out);
  const std::vector<MoodPoint> line = last_line(points);
  std::vector<std::optional<std::uint32_t>> scores;
  for (const MoodPoint& point : line) scores.emplace_back(point.score);
  out.change_rules = change_rule_words(words, line);
  const MoodChange change = mood_change(words, measure, scores);
  if (!change.words.empty()) {
    out.change = fill(words.translate("{change} than at first"), {{"change", change.words}});
    if (*change.first == *change.last) out.change = words.translate("As at first");
  }
  out.worse = change.worse;
  if (context.privacy) {
    out.mood_hidden = words.translate("Hidden while names are hidden.");
  } else if (points.empty()) {
    out.mood_none = words.translate("No score yet. The first one comes from the first mood check.");
  }
}

}  // namespace

namespace {

// How far the written work is, for whom it is written.
void add_work(const ScreenContext& context, MemberModel& out) {
  const text::Catalogue& words = context.words;
  const WorkModel work = work_model(context, out.group, out.member);
  if (!work.none.empty()) return;
  out.work_title = words.translate("Written together");
  const WorkCard& before = work.cards.front();
  out.work_note =
      fill(words.translate("{what}: {how}"), {{"what", before.title}, {"how", before.note}});
  out.work_next = work.next_word;
  out.work_word = words.translate("Open");
}

}  // namespace

MemberModel member_model(const ScreenContext& context, const GroupId& group,
                         const MemberId& member) {
  const text::Catalogue& words = context.words;
  MemberModel out;
  out.group = group;
  out.member = member;
  out.title = member_called(context, group, member);
  const auto view = group_view(context.replica, group);
  if (!view) {
    out.none = words.translate("This group is not on this laptop.");
    return out;
  }
  const auto called = member_words(context, group);
  bool who_stays = false;
  if (const auto who = called.find(member); who != called.end()) {
    who_stays = !who->second.left;
    out.letters = who->second.letters;
    out.seat = who->second.seat;
    const std::string seat = std::to_string(who->second.seat);
    out.note =
        fill(words.translate("{group}, seat {seat}"), {{"group", view->name}, {"seat", seat}});
  } else {
    out.note = view->name;
  }
  out.may_write = runs_group(context.replica, context.self, group);
  for (const AlarmRow& row : alarm_view(context.replica, context.packs, group)) {
    if (row.member != member) continue;
    out.risk_unseen = !row.seen;
    const bool theirs = supervises_group(context.replica, context.self, group);
    out.risk = row.seen ? words.translate("A worry is open.")
               : theirs ? words.translate("Nobody has said that they have seen this.")
                        : words.translate("Your supervisor has not seen this yet.");
  }
  out.open_word = words.translate("Open");
  out.area_title = words.translate("Works on");
  out.area = area_note(context, group, member);
  out.area_word = !out.may_write              ? words.translate("History")
                  : out.area.disputed         ? words.translate("Settle")
                  : out.area.area.has_value() ? words.translate("Change")
                                              : words.translate("Choose");
  add_work(context, out);
  out.whisper = whisper_model(context, group, member);
  const MoodMeasure measure = mood_measure(context, group);
  out.limits = measure.limits;
  out.mood_title = words.translate("Mood so far");
  if (measure.pack != nullptr) {
    out.mood_note =
        fill(measure.lower_is_better ? words.translate("{instrument}, lower is better")
                                     : words.translate("{instrument}, higher is better"),
             {{"instrument", measure.title}});
  }
  out.sessions_title = words.translate("Sessions");
  add_sessions(context, *view, measure, out);
  out.notes_title = words.translate("Notes");
  out.notes = member_notes(context, group, member);
  out.notes_none = words.translate("No notes yet.");
  out.note_word = words.translate("Write a note");
  out.note_short = words.translate("Note");
  out.write_note = note_model(context, group, SessionId{});
  if (facilitates_group(context.replica, context.self, group) && who_stays) {
    out.seat_word = words.translate("Leaves, or goes to another group");
  }
  out.worried_word = words.translate("Worried about someone");
  out.worried_short = words.translate("Worried");
  out.worry = worry_model(context, group, SessionId{});
  out.help = {{"W", words.translate("raises a worry")}, {"N", words.translate("writes a note")}};
  return out;
}

}  // namespace baraza::client
