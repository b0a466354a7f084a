// SPDX-License-Identifier: Apache-2.0
#include "sample_session.h"

#include <array>

namespace baraza::ui::sample {
namespace {

using client::SessionModel;
using client::SessionSeat;
using client::SheetStep;

MemberId member_at(std::size_t seat) {
  return *MemberId::from(Bytes(16, static_cast<char>(seat)));
}

void add_words(SessionModel& model) {
  model.not_heard_title = "Not heard yet";
  model.ask_word = "Ask";
  model.legend_has_word = "has the word";
  model.legend_heard = "heard";
  model.legend_not_yet = "not yet";
  model.legend_not_here = "not here";
  model.space_key = "Space";
  model.next_person_word = "Next person";
  model.next_step_word = "Next step";
  model.step_back_word = "Step back";
  model.begin_word = "Run it on this laptop";
  model.begin_title = "The session is open.";
  model.begin_note = "Starts the clock and the round on this laptop.";
  model.pause_word = "Pause";
  model.mood_word = "Mood check";
  model.note_word = "Note";
  model.close_word = "Close session";
  model.attendance_word = "Attendance";
  model.more_word = "More";
  model.worried_word = "Worried about someone";
  model.worried_short = "Worried";
  model.hide_word = "Go back";
  model.saved_word = "Saved on this laptop";
  model.notes_title = "Notes";
  model.notes_none = "No notes yet.";
  model.not_heard_none = "Everybody was heard.";
  model.next_person_not = "Everybody was heard.";
  model.next_step_not = "This is the last step.";
  model.step_back_not = "This is the first step.";
  model.sheet.title = "Run sheet";
  model.sheet.ends_word = "Ends";
  model.attendance.change_word = "Change";
  model.may_run = true;
  model.group = *GroupId::from(Bytes(16, 'g'));
  model.session = {*SessionId::from(Bytes(16, 's')), CivilDate{20'585}};
  model.run_key = client::run_draft_key(model.session);
  model.now = {{1'000'000}, {1'000}};
}

void add_panels(SessionModel& model) {
  client::WorryModel& worry = model.worry;
  worry.group = model.group;
  worry.session = model.session.session;
  worry.title = "Whom do you worry about?";
  worry.nobody = "Nobody has a seat in this group yet.";
  worry.urgency_title = "How soon must somebody look?";
  worry.today_word = "Today";
  worry.now_word = "Now";
  worry.next_title = "What happens next";
  worry.today_next = {"It goes to Josephine as soon as there is a network. There is none now.",
                      "If there is none today, call Josephine Wanjiru, 0712 345 678.",
                      "This laptop says so until somebody has seen it."};
  worry.now_next = {"Do not wait for an answer here: call Josephine Wanjiru, 0712 345 678.",
                    "It goes to Josephine as soon as there is a network. There is none now.",
                    "This laptop says so until somebody has seen it."};
  worry.raise_word = "Tell the supervisor";
  worry.raise_not = "Choose whom you worry about first.";
  worry.back_word = "Go back";
  worry.done = "Saved on this laptop";
  client::NoteModel& note = model.write_note;
  note.group = model.group;
  note.session = model.session.session;
  note.draft_key = client::note_draft_key(model.group, model.session.session);
  note.title = "Write a note";
  note.about_title = "About";
  note.group_word = "The group";
  note.text_label = "The note";
  note.hint = "What was said or done, in a few words";
  note.most_bytes = 8192;
  note.save_word = "Save the note";
  note.save_not = "Write something first.";
  note.back_word = "Go back";
  note.kept = "What you type is kept on this laptop as you go.";
  note.done = "Saved on this laptop";
  for (const SessionSeat& seat : model.circle.seats) {
    worry.people.push_back({seat.member, seat.name, seat.letters, seat.seat});
  }
  note.people = worry.people;
  client::CloseModel close;
  close.question = "Close session 5?";
  close.then = "You can still add it after closing; attendance then asks why.";
  close.missing = {"Not marked yet: Beatrice and Rehema.", "No mood check: Esther."};
  close.back_word = "Go back";
  close.close_word = "Close session";
  close.done = "Saved on this laptop";
  close.close = client::CloseSession{model.group, model.session};
  close.drops_drafts.push_back(model.run_key);
  model.close = close;
}

void add_seat(SessionModel& model, const std::string& name, const std::string& letters,
              SessionSeat::State state) {
  SessionSeat seat;
  seat.seat = static_cast<std::uint32_t>(model.circle.seats.size() + 1);
  seat.member = member_at(seat.seat);
  seat.name = name;
  seat.letters = letters;
  seat.state = state;
  if (seat.seat <= 9) seat.key = static_cast<char>('0' + seat.seat);
  const bool here = state != SessionSeat::State::not_here;
  seat.may_ask = here && state != SessionSeat::State::has_word;
  seat.why_not = here ? name + " has the word." : name + " is not here.";
  if (here) model.circle.here.push_back(seat.member);
  if (state == SessionSeat::State::not_yet) model.not_heard.push_back(model.circle.seats.size());
  model.circle.seats.push_back(seat);
}

void run_to(SessionModel& model, std::size_t step) {
  model.state = SessionModel::State::running;
  model.run = client::after(
      client::SessionRun{},
      client::run_event::Start{std::vector<AgendaItemId>(model.sheet.steps.size())}, model.now);
  for (std::size_t i = 0; i < step; ++i) {
    model.run = client::after(model.run, client::run_event::NextStep{}, model.now);
  }
  for (const SessionSeat& seat : model.circle.seats) {
    if (seat.state != SessionSeat::State::heard) continue;
    model.run = client::after(model.run, client::run_event::GiveWord{seat.member}, model.now);
  }
  for (const SessionSeat& seat : model.circle.seats) {
    if (seat.state != SessionSeat::State::has_word) continue;
    model.run = client::after(model.run, client::run_event::GiveWord{seat.member}, model.now);
  }
  model.may_next_person = !model.not_heard.empty() || model.run.word.has_value();
  model.may_next_step = step + 1 < model.sheet.steps.size();
  model.may_step_back = step > 0;
  model.others_word = "Not heard: " + std::to_string(model.not_heard.size());
}

client::AttendanceNote note_of(const SessionSeat& seat, bool here, const std::string& words) {
  return {seat.member, seat.name, seat.letters, seat.seat, here, false, words};
}

}  // namespace

SessionModel typical_session() {
  SessionModel model;
  add_words(model);
  model.title = "Mwembe group, session 5 of 8";
  model.note = "Middle of the course · Tuesday 12 May";
  using enum SessionSeat::State;
  add_seat(model, "Amina", "Am", heard);
  add_seat(model, "Beatrice", "Be", not_yet);
  add_seat(model, "Esther", "Es", has_word);
  add_seat(model, "Farida", "Fa", not_here);
  add_seat(model, "Halima", "Ha", heard);
  add_seat(model, "Meena", "Me", heard);
  add_seat(model, "Naliaka", "Na", heard);
  add_seat(model, "Rehema", "Re", not_yet);
  add_seat(model, "Wambui", "Wa", not_yet);
  model.circle.above = "Esther has the word";
  model.circle.figure = "3:10";
  model.circle.below = "5 of 8 heard";
  for (const std::size_t i : {0U, 1U, 2U, 4U, 5U, 7U, 8U}) {
    const SessionSeat& seat = model.circle.seats[i];
    model.attendance.here.push_back({seat.member, seat.name, seat.letters, seat.seat});
  }
  model.attendance.count = "8 of 9 here";
  model.attendance.others.push_back(note_of(model.circle.seats[6], true, "12 min late"));
  model.attendance.others.push_back(note_of(model.circle.seats[3], false, "told us: baby ill"));
  model.attendance.short_words = "8 of 9 here · Naliaka 12 min late · Farida told us: baby ill";
  client::RunSheet& sheet = model.sheet;
  using State = SheetStep::State;
  sheet.steps = {{State::done, "Arrive and greet", "6 min"},
                 {State::done, "Mood check", "14 min"},
                 {State::now, "The week, one by one", "20 min"},
                 {State::to_come, "Last week’s steps", "10 min"},
                 {State::to_come, "In depth", "25 min"},
                 {State::to_come, "A step for each", "10 min"},
                 {State::to_come, "Close together", "5 min"}};
  sheet.items.resize(sheet.steps.size());
  sheet.whole = "90 min";
  sheet.step = 2;
  sheet.of_steps = "Step 3 of 7";
  sheet.step_title = "The week, one by one";
  sheet.prompt = "“What happened this week, and how was your mood?”";
  sheet.spent_minutes = 12;
  sheet.planned_minutes = 20;
  sheet.spent_words = "12 of 20 min";
  sheet.left_words = "8 left";
  sheet.left_long = "8 min left of 20";
  sheet.started = "Started 10:04";
  sheet.session_left = "58 min left";
  sheet.ends = "11:34";
  sheet.after_today = "After today: 3 sessions";
  model.notes.push_back({*NoteId::from(Bytes(16, 'n')), "Amina", "Rose, 10:21",
                         "Went to the market with her neighbour, for the first time since June.",
                         "", "Open"});
  model.mood_member = model.circle.seats[2].member;
  add_panels(model);
  run_to(model, 2);
  return model;
}

SessionModel empty_session() {
  SessionModel model;
  add_words(model);
  model.title = "New group, extra session";
  model.note = "Tuesday 12 May";
  model.attendance.count = "Nobody is marked yet";
  model.attendance.short_words = "Nobody is marked yet";
  model.attendance.change_word = "Mark";
  model.not_heard_none = "Nobody is here.";
  model.next_person_not = "Nobody is here.";
  model.circle.above = "Nobody has the word";
  model.circle.below = "0 of 0 heard";
  model.mood_not = "No mood check is planned for this session.";
  model.sheet.steps = {{SheetStep::State::now, "The session", ""}};
  model.sheet.step_title = "The session";
  model.sheet.spent_words = model.sheet.left_long = "3 min";
  model.sheet.spent_minutes = 3;
  model.sheet.started = "Started 10:04";
  add_panels(model);
  model.close->missing.clear();
  run_to(model, 0);
  return model;
}

SessionModel overfull_session() {
  SessionModel model;
  add_words(model);
  model.title = "Kilimani women’s farming group, session 11 of 16";
  model.note = "Middle of the course, second part · Wednesday 30 September";
  const std::array<std::string, 15> names{
      "Nasimiyu",  "Akinyi", "Wanjiru", "Chebet",   "Namukasa", "Nakato", "Babirye", "Auma",
      "Jepkosgei", "Atieno", "Mwende",  "Nyambura", "Kemunto",  "Zawadi", "Bosibori"};
  using enum SessionSeat::State;
  for (std::size_t i = 0; i < names.size(); ++i) {
    add_seat(model, names[i], names[i].substr(0, 3),
             i == 14  ? has_word
             : i == 3 ? not_here
                      : not_yet);
  }
  model.circle.above = "Bosibori has the word";
  model.circle.figure = "12:40";
  model.circle.below = "1 of 14 heard";
  model.attendance.count = "14 of 15 here";
  for (SessionSeat& seat : model.circle.seats) {
    seat.mark = seat.seat == 4 ? "told us: her mother is in hospital in Kakamega" : "12 min late";
    model.attendance.others.push_back(note_of(seat, seat.seat != 4, seat.mark));
    model.attendance.short_words += seat.name + " " + seat.mark + " · ";
  }
  client::RunSheet& sheet = model.sheet;
  for (int i = 0; i < 10; ++i) {
    sheet.steps.push_back({i < 4    ? SheetStep::State::done
                           : i == 4 ? SheetStep::State::now
                                    : SheetStep::State::to_come,
                           "What each of us takes home from the week", "120 min"});
  }
  sheet.whole = "1200 min";
  sheet.step = 4;
  sheet.of_steps = "Step 5 of 10";
  sheet.step_title = "What each of us takes home from the week";
  sheet.prompt =
      "“Tell us what happened since we last met, who was there with you, what you said to them and "
      "what they said, and how you felt before it, while it lasted and after it.”";
  sheet.spent_minutes = 123;
  sheet.planned_minutes = 120;
  sheet.spent_words = "123 of 120 min";
  sheet.left_words = "3 over";
  sheet.left_long = "3 min over 120";
  sheet.started = "Started 10:04";
  sheet.session_left = "1058 min left";
  sheet.ends = "06:04";
  sheet.after_today = "After today: 5 sessions";
  for (char i = 0; i < 12; ++i) {
    model.notes.push_back({*NoteId::from(Bytes(16, i)), "Nasimiyu", "Josephine, Wednesday 10:21",
                           "Went to the market with her neighbour, for the first time since June, "
                           "and sold everything she had.",
                           "Corrected by Josephine, Wednesday 11:02", "Open"});
  }
  model.mood_member = model.circle.seats[2].member;
  add_panels(model);
  run_to(model, 4);
  return model;
}

SessionModel planned(SessionModel model) {
  model.state = SessionModel::State::planned;
  for (SheetStep& step : model.sheet.steps) step.state = SheetStep::State::to_come;
  model.sheet.started.clear();
  model.sheet.session_left.clear();
  model.sheet.ends.clear();
  model.close.reset();
  model.circle.above.clear();
  model.circle.figure.clear();
  model.circle.below.clear();
  for (SessionSeat& seat : model.circle.seats) seat.state = SessionSeat::State::here;
  model.not_heard.clear();
  client::PlannedCard card;
  card.when = "Planned for Tuesday 12 May, in 3 days";
  card.note = "Opening it starts the clock. Attendance can be marked then.";
  card.open_word = "Open the session";
  card.opens.emplace_back(client::OpenTodaySession{model.group, model.session.date});
  card.starts_run = true;
  card.extra_word = "Open an extra session";
  card.opens_extra.emplace_back(client::OpenExtraSession{model.group, model.session.date});
  model.planned = card;
  return model;
}

SessionModel opened(SessionModel model) {
  model.state = SessionModel::State::open;
  model.run = {};
  for (SheetStep& step : model.sheet.steps) step.state = SheetStep::State::to_come;
  model.sheet.started.clear();
  model.sheet.session_left.clear();
  model.sheet.ends.clear();
  model.circle.above.clear();
  model.circle.figure.clear();
  model.circle.below.clear();
  model.not_heard.clear();
  return model;
}

SessionModel closed(SessionModel model) {
  model.state = SessionModel::State::closed;
  model.close.reset();
  client::ClosedCard card;
  card.words = "This session is closed.";
  card.people_title = "Who came";
  for (const SessionSeat& seat : model.circle.seats) {
    const bool here = seat.state != SessionSeat::State::not_here;
    card.rows.push_back({seat.member, seat.name, seat.letters, seat.seat, here,
                         here ? "Came" : "Did not come, told us", here ? "Mood check done" : ""});
  }
  card.amended_title = "Corrected later";
  card.amended_none = "Nothing was corrected.";
  if (model.circle.seats.size() > 9) {
    card.amended.assign(8, "“The list on paper says that she came after all.”");
  }
  card.reason_label = "Why it is corrected";
  card.reason_hint = "As on the paper list";
  card.amend_word = "Write the reason";
  card.amend_not = "Write why first.";
  card.amend_done = "Saved on this laptop";
  card.draft_key = client::amendment_draft_key(model.session);
  model.closed = card;
  return model;
}

}  // namespace baraza::ui::sample
