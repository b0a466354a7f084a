// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tools/sim/world/sim_random.h"

namespace baraza::sim {

// What a world is like and how much goes wrong in it; drawn anew for every seed, so that some
// worlds have only cuts, some only crashes, some everything at once. Rates are per mille, times
// between faults are means.
struct Swarm {
  // people
  int clients = 3;
  int groups = 1;
  bool shared_laptop = false;  // the last two clients are one person's two laptops
  std::uint64_t late = 0;      // of the laptops, that join in the middle
  std::int64_t acts = 100;
  Duration think = seconds(6);  // between two acts, all clients together
  std::uint64_t long_text = 0;  // of notes that are as long as notes may be
  std::uint64_t item_nine = 250;

  // network
  Duration latency = milliseconds(80);
  std::uint64_t slow_line = 0;    // lines that carry a few kilobytes a second
  Duration cuts = {};             // zero: none
  std::uint64_t half_open = 200;  // of the cuts
  Duration offline = {};
  Duration offline_for = seconds(60);
  std::uint64_t spoil = 0;   // of pushes
  std::uint64_t replay = 0;  // of pushes

  // disks and processes
  Duration server_crashes = {};
  Duration client_crashes = {};
  Duration disk_full = {};
  Duration failed_commits = {};
  Duration client_sync = milliseconds(30);
  Duration server_commit = milliseconds(10);

  // clocks and administrators
  std::uint64_t wrong_clock = 0;
  Duration revocations = {};
  Duration settlements = {};
  Duration new_groups = {};
  Duration disk_copies = {};
  bool enrols_anew = false;  // frozen laptops get a fresh code after a while

  Duration chaos() const { return {think.ms * acts}; }

  static Swarm draw(SimRandom& random);
  // Nothing goes wrong by itself: for scenarios.
  static Swarm calm(int clients, int groups);
};

}  // namespace baraza::sim
