// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/session_model.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/client/core/world.h"

namespace baraza::client {
namespace {

class UtcTime final : public LocalTime {
 public:
  LocalMoment at(Instant instant, std::string_view) const override {
    constexpr std::int64_t day = 86'400'000;
    return {{static_cast<std::int32_t>(instant.ms / day)},
            static_cast<int>(instant.ms % day / 60'000)};
  }
};

using State = SessionModel::State;
using Seat = SessionSeat::State;

// A group of three on the day of its first session, on its facilitator's laptop.
class SessionModels : public testing::Test {
 protected:
  SessionModels() {
    world.now.wall = Instant{std::int64_t{20'000} * 86'400'000 + hours(10).ms + minutes(4).ms};
    // In the order of their seats.
    for (const PersonChoice& each : person_choices(context(), world.group)) {
      members.push_back(each.member);
    }
  }

  ScreenContext context() {
    Client& client = *(laptop().client);
    return {client.replica(), world.packs,    words,  local, world.now, laptop().account,
            privacy,          client.badge(), online, {},    {},        nullptr};
  }
  Laptop& laptop() { return at_worker ? world.worker : world.facilitator; }
  SessionModel show() { return session_model(context(), world.group, session, run); }
  void then(const RunEvent& event) { run = after(run, event, world.now); }
  void pass(Duration time) {
    for (std::int64_t left = time.ms; left > 0; left -= 10'000) {
      const Duration step = milliseconds(std::min<std::int64_t>(left, 10'000));
      world.now = {world.now.wall + step, world.now.tick + step};
      run = counted(run, world.now);
    }
  }
  void open() {
    session = world.open_session();
    then(run_event::Start{std::vector<AgendaItemId>(8)});
  }
  void mark(std::size_t seat, model::Mark as, std::uint32_t minutes = 0, std::string reason = {}) {
    MarkAttendance intent{
        world.group, {session, members[seat - 1]}, as, minutes, std::move(reason)};
    world.act(world.facilitator, intent);
    world.run();
  }

  World world;
  text::Catalogue words = text::Catalogue::english();
  UtcTime local;
  bool privacy = false;
  bool online = false;
  bool at_worker = false;
  model::SessionKey session;
  SessionRun run;
  std::vector<MemberId> members;
};

TEST_F(SessionModels, BeforeItIsOpenedItSaysWhenAndOpensWithTheRun) {
  const SessionModel model = show();
  EXPECT_EQ(model.state, State::planned);
  EXPECT_EQ(model.title, "Group, session 1 of 8");
  EXPECT_EQ(model.note, "Beginning · Friday 4 October");
  ASSERT_TRUE(model.planned);
  EXPECT_EQ(model.planned->when, "Today");
  EXPECT_TRUE(model.planned->open_not.empty());
  EXPECT_TRUE(model.planned->starts_run);
  EXPECT_EQ(model.sheet.steps.size(), 8U);
  EXPECT_EQ(model.sheet.whole, "90 min");
  EXPECT_EQ(model.sheet.after_today, "After today: 7 sessions");
  ASSERT_EQ(model.circle.seats.size(), 3U);
  EXPECT_EQ(model.circle.seats[0].state, Seat::here);
  EXPECT_FALSE(model.close);
  EXPECT_FALSE(model.next_change);
  // What it opens is what its run is kept for.
  world.act(world.facilitator, model.planned->opens.at(0));
  world.run();
  const SessionModel opened = show();
  EXPECT_EQ(opened.state, State::open);
  EXPECT_EQ(opened.run_key, model.run_key);
}

TEST_F(SessionModels, LeavingAStepSaysWhatItTook) {
  open();
  pass(minutes(6));
  const auto model = show();
  ASSERT_TRUE(model.step_done);
  EXPECT_EQ(model.step_done->value.state, model::AgendaState::done);
  EXPECT_EQ(model.step_done->value.minutes, 6U);
  world.act(world.facilitator, *model.step_done);
  world.run();
  EXPECT_FALSE(show().step_done) << "it stands there already";
  then(run_event::NextStep{});
  EXPECT_EQ(show().sheet.steps[0].state, SheetStep::State::done);
  EXPECT_EQ(show().sheet.steps[0].minutes, "6 min");
}

TEST_F(SessionModels, AWorryPutsATalkAloneFirst) {
  world.act(world.facilitator, RaiseWorry{world.group, members[1], model::AlarmUrgency::today, {}});
  world.run();
  EXPECT_EQ(show().sheet.steps.front().title, "Alone with Member 2");
  EXPECT_EQ(show().sheet.whole, "95 min");
}

TEST_F(SessionModels, WhoHasTheWordHearsThePromptOfTheirArea) {
  session = world.open_session();
  ChooseFocalArea choose{world.group, {members[0], model::FocalArea::grief, {}, {}}, false};
  choose.choice.reason = model::FocalReason::first_talks;
  world.act(world.facilitator, choose);
  world.run();
  then(run_event::Start{show().sheet.items});
  std::set<std::string> said;
  for (std::size_t step = 0; step < show().sheet.steps.size(); ++step) {
    const std::string to_all = show().sheet.prompt;
    then(run_event::GiveWord{members[0]});
    const std::string to_her = show().sheet.prompt;
    if (to_her != to_all) said.insert(to_her);
    then(run_event::GiveWord{members[1]});
    EXPECT_EQ(show().sheet.prompt, to_all) << "who has no area yet hears what all hear";
    then(run_event::NextStep{});
  }
  EXPECT_FALSE(said.empty());
}

TEST_F(SessionModels, AnotherDayIsNamedWithItsDistance) {
  world.now.wall = world.now.wall + Duration{-hours(24).ms * 3};
  EXPECT_EQ(show().planned->when, "Planned for Friday 4 October, in 3 days");
  world.now.wall = world.now.wall + hours(24 * 5);
  EXPECT_EQ(show().planned->when, "Was planned for Friday 4 October");
}

TEST_F(SessionModels, WhoDoesNotRunTheGroupOpensNothing) {
  Client& client = *world.supervisor.client;
  const ScreenContext theirs{
      client.replica(), world.packs,    words,  local, world.now, world.supervisor.account,
      privacy,          client.badge(), online, {},    {},        nullptr};
  const SessionModel model = session_model(theirs, world.group, session, run);
  EXPECT_FALSE(model.may_run);
  EXPECT_EQ(model.planned->open_not, "Only those who run the group open its sessions.");
  EXPECT_FALSE(model.planned->extra_not.empty());
}

TEST_F(SessionModels, TheRunSheetCountsWhatWasAndWhatIsLeft) {
  open();
  pass(minutes(6));
  then(run_event::NextStep{});
  then(run_event::NextStep{});
  pass(seconds(12 * 60 + 5));
  const SessionModel model = show();
  EXPECT_EQ(model.state, State::running);
  const RunSheet& sheet = model.sheet;
  EXPECT_EQ(sheet.steps[0].state, SheetStep::State::done);
  EXPECT_EQ(sheet.steps[0].minutes, "6 min");
  EXPECT_EQ(sheet.steps[1].minutes, "0 min");
  EXPECT_EQ(sheet.steps[2].state, SheetStep::State::now);
  EXPECT_EQ(sheet.steps[3].minutes, "10 min");
  EXPECT_EQ(sheet.of_steps, "Step 3 of 8");
  EXPECT_EQ(sheet.step_title, "Getting to know each other");
  EXPECT_EQ(sheet.prompt.substr(0, 3), "“");
  EXPECT_EQ(sheet.spent_words, "12 of 15 min");
  EXPECT_EQ(sheet.left_words, "3 left");
  EXPECT_EQ(sheet.started, "Started 10:04");
  EXPECT_EQ(sheet.ends, "11:34");
  EXPECT_EQ(sheet.session_left, "72 min left");
  pass(minutes(6));
  EXPECT_EQ(show().sheet.left_words, "3 over");
}

TEST_F(SessionModels, ItSaysWhenWhatIsShownChangesNext) {
  open();
  ASSERT_TRUE(show().next_change);
  EXPECT_EQ(*show().next_change - world.now.tick, minutes(1));
  pass(seconds(20));
  then(run_event::GiveWord{members[0]});
  pass(seconds(14));
  EXPECT_EQ(*show().next_change - world.now.tick, seconds(6));
  EXPECT_EQ(show().circle.figure, "0:10");
  then(run_event::Pause{});
  EXPECT_EQ(*show().next_change - world.now.tick, seconds(26)) << "only the session's time goes on";
  EXPECT_TRUE(show().paused);
  EXPECT_EQ(show().circle.above, "Paused");
}

TEST_F(SessionModels, TheCircleKnowsWhoSpeaksWhoWasHeardAndWhoIsNotHere) {
  open();
  mark(3, model::Mark::absent_told, 0, "baby ill");
  then(run_event::NextPerson{show().circle.here});
  pass(seconds(70));
  then(run_event::NextPerson{show().circle.here});
  pass(seconds(190));
  const SessionModel model = show();
  const SessionCircle& circle = model.circle;
  EXPECT_EQ(circle.seats[0].state, Seat::heard);
  EXPECT_EQ(circle.seats[1].state, Seat::has_word);
  EXPECT_EQ(circle.seats[2].state, Seat::not_here);
  EXPECT_EQ(circle.seats[2].key, '3');
  EXPECT_FALSE(circle.seats[2].may_ask);
  EXPECT_EQ(circle.seats[2].mark, "told us: baby ill");
  EXPECT_EQ(circle.above, circle.seats[1].name + " has the word");
  EXPECT_EQ(circle.figure, "3:10");
  EXPECT_EQ(circle.below, "2 of 2 heard");
  EXPECT_TRUE(model.not_heard.empty());
  EXPECT_TRUE(model.may_next_person) << "it ends her turn";
  then(run_event::NextPerson{show().circle.here});
  EXPECT_FALSE(show().may_next_person);
  EXPECT_EQ(show().next_person_not, "Everybody was heard.");
}

TEST_F(SessionModels, SeatsFromTenOnHaveNoDigit) {
  for (int i = 4; i <= 11; ++i) {
    AddMember intent;
    intent.group = world.group;
    intent.name = "Member " + std::to_string(i);
    intent.from = world.first_day;
    world.act(world.facilitator, intent);
  }
  world.run();
  open();
  const SessionModel model = show();
  ASSERT_EQ(model.circle.seats.size(), 11U);
  EXPECT_EQ(model.circle.seats[8].key, '9');
  EXPECT_EQ(model.circle.seats[9].key, 0);
  EXPECT_EQ(model.not_heard.size(), 11U);
}

TEST_F(SessionModels, AttendanceIsCountedAndItsExceptionsNamed) {
  open();
  EXPECT_EQ(show().attendance.count, "Nobody is marked yet");
  EXPECT_EQ(show().attendance.change_word, "Mark");
  mark(1, model::Mark::present);
  mark(2, model::Mark::late, 12);
  const AttendanceLine line = show().attendance;
  EXPECT_EQ(line.count, "2 of 3 here");
  EXPECT_EQ(line.unmarked, "1 not marked yet");
  ASSERT_EQ(line.here.size(), 1U);
  ASSERT_EQ(line.others.size(), 1U);
  EXPECT_EQ(line.others[0].words, "12 min late");
  EXPECT_EQ(line.short_words,
            "2 of 3 here · " + line.others[0].name + " 12 min late · 1 not marked yet");
}

TEST_F(SessionModels, TwoAnswersStandOut) {
  open();
  world.offline(world.worker);
  mark(1, model::Mark::present);
  world.act(world.worker,
            MarkAttendance{world.group, {session, members[0]}, model::Mark::absent_unknown, 0, {}});
  world.online(world.worker);
  world.run();
  const SessionModel model = show();
  ASSERT_EQ(model.attendance.others.size(), 1U);
  EXPECT_EQ(model.attendance.others[0].words, "two answers");
  EXPECT_TRUE(model.attendance.others[0].look_here);
  EXPECT_TRUE(model.circle.seats[0].may_ask) << "she may be here";
}

TEST_F(SessionModels, ClosingNamesWhatIsMissing) {
  open();
  mark(1, model::Mark::present);
  mark(2, model::Mark::absent_told);
  const SessionModel model = show();
  ASSERT_TRUE(model.close);
  EXPECT_EQ(model.close->question, "Close session 1?");
  const std::vector<std::string> missing{"Not marked yet: " + model.circle.seats[2].name + ".",
                                         "No mood check: " + model.circle.seats[0].name + "."};
  EXPECT_EQ(model.close->missing, missing);
  EXPECT_EQ(model.close->drops_drafts, std::vector{model.run_key});
}

TEST_F(SessionModels, WhatTheDialogPromisesAfterClosingIsSo) {
  open();
  mark(1, model::Mark::present);
  world.act(world.facilitator, show().close->close);
  world.run();
  EXPECT_EQ(show().state, State::closed);
  // "You can still add it after closing; attendance then asks why."
  MarkAttendance late{world.group, {session, members[1]}, model::Mark::present, 0, {}};
  EXPECT_EQ(world.refusal(world.facilitator, late), Code::invalid_argument);
  late.reason = "found on the paper list";
  world.act(world.facilitator, late);
  RecordCheckIn check_in = world.check_in(session, 0);
  check_in.member = members[0];
  world.act(world.facilitator, check_in);
  world.run();
  const SessionModel model = show();
  ASSERT_TRUE(model.closed);
  EXPECT_EQ(model.closed->rows[0].mark, "Came");
  EXPECT_EQ(model.closed->rows[0].score, "Mood check done");
  EXPECT_EQ(model.closed->rows[1].mark, "Came · added after closing");
  EXPECT_EQ(model.closed->rows[1].score, "No mood check");
  EXPECT_EQ(model.closed->rows[2].mark, "Not marked");
  EXPECT_FALSE(model.next_change);
}

TEST_F(SessionModels, AClosedSessionShowsWhyItWasAmended) {
  open();
  world.act(world.facilitator, CloseSession{world.group, session});
  world.act(world.facilitator, AmendSession{world.group, session, "the paper says so"});
  world.run();
  EXPECT_EQ(show().closed->amended, std::vector<std::string>{"“the paper says so”"});
  privacy = true;
  EXPECT_EQ(show().closed->amended, std::vector<std::string>{"Hidden while names are hidden."});
}

TEST_F(SessionModels, AnotherLaptopSeesItOpenButRunsItOnlyWhenToldTo) {
  open();
  at_worker = true;
  run = {};
  SessionModel model = show();
  EXPECT_EQ(model.state, State::open);
  EXPECT_TRUE(model.may_run);
  EXPECT_FALSE(model.circle.seats[0].may_ask);
  then(run_event::Start{model.sheet.items});
  EXPECT_EQ(show().state, State::running);
}

TEST_F(SessionModels, AnExtraSessionHasOneStepAndNoEnd) {
  world.act(world.facilitator, OpenExtraSession{world.group, world.first_day});
  world.run();
  // Its id is drawn: the place doesn't know it yet.
  const model::SessionKey found = session_shown(context(), world.group, {});
  EXPECT_FALSE(found.session.is_zero());
  then(run_event::Start{std::vector<AgendaItemId>(1)});
  const SessionModel model = show();
  EXPECT_EQ(model.session, found);
  EXPECT_EQ(model.title, "Group, extra session");
  EXPECT_EQ(model.sheet.steps.size(), 1U);
  EXPECT_TRUE(model.sheet.ends.empty());
  EXPECT_TRUE(model.sheet.after_today.empty());
  EXPECT_EQ(model.close->question, "Close this session?");
  EXPECT_FALSE(model.mood_not.empty());
  EXPECT_FALSE(model.may_next_step);
}

TEST_F(SessionModels, WithPrivacyOnNoNameAndNoTextIsShown) {
  open();
  mark(1, model::Mark::absent_told, 0, "Member 1 is ill");
  world.act(world.facilitator,
            WriteNote{world.group, session.session, members[0], "Member 1 cried"});
  world.run();
  ASSERT_EQ(show().notes.size(), 1U);
  EXPECT_EQ(show().notes[0].text, "Member 1 cried");
  privacy = true;
  const SessionModel model = show();
  EXPECT_EQ(model.circle.seats[0].letters, "1");
  EXPECT_EQ(model.circle.seats[0].mark, "told us");
  EXPECT_EQ(model.notes[0].text, "Hidden while names are hidden.");
  EXPECT_EQ(model.write_note.people[0].letters, "1");
}

TEST_F(SessionModels, NotesAreTheSessionsOwnAndOfStruckOnesItIsToldThatTheyWere) {
  open();
  world.act(world.facilitator, WriteNote{world.group, session.session, {}, "One"});
  world.act(world.facilitator, WriteNote{world.group, {}, {}, "About no session"});
  world.run();
  ASSERT_EQ(show().notes.size(), 1U);
  EXPECT_EQ(show().notes[0].about, "The group");
  EXPECT_EQ(show().notes[0].by, "facilitator, 10:04");
  world.act(world.facilitator, AmendNote{world.group, show().notes[0].note, ""});
  world.run();
  ASSERT_EQ(show().notes.size(), 1U);
  EXPECT_EQ(show().notes[0].text, "");
  EXPECT_EQ(show().notes[0].changed, "Struck out by facilitator, 10:04");
}

TEST_F(SessionModels, AWorrySaysOnlyWhatIsSoWhereItGoes) {
  const WorryModel offline = show().worry;
  ASSERT_EQ(offline.people.size(), 3U);
  EXPECT_EQ(offline.today_next[0],
            "It goes to supervisor as soon as there is a network. There is none now.");
  EXPECT_EQ(offline.now_next[0], "Do not wait for an answer here: call supervisor.");
  EXPECT_TRUE(offline.session.is_zero()) << "the session isn't open yet";
  online = true;
  EXPECT_EQ(show().worry.today_next[0], "It goes to supervisor at once.");
  open();
  EXPECT_EQ(show().worry.session, session.session);
}

TEST_F(SessionModels, AGroupThatIsNotHereIsSaidToBeSo) {
  const SessionModel model = session_model(context(), *GroupId::from(Bytes(16, 'x')), {}, {});
  EXPECT_EQ(model.state, State::none);
  EXPECT_EQ(model.none, "This group is not on this laptop.");
}

TEST(NoteDrafts, AreReadAsTheyWereKept) {
  const NoteDraft draft{*MemberId::from(Bytes(16, 'm')), "Cried\nwhen"};
  EXPECT_EQ(decode_note(encode_note(draft)), draft);
  EXPECT_TRUE(encode_note({}).empty());
  EXPECT_FALSE(decode_note(""));
  EXPECT_FALSE(decode_note(encode_note(draft) + "x"));
}

}  // namespace
}  // namespace baraza::client
