// SPDX-License-Identifier: Apache-2.0
// Stories of folders that were copied or put back, and of what their laptops wrote.
#include <algorithm>

#include "shared/op/derive.h"
#include "tools/sim/scenarios/stories.h"

namespace baraza::sim {
namespace {

using model::Mark;
using model::Role;

std::size_t worries(const Stage& stage) {
  const auto& entries = stage.log(StreamKind::alarm).entries;
  return static_cast<std::size_t>(std::count_if(
      entries.begin(), entries.end(), [](const Entry& entry) { return !entry.body.empty(); }));
}

void copied_disk(World& world) {
  Stage stage(world);
  stage.offline(0);
  ClientNode& copy = world.copy_laptop(0);
  const auto copied = static_cast<std::size_t>(copy.index());
  stage.offline(copied);
  copy.start();
  stage.worry(0);
  stage.mark(0, Mark::present);
  stage.worry(copied);
  stage.mark(copied, Mark::excused);
  stage.wait(seconds(5));
  stage.online(0);
  stage.wait(seconds(90));
  stage.online(copied);
  stage.wait(seconds(120));
  stage.expect(copy.witness().frozen || world.laptop(0).witness().frozen,
               "nobody was told that the folder is a copy");
  stage.expect(worries(stage) == 2, "of two worries raised on two copies, one is lost");
  stage.expect(stage.log(StreamKind::main)
                   .places.contains({world.laptop(0).writer(), stage.logged(0, StreamKind::main)}),
               "the first history isn't kept");
}

// Each copy's person goes on writing while the other is online too.
void copies_online_together(World& world) {
  Stage stage(world);
  ClientNode& copy = world.copy_laptop(0);
  const auto copied = static_cast<std::size_t>(copy.index());
  copy.start();
  stage.expect(world.run_until([&] { return copy.caught_up(); }, minutes(2)),
               "the copy doesn't get online");
  const WriterId shared = copy.writer();
  // Both before either has heard of the other's.
  stage.mark(0, Mark::present);
  stage.mark(copied, Mark::excused);
  stage.worry(0);
  stage.worry(copied);
  stage.wait(seconds(20));
  stage.expect(copy.client()->frozen() || world.laptop(0).client()->frozen(),
               "nobody was told that the folder is a copy");
  stage.wait(minutes(2));
  // Both are frozen then; one of them had been faster.
  const std::size_t frozen = copy.client()->badge().unsent > 0 ? copied : 0;
  ClientNode& laptop = world.laptop(frozen);
  const auto badge = laptop.client()->badge();
  stage.expect(badge.state == client::SyncBadge::State::needs_you && badge.unsent > 0,
               "what the frozen copy wrote isn't said to be unsent");
  stage.expect(worries(stage) == 2, "a worry of a frozen copy isn't entered");
  // It goes on working, and comes back through a crash.
  stage.act(frozen, client::MarkAttendance{
                        stage.group, {stage.session, stage.other_member}, Mark::late, 0, ""});
  stage.wait(seconds(5));
  laptop.crash(seconds(2));
  stage.wait(seconds(30));
  stage.expect(laptop.up() && laptop.client()->frozen(), "a restart forgets that it is frozen");

  if (world.findings().first()) return;  // it may be down

  const auto& main = stage.log(StreamKind::main);
  const std::size_t before = main.entries.size();
  world.enrol_frozen();
  stage.expect(world.run_until(
                   [&] {
                     return !laptop.client()->frozen() && laptop.writer() != shared &&
                            laptop.settled();
                   },
                   minutes(5)),
               "the frozen copy can't be enrolled anew");
  stage.expect(main.entries.size() == before + 2, "its two marks aren't in the log, once each");
  stage.expect(worries(stage) == 2, "a worry was entered twice");
  world.enrol_frozen();
  stage.expect(world.run_until(
                   [&] {
                     return !copy.client()->frozen() && !world.laptop(0).client()->frozen() &&
                            world.converged();
                   },
                   minutes(5)),
               "the two copies don't come to rest as two laptops");
  stage.expect(copy.writer() != world.laptop(0).writer(), "two folders are one writer still");
  stage.expect(stage.disputed_on(0) && stage.disputed_on(1) && stage.disputed_on(copied),
               "what both wrote without seeing each other isn't left for them to settle");
}

// The network takes every frame in turns, and the power goes in the middle.
void enrolled_anew_through_crashes(World& world) {
  Stage stage(world);
  const SimVault::Folder old = world.laptop(0).vault().copy();
  stage.mark(0, Mark::present);
  stage.rest();
  world.laptop(0).crash(Duration{-1});
  world.laptop(0).put_back(old);
  world.laptop(0).note_copy();
  world.laptop(0).start();
  stage.wait(seconds(30));
  stage.expect(world.laptop(0).client()->frozen(), "a rolled-back laptop goes on writing");
  for (int i = 0; i < 5; ++i) stage.mark(0, i % 2 == 0 ? Mark::late : Mark::excused);
  stage.worry(0);
  stage.wait(seconds(5));
  world.enrol_frozen();
  for (std::int64_t pause_ms = 1; world.laptop(0).client()->frozen() && pause_ms < 400;
       ++pause_ms) {
    stage.wait(milliseconds(pause_ms));
    if (pause_ms % 3 == 0) {
      world.laptop(0).crash(milliseconds(50));
      stage.wait(milliseconds(60));
    } else if (const auto line = world.network().line_of(0); line && pause_ms % 7 == 0) {
      world.network().cut(*line, false);
    }
  }
  stage.expect(world.run_until(
                   [&] {
                     return world.converged() && world.laptop(0).settled() &&
                            !world.laptop(0).client()->frozen();
                   },
                   minutes(5)),
               "a laptop that crashes while it is enrolled anew never gets there");
  stage.expect(stage.mark_on(1) == Mark::late, "what was corrected under the old writer stands");
  stage.expect(stage.log(StreamKind::alarm).entries.size() == 1, "the worry isn't in the log once");
}

enum class Renewal { at_once, one_after_the_other, authority_ended_between };

// What two copies of one folder have unsent, both send when they are enrolled anew.
void renew_two_copies(World& world, Renewal how) {
  Stage stage(world);
  ClientNode& laptop = world.laptop(0);
  const SimVault::Folder old = laptop.vault().copy();
  stage.mark(0, Mark::present);
  stage.rest();
  // Put back, the laptop freezes, and its person goes on.
  laptop.crash(Duration{-1});
  laptop.put_back(old);
  laptop.note_copy();
  laptop.start();
  stage.wait(seconds(30));
  stage.expect(laptop.client()->frozen(), "a rolled-back laptop goes on writing");
  const model::AttendanceKey other{stage.session, stage.other_member};
  stage.act(0, client::MarkAttendance{stage.group, other, Mark::late, 0, ""});
  client::RecordCheckIn check_in{stage.group, stage.session, stage.other_member,      "phq9", 1,
                                 {},          "en",          model::AnswerMode::paper};
  check_in.answers.assign(9, {model::AnswerState::answered, 1});
  stage.act(0, check_in);
  stage.act(0, client::WriteNote{stage.group, stage.session.session, stage.member, "a note"});
  stage.wait(seconds(5));
  ClientNode& copy = world.copy_laptop(0);
  const auto copied = static_cast<std::size_t>(copy.index());
  copy.start();
  stage.wait(seconds(10));
  const auto is_renewed = [&](std::size_t index) {
    return !world.laptop(index).client()->frozen() && world.laptop(index).settled();
  };
  if (how == Renewal::at_once) {
    world.enrol_frozen();
  } else {
    stage.offline(copied);
    world.enrol_frozen();
    stage.expect(world.run_until([&] { return is_renewed(0); }, minutes(5)),
                 "the first copy can't be enrolled anew");
    if (how == Renewal::authority_ended_between) stage.revoke(0);
    stage.online(copied);
  }
  stage.expect(world.run_until([&] { return is_renewed(0) && is_renewed(copied); }, minutes(5)),
               "two copies can't be enrolled anew");
  stage.expect(copy.writer() != world.laptop(0).writer(), "two folders are one writer still");
  stage.rest();
  if (how == Renewal::authority_ended_between) {
    const auto& entries = stage.log(StreamKind::main).entries;
    const auto held = std::count_if(entries.begin(), entries.end(), [&](const Entry& entry) {
      return entry.verdict == Verdict::held && entry.writer == copy.writer();
    });
    stage.expect(held > 0, "what the second copy sent after the grant had ended isn't held");
    return;
  }

  const auto& states = stage.log(StreamKind::main);
  std::size_t entered = 0;
  for (const auto& [digest, places] : states.acts) entered = std::max(entered, places.size());
  stage.expect(entered == (how == Renewal::at_once ? 2U : 1U),
               how == Renewal::at_once ? "the two copies didn't both send: the story isn't told"
                                       : "what the first copy sent is sent again");
  const auto count = [&] {
    const model::MainState& main = world.laptop(1).client()->replica().main(stage.group);
    const auto& marks = main.attendance.at(other);
    return std::pair(main.check_ins.size(), marks.standing(main.basics.replaced).size());
  };
  stage.expect(count() == std::pair<std::size_t, std::size_t>(1, 1),
               "what two copies sent counts twice");
  // Its author corrects the mark, which the log has twice: nobody disagrees.
  stage.act(copied, client::MarkAttendance{stage.group, other, Mark::excused, 0, ""});
  stage.rest();
  stage.expect(count() == std::pair<std::size_t, std::size_t>(1, 1),
               "a corrected mark is in dispute with itself");
}

void copies_renewed_at_once(World& world) {
  renew_two_copies(world, Renewal::at_once);
}

void copies_renewed_in_turn(World& world) {
  renew_two_copies(world, Renewal::one_after_the_other);
}

void copies_renewed_around_a_revocation(World& world) {
  renew_two_copies(world, Renewal::authority_ended_between);
}

// Its person reads nothing any more: that the worry is there is said to the writer alone.
void frozen_worry_without_a_grant(World& world) {
  Stage stage(world);
  ClientNode& laptop = world.laptop(0);
  const SimVault::Folder old = laptop.vault().copy();
  stage.worry(0);
  stage.rest();
  laptop.crash(Duration{-1});
  laptop.put_back(old);
  laptop.note_copy();
  laptop.start();
  stage.wait(seconds(30));
  stage.expect(laptop.client()->frozen(), "a rolled-back laptop goes on writing");
  stage.offline(0);
  stage.worry(0);
  stage.wait(seconds(2));
  stage.revoke(0);
  stage.online(0);
  const auto is_known = [&] {
    const auto* alarm = laptop.client()->replica().find(stream_id(StreamKind::alarm, stage.group));
    return worries(stage) == 2 && alarm != nullptr && alarm->pending.empty();
  };
  stage.expect(world.run_until(is_known, minutes(2)),
               "its writer isn't told that a worry stands beside its chain");
  world.enrol_frozen();
  stage.expect(
      world.run_until([&] { return !laptop.client()->frozen() && laptop.settled(); }, minutes(5)),
      "a frozen laptop without a grant can't be enrolled anew");
  stage.rest();
  stage.expect(stage.log(StreamKind::alarm).entries.size() == 2, "a worry was sent again");
}

void folder_put_back(World& world) {
  Stage stage(world);
  const SimVault::Folder old = world.laptop(0).vault().copy();
  stage.mark(0, Mark::present);
  stage.rest();
  world.laptop(0).crash(Duration{-1});
  world.laptop(0).put_back(old);
  world.laptop(0).start();
  stage.wait(seconds(90));
  stage.expect(world.laptop(0).witness().frozen, "a rolled-back laptop goes on writing");
  stage.expect(stage.logged(0, StreamKind::main) > 0, "the server forgot");
}

}  // namespace

std::vector<Scenario> stories_of_copies() {
  const std::vector<Role> two{Role::facilitator, Role::worker};
  return {
      {"copied_disk",
       "two copies of one folder write: frozen and said so, both worries entered",
       copied_disk,
       two,
       false,
       {false, true}},
      {"copies_online_together",
       "two copies write while both are online: one is frozen, enrols anew, and all arrives once",
       copies_online_together,
       two,
       false,
       {false, true}},
      {"enrolled_anew_through_crashes",
       "a laptop put back dies again and again while it is enrolled anew: all arrives once",
       enrolled_anew_through_crashes,
       two,
       false,
       {false, true}},
      {"copies_renewed_at_once",
       "two copies of one folder are enrolled anew at once: what both send counts once",
       copies_renewed_at_once,
       two,
       false,
       {false, true}},
      {"copies_renewed_in_turn",
       "two copies are enrolled anew one after the other: the second leaves out what is there",
       copies_renewed_in_turn,
       two,
       false,
       {false, true}},
      {"copies_renewed_around_a_revocation",
       "a grant ends between the renewals of two copies: what is sent again is held",
       copies_renewed_around_a_revocation,
       two,
       false,
       {false, true}},
      {"frozen_worry_without_a_grant",
       "a frozen laptop raises a worry where its person no longer reads: entered, told, not again",
       frozen_worry_without_a_grant,
       two,
       false,
       {false, true}},
      {"folder_put_back",
       "a laptop that lost what the server has of it freezes",
       folder_put_back,
       two,
       false,
       {false, true}},
  };
}

}  // namespace baraza::sim
