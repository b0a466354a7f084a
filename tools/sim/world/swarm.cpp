// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/swarm.h"

namespace baraza::sim {

Swarm Swarm::draw(SimRandom& random) {
  Swarm out;
  const auto sometimes = [&](std::uint64_t permille, Duration low, Duration high) {
    const Duration drawn{random.between(low.ms, high.ms)};
    return random.chance(permille) ? drawn : Duration{};
  };
  const auto rate = [&](std::uint64_t permille, std::int64_t high) {
    const auto drawn = static_cast<std::uint64_t>(random.between(1, high));
    return random.chance(permille) ? drawn : 0;
  };
  out.clients = static_cast<int>(random.between(2, 6));
  out.groups = random.chance(250) ? 2 : 1;
  out.shared_laptop = out.clients > 2 && random.chance(400);
  out.late = rate(400, 500);
  out.acts = random.between(90, 180);
  out.think = {random.between(500, 9000)};
  out.long_text = rate(100, 300);
  out.item_nine = static_cast<std::uint64_t>(random.between(0, 600));

  out.latency = {random.between(1, 1500)};
  out.slow_line = rate(150, 300);
  out.cuts = sometimes(900, seconds(8), seconds(90));
  out.half_open = static_cast<std::uint64_t>(random.between(0, 500));
  out.offline = sometimes(500, seconds(30), minutes(4));
  out.offline_for = {random.between(2'000, 180'000)};
  out.spoil = rate(150, 80);
  out.replay = rate(250, 150);

  out.server_crashes = sometimes(700, seconds(20), minutes(3));
  out.client_crashes = sometimes(800, seconds(10), minutes(2));
  out.disk_full = sometimes(250, minutes(1), minutes(6));
  out.failed_commits = sometimes(300, seconds(20), minutes(3));
  out.client_sync = {random.between(1, 400)};
  out.server_commit = {random.between(0, 200)};

  out.wrong_clock = rate(300, 500);
  out.revocations = sometimes(450, seconds(30), minutes(3));
  out.settlements = sometimes(700, seconds(20), minutes(3));
  out.new_groups = sometimes(250, minutes(3), minutes(8));
  out.disk_copies = sometimes(120, minutes(1), minutes(8));
  out.enrols_anew = true;
  return out;
}

Swarm Swarm::calm(int clients, int groups) {
  Swarm out;
  out.clients = clients;
  out.groups = groups;
  out.acts = 0;
  out.half_open = 0;
  return out;
}

}  // namespace baraza::sim
