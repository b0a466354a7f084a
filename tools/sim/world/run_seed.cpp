// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/run_seed.h"

#include "tools/sim/world/chaos.h"
#include "tools/sim/world/invariants.h"

namespace baraza::sim {
namespace {

constexpr Duration kPatience = minutes(10);

// Why a healed world doesn't come to rest, as far as can be seen from outside.
std::string what_is_missing(World& world) {
  std::string out;
  if (!world.server().up()) out += "the server is down; ";
  for (const auto& laptop : world.laptops()) {
    const std::string name = "laptop " + std::to_string(laptop->index());
    if (!laptop->up()) {
      out += name + " is off; ";
      continue;
    }
    if (!laptop->client()->online())
      out += name + " isn't logged in (" + laptop->last_hangup() + "); ";
    if (!laptop->vault().idle()) out += name + " is still storing; ";
    for (const auto& [id, stream] : laptop->client()->replica().streams()) {
      if (stream.pending.empty()) continue;
      out += name + " has " + std::to_string(stream.pending.size()) + " unsent runs in " +
             std::string(stream_kind_name(stream.record.kind)) + " from " +
             std::to_string(stream.pending.front().run.first) + ", verdicts through " +
             std::to_string(stream.own_through) + ", the log has " +
             std::to_string(world.book().last_number(id, laptop->writer())) + "; ";
    }
    if (!has_everything(world.book(), *laptop)) out += name + " lacks entries; ";
  }
  return out.empty() ? "the server keeps being busy" : out;
}

}  // namespace

void come_to_rest(World& world, const FinalChecks& expected) {
  Findings& findings = world.findings();
  if (findings.first()) return;
  world.heal();
  const auto at_rest = [&] {
    if (world.swarm().enrols_anew) world.enrol_frozen();
    return world.converged();
  };
  const bool rest = world.run_until(at_rest, kPatience);
  if (!rest) return findings.broken("everything_arrives", what_is_missing(world));
  check_final(world, expected);
  if (findings.first()) return;

  const auto log_in_again = [&] {
    world.network().cut_all();
    world.run_for(seconds(2));
    const bool again = world.run_until(at_rest, kPatience);
    if (!again) findings.broken("everything_arrives", what_is_missing(world));
    return again;
  };
  // What a copy wrote where this laptop doesn't read shows at the next login.
  if (world.counts().disks_copied > 0 && world.swarm().enrols_anew && !log_in_again()) return;
  const std::uint64_t before = world.op_frames();
  if (!log_in_again()) return;
  world.run_for(seconds(40));
  findings.require(world.op_frames() == before, "quiet_means_quiet",
                   std::to_string(world.op_frames() - before) +
                       " frames with ops went after everything had been said");
}

RunResult run_seed(std::uint64_t seed, bool verbose) {
  SimRandom random(seed);
  const Swarm swarm = Swarm::draw(random);
  // Checking each signature once more costs as much as the server's work: everywhere where somebody
  // spoils frames, and in some of the other worlds.
  const bool check_signatures = swarm.spoil > 0 || seed % 8 == 0;
  World world(random.next(), swarm, verbose, check_signatures);
  world.set_up();
  Workload workload(world);
  Chaos chaos(world, workload);
  chaos.start();
  world.run_for(swarm.chaos());
  chaos.stop();
  come_to_rest(world, {});
  world.counts().seeds = 1;
  return {world.findings().first(), world.counts(), world.trace().finish()};
}

}  // namespace baraza::sim
