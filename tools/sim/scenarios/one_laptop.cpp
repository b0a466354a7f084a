// SPDX-License-Identifier: Apache-2.0
// Stories of laptops: their clocks, and who writes on them.
#include "tools/sim/scenarios/stories.h"

namespace baraza::sim {
namespace {

using model::Mark;
using model::Role;

void own_correction(World& world) {
  Stage stage(world);
  stage.mark(0, Mark::present);
  stage.rest();
  stage.offline(0);
  stage.mark(0, Mark::late);
  stage.mark(0, Mark::excused);
  stage.wait(seconds(5));
  stage.online(0);
  stage.rest();
  for (std::size_t laptop : {0, 1}) {
    stage.expect(!stage.disputed_on(laptop), "an own correction is shown as a dispute");
    stage.expect(stage.mark_on(laptop) == Mark::excused, "the last correction isn't what stands");
  }
}

void clock_a_year_fast(World& world) {
  Stage stage(world);
  world.laptop(1).set_clock(hours(365 * 24));
  stage.mark(1, Mark::present);
  stage.rest();
  // Written after it was seen, by a laptop whose clock is right: this one stands.
  stage.mark(0, Mark::left_early);
  stage.rest();
  for (std::size_t laptop : {0, 1}) {
    stage.expect(stage.mark_on(laptop) == Mark::left_early,
                 "a fast clock wins over who wrote last");
  }
  stage.wait(seconds(20));  // the next ping tells
  stage.expect(world.laptop(1).client()->clock_ahead() > hours(300 * 24) ||
                   world.laptop(1).client()->clock_ahead() < hours(-300 * 24),
               "the laptop doesn't know that its clock is wrong");
}

void two_persons(World& world) {
  Stage stage(world);
  constexpr Duration kNever{-1};
  // One folder each on one laptop, and one of them open at a time, far from any network.
  stage.offline(0);
  stage.offline(1);
  world.laptop(1).crash(kNever);
  stage.mark(0, Mark::present);
  stage.wait(seconds(5));
  world.laptop(0).crash(kNever);
  world.laptop(1).start();
  stage.mark(1, Mark::absent_told);
  stage.wait(seconds(5));
  world.laptop(1).crash(kNever);
  world.laptop(0).start();
  stage.online(0);
  stage.wait(seconds(90));
  world.laptop(1).start();
  stage.online(1);
  stage.rest();
  stage.expect(stage.disputed_on(0) && stage.disputed_on(1),
               "what two persons wrote without seeing each other isn't left for them to settle");
  const OpNumber first = stage.logged(0, StreamKind::main);
  const OpNumber second = stage.logged(1, StreamKind::main);
  stage.expect(first >= 1 && second == 1, "each person's ops aren't theirs");
}

}  // namespace

std::vector<Scenario> stories_of_one_laptop() {
  const std::vector<Role> two{Role::facilitator, Role::worker};
  return {
      {"own_correction_made_offline_is_no_conflict",
       "marks corrected twice offline: the last one stands, nothing is disputed",
       own_correction,
       two,
       false,
       {}},
      {"one_laptops_clock_a_year_fast",
       "who wrote after having seen wins, whatever the wall clocks say",
       clock_a_year_fast,
       two,
       false,
       {}},
      {"two_persons_on_one_laptop",
       "a folder each, opened in turns offline: two writers, two marks, a dispute to settle",
       two_persons,
       two,
       false,
       {}},
  };
}

}  // namespace baraza::sim
