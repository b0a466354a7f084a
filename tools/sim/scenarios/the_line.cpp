// SPDX-License-Identifier: Apache-2.0
// Stories of what happens between a laptop and the server's disk.
#include "shared/base/limits.h"
#include "shared/op/derive.h"
#include "tools/sim/scenarios/stories.h"
#include "tools/sim/world/spoil.h"

namespace baraza::sim {
namespace {

using model::Mark;
using model::Role;

bool is_push(const FrameBytes& frame) {
  const auto message = sync::decode(*frame);
  return message && std::holds_alternative<sync::Push>(*message);
}

void verdicts_lost(World& world) {
  Stage stage(world);
  const OpNumber before = stage.logged(0, StreamKind::main);
  stage.mark(0, Mark::present);
  stage.mark(0, Mark::late);
  stage.wait_for_log(0, StreamKind::main, before + 2);
  // The log has them; the laptop hasn't heard.
  world.network().cut(*world.network().line_of(0), false);
  stage.rest();
  stage.expect(stage.logged(0, StreamKind::main) == before + 2, "the ops were taken again");
  stage.expect(stage.mark_on(0) == Mark::late, "the laptop doesn't show what it wrote");
}

void middle_op_waits(World& world) {
  Stage stage(world);
  const OpNumber before = stage.logged(0, StreamKind::main);
  int pushes = 0;
  world.network().set_carrier([&pushes](int client, const FrameBytes& frame) {
    // The second push never comes; the third arrives at once.
    if (client == 0 && is_push(frame) && ++pushes == 2) return std::vector<FrameBytes>{};
    return std::vector<FrameBytes>{frame};
  });
  for (const Mark mark : {Mark::present, Mark::late, Mark::excused}) {
    stage.mark(0, mark);
    stage.wait(milliseconds(60));
  }
  stage.rest();
  stage.expect(pushes > 3, "nothing had to be pushed again");
  stage.expect(stage.logged(0, StreamKind::main) == before + 3, "an op in the middle is missing");
  stage.expect(stage.mark_on(1) == Mark::excused, "the last mark isn't what stands");
  world.network().set_carrier({});
}

void commit_fails(World& world) {
  Stage stage(world);
  const OpNumber before = stage.logged(0, StreamKind::main);
  const std::uint64_t failed = world.counts().commits_failed;
  world.server().set_pace(seconds(2));
  world.server().log().faults().fail_next_commit();
  stage.mark(0, Mark::present);
  stage.mark(0, Mark::late);
  stage.rest();
  stage.expect(world.counts().commits_failed > failed, "no commit failed");
  stage.expect(stage.logged(0, StreamKind::main) == before + 2, "the ops weren't taken once each");
  stage.expect(stage.mark_on(1) == Mark::late, "the second op stands without the first");
}

void crash_around_sync(World& world) {
  Stage stage(world);
  using Step = DiskFaults::Step;
  const OpNumber before = stage.logged(0, StreamKind::main);
  const std::uint64_t crashes = world.counts().server_crashes;
  OpNumber written = 0;
  for (int round = 0; round < 4; ++round) {
    for (const Step step : {Step::commit_write, Step::commit_sync, Step::commit_done}) {
      world.server().log().faults().arm_power_cut_at(step);
      stage.mark(0, written % 2 == 0 ? Mark::present : Mark::late);
      ++written;
      stage.rest();
      stage.expect(world.counts().server_crashes == crashes + written, "the power didn't go");
    }
  }
  stage.expect(stage.logged(0, StreamKind::main) == before + written,
               "the ops weren't taken once each");
}

void spoilt_runs(World& world) {
  Stage stage(world);
  SimRandom random(7);
  int pushes = 0;
  FrameBytes first;
  world.network().set_carrier([&](int, const FrameBytes& frame) {
    if (!is_push(frame)) return std::vector<FrameBytes>{frame};
    ++pushes;
    if (!first) first = frame;
    if (pushes % 3 == 0) return std::vector<FrameBytes>{frame, first, frame};
    auto message = sync::decode(*frame);
    return std::vector<FrameBytes>{
        sync::encode(spoil(std::move(std::get<sync::Push>(*message)), random))};
  });
  for (int i = 0; i < 12; ++i) {
    stage.mark(0, i % 2 == 0 ? Mark::present : Mark::late);
    stage.worry(1);
    stage.wait(seconds(20));
    world.network().cut_all();
  }
  stage.expect(pushes > 12, "too little was carried");
  world.network().set_carrier({});
  world.network().cut_all();
  stage.rest();
  stage.expect(stage.log(StreamKind::alarm).entries.size() == 12,
               "a worry is lost, or there twice");
  stage.expect(!world.laptop(0).witness().frozen && !world.laptop(1).witness().frozen,
               "a carrier's fault froze a writer");
}

void slow_line(World& world) {
  Stage stage(world);
  constexpr int kNotes = 140;
  constexpr std::int64_t kBytesASecond = 20'000;
  stage.offline(1);
  for (int i = 0; i < kNotes; ++i) {
    stage.act(0, client::WriteNote{stage.group, stage.session.session, stage.member,
                                   std::string(limits::text_bytes - 64, 'x')});
    stage.wait(milliseconds(200));
  }
  stage.wait_for_log(0, StreamKind::words, kNotes);
  stage.online(1);
  world.run_until([&] { return world.network().line_of(1).has_value(); }, minutes(2));
  const auto line = world.network().line_of(1);
  stage.expect(line.has_value(), "the laptop doesn't come back");
  if (!line) return;
  world.network().set_rate(*line, kBytesASecond);
  const bool done = world.run_until([&] { return world.converged(); }, minutes(4));
  stage.expect(done, "a slow line doesn't get everything");
  stage.expect(world.network().line_of(1) == line, "a slow line was taken for a stalled one");
  stage.expect(world.network().most_queued_bytes() > limits::connection_queue_bytes / 2,
               "too little waited to see a bound");

  // One that takes nothing at all is given up, and costs the server nothing more.
  const auto other = world.network().line_of(1);
  if (!other) return;
  world.network().set_rate(*other, 0);
  world.network().stall(*other, true);
  stage.mark(0, Mark::present);
  stage.wait(seconds(30));
  stage.expect(world.network().line_of(1) != other, "a stalled line is kept");
  stage.rest();
}

}  // namespace

std::vector<Scenario> stories_of_the_line() {
  const std::vector<Role> two{Role::facilitator, Role::worker};
  return {
      {"verdicts_lost_with_the_connection_and_asked_again",
       "committed, then the line goes: taken once, heard at the next login",
       verdicts_lost,
       two,
       false,
       {}},
      {"middle_op_told_to_wait_while_later_ones_arrive",
       "what comes too early is asked for again, in order",
       middle_op_waits,
       two,
       false,
       {}},
      {"second_op_valid_only_by_the_first_and_the_commit_fails",
       "a failed commit takes both along, and both come again",
       commit_fails,
       two,
       false,
       {}},
      {"crash_between_commit_and_fsync_return",
       "power goes before, within and after the sync, again and again: each op once",
       crash_around_sync,
       two,
       false,
       {}},
      {"carrier_that_replays_or_spoils_a_run",
       "bad bytes are the carrier's fault: nothing entered, nobody frozen, nothing lost",
       spoilt_runs,
       two,
       false,
       {}},
      {"slow_line_that_is_not_a_stalled_one",
       "a slow laptop gets all on one connection within the bound; a stalled one is given up",
       slow_line,
       two,
       false,
       {}},
  };
}

}  // namespace baraza::sim
