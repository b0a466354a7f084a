// SPDX-License-Identifier: Apache-2.0
#include "client/core/session_run.h"

#include <gtest/gtest.h>

namespace baraza::client {
namespace {

using State = SessionRun::State;

MemberId member(char letter) {
  return *MemberId::from(Bytes(16, letter));
}

class Run : public testing::Test {
 protected:
  Run() { then(run_event::Start{std::vector<AgendaItemId>(3)}); }

  void then(const RunEvent& event) { run = after(run, event, now); }
  // The program looks every ten seconds, as the window does while a session runs.
  void pass(Duration time) {
    for (std::int64_t left = time.ms; left > 0; left -= 10'000) {
      now = {now.wall + milliseconds(std::min<std::int64_t>(left, 10'000)),
             now.tick + milliseconds(std::min<std::int64_t>(left, 10'000))};
      run = counted(run, now);
    }
  }
  // Nobody looks.
  void sleep(Duration time) { now = {now.wall + time, now.tick + time}; }
  // The program ends at once; a new one finds the bytes. Its clock that only goes forward begins
  // anywhere.
  void restart(const Bytes& bytes, Duration wall_gap) {
    now = {now.wall + wall_gap, Tick{77}};
    const auto found = decode_run(bytes, now);
    ASSERT_TRUE(found);
    run = *found;
  }
  Duration step_time(std::size_t step) const { return run.steps.at(step).time; }

  SessionRun run;
  Now now{{1'700'000'000'000}, {5'000'000}};
  MemberId amina = member('a');
  MemberId beatrice = member('b');
  MemberId esther = member('e');
  std::vector<MemberId> seats{amina, beatrice, esther};
};

TEST_F(Run, CountsTheStepAndTheWordOfWhoHasIt) {
  pass(minutes(2));
  then(run_event::GiveWord{esther});
  pass(seconds(190));
  EXPECT_EQ(step_time(0), seconds(310));
  EXPECT_EQ(run.word, esther);
  EXPECT_EQ(run.word_time, seconds(190));
  EXPECT_EQ(run.talked.at(esther), seconds(190));
  EXPECT_EQ(run.elapsed(), seconds(310));
}

TEST_F(Run, WhoHadTheWordWasHeardAndWhoHasItIsNotYet) {
  then(run_event::GiveWord{amina});
  EXPECT_FALSE(run.was_heard(amina));
  then(run_event::GiveWord{beatrice});
  EXPECT_TRUE(run.was_heard(amina));
  EXPECT_FALSE(run.was_heard(beatrice));
  EXPECT_EQ(run.word_time, Duration{});
  // Asked once more, Amina is heard once all the same.
  then(run_event::GiveWord{amina});
  then(run_event::GiveWord{beatrice});
  EXPECT_EQ(run.steps[0].heard, (std::vector{amina, beatrice}));
}

TEST_F(Run, TheNextPersonIsTheNextSeatThatWasNotHeardAndThenNobody) {
  then(run_event::GiveWord{beatrice});
  then(run_event::NextPerson{seats});
  EXPECT_EQ(run.word, esther);
  then(run_event::NextPerson{seats});
  EXPECT_EQ(run.word, amina) << "the seats go round";
  then(run_event::NextPerson{seats});
  EXPECT_FALSE(run.word);
  EXPECT_EQ(run.steps[0].heard.size(), 3U);
  then(run_event::NextPerson{{}});
  EXPECT_FALSE(run.word) << "nobody is here";
}

TEST_F(Run, SomebodyWhoIsNotHereAnyMoreKeepsTheWordUntilItGoesOn) {
  then(run_event::GiveWord{beatrice});
  then(run_event::NextPerson{{amina, esther}});
  EXPECT_EQ(run.word, amina);
  EXPECT_TRUE(run.was_heard(beatrice));
}

TEST_F(Run, EachStepHasARoundOfItsOwnAndKeepsItWhenGoneBackTo) {
  then(run_event::GiveWord{amina});
  pass(minutes(1));
  then(run_event::NextStep{});
  EXPECT_EQ(run.step, 1U);
  EXPECT_FALSE(run.word);
  EXPECT_FALSE(run.was_heard(amina));
  pass(minutes(4));
  then(run_event::StepBack{});
  EXPECT_TRUE(run.was_heard(amina));
  EXPECT_EQ(step_time(0), minutes(1));
  EXPECT_EQ(step_time(1), minutes(4));
  EXPECT_EQ(run.talked.at(amina), minutes(1));
}

TEST_F(Run, TheFirstAndTheLastStepAreTheEnds) {
  then(run_event::StepBack{});
  EXPECT_EQ(run.step, 0U);
  for (int i = 0; i < 5; ++i) then(run_event::NextStep{});
  EXPECT_EQ(run.step, 2U);
}

TEST_F(Run, APauseCountsForNobodyAndGivingTheWordEndsIt) {
  then(run_event::GiveWord{amina});
  pass(minutes(1));
  then(run_event::Pause{});
  pass(minutes(9));
  EXPECT_EQ(run.word_time, minutes(1));
  EXPECT_EQ(step_time(0), minutes(1));
  EXPECT_EQ(run.aside, minutes(9));
  EXPECT_EQ(run.elapsed(), minutes(10)) << "the time that is left goes by all the same";
  then(run_event::Resume{});
  pass(minutes(1));
  EXPECT_EQ(run.word_time, minutes(2));
  then(run_event::Pause{});
  then(run_event::GiveWord{beatrice});
  EXPECT_EQ(run.state, State::running);
}

TEST_F(Run, AnHourWithTheLidClosedIsNoTalkAndNeedsSomebodyToGoOn) {
  then(run_event::GiveWord{amina});
  pass(minutes(2));
  sleep(hours(1));
  run = counted(run, now);
  EXPECT_EQ(run.state, State::paused);
  EXPECT_EQ(run.word_time, minutes(2));
  EXPECT_EQ(run.aside, hours(1));
  then(run_event::Resume{});
  pass(seconds(10));
  EXPECT_EQ(run.word_time, seconds(130));
}

TEST_F(Run, AGapOfMinutesIsTimeThatWentOn) {
  then(run_event::GiveWord{amina});
  sleep(longest_gap);
  then(run_event::NextPerson{seats});
  EXPECT_EQ(run.talked.at(amina), longest_gap);
  EXPECT_EQ(run.state, State::running);
}

TEST_F(Run, AClockThatWentBackCountsNothing) {
  then(run_event::GiveWord{amina});
  pass(minutes(1));
  now.tick = Tick{3};
  run = counted(run, now);
  EXPECT_EQ(run.word_time, minutes(1));
  pass(minutes(1));
  EXPECT_EQ(run.word_time, minutes(2));
}

TEST_F(Run, BeforeTheStartAndAfterTheEndNothingCounts) {
  SessionRun fresh;
  for (const RunEvent& event :
       {RunEvent(run_event::NextStep{}), RunEvent(run_event::GiveWord{amina}),
        RunEvent(run_event::Pause{}), RunEvent(run_event::Stop{})}) {
    fresh = after(fresh, event, now);
  }
  EXPECT_EQ(fresh.state, State::not_started);
  EXPECT_FALSE(fresh.word);
  then(run_event::GiveWord{amina});
  pass(minutes(1));
  then(run_event::Stop{});
  const SessionRun stopped = run;
  pass(minutes(1));
  then(run_event::NextStep{});
  then(run_event::Start{std::vector<AgendaItemId>(8)});
  EXPECT_EQ(run.steps, stopped.steps);
  EXPECT_EQ(run.talked, stopped.talked);
  EXPECT_FALSE(run.word);
  EXPECT_EQ(run.steps[0].heard, std::vector{amina});
}

TEST_F(Run, ASessionWithoutAnAgendaIsOneStep) {
  const SessionRun extra = after(SessionRun{}, run_event::Start{std::vector<AgendaItemId>(0)}, now);
  EXPECT_EQ(extra.steps.size(), 1U);
}

TEST_F(Run, ARestartGoesOnWhereItWas) {
  then(run_event::GiveWord{amina});
  pass(minutes(1));
  then(run_event::NextStep{});
  then(run_event::GiveWord{esther});
  pass(seconds(50));
  const SessionRun before = run;
  restart(encode_run(run, now), seconds(20));
  SessionRun expected = before;
  expected.steps[1].time = seconds(70);
  expected.word_time = expected.talked[esther] = seconds(70);
  expected.counted_at = now.tick;
  EXPECT_EQ(run, expected);
  pass(seconds(10));
  EXPECT_EQ(run.word_time, seconds(80));
}

TEST_F(Run, ARestartAfterAnHourPausesAndCountsNoTalk) {
  then(run_event::GiveWord{esther});
  pass(seconds(50));
  restart(encode_run(run, now), hours(1));
  EXPECT_EQ(run.state, State::paused);
  EXPECT_EQ(run.word, esther);
  EXPECT_EQ(run.word_time, seconds(50));
  EXPECT_EQ(run.aside, hours(1));
}

TEST_F(Run, ARestartOnAnotherDayOrWithAWallClockThatWentBackAddsNothing) {
  pass(seconds(50));
  const Bytes kept = encode_run(run, now);
  restart(kept, hours(24 * 7));
  EXPECT_EQ(run.state, State::paused);
  EXPECT_EQ(run.elapsed(), seconds(50));
  restart(kept, minutes(-90 - 60 * 24 * 7));
  EXPECT_EQ(run.state, State::running);
  EXPECT_EQ(run.elapsed(), seconds(50));
}

TEST_F(Run, WhatIsKeptIsCountedUpToTheMomentOfKeeping) {
  then(run_event::GiveWord{esther});
  now = {now.wall + seconds(40), now.tick + seconds(40)};
  restart(encode_run(run, now), seconds(0));
  EXPECT_EQ(run.word_time, seconds(40));
}

TEST_F(Run, BytesThatAreNoRunAreRefused) {
  then(run_event::GiveWord{esther});
  const Bytes good = encode_run(run, now);
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_FALSE(decode_run(good.substr(0, size), now)) << size;
  }
  EXPECT_FALSE(decode_run(good + "x", now));
  Bytes other_state = good;
  other_state[16] = 9;
  EXPECT_FALSE(decode_run(other_state, now));
  Bytes beyond = good;
  beyond[24] = 3;  // a step that the agenda doesn't have
  EXPECT_FALSE(decode_run(beyond, now));
}

TEST(RunDraft, HasAKeyOfItsSessionAndDay) {
  const model::SessionKey key{*SessionId::from(Bytes(16, '\x11')), *civil_date_from("2026-05-12")};
  EXPECT_EQ(run_draft_key(key), "run/11111111111111111111111111111111/2026-05-12");
}

// The agenda is shared: somebody else moves its items while this laptop runs them.
TEST(RunOverAnAgenda, StepsKeepTheirTimeWhereverTheyAreMoved) {
  const auto item = [](char letter) { return *AgendaItemId::from(Bytes(16, letter)); };
  Now now{Instant{1'700'000'000'000}, Tick{1000}};
  SessionRun run = after({}, run_event::Start{{item('a'), item('b'), item('c')}}, now);
  now.tick = now.tick + minutes(4);
  run = after(run, run_event::NextStep{}, now);
  now.tick = now.tick + minutes(3);
  run = with_agenda(counted(run, now), {item('c'), item('b'), item('d'), item('a')});
  ASSERT_EQ(run.steps.size(), 4U);
  EXPECT_EQ(run.step, 1U) << "the step that runs goes on in its new place";
  EXPECT_EQ(run.steps[1].time, minutes(3));
  EXPECT_EQ(run.steps[3].time, minutes(4));
  const Duration whole = run.elapsed();
  run = with_agenda(run, {item('c')});
  ASSERT_EQ(run.steps.size(), 2U);
  EXPECT_EQ(run.steps[run.step].item, item('b')) << "though it was taken off";
  EXPECT_EQ(run.elapsed(), whole) << "no minute is lost";
  const auto kept = decode_run(encode_run(run, now), now);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->steps, run.steps);
}

}  // namespace
}  // namespace baraza::client
