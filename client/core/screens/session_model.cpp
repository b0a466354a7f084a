// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/session_model.h"

#include <algorithm>

#include "client/core/screens/date_words.h"
#include "client/core/screens/person_words.h"
#include "client/core/screens/session_parts.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using session_parts::Facts;
using session_parts::Seat;

bool is_opened(const Replica& replica, const GroupId& group, const model::SessionKey& session) {
  const auto& sessions = replica.main(group).sessions;
  const auto at = sessions.find(session);
  return at != sessions.end() && !at->second.openings.empty();
}

void add_fixed_words(const text::Catalogue& words, SessionModel& out) {
  out.space_key = words.translate("Space");
  out.not_heard_title = words.translate("Not heard yet");
  out.ask_word = words.translate("Ask");
  out.legend_has_word = words.translate("has the word");
  out.legend_heard = words.translate("heard");
  out.legend_not_yet = words.translate("not yet");
  out.legend_not_here = words.translate("not here");
  out.next_person_word = words.translate("Next person");
  out.next_step_word = words.translate("Next step");
  out.step_back_word = words.translate("Step back");
  out.begin_word = words.translate("Run it on this laptop");
  out.begin_title = words.translate("The session is open.");
  out.begin_note = words.translate("Starts the clock and the round on this laptop.");
  out.mood_word = words.translate("Mood check");
  out.note_word = words.translate("Note");
  out.close_word = words.translate("Close session");
  out.attendance_word = words.translate("Attendance");
  out.more_word = words.translate("More");
  out.worried_word = words.translate("Worried about someone");
  out.worried_short = words.translate("Worried");
  out.hide_word = words.translate("Go back");
  out.saved_word = words.translate("Saved on this laptop");
  out.notes_title = words.translate("Notes");
  out.notes_none = words.translate("No notes yet.");
}

// Whoever is here without a score, the first by seat; then whoever is here: their score can be
// looked at.
void add_mood(const Facts& facts, SessionModel& out) {
  const text::Catalogue& words = facts.context.words;
  if (!facts.measured) {
    out.mood_not = words.translate("No mood check is planned for this session.");
    return;
  }
  const Seat* first = nullptr;
  for (const Seat& seat : facts.seats) {
    if (seat.mark.away()) continue;
    const bool better = first == nullptr || (first->scored && !seat.scored);
    if (better) first = &seat;
  }
  if (first != nullptr) {
    out.mood_member = first->member;
  } else {
    out.mood_not = words.translate("Nobody is here to ask.");
  }
}

// The written work of who has the word; of the first who is here where nobody has.
void add_work(const Facts& facts, SessionModel& out) {
  const text::Catalogue& words = facts.context.words;
  out.used_word = words.translate("What was used");
  if (!facts.opened) out.used_not = words.translate("The session is not open yet.");
  for (const Seat& seat : facts.seats) {
    if (seat.mark.away()) continue;
    if (!out.work_member.is_zero() && out.run.word != seat.member) continue;
    out.work_member = seat.member;
  }
  out.work_word = words.translate("Written work");
  if (out.work_member.is_zero()) {
    out.work_not = words.translate("Nobody is here.");
    return;
  }
  out.work_word =
      text::fill(words.translate("Work: {name}"),
                 {{"name", member_called(facts.context, facts.group, out.work_member)}});
}

void add_round(const Facts& facts, SessionModel& out) {
  const text::Catalogue& words = facts.context.words;
  for (std::size_t i = 0; i < out.circle.seats.size(); ++i) {
    if (out.circle.seats[i].state == SessionSeat::State::not_yet) out.not_heard.push_back(i);
  }
  const std::string count = std::to_string(out.not_heard.size());
  out.others_word = text::fill(words.translate("Not heard: {count}"), {{"count", count}});
  const bool nobody = out.circle.here.empty();
  out.all_heard = out.not_heard.empty();
  out.not_heard_none =
      nobody ? words.translate("Nobody is here.") : words.translate("Everybody was heard.");
  // The last one ends her turn by it too.
  out.may_next_person = out.run.word.has_value() || !out.not_heard.empty();
  out.next_person_not = out.not_heard_none;
  out.may_next_step = out.run.step + 1 < out.run.steps.size();
  out.next_step_not = words.translate("This is the last step.");
  out.may_step_back = out.run.step > 0;
  out.step_back_not = words.translate("This is the first step.");
}

// What leaving the step that runs says of it.
void add_step_done(const Facts& facts, SessionModel& out) {
  const SessionRun::Step& step = out.run.steps[out.run.step];
  for (const auto& item : facts.agenda) {
    if (item.key.item != step.item) continue;
    const auto spent = static_cast<std::uint32_t>(step.time.ms / minutes(1).ms);
    const bool same = item.state == model::AgendaState::done && item.spent_minutes == spent;
    if (same) return;
    out.step_done = MarkAgenda{
        facts.group, {item.key, model::AgendaState::done, model::SkipReason::none, spent}, false};
  }
}

void add_help(const text::Catalogue& words, SessionModel& out) {
  const auto add = [&](std::string keys, std::string what) {
    out.help.push_back({std::move(keys), std::move(what)});
  };
  if (out.state == SessionModel::State::running) {
    add(out.space_key, words.translate("The next person has the word"));
    add(words.translate("1 to 9"), words.translate("Ask the person in this seat"));
    add("PgDn", words.translate("The next step"));
    add("PgUp", words.translate("Back to the step before"));
    add("P", words.translate("Pause, and go on"));
    add("G", words.translate("The whole run sheet"));
  }
  if (out.state == SessionModel::State::running || out.state == SessionModel::State::open ||
      out.state == SessionModel::State::closed) {
    add("A", words.translate("Attendance"));
    add("M", words.translate("Mood check"));
    add("N", words.translate("Write a note"));
  }
  if (out.close) add("C", words.translate("Close session"));
  add("W", words.translate("Worried about someone"));
}

}  // namespace

std::string amendment_draft_key(const model::SessionKey& session) {
  return "amend/" + to_hex(session.session) + "/" + to_text(session.date);
}

model::SessionKey session_shown(const ScreenContext& context, const GroupId& group,
                                const model::SessionKey& session) {
  if (context.replica.directory().group(group) == nullptr) return {};
  if (is_opened(context.replica, group, session)) return session;
  const CourseProgress progress = course_progress(context, group);
  return progress.open || progress.number != 0 ? progress.session : model::SessionKey{};
}

SessionModel session_model(const ScreenContext& context, const GroupId& group,
                           const model::SessionKey& session, const SessionRun& run) {
  const text::Catalogue& words = context.words;
  SessionModel out;
  out.group = group;
  out.now = context.now;
  add_fixed_words(words, out);
  if (context.replica.directory().group(group) == nullptr) {
    out.title = words.translate("Session");
    out.none = words.translate("This group is not on this laptop.");
    out.none_note = words.translate("It may have been given to somebody else.");
    return out;
  }
  out.session = session_shown(context, group, session);
  const Facts facts = session_parts::facts_of(context, group, out.session);
  std::vector<AgendaItemId> items;
  for (const auto& item : facts.agenda) items.push_back(item.key.item);
  out.run = with_agenda(counted(run, context.now), items);
  out.run_key = run_draft_key(out.session);
  out.may_run = runs_group(context.replica, context.self, group);
  const bool runs =
      out.run.state == SessionRun::State::running || out.run.state == SessionRun::State::paused;
  using enum SessionModel::State;
  out.state = facts.closed          ? closed
              : !facts.opened       ? planned
              : runs && out.may_run ? running
                                    : open;
  out.paused = out.run.state == SessionRun::State::paused;

  out.title = session_parts::title_of(facts);
  const CivilDate day = facts.opened ? out.session.date : facts.progress.day;
  const bool has_day = facts.opened || facts.number != 0;
  out.note = session_parts::joined(words, phase_words(context, group, facts.number),
                                   has_day ? day_words(words, day) : std::string());
  const SessionRun shown = out.state == running ? out.run : SessionRun{};
  out.sheet = session_parts::run_sheet(facts, shown);
  out.circle = session_parts::session_circle(facts, shown);
  out.attendance = session_parts::attendance_line(facts);
  if (out.state == running) {
    add_step_done(facts, out);
    add_round(facts, out);
    out.next_change = session_parts::next_change(out.run, context.now);
  }
  out.pause_word = out.paused ? words.translate("Go on") : words.translate("Pause");
  add_mood(facts, out);
  add_work(facts, out);
  const std::string not_yours = words.translate("Only those who run the group write here.");
  if (!out.may_run) {
    out.close_not = out.mood_not = not_yours;
  }
  out.notes = session_notes(context, group, out.session.session);
  out.write_note = note_model(context, group, out.session.session);
  // What is written before the session was opened isn't about it yet.
  out.worry = worry_model(context, group, facts.opened ? out.session.session : SessionId{});
  if (out.state == planned) out.planned = session_parts::planned_card(facts);
  if (out.state == closed) out.closed = session_parts::closed_card(facts);
  if (out.state == running || out.state == open) out.close = session_parts::close_model(facts);
  add_help(words, out);
  return out;
}

}  // namespace baraza::client
