// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/chaos.h"

#include "tools/sim/world/invariants.h"

namespace baraza::sim {
namespace {

constexpr std::size_t kMostGroups = 3;
constexpr int kMostCopies = 2;

}  // namespace

Chaos::Chaos(World& world, Workload& workload)
    : world_(world), workload_(workload), random_(world.random().fork()) {}

void Chaos::repeat(Duration mean, std::function<void()> what) {
  if (mean <= Duration{}) return;
  const Duration pause{random_.between(mean.ms / 4, mean.ms * 7 / 4)};
  world_.events().after(pause, [this, mean, what = std::move(what)] {
    if (!running_) return;
    what();
    repeat(mean, what);
  });
}

void Chaos::start() {
  running_ = true;
  const Swarm& swarm = world_.swarm();
  repeat(swarm.think, [this] { workload_.act_once(); });
  repeat(swarm.cuts, [this] { cut(); });
  repeat(swarm.offline, [this] { go_offline(); });
  repeat(swarm.server_crashes, [this] { crash_server(); });
  repeat(swarm.client_crashes, [this] { crash_client(); });
  repeat(swarm.disk_full, [this] { fill_disk(); });
  repeat(swarm.failed_commits, [this] { fail_commit(); });
  repeat(swarm.revocations, [this] { change_grants(); });
  repeat(swarm.settlements, [this] { settle(); });
  repeat(swarm.new_groups, [this] {
    if (world_.groups().size() < kMostGroups) world_.add_group();
  });
  repeat(swarm.disk_copies, [this] { copy_disk(); });
  if (swarm.disk_copies > Duration{}) repeat(seconds(40), [this] { world_.enrol_frozen(); });
  repeat(seconds(5), [this] { look(); });
}

void Chaos::cut() {
  const auto lines = world_.network().lines();
  if (lines.empty()) return;
  world_.network().cut(random_.pick(lines), random_.chance(world_.swarm().half_open));
}

void Chaos::go_offline() {
  const int laptop = random_.pick(world_.laptops())->index();
  if (world_.network().offline(laptop)) return;
  ++world_.counts().offline_periods;
  world_.network().set_offline(laptop, true);
  const Duration time{random_.between(1000, world_.swarm().offline_for.ms)};
  world_.events().after(time, [this, laptop] { world_.network().set_offline(laptop, false); });
}

void Chaos::crash_server() {
  if (!world_.server().up()) return;
  // Some crashes come at a step of the disk, right within what it is doing; some between two.
  if (random_.chance(850)) {
    DiskFaults& disk = world_.server().log().faults();
    using Step = DiskFaults::Step;
    switch (random_.below(4)) {
      case 0: disk.arm_power_cut_at(Step::commit_sync); break;
      case 1:
        disk.arm_power_cut_at(random_.chance(500) ? Step::commit_done : Step::commit_write);
        break;
      case 2: disk.arm_power_cut_at(Step::write); break;
      default: disk.arm_power_cut(1 + random_.below(40)); break;
    }
    return;
  }
  // Some are told to stop, and say so before they go.
  if (random_.chance(400)) world_.server().hub()->say_goodbye(Code::unavailable, seconds(1));
  world_.server().crash(Duration{random_.between(200, 20'000)});
}

void Chaos::crash_client() {
  ClientNode& laptop = *random_.pick(world_.laptops());
  if (!laptop.up()) return;
  const Duration down{random_.between(200, 30'000)};
  if (random_.chance(300)) return laptop.crash(down);
  // A person who just did something is when it hurts.
  if (laptop.client()->identity()) workload_.act_once();
  const Duration soon{random_.between(0, world_.swarm().client_sync.ms)};
  for (auto& each : world_.laptops()) {
    if (!each->up() || each->vault().idle()) continue;
    ClientNode* busy = each.get();
    world_.events().after(soon, [this, busy, down] {
      if (busy->up()) busy->crash(down);
      check_pending(world_.book(), *busy, world_.findings());
      check_cursors(world_.book(), *busy, true, world_.findings());
    });
    return;
  }
}

void Chaos::fill_disk() {
  ++world_.counts().disk_full_periods;
  const Duration time{random_.between(1000, 60'000)};
  if (random_.chance(500)) {
    DiskFaults& disk = world_.server().log().faults();
    disk.set_full(true);
    world_.events().after(time, [&disk] { disk.set_full(false); });
    return;
  }
  SimVault& vault = random_.pick(world_.laptops())->vault();
  vault.set_full(true);
  world_.events().after(time, [&vault] { vault.set_full(false); });
}

void Chaos::fail_commit() {
  DiskFaults& disk = world_.server().log().faults();
  if (random_.chance(500)) {
    disk.fail_next_commit();
  } else {
    disk.arm_error(1 + random_.below(10));
  }
}

void Chaos::change_grants() {
  ServerNode& server = world_.server();
  const ClientNode& laptop = *random_.pick(world_.laptops());
  const std::string group = to_hex(random_.pick(world_.groups()));
  if (!server.up()) return;
  const bool ended = server.administer([&](server::Hub& hub) -> Result<void> {
    const auto done =
        server::end_grants(hub, server.asking(), laptop.handle(), group, "moved elsewhere");
    return done ? Result<void>{} : fail(done.error());
  });
  if (ended) {
    ++world_.counts().revocations;
    return;
  }
  const bool given = server.administer([&](server::Hub& hub) -> Result<void> {
    server::NewGrant grant;
    grant.account = laptop.handle();
    grant.role = laptop.role();
    grant.group = group;
    grant.reads_people = random_.chance(500);
    grant.reads_words = random_.chance(500);
    const auto done = server::give_grant(hub, server.asking(), grant, server.random());
    return done ? Result<void>{} : fail(done.error());
  });
  if (given) ++world_.counts().grants;
}

void Chaos::settle() {
  ServerNode& server = world_.server();
  if (!server.up()) return;
  bool settled = false;
  const bool done = server.administer([&](server::Hub& hub) -> Result<void> {
    const auto holds = server::list_holds(hub, server.asking());
    if (!holds) return fail(holds.error());
    for (const server::HoldView& hold : *holds) {
      if (hold.settled) continue;
      settled = true;
      if (random_.chance(300)) {
        const auto read = server::read_hold(hub, server.asking(), hold.key);
        if (!read) return fail(read.error());
      }
      return server::settle_hold(hub, server.asking(), hold.key, random_.chance(500), "looked at");
    }
    return {};
  });
  if (done && settled) ++world_.counts().settlements;
}

void Chaos::copy_disk() {
  if (copies_ == kMostCopies) return;
  const auto& laptops = world_.laptops();
  const std::size_t index = random_.below(laptops.size());
  if (!laptops[index]->up() || !laptops[index]->client()->identity()) return;
  ++copies_;
  ClientNode& copy = world_.copy_laptop(index);
  copy.vault().set_pace(world_.swarm().client_sync, {world_.swarm().client_sync.ms / 3});
  copy.start();
}

void Chaos::look() {
  ClientNode& laptop = *random_.pick(world_.laptops());
  check_cursors(world_.book(), laptop, false, world_.findings());
  check_pending(world_.book(), laptop, world_.findings());
  laptop.check_saved();
}

}  // namespace baraza::sim
